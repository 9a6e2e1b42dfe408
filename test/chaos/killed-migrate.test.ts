/** migrate killed at each of its calls of AWS, and run again: one revision, and one migration, applied once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import { DEDICATED, type Platform } from '../emulator/dataplane/platform.ts'
import { createService } from '../emulator/dataplane/service.ts'
import { type Deployment, killAtEach, openDeployment, type Told } from './deployment.ts'
import type { Moment } from './gateway.ts'
import { nameOfMoment, unnamedIn } from './kill-points.ts'
import { foundOf } from './side-by-side.ts'

const MINUTES = 60_000

const asked = (operation: string): Moment => ({ operation, at: 'asked' })
/** Whoever dies here leaves all as it was. */
const FIRST = ['DescribeServices', 'DescribeTaskDefinition', 'DescribeImages', 'RegisterTaskDefinition']
const LATER = ['ListTasks', 'DescribeTasks', 'GetLogEvents']
const COURSES: readonly (readonly Moment[])[] = [
  FIRST.map(asked),
  [{ operation: 'RegisterTaskDefinition', at: 'answered' }],
  ...LATER.map((operation) => [asked(operation)]),
  // The first shows what is pending, the second migrates.
  ...[1, 2].flatMap((nth) => [
    [{ operation: 'RunTask', nth, at: 'asked' as const }],
    [{ operation: 'RunTask', nth, at: 'answered' as const }]
  ])
]
const MOMENTS = COURSES.flat()

type Seen = Readonly<{
  revisions: number
  /** Migrations that ECS knows, the running and the stopped. */
  migrations: number
  databases: Readonly<Record<string, readonly string[]>>
}>

let deployment: Deployment
let told: Told<Seen>

beforeAll(async () => {
  deployment = await openDeployment()
  const { platform } = deployment
  const migrations = [{ app: 'tenants', name: '0001_initial', seconds: 60 }]
  const taskDefinition = await platform.define(await platform.push('v1'))
  await createService(platform, { taskDefinition, desiredCount: 0 })
  const inputs = { image: await platform.push('v2', { migrations }) }
  told = await killAtEach(deployment, { action: 'migrate', inputs, courses: COURSES, atOnce: 2, look })
}, 20 * MINUTES)

afterAll(() => deployment?.platform.aws.close())

async function look({ aws, client }: Platform): Promise<Seen> {
  const { taskDefinitionArns = [] } = await client.send(
    new ecs.ListTaskDefinitionsCommand({ familyPrefix: DEDICATED.service, status: 'ACTIVE' })
  )
  const started = { cluster: DEDICATED.cluster, startedBy: `caliber-migrate/${DEDICATED.service}` }
  const running = await client.send(new ecs.ListTasksCommand({ ...started, desiredStatus: 'RUNNING' }))
  const stopped = await client.send(new ecs.ListTasksCommand({ ...started, desiredStatus: 'STOPPED' }))
  return {
    revisions: taskDefinitionArns.length,
    // One that ends between the two questions is in both answers.
    migrations: new Set([...(running.taskArns ?? []), ...(stopped.taskArns ?? [])]).size,
    databases: await aws.databases()
  }
}

test('every call of a good run is among the moments', () => {
  expect(unnamedIn(told.good, MOMENTS)).toEqual([])
  expect(told.good.length).toBeGreaterThan(FIRST.length + LATER.length)
})

test.each(MOMENTS.map((moment) => [nameOfMoment(moment), moment] as const))(
  'killed at %s',
  (_name, moment) => {
    const { struck, killed, again, seen } = foundOf(told.results, moment)
    expect(killed.code === undefined ? '' : killed.log).toBe('')
    expect(struck).toBe(true)
    expect({ code: again.code, log: again.log }).toMatchObject({ code: 0 })
    expect(again.outputs).toMatchObject({ revision: `${DEDICATED.service}:2` })
    const databases = { default: ['tenants.0001_initial'] }
    expect(seen).toEqual({ revisions: 2, migrations: 1, databases })
  }
)
