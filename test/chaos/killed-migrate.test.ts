/** migrate killed at each of its calls of AWS, and run again: one revision, and one migration, applied once. */
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import { type Aws, rootCredentials } from '../../lab/aws/aws.ts'
import { enter, startPlatform } from '../emulator/dataplane/platform.ts'
import { createService } from '../emulator/dataplane/service.ts'
import { type Gateway, type Moment, openGateway } from './gateway.ts'
import { nameOfMoment } from './kill-points.ts'
import { sideBySide } from './side-by-side.ts'
import { type Ended, startStep } from './step.ts'

const MINUTES = 60_000

const READS = [
  'DescribeServices',
  'DescribeTaskDefinition',
  'DescribeImages',
  'ListTasks',
  'DescribeTasks',
  'GetLogEvents'
]
const MOMENTS: readonly Moment[] = [
  ...READS.map((operation) => ({ operation, at: 'asked' as const })),
  ...(['asked', 'answered'] as const).flatMap((at) => [
    { operation: 'RegisterTaskDefinition', at },
    // The first shows what is pending, the second migrates.
    { operation: 'RunTask', at },
    { operation: 'RunTask', nth: 2, at }
  ])
]

type Traces = Readonly<{
  struck: boolean
  killed: Ended
  again: Ended
  revisions: number
  /** Migrations that ECS knows, the running and the stopped. */
  migrations: number
  databases: Readonly<Record<string, readonly string[]>>
}>

let seeded: Aws
let image: string
let good: readonly string[]
let results: ReadonlyMap<Moment, Traces | Error>

beforeAll(async () => {
  seeded = await startPlatform()
  const platform = await enter(seeded)
  const migrations = [{ app: 'tenants', name: '0001_initial', seconds: 60 }]
  await createService(platform, {
    taskDefinition: await platform.define(await platform.push('v1')),
    desiredCount: 0
  })
  image = await platform.push('v2', { migrations })
  good = await onFork(async ({ run, gateway }) => {
    await run()
    return [...gateway.journal]
  })
  results = await sideBySide(MOMENTS, 2, killAndRepeat)
}, 10 * MINUTES)

afterAll(() => seeded?.close())

type Scene = Readonly<{ aws: Aws; gateway: Gateway; run: (moment?: Moment) => Promise<Ended> }>

async function onFork<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  const aws = await seeded.fork()
  const gateway = await openGateway({ github: aws.url, aws: aws.url })
  const folder = await mkdtemp(join(tmpdir(), 'killed-migrate-'))
  await mkdir(join(folder, 'workspace'))
  const run = async (moment?: Moment): Promise<Ended> => {
    const step = await startStep({
      action: 'migrate',
      folder,
      inputs: { cluster: 'main', service: 'api', image },
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
    return await work({ aws, gateway, run })
  } finally {
    await gateway.close()
    await rm(folder, { recursive: true, force: true })
    await aws.close()
  }
}

const killAndRepeat = (moment: Moment): Promise<Traces> =>
  onFork(async ({ aws, gateway, run }) => {
    const killed = await run(moment)
    const struck = gateway.struck()
    const again = await run()
    const { client } = await enter(aws)
    const { taskDefinitionArns = [] } = await client.send(
      new ecs.ListTaskDefinitionsCommand({ familyPrefix: 'api', status: 'ACTIVE' })
    )
    const started = { cluster: 'main', startedBy: 'caliber-migrate/api' }
    const running = await client.send(new ecs.ListTasksCommand({ ...started, desiredStatus: 'RUNNING' }))
    const stopped = await client.send(new ecs.ListTasksCommand({ ...started, desiredStatus: 'STOPPED' }))
    return {
      struck,
      killed,
      again,
      revisions: taskDefinitionArns.length,
      migrations: (running.taskArns ?? []).length + (stopped.taskArns ?? []).length,
      databases: await aws.databases()
    }
  })

test('every call of a good run is among the moments', () => {
  const named = new Set(MOMENTS.map(({ operation }) => operation))
  expect([...new Set(good)].filter((operation) => !named.has(operation))).toEqual([])
})

test.each(MOMENTS.map((moment) => [nameOfMoment(moment), moment] as const))(
  'killed at %s',
  (_name, moment) => {
    const found = results.get(moment)
    if (found === undefined || found instanceof Error) throw found ?? new Error('It was not run.')
    expect(found).toMatchObject({ struck: true, killed: { code: undefined }, revisions: 2, migrations: 1 })
    expect({ code: found.again.code, log: found.again.log }).toMatchObject({ code: 0 })
    expect(found.again.outputs).toMatchObject({ revision: 'api:2' })
    expect(found.databases).toEqual({ default: ['tenants.0001_initial'] })
  }
)
