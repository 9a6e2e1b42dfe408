import { expect, test } from '@jest/globals'
import { definition } from '../../fakes/ecs-world.ts'
import { migrateWorld } from './world.ts'

const resultOf = (report: Readonly<{ outputs: Readonly<Record<string, string>> }>) =>
  JSON.parse(report.outputs['result'] ?? '{}') as Record<string, unknown>

test('what crosses jobs holds no account: GitHub drops an output that holds a masked value', async () => {
  const world = migrateWorld()
  const { outputs } = await world.run({ image: `${REPOSITORY}:v2` })
  const holders = Object.entries(outputs).filter(([, value]) => value.includes('123456789012'))
  expect(holders.map(([name]) => name)).toEqual(['task-arn', 'task-definition-arn', 'image', 'result'])
  expect(outputs).toMatchObject({ revision: 'web:2', 'task-id': world.runs[1]?.arn.split('/').at(-1) })
})

test('what is pending is shown and flagged, then applied by a task beside the service', async () => {
  const world = migrateWorld({
    pending: {
      'tenants.0002_plan': ['Add field plan to tenant'],
      'tenants.0003_x': ['Remove field y from tenant']
    }
  })
  const report = await world.run({ image: 'app:2', environment: 'LEVEL=debug', cpu: '512', memory: '1024' })
  expect(report.failure).toBeUndefined()
  expect(report.outputs).toMatchObject({
    'task-arn': world.runs[1]?.arn,
    'exit-code': '0',
    revision: 'web:2',
    'task-definition-arn': expect.stringMatching(/web:2$/),
    pending: '["tenants.0002_plan","tenants.0003_x"]',
    destructive: '["tenants.0003_x: Remove field y from tenant"]',
    skipped: 'false'
  })
  expect(resultOf(report)).toMatchObject({
    outcome: 'migrated',
    registered: true,
    attached: false,
    applied: ['tenants.0002_plan', 'tenants.0003_x']
  })
  expect(world.runs[1]?.order).toMatchObject({
    taskDefinition: expect.stringMatching(/web:2$/),
    container: 'api',
    command: ['python', 'manage.py', 'migrate', '--noinput'],
    environment: { LEVEL: 'debug' },
    cpu: 512,
    memory: 1024,
    startedBy: 'caliber-migrate/web',
    placement: {
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
      platformVersion: '1.4.0',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } }
    }
  })
  expect(world.said).toContain(
    'warning: Destructive or not to be judged from outside: tenants.0003_x: Remove field y from tenant.'
  )
  expect(world.said).toContain('│   Applying tenants.0003_x... OK')
  expect(report.summary).toContain('⚠️ `RemoveField`')
  expect(report.summary).toContain('Applying tenants.0002_plan... OK')
})

test('nothing pending: nothing runs, and the revision is handed on', async () => {
  const world = migrateWorld({ pending: {} })
  const report = await world.run({ image: 'app:2' })
  expect(report.failure).toBeUndefined()
  expect(report.outputs).toMatchObject({
    skipped: 'true',
    'exit-code': '',
    revision: 'web:2',
    pending: '[]',
    destructive: '[]'
  })
  expect([world.looks(), world.migrations()]).toEqual([1, 0])
})

test('a revision that was registered for a migration that failed is taken away again', async () => {
  const world = migrateWorld({ migrations: [{ exitCode: 1 }] })
  const failed = await world.run({ image: 'app:2' })
  expect(failed.failure).toBeDefined()
  expect(resultOf(failed)).toMatchObject({ registered: true, deregistered: true, revision: 'web:2' })
  expect(world.revisions.map(({ isActive }) => isActive)).toEqual([true, false])
  const again = await world.run({ image: 'app:2' })
  expect(again.failure).toBeUndefined()
  expect(resultOf(again)).toMatchObject({ registered: true, deregistered: false, revision: 'web:3' })
})

test('one that was found stays, and so does one that may not be taken away', async () => {
  const found = migrateWorld({ migrations: [{ exitCode: 1 }] })
  found.register(definition('app:2'))
  expect(resultOf(await found.run({ image: 'app:2' }))).toMatchObject({
    outcome: 'failed',
    deregistered: false
  })
  expect(found.revisions.map(({ isActive }) => isActive)).toEqual([true, true])
  const kept = migrateWorld({ look: { exitCode: 1 }, denied: ['deregisterDefinition'] })
  expect(resultOf(await kept.run({ image: 'app:2' }))).toMatchObject({
    outcome: 'failed',
    deregistered: false
  })
  expect(kept.said).toContainEqual(expect.stringContaining('warning: web:2 stays registered.'))
})

test('a revision whose migration goes on stays, so that the next run follows its task', async () => {
  const world = migrateWorld({ migrations: [{ seconds: 100_000 }] })
  expect(resultOf(await world.run({ image: 'app:2', timeout: '5m' }))).toMatchObject({ outcome: 'timeout' })
  expect(world.revisions[1]?.isActive).toBe(true)
})

const REPOSITORY = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/api'
const DIGEST = `${REPOSITORY}@sha256:${'a'.repeat(64)}`

test.each([
  [{ image: `${REPOSITORY}:v2` }, DIGEST],
  [{ image: `${REPOSITORY}:v2`, 'dry-run': 'true' }, DIGEST],
  [{ image: 'app:2' }, 'app:2'],
  [{}, '']
])('%j hands on the image that migrated: %s', async (inputs, image) => {
  const report = await migrateWorld().run(inputs)
  expect(report.failure).toBeUndefined()
  expect(report.outputs['image']).toBe(image)
})

