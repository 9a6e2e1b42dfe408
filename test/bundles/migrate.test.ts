import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../lab/aws/aws.ts'
import type { Migration } from '../../lab/aws/dataplane/api.ts'
import {
  account,
  enter,
  executionRole,
  leave,
  logGroup,
  type Platform,
  startPlatform
} from '../emulator/dataplane/platform.ts'
import { createService } from '../emulator/dataplane/service.ts'
import { callForm, element, signed } from '../emulator/start.ts'
import { migrateOn } from './migrate-step.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(120_000)

const FIRST: Migration = { app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }
const SECOND: Migration = { app: 'tenants', name: '0002_plan', operations: ['Remove field plan from tenant'] }
const HANGS = { ...SECOND, hangs: true }

let seeded: Aws
let platform: Platform

beforeAll(async () => {
  seeded = await startPlatform()
  const first = await enter(seeded)
  const taskDefinition = await first.define(await first.push('v1', { migrations: [FIRST] }))
  await createService(first, { taskDefinition, desiredCount: 0 })
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  platform = await enter(await seeded.fork())
})
afterEach(() => leave(platform?.aws))

const count = async (operation: string): Promise<number> =>
  (await platform.aws.journal()).filter(({ action, error }) => action === operation && error === '').length

const tasksOf = async (desiredStatus: 'RUNNING' | 'STOPPED'): Promise<readonly string[]> =>
  (
    await platform.client.send(
      new ecs.ListTasksCommand({ cluster: 'main', startedBy: 'caliber-migrate/api', desiredStatus })
    )
  ).taskArns ?? []

test('a new image: one revision, what is pending, the migration, its whole log; then nothing is left to do', async () => {
  await platform.aws.setClock({ durations: { logDelivery: 90 }, logPage: 2 })
  const image = await platform.push('v2', { migrations: [FIRST, SECOND] })
  const step = await migrateOn(platform, { inputs: { image } })
  expect({ code: step.code, log: step.log }).toMatchObject({ code: 0 })
  expect(step.said).toMatchObject({
    'task-arn': expect.stringMatching(/:task\/main\/[0-9a-f]{32}$/),
    'task-id': step.said['task-arn']?.split('/').at(-1),
    'exit-code': '0',
    revision: 'api:2',
    'task-definition-arn': expect.stringMatching(/:task-definition\/api:2$/),
    image: expect.stringMatching(/\/api@sha256:[0-9a-f]{64}$/),
    pending: '["tenants.0001_initial","tenants.0002_plan"]',
    destructive: '["tenants.0002_plan: Remove field plan from tenant"]',
    skipped: 'false'
  })
  expect(step.result).toMatchObject({
    outcome: 'migrated',
    applied: ['tenants.0001_initial', 'tenants.0002_plan']
  })
  expect(step.log).toContain('│   Applying tenants.0002_plan... OK')
  expect(step.log).toContain('::warning::Destructive')
  expect(step.summary).toContain('`RemoveField`')
  expect(await platform.aws.databases()).toEqual({ default: ['tenants.0001_initial', 'tenants.0002_plan'] })

  const { tasks: [task] = [] } = await platform.client.send(
    new ecs.DescribeTasksCommand({ cluster: 'main', tasks: [step.said['task-arn'] ?? ''] })
  )
  expect(task).toMatchObject({ launchType: 'FARGATE', startedBy: 'caliber-migrate/api' })

  const again = await migrateOn(platform, { inputs: { image } })
  expect(again.code).toBe(0)
  expect(again.said).toMatchObject({ skipped: 'true', revision: 'api:2', pending: '[]', 'exit-code': '' })
  expect(await count('RegisterTaskDefinition')).toBe(1)
  // The look of the first run is over, which the second asks for again and sees: then it starts its own.
  expect(await tasksOf('STOPPED')).toHaveLength(1)
  expect(await tasksOf('RUNNING')).toHaveLength(0)
})

