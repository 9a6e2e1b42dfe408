/** Rollouts own the image, Terraform the rest of a revision: neither undoes the other. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import * as ssm from '@aws-sdk/client-ssm'
import type { Aws } from '../../../lab/aws/aws.ts'
import { type Seeded, seeded } from '../../seeds/seeded.ts'
import { asOwner, openTenantStack, type TenantStack } from './tenant-stack.ts'

const NAME = 'acme-stg-dedicated'
const SERVICE = `${NAME}-api`
const PARAMETER = '/caliber/acme/stg/api-image'
const X = '123456789012.dkr.ecr.us-east-1.amazonaws.com/caliber/api:7.0.0'
const LOOKS = 100
const LOOK_MS = 100

let applied: Seeded
let stack: TenantStack

beforeAll(async () => {
  applied = await seeded('caliber')
  stack = await openTenantStack(applied, {
    client: 'acme',
    env: 'stg',
    file: '../../tenants/stg/acme.tfvars.json'
  })
}, 1_200_000)

afterAll(async () => {
  await Promise.all([applied?.close(), stack?.[Symbol.asyncDispose]()])
})

/** Runs on a copy of the applied stack, which then ends. */
async function onCopy(act: (aws: Aws) => Promise<void>): Promise<void> {
  const aws = await applied.fork()
  try {
    await act(aws)
  } finally {
    await aws.close()
  }
}

/** What a pipeline does first: a revision like the newest one, with another image. */
async function register(client: ecs.ECSClient, image: string): Promise<string> {
  const { taskDefinition, tags } = await client.send(
    new ecs.DescribeTaskDefinitionCommand({ taskDefinition: SERVICE, include: ['TAGS'] })
  )
  if (taskDefinition === undefined) throw new Error('The family has a revision.')
  const { family, containerDefinitions, ...rest } = taskDefinition
  const { taskDefinition: registered } = await client.send(
    new ecs.RegisterTaskDefinitionCommand({
      ...rest,
      family: family ?? SERVICE,
      containerDefinitions: containerDefinitions?.map((container) => ({ ...container, image })),
      ...(tags === undefined || tags.length === 0 ? {} : { tags })
    })
  )
  return registered?.taskDefinitionArn ?? ''
}

/** Then the service takes it and settles: without tasks at once, as its secrets have no values yet. */
async function update(client: ecs.ECSClient, taskDefinition: string): Promise<void> {
  await client.send(new ecs.UpdateServiceCommand({ cluster: NAME, service: SERVICE, taskDefinition }))
  for (let look = 0; look < LOOKS; look++) {
    if ((await primary(client)).rolloutState === 'COMPLETED') return
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  throw new Error(`The deployment of ${taskDefinition} did not complete.`)
}

async function primary(client: ecs.ECSClient): Promise<ecs.Deployment> {
  const look = new ecs.DescribeServicesCommand({ cluster: NAME, services: [SERVICE] })
  const { services = [] } = await client.send(look)
  return services[0]?.deployments?.find(({ status }) => status === 'PRIMARY') ?? {}
}

/** A whole rollout that succeeds: the parameter is written last. */
async function rollOut(aws: Aws, image: string): Promise<void> {
  const client = new ecs.ECSClient(asOwner(aws))
  await update(client, await register(client, image))
  await new ssm.SSMClient(asOwner(aws)).send(
    new ssm.PutParameterCommand({ Name: PARAMETER, Value: image, Overwrite: true })
  )
}

test(
  'after a rollout the plan shows no change',
  () =>
    onCopy(async (aws) => {
      await rollOut(aws, X)
      expect((await stack.plan(aws)).changes).toEqual([])
    }),
  300_000
)

test(
  'the number of tasks is the rollout’s too',
  () =>
    onCopy(async (aws) => {
      const client = new ecs.ECSClient(asOwner(aws))
      await client.send(new ecs.UpdateServiceCommand({ cluster: NAME, service: SERVICE, desiredCount: 2 }))
      expect((await stack.plan(aws)).changes).toEqual([])
    }),
  300_000
)

test(
  'after a rollout a change of cpu and memory is one new revision, which still has the image',
  () =>
    onCopy(async (aws) => {
      await rollOut(aws, X)
      const { changes, json } = await stack.plan(aws, '-var', 'cpu=1024', '-var', 'memory=2048')

      expect(changes).toEqual(['delete+create module.compute.aws_ecs_task_definition.api'])
      const revision = json.resource_changes.find(({ type }) => type === 'aws_ecs_task_definition')
      const after = revision?.change.after as Readonly<Record<string, string>> | undefined
      expect(after?.['cpu']).toBe('1024')
      expect(JSON.parse(after?.['container_definitions'] ?? '[]')).toMatchObject([{ name: 'api', image: X }])
    }),
  300_000
)

test(
  'such a revision, once applied, is what the next rollout starts from, and the plan is empty again',
  () =>
    onCopy(async (aws) => {
      const bigger = ['-var', 'cpu=1024', '-var', 'memory=2048']
      await rollOut(aws, X)
      const applying = await stack.run(
        aws,
        'apply',
        '-auto-approve',
        '-var-file=../../tenants/stg/acme.tfvars.json',
        ...bigger
      )
      expect(applying.code).toBe(0)
      const running = await runningRevision(aws)
      expect(running).toMatchObject({ cpu: '256', containerDefinitions: [{ image: X }] })

      const next = X.replace('7.0.0', '7.0.1')
      await rollOut(aws, next)
      expect(await runningRevision(aws)).toMatchObject({
        cpu: '1024',
        containerDefinitions: [{ image: next }]
      })
      expect((await stack.plan(aws, ...bigger)).changes).toEqual([])
    }),
  300_000
)

test(
  'after a rollout that was rolled back the plan shows no change',
  () =>
    onCopy(async (aws) => {
      await rollOut(aws, X)
      const client = new ecs.ECSClient(asOwner(aws))
      const { taskDefinition: good = '' } = await primary(client)
      const bad = await register(client, X.replace('7.0.0', '7.1.0'))
      await update(client, bad)
      await update(client, good)
      await client.send(new ecs.DeregisterTaskDefinitionCommand({ taskDefinition: bad }))

      expect((await stack.plan(aws)).changes).toEqual([])
    }),
  300_000
)

test(
  'a plan made while a rollout is under way shows its revision, so that nobody applies over it unawares',
  () =>
    onCopy(async (aws) => {
      await register(new ecs.ECSClient(asOwner(aws)), X)
      expect((await stack.plan(aws)).changes).toEqual([
        'delete+create module.compute.aws_ecs_task_definition.api'
      ])
    }),
  300_000
)

async function runningRevision(aws: Aws): Promise<ecs.TaskDefinition | undefined> {
  const client = new ecs.ECSClient(asOwner(aws))
  const { taskDefinition } = await primary(client)
  return (await client.send(new ecs.DescribeTaskDefinitionCommand({ taskDefinition }))).taskDefinition
}
