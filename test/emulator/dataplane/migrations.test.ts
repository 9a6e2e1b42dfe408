import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import type { Migration } from '../../../lab/aws/dataplane/api.ts'
import { callJson, signed } from '../start.ts'
import {
  containerOf,
  enter,
  leave,
  logGroup,
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
afterEach(() => leave(platform?.aws))

const first: Migration = { app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }
const second: Migration = { app: 'tenants', name: '0002_plan', operations: ['Remove field plan from tenant'] }

/** The end of a management command, and its log. */
async function manage(migrations: readonly Migration[], words: string, environment: ecs.KeyValuePair[] = []) {
  const image = await platform.push(`v${Math.random()}`, { migrations })
  const taskDefinition = await platform.define(image, { container: { environment } })
  const command = ['python', 'manage.py', ...words.split(' ')]
  const overrides = { containerOverrides: [{ name: 'api', command }] }
  const task = await untilStatus(platform, await platform.run({ taskDefinition, overrides }), 'STOPPED')
  const lines = await until('the log is there', async () => {
    const found = await readLog(platform.aws, streamOf(task))
    return found.length > 0 && found
  })
  return { code: containerOf(task).exitCode, lines }
}

test('migrate applies what is pending, once for each database', async () => {
  const done = await manage([first], 'migrate')
  expect(done.code).toBe(0)
  expect(done.lines).toEqual([
    'Operations to perform:',
    '  Apply all migrations: tenants',
    'Running migrations:',
    '  Applying tenants.0001_initial... OK'
  ])
  expect((await manage([first, second], 'migrate')).lines.slice(3)).toEqual([
    '  Applying tenants.0002_plan... OK'
  ])
  expect((await manage([first, second], 'migrate')).lines.slice(3)).toEqual(['  No migrations to apply.'])
  const elsewhere = [{ name: 'POSTGRES_ENDPOINT', value: 'db.internal:5432' }]
  expect((await manage([first], 'migrate', elsewhere)).lines.slice(3)).toEqual([
    '  Applying tenants.0001_initial... OK'
  ])
  expect(await platform.aws.databases()).toEqual({
    default: ['tenants.0001_initial', 'tenants.0002_plan'],
    'db.internal:5432': ['tenants.0001_initial']
  })
})

test('--plan and --check tell what is pending and change nothing; showmigrations lists everything', async () => {
  await manage([first], 'migrate')
  const plan = await manage([first, second], 'migrate --plan')
  expect(plan).toEqual({
    code: 0,
    lines: ['Planned operations:', 'tenants.0002_plan', '    Remove field plan from tenant']
  })
  const check = await manage([first, second], 'migrate --plan --check')
  expect(check.code).toBe(1)
  expect((await manage([first], 'migrate --plan --check')).lines).toEqual([
    'Planned operations:',
    '  No planned migration operations.'
  ])
  const shown = await manage([first, second], 'showmigrations')
  expect(shown.lines).toEqual(['tenants', ' [X] 0001_initial', ' [ ] 0002_plan'])
})

test('a migration that fails ends the command with the database’s words; what was before it stays', async () => {
  const reason = 'django.db.utils.ProgrammingError: column "plan" of relation "tenants_tenant" does not exist'
  const failed = await manage([first, { ...second, fails: reason }], 'migrate')
  expect(failed.code).toBe(1)
  expect(failed.lines).toEqual(expect.arrayContaining(['Traceback (most recent call last):', reason]))
  expect(failed.lines).toContain('  Applying tenants.0002_plan...')
  expect(await platform.aws.databases()).toEqual({ default: ['tenants.0001_initial'] })
})

test('two at once get in each other’s way', async () => {
  const migrations = [{ ...first, seconds: 60 }]
  const [left, right] = await Promise.all([manage(migrations, 'migrate'), manage(migrations, 'migrate')])
  expect([left.code, right.code].toSorted()).toEqual([0, 1])
  expect([...left.lines, ...right.lines].join('\n')).toContain(
    'relation "tenants_0001_initial" already exists'
  )
})

test('a log begins late, and its stream with the first line', async () => {
  await platform.aws.setClock({ durations: { logDelivery: 60 } })
  const image = await platform.push('v1', { migrations: [first] })
  const overrides = { containerOverrides: [{ name: 'api', command: ['python', 'manage.py', 'migrate'] }] }
  const task = await platform.run({ taskDefinition: await platform.define(image), overrides })
  const position = { logGroupName: logGroup, logStreamName: streamOf(task), startFromHead: true }
  const early = await callJson(platform.aws, signed('logs'), ['Logs_20140328.GetLogEvents', position])
  expect([early.status, early.text]).toEqual([400, expect.stringContaining('ResourceNotFoundException')])
  await untilStatus(platform, task, 'STOPPED')
  await until('it is delivered', async () => (await readLog(platform.aws, streamOf(task))).length === 4)
})

test('a page may be empty although more follows, and the end is a token that comes back', async () => {
  await platform.aws.setClock({ logPage: 2 })
  const { lines } = await manage([first, second], 'migrate')
  expect(lines).toHaveLength(5)
  const calls = (await platform.aws.journal()).filter(({ action }) => action === 'GetLogEvents')
  expect(calls.length).toBeGreaterThan(5)
})

async function readPage(position: object): Promise<Readonly<{ lines: readonly string[]; token: string }>> {
  const answer = await callJson(platform.aws, signed('logs'), ['Logs_20140328.GetLogEvents', position])
  const page = JSON.parse(answer.text) as Readonly<{
    events?: readonly Readonly<{ message: string }>[]
    nextForwardToken: string
  }>
  return { lines: (page.events ?? []).map(({ message }) => message), token: page.nextForwardToken }
}

test('an event may arrive after a newer one was read: no token leads to it, and its place is by its time', async () => {
  const late = '  Applying tenants.0001_initial... OK'
  const behaviour = { migrations: [first, { ...second, seconds: 60 }], overtaken: [late.trim()] }
  const overrides = { containerOverrides: [{ name: 'api', command: ['python', 'manage.py', 'migrate'] }] }
  const taskDefinition = await platform.define(await platform.push('v1', behaviour))
  const task = await untilStatus(platform, await platform.run({ taskDefinition, overrides }), 'STOPPED')
  const last = '  Applying tenants.0002_plan... OK'
  const position = { logGroupName: logGroup, logStreamName: streamOf(task), startFromHead: true }
  const shown = await until('the end is there', async () => {
    const page = await readPage(position)
    return page.lines.includes(last) && page
  })
  expect(shown.lines).not.toContain(late)
  const behind = await readPage({ ...position, nextToken: shown.token })
  expect(behind).toEqual({ lines: [], token: shown.token })
  expect((await readPage(position)).lines.slice(-2)).toEqual([late, last])
})