test('lines that CloudWatch takes in late and out of order: each is told once, where it stands or as late', async () => {
  await platform.aws.setClock({ durations: { logDelivery: 30 }, logPage: 2 })
  const migrations = [FIRST, { ...SECOND, seconds: 60 }]
  const image = await platform.push('v2', { migrations, overtaken: ['Applying tenants.0001_initial'] })
  const step = await migrateOn(platform, { inputs: { image, 'pending-command': '[]' } })
  expect({ code: step.code, log: step.log }).toMatchObject({ code: 0 })
  expect(step.log.match(/(?<=│ ).*$/gm)).toEqual([
    'Operations to perform:',
    '  Apply all migrations: tenants',
    'Running migrations:',
    '  Applying tenants.0002_plan... OK',
    expect.stringMatching(
      /^\(late, of \d{4}-\d\d-\d\dT[\d:.]+Z\) {3}Applying tenants\.0001_initial\.\.\. OK$/
    )
  ])
  expect(step.result['applied']).toEqual(['tenants.0001_initial', 'tenants.0002_plan'])
  expect(step.summary.match(/Applying .*/g)).toEqual([
    'Applying tenants.0001_initial... OK',
    'Applying tenants.0002_plan... OK'
  ])
})

test('a migration that fails: its name, the database’s words, what was before it stays; mended, it goes on', async () => {
  const fails = 'django.db.utils.ProgrammingError: column "plan" of relation "tenants_tenant" does not exist'
  const step = await migrateOn(platform, {
    inputs: { image: await platform.push('v2', { migrations: [FIRST, { ...SECOND, fails }] }) }
  })
  expect(step.code).toBe(1)
  expect(step.said).toMatchObject({ 'exit-code': '1', skipped: 'false', revision: 'api:2' })
  expect(step.log).toContain('exited with 1, in migration tenants.0002_plan')
  expect(step.summary).toContain('column "plan" of relation "tenants_tenant" does not exist')
  expect(step.result).toMatchObject({
    failedMigration: 'tenants.0002_plan',
    error: fails,
    applied: ['tenants.0001_initial']
  })
  expect(await count('DeregisterTaskDefinition')).toBe(1)
  const next = await migrateOn(platform, {
    inputs: { image: await platform.push('v3', { migrations: [FIRST, SECOND] }) }
  })
  expect(next.code).toBe(0)
  expect(next.said).toMatchObject({ revision: 'api:3', pending: '["tenants.0002_plan"]' })
})

test('one that hangs is left alone when the time is up, and the next run follows it', async () => {
  const image = await platform.push('v2', { migrations: [HANGS] })
  const hanging = { image, 'pending-command': '[]', timeout: '1m' }
  const step = await migrateOn(platform, { inputs: hanging })
  expect(step.code).toBe(1)
  expect(step.result).toMatchObject({ outcome: 'timeout' })
  const arn = step.said['task-arn'] ?? ''
  expect(step.log).toContain(`The migration goes on in task ${arn}`)
  expect(await tasksOf('RUNNING')).toEqual([arn])
  const next = await migrateOn(platform, { inputs: { ...hanging, 'on-cancel': 'stop' } })
  expect(next.said['task-arn']).toBe(arn)
  expect(next.result).toMatchObject({ outcome: 'timeout', attached: true })
  expect(await count('RunTask')).toBe(1)
  expect(await tasksOf('RUNNING')).toEqual([])
})

test('a cancelled job leaves the migration, and prints its task and log', async () => {
  const image = await platform.push('v2', { migrations: [HANGS] })
  const step = await migrateOn(platform, {
    inputs: { image, 'pending-command': '[]' },
    cancelAt: 'Migrating by task'
  })
  expect(step.code).toBe(1)
  expect(step.result).toMatchObject({ outcome: 'cancelled' })
  expect(step.log).toContain(`--log-group-name ${logGroup} --log-stream-name api/api/`)
  expect(await count('StopTask')).toBe(0)
  const stopped = await migrateOn(platform, {
    inputs: { image, 'pending-command': '[]', 'on-cancel': 'stop' },
    cancelAt: 'Migrating by task'
  })
  expect(stopped.said['task-arn']).toBe(step.said['task-arn'])
  expect(await count('StopTask')).toBe(1)
})

