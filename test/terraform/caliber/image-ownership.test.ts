/** Rollouts own the image, Terraform the rest of a revision: neither undoes the other, whatever becomes of a rollout. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import * as ssm from '@aws-sdk/client-ssm'
import type { Aws } from '../../../lab/aws/aws.ts'
import type { Behaviour } from '../../../lab/aws/dataplane/api.ts'
import { outputsOf, rollOutOn } from '../../bundles/rollout-step.ts'
import { type Seeded, seeded } from '../../seeds/seeded.ts'
import { complaint } from '../sandbox.ts'
import { seedSecrets, type Told } from './seed-values.ts'
import { openSessions, type Sessions } from './sessions.ts'
import { asOwner, openTenantStack, type Planned, type TenantStack } from './tenant-stack.ts'

const NAME = 'acme-stg-dedicated'
const SERVICE = `${NAME}-api`
const PARAMETER = '/caliber/acme/stg/api-image'
const BIGGER = ['-var', 'cpu=1024', '-var', 'memory=2048']
const MINUTES = 60_000

let applied: Seeded
let stack: TenantStack
let sessions: Sessions
/** Name and digest of the image that the service runs when a test begins. */
let first: string

beforeAll(async () => {
  applied = await seeded('caliber')
  sessions = await openSessions(applied)
  stack = await openTenantStack(applied, {
    client: 'acme',
    env: 'stg',
    file: '../../tenants/stg/acme.tfvars.json'
  })
  const { stdout } = await stack.run(applied, 'output', '-json')
  const tenant = { client: 'acme', env: 'stg', region: 'us-east-1' }
  await seedSecrets(applied, JSON.parse(stdout) as Told, tenant)
  first = await push(applied, '1.0.0')
  const { code, log } = await rollOut(applied, { image: tagged('1.0.0'), 'desired-count': '2' })
  if (code !== 0) throw new Error(log)
}, 20 * MINUTES)

afterAll(async () => {
  await Promise.all([applied?.close(), stack?.[Symbol.asyncDispose]()])
})

/** Runs on a copy of the client that serves, which then ends. */
async function onCopy(act: (aws: Aws) => Promise<void>): Promise<void> {
  const aws = await applied.fork()
  try {
    await act(aws)
  } finally {
    await aws.close()
  }
}

const REPOSITORY = '123456789012.dkr.ecr.us-east-1.amazonaws.com/caliber/api'
const tagged = (tag: string): string => `${REPOSITORY}:${tag}`

/** Pushes an image; its name by its digest. */
async function push(aws: Aws, tag: string, behaviour: Behaviour = {}): Promise<string> {
  return `${REPOSITORY}@${(await aws.putImage({ repository: 'caliber/api', tag, behaviour })).digest}`
}

/** A job with the deploy role and the action as it is shipped. */
async function rollOut(
  aws: Aws,
  inputs: Readonly<Record<string, string>>
): Promise<Readonly<{ code: number; outcome?: string; log: string }>> {
  const where = { cluster: NAME, service: SERVICE, 'image-parameter': PARAMETER }
  const step = await rollOutOn(
    { aws },
    { inputs: { ...where, ...inputs }, identity: await sessions.deploy(aws) }
  )
  return { code: step.code, log: step.log, ...outputsOf(step) }
}

/** What a pull request would be told. */
const plan = async (aws: Aws, ...args: readonly string[]): Promise<Planned> =>
  stack.plan({ url: aws.url, identity: await sessions.plan(aws) }, ...args)

