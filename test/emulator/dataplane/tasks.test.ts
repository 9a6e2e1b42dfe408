import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import {
  containerOf,
  enter,
  readLog,
  startPlatform,
  streamOf,
  until,
  untilStatus,
  type Platform
} from './platform.ts'

let seeded: Aws
let platform: Platform

beforeAll(async () => {
  seeded = await startPlatform()
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  platform = await enter(await seeded.fork())
})
afterEach(() => platform?.aws.close())

const migrate = (...flags: readonly string[]): ecs.TaskOverride => ({
  containerOverrides: [{ name: 'api', command: ['python', 'manage.py', 'migrate', ...flags] }]
})
const migrations = [
  { app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] },
  { app: 'tenants', name: '0002_plan', operations: ['Add field plan to tenant'], seconds: 6 }
]

test('a migration runs as a process, through every state of a task, and its log is whole', async () => {
  const taskDefinition = await platform.define(await platform.push('v1', { migrations }))
  const started = await platform.run({
    taskDefinition,
    overrides: migrate(),
    startedBy: 'caliber-migrate/api'
  })
  expect(started).toMatchObject({
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    platformVersion: '1.4.0'
  })
  expect(started.taskArn).toMatch(/:task\/main\/[0-9a-f]{32}$/)
  const seen = new Set<string | undefined>()
  const stopped = await until('it has stopped', async () => {
    const task = await platform.look(started)
    seen.add(task?.lastStatus)
    return task?.lastStatus === 'STOPPED' ? task : undefined
  })
  expect(stopped.stoppedReason).toBe('Essential container in task exited')
  for (const status of ['PENDING', 'RUNNING', 'DEPROVISIONING']) expect([...seen]).toContain(status)
  expect(stopped).toMatchObject({
    desiredStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    startedBy: 'caliber-migrate/api'
  })
  const times = [
    stopped.createdAt,
    stopped.pullStartedAt,
    stopped.pullStoppedAt,
    stopped.startedAt,
    stopped.stoppingAt,
    stopped.executionStoppedAt,
    stopped.stoppedAt
  ].map(Number)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(containerOf(stopped)).toMatchObject({ exitCode: 0, lastStatus: 'STOPPED' })
  expect(containerOf(stopped).imageDigest).toMatch(/^sha256:/)
  const lines = await until('the log is whole', async () => {
    const found = await readLog(platform.aws, streamOf(stopped))
    return found.length === 5 && found
  })
  expect(lines).toEqual([
    'Operations to perform:',
    '  Apply all migrations: tenants',
    'Running migrations:',
    '  Applying tenants.0001_initial... OK',
    '  Applying tenants.0002_plan... OK'
  ])
  expect(await platform.aws.databases()).toEqual({ default: ['tenants.0001_initial', 'tenants.0002_plan'] })
})