test('the exit code of a side-car only informs', async () => {
  const image = await platform.push('v2', { migrations: [FIRST], sidecars: { proxy: { exitCode: 3 } } })
  const taskDefinition = await platform.define(image, {
    others: [{ name: 'proxy', image: 'public.ecr.aws/envoy:1', essential: false }]
  })
  await platform.client.send(
    new ecs.UpdateServiceCommand({ cluster: 'main', service: 'api', taskDefinition })
  )
  const step = await migrateOn(platform)
  expect({ code: step.code, log: step.log }).toMatchObject({ code: 0 })
  expect(step.said).toMatchObject({ 'exit-code': '0', revision: taskDefinition })
  expect(step.result['containers']).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: 'proxy', exitCode: 3 })])
  )
})

test('AWS that has no room is asked again', async () => {
  await platform.aws.failPlacements([{ reason: 'RESOURCE:ENI', times: 1 }])
  const step = await migrateOn(platform, { inputs: { 'pending-command': '[]' } })
  expect(step.code).toBe(0)
  expect(step.log).toContain('AWS has no room for the task (RESOURCE:ENI)')
})

test('a dry run starts nothing', async () => {
  const step = await migrateOn(platform, { inputs: { image: await platform.push('v2'), 'dry-run': 'true' } })
  expect(step.code).toBe(0)
  expect(step.result).toMatchObject({ outcome: 'planned', live: 'api:1' })
  expect([await count('RunTask'), await count('RegisterTaskDefinition')]).toEqual([0, 0])
})

const ECS = `arn:aws:ecs:us-east-1:${account}`
const inCluster = { ArnEquals: { 'ecs:cluster': `${ECS}:cluster/main` } }
const allow = (Action: readonly string[], Resource: string, Condition: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition
})

test('it needs the permissions of the README and no other', async () => {
  const statements = [
    allow(['ecs:DescribeServices'], `${ECS}:service/main/api`),
    allow(['ecs:DescribeTaskDefinition'], '*'),
    allow(['ecs:RegisterTaskDefinition'], `${ECS}:task-definition/api:*`),
    allow(['ecs:RunTask'], `${ECS}:task-definition/api:*`, inCluster),
    allow(['ecs:ListTasks'], '*', inCluster),
    allow(['ecs:DescribeTasks', 'ecs:StopTask'], `${ECS}:task/main/*`),
    allow(['iam:PassRole'], executionRole, {
      StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }
    }),
    allow(['logs:GetLogEvents'], `arn:aws:logs:us-east-1:${account}:log-group:${logGroup}:log-stream:*`),
    allow(['ecr:DescribeImages'], `arn:aws:ecr:us-east-1:${account}:repository/api`)
  ]
  const iam = (form: Readonly<Record<string, string>>) => callForm(platform.aws, form, signed('iam'))
  const document = (all: readonly object[]): string =>
    JSON.stringify({ Version: '2012-10-17', Statement: all })
  const trust = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'sts:AssumeRole'
  }
  const name = { RoleName: 'deploy' }
  await iam({ Action: 'CreateRole', ...name, AssumeRolePolicyDocument: document([trust]) })
  await iam({ Action: 'PutRolePolicy', ...name, PolicyName: 'deploy', PolicyDocument: document(statements) })
  const session = { RoleArn: `arn:aws:iam::${account}:role/deploy`, RoleSessionName: 'migrate' }
  const given = await callForm(platform.aws, { Action: 'AssumeRole', ...session }, signed('sts'))
  const identity = {
    accessKeyId: element(given, 'AccessKeyId'),
    secretAccessKey: element(given, 'SecretAccessKey'),
    sessionToken: element(given, 'SessionToken')
  }
  const image = await platform.push('v2', { migrations: [HANGS] })
  const step = await migrateOn(platform, { inputs: { image, timeout: '1m', 'on-cancel': 'stop' }, identity })
  expect(step.result).toMatchObject({ outcome: 'timeout' })
  expect(step.log).toContain('(it is being stopped)')
  const refused = (await platform.aws.journal())
    .filter(({ principal, decision }) => principal.includes('deploy') && decision.endsWith('deny'))
    .map(({ iamAction }) => iamAction)
  expect(refused).toEqual([])
})