/** What the service runs, and what the parameter says that it does. */
async function running(
  aws: Aws
): Promise<Readonly<Record<'image' | 'cpu' | 'parameter', string | undefined>>> {
  const client = new ecs.ECSClient(asOwner(aws))
  const look = new ecs.DescribeServicesCommand({ cluster: NAME, services: [SERVICE] })
  const { services = [] } = await client.send(look)
  const revision = { taskDefinition: services[0]?.taskDefinition }
  const { taskDefinition } = await client.send(new ecs.DescribeTaskDefinitionCommand(revision))
  const asked = new ssm.GetParameterCommand({ Name: PARAMETER })
  const { Parameter } = await new ssm.SSMClient(asOwner(aws)).send(asked)
  return {
    image: taskDefinition?.containerDefinitions?.[0]?.image,
    cpu: taskDefinition?.cpu,
    parameter: Parameter?.Value
  }
}

test(
  'after a rollout a change of cpu and memory is one new revision with its image, from which the next rollout starts',
  () =>
    onCopy(async (aws) => {
      const { changes, json, file } = await plan(aws, ...BIGGER)
      expect(changes).toEqual(['delete+create module.compute[0].aws_ecs_task_definition.api'])
      const revision = json.resource_changes.find(({ type }) => type === 'aws_ecs_task_definition')
      const after = revision?.change.after as Readonly<Record<string, string>> | undefined
      expect(after?.['cpu']).toBe('1024')
      expect(JSON.parse(after?.['container_definitions'] ?? '[]')).toMatchObject([
        { name: 'api', image: first }
      ])

      expect(complaint(await stack.run(aws, 'apply', file))).toBe('')
      expect(await running(aws)).toMatchObject({ image: first, cpu: '256' })
      const next = await push(aws, '1.0.1')
      expect(await rollOut(aws, { image: tagged('1.0.1') })).toMatchObject({ outcome: 'success' })
      expect(await running(aws)).toEqual({ image: next, cpu: '1024', parameter: next })
      expect((await plan(aws, ...BIGGER)).changes).toEqual([])
    }),
  5 * MINUTES
)

test(
  'after a rollout that lifted the number of tasks, and one that the circuit breaker took back, the plan shows no change',
  () =>
    onCopy(async (aws) => {
      expect(await running(aws)).toMatchObject({ image: first, parameter: first })
      await push(aws, '1.1.0', { crash: { code: 3, stderr: ['ImproperlyConfigured'] } })
      expect(await rollOut(aws, { image: tagged('1.1.0') })).toMatchObject({
        code: 1,
        outcome: 'rolled-back'
      })
      expect(await running(aws)).toMatchObject({ image: first, parameter: first })
      expect((await plan(aws)).changes).toEqual([])
    }),
  5 * MINUTES
)

test(
  'after a rollout that served and was rolled back by somebody the plan shows no change',
  () =>
    onCopy(async (aws) => {
      const second = await push(aws, '2.0.0')
      expect(await rollOut(aws, { image: tagged('2.0.0') })).toMatchObject({ outcome: 'success' })
      expect(await running(aws)).toMatchObject({ image: second, parameter: second })

      expect(await rollOut(aws, { 'rollback-to': 'last-successful' })).toMatchObject({ outcome: 'success' })
      expect(await running(aws)).toMatchObject({ image: first, parameter: first })
      expect((await plan(aws)).changes).toEqual([])
    }),
  5 * MINUTES
)

test(
  'a plan made while a rollout is under way shows its revision, so that nobody applies over it unawares',
  () =>
    onCopy(async (aws) => {
      const client = new ecs.ECSClient(asOwner(aws))
      const asked = new ecs.DescribeTaskDefinitionCommand({ taskDefinition: SERVICE })
      const {
        family = SERVICE,
        containerDefinitions,
        ...rest
      } = (await client.send(asked)).taskDefinition ?? {}
      const image = tagged('7.0.0')
      await client.send(
        new ecs.RegisterTaskDefinitionCommand({
          ...rest,
          family,
          containerDefinitions: containerDefinitions?.map((container) => ({ ...container, image }))
        })
      )
      expect((await plan(aws)).changes).toEqual([
        'delete+create module.compute[0].aws_ecs_task_definition.api'
      ])
    }),
  5 * MINUTES
)
