/** rollout killed at each of its calls of AWS, and run again: one revision, one deployment, the right parameter. */
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import { type Aws, rootCredentials } from '../../lab/aws/aws.ts'
import { enter, type Platform, startPlatform } from '../emulator/dataplane/platform.ts'
import { createBalancer, service, startService } from '../emulator/dataplane/service.ts'
import { callJson, signed } from '../emulator/start.ts'
import { type Gateway, type Moment, openGateway } from './gateway.ts'
import { nameOfMoment } from './kill-points.ts'
import { sideBySide } from './side-by-side.ts'
import { type Ended, startStep } from './step.ts'

const MINUTES = 60_000
const PARAMETER = '/caliber/acme/stg/api-image'

const READS = [
  'DescribeServices',
  'DescribeTaskDefinition',
  'ListServiceDeployments',
  'DescribeServiceRevisions',
  'GetParameter',
  'DescribeImages',
  'DescribeServiceDeployments',
  'ListTasks',
  'DescribeTasks',
  'POST /'
]
const WRITES = ['RegisterTaskDefinition', 'UpdateService', 'PutParameter']
const MOMENTS: readonly Moment[] = [
  ...READS.map((operation) => ({ operation, at: 'asked' as const })),
  // After ECS was told: the deployment is looked for, and looked at.
  { operation: 'ListServiceDeployments', nth: 2, at: 'asked' },
  ...WRITES.flatMap((operation) => [
    { operation, at: 'asked' as const },
    { operation, at: 'answered' as const }
  ])
]

type Traces = Readonly<{
  struck: boolean
  killed: Ended
  again: Ended
  calls: readonly string[]
  revisions: number
  deployments: number
  image: string
  parameter: string
}>

let seeded: Aws
let image: string
let good: readonly string[]
let results: ReadonlyMap<Moment, Traces | Error>

beforeAll(async () => {
  seeded = await startPlatform()
  const group = await createBalancer(seeded)
  const platform = await enter(seeded)
  await startService(platform, group)
  image = await platform.push('v2')
  const value = { Name: PARAMETER, Type: 'String', Value: 'nothing yet' }
  await callJson(seeded, signed('ssm'), ['AmazonSSM.PutParameter', value])
  good = await onFork(async ({ run, gateway }) => {
    await run()
    return [...gateway.journal]
  })
  results = await sideBySide(MOMENTS, 3, killAndRepeat)
}, 10 * MINUTES)

afterAll(() => seeded?.close())

type Scene = Readonly<{ platform: Platform; gateway: Gateway; run: (moment?: Moment) => Promise<Ended> }>

async function onFork<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  const aws = await seeded.fork()
  const gateway = await openGateway({ github: aws.url, aws: aws.url })
  const folder = await mkdtemp(join(tmpdir(), 'killed-rollout-'))
  await mkdir(join(folder, 'workspace'))
  const run = async (moment?: Moment): Promise<Ended> => {
    const step = await startStep({
      action: 'rollout',
      folder,
      inputs: { cluster: 'main', service: 'api', image, 'image-parameter': PARAMETER },
      env: {
        PATH: process.env['PATH'] ?? '',
        AWS_ENDPOINT_URL: gateway.aws,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey
      }
    })
    if (moment !== undefined) gateway.arm(moment, step.kill)
    return step.ended
  }
  try {
    return await work({ platform: await enter(aws), gateway, run })
  } finally {
    await gateway.close()
    await rm(folder, { recursive: true, force: true })
    await aws.close()
  }
}

const killAndRepeat = (moment: Moment): Promise<Traces> =>
  onFork(async ({ platform, gateway, run }) => {
    const killed = await run(moment)
    const struck = gateway.struck()
    const again = await run()
    const journal = await platform.aws.journal()
    return { struck, killed, again, calls: journal.map(({ action }) => action), ...(await traces(platform)) }
  })

async function traces(platform: Platform) {
  const { client, aws } = platform
  const { taskDefinitionArns = [] } = await client.send(
    new ecs.ListTaskDefinitionsCommand({ familyPrefix: 'api', status: 'ACTIVE' })
  )
  const { serviceDeployments = [] } = await client.send(
    new ecs.ListServiceDeploymentsCommand({ cluster: 'main', service: 'api' })
  )
  const { taskDefinition = '' } = await service(platform)
  const described = await client.send(new ecs.DescribeTaskDefinitionCommand({ taskDefinition }))
  const reply = await callJson(aws, signed('ssm'), ['AmazonSSM.GetParameter', { Name: PARAMETER }])
  return {
    revisions: taskDefinitionArns.length,
    deployments: serviceDeployments.length,
    image: described.taskDefinition?.containerDefinitions?.[0]?.image ?? '',
    parameter: (JSON.parse(reply.text) as { Parameter: { Value: string } }).Parameter.Value
  }
}

test('every call of a good run is among the moments', () => {
  const named = new Set(MOMENTS.map(({ operation }) => operation))
  expect([...new Set(good)].filter((operation) => !named.has(operation))).toEqual([])
})

test.each(MOMENTS.map((moment) => [nameOfMoment(moment), moment] as const))(
  'killed at %s',
  (_name, moment) => {
    const found = results.get(moment)
    if (found === undefined || found instanceof Error) throw found ?? new Error('It was not run.')
    expect(found).toMatchObject({ struck: true, killed: { code: undefined }, revisions: 2, deployments: 2 })
    expect({ code: found.again.code, log: found.again.log }).toMatchObject({ code: 0 })
    expect(found.again.outputs).toMatchObject({ outcome: 'success', revision: 'api:2' })
    expect(found.image).toMatch(/\/api@sha256:[0-9a-f]{64}$/)
    expect(found.parameter).toBe(found.image)
    expect(found.calls.filter((name) => name === 'UpdateService').length).toBeLessThanOrEqual(1)
  }
)