test('without an image, the revision that the service is set to migrates; without a look, at once', async () => {
  const world = migrateWorld()
  const report = await world.run({ 'pending-command': '[]' })
  expect(report.outputs).toMatchObject({ revision: 'web:1', 'exit-code': '0', pending: '', destructive: '' })
  expect([world.looks(), world.migrations()]).toEqual([0, 1])
})

test('a migration that fails is told with its name, the database’s words, what they mean and what to do', async () => {
  const error = 'django.db.utils.ProgrammingError: relation "tenants_plan" already exists'
  const world = migrateWorld({
    migrations: [
      {
        exitCode: 1,
        lines: [
          { at: 1, text: '  Applying tenants.0002_plan...' },
          { at: 2, text: 'Traceback (most recent call last):' },
          { at: 3, text: error, late: 12 },
          { at: 4, text: 'password=hunter22secret', late: 12 }
        ]
      }
    ]
  })
  const report = await world.run()
  expect(report.outputs).toMatchObject({ 'exit-code': '1', skipped: 'false' })
  expect(report.failure).toContain('container api exited with 1, in migration tenants.0002_plan.')
  expect(report.failure).toContain(`The log says: ${error}.`)
  expect(report.failure).toContain('another migration ran beside it')
  expect(report.failure).toContain(
    'See: aws logs get-log-events --log-group-name /app --log-stream-name api/api/'
  )
  expect(report.summary).toContain(error)
  for (const text of [report.summary, ...world.said]) expect(text).not.toContain('hunter22secret')
  expect(resultOf(report)).toMatchObject({ outcome: 'failed', failedMigration: 'tenants.0002_plan', error })
})

test('a look that fails stops it before anything is changed', async () => {
  const line = {
    at: 1,
    text: 'django.db.utils.OperationalError: password authentication failed for user "api"'
  }
  const world = migrateWorld({ look: { exitCode: 1, lines: [line] } })
  const report = await world.run()
  expect(report.failure).toContain('what is pending could not be shown')
  expect(report.failure).toContain('run seed-secrets')
  expect(report.outputs).toMatchObject({ 'exit-code': '', pending: '' })
  expect(world.migrations()).toBe(0)
})

test('words that nobody understands skip nothing', async () => {
  const world = migrateWorld({ look: { lines: [{ at: 1, text: 'all fine' }] } })
  const report = await world.run()
  expect(report.outputs).toMatchObject({ skipped: 'false', 'exit-code': '0', pending: '' })
})

test('side-cars only inform, unless one took the task with it', async () => {
  const proxy = (exitCode: number) => ({ name: 'proxy', status: 'STOPPED', health: 'UNKNOWN', exitCode })
  const good = migrateWorld({ migrations: [{ sideCars: [proxy(1)] }] })
  const report = await good.run()
  expect(report.failure).toBeUndefined()
  expect(report.summary).toContain('| `proxy` | 1 |')
  const bad = migrateWorld({ migrations: [{ exitCode: 143, sideCars: [proxy(2)] }] })
  expect((await bad.run()).failure).toContain("Container 'proxy' ended first (exit code 2)")
})

test('a task that never started has no exit code, and its reason is explained', async () => {
  const unstarted =
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): app:2: not found'
  const world = migrateWorld({ migrations: [{ unstarted, seconds: 0 }] })
  const report = await world.run()
  expect(report.outputs['exit-code']).toBe('')
  expect(report.failure).toContain('TaskFailedToStart: CannotPullContainerError')
  expect(report.failure).toContain('The image does not exist in its registry.')
})

test('a container that is not essential ends its task', async () => {
  const world = migrateWorld()
  const [api] = definition('app:1').containerDefinitions
  const second = world.register({
    ...definition('app:1'),
    containerDefinitions: [
      { name: 'web', image: 'app:1' },
      { ...api!, essential: false }
    ]
  })
  world.begin(second.arn, { endsAt: 0 })
  const { describeTasks } = world.ports.ecs
  Object.assign(world.ports.ecs, {
    describeTasks: async (...input: Parameters<typeof describeTasks>) =>
      (await describeTasks(...input)).map((task) => ({ ...task, desiredStatus: 'RUNNING' }))
  })
  const report = await world.run({ container: 'api' })
  expect(report.failure).toBeUndefined()
  expect(world.calls.filter(({ operation }) => operation === 'stopTask')).toHaveLength(1)
})

test('a log that may not be read is a warning, and the exit code counts', async () => {
  const world = migrateWorld({ deniedLog: true })
  const report = await world.run()
  expect(report.outputs).toMatchObject({ 'exit-code': '0', pending: '' })
  expect(
    world.said.filter((line) => line.startsWith('warning: The log of the task is not shown'))
  ).toHaveLength(2)
})

test('AWS without room is asked again, another refusal is told', async () => {
  const world = migrateWorld({ refusals: ['RESOURCE:ENI', 'Capacity is unavailable at this time'] })
  expect((await world.run()).failure).toBeUndefined()
  const refused = migrateWorld({ refusals: ['MISSING'] })
  const report = await refused.run()
  expect(report.failure).toContain('ECS did not start the task that was to show what is pending. MISSING.')
  const full = migrateWorld({ refusals: Array.from({ length: 99 }, () => 'RESOURCE:ENI') })
  expect((await full.run({ timeout: '1m' })).failure).toContain('RESOURCE:ENI')
})

test('a dry run says what it would do, starts nothing and registers nothing', async () => {
  const world = migrateWorld()
  const report = await world.run({ image: 'app:2', 'dry-run': 'true' })
  expect(report.outputs).toMatchObject({ revision: '', skipped: 'false', 'task-arn': '' })
  expect(report.summary).toContain('A new revision of web is registered')
  expect(world.runs).toHaveLength(0)
  expect(world.revisions).toHaveLength(1)
})
