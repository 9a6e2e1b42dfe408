import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import { callForm, callJson, signed } from '../start.ts'
import {
  containerOf,
  enter,
  leave,
  readLog,
  startPlatform,
  streamOf,
  until,
  untilStatus,
  type Platform
} from './platform.ts'

let seeded: Aws
let platform: Platform
let host: string
let secret: string

beforeAll(async () => {
  seeded = await startPlatform()
  const cluster = {
    Action: 'CreateDBCluster',
    DBClusterIdentifier: 'acme',
    Engine: 'docdb',
    MasterUsername: 'caliber_admin',
    ManageMasterUserPassword: 'true'
  }
  await callForm(seeded, cluster, signed('rds'))
  const { text } = await callForm(seeded, { Action: 'DescribeDBClusters' }, signed('rds'))
  host = /<Endpoint>([^<]*)</.exec(text)?.[1] ?? ''
  secret = /<SecretArn>([^<]*)</.exec(text)?.[1] ?? ''
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  platform = await enter(await seeded.fork())
})
afterEach(() => leave(platform?.aws))

const secrets = async (action: string, body: object) =>
  JSON.parse(
    (await callJson(platform.aws, signed('secretsmanager'), [`secretsmanager.${action}`, body])).text
  ) as {
    SecretString: string
  }

/** The URI with the password that the database has now, or with another. */
async function uri(other?: string): Promise<string> {
  const { SecretString } = await secrets('GetSecretValue', { SecretId: secret })
  const { password } = JSON.parse(SecretString) as { password: string }
  return `mongodb://caliber_admin:${encodeURIComponent(other ?? password)}@${host}:27017/?tls=true`
}

async function start(value: string, ...command: string[]): Promise<ecs.Task> {
  const container = { environment: [{ name: 'DOCDB_URI', value }] }
  const taskDefinition = await platform.define(await platform.push('v1'), { container })
  return platform.run({ taskDefinition, overrides: { containerOverrides: [{ name: 'api', command }] } })
}

async function health(task: ecs.Task): Promise<number> {
  const id = task.taskArn?.split('/').at(-1)
  const port = await until(
    'it listens',
    async () => (await platform.aws.containers()).find((one) => one.task === id)?.ports['8000']
  )
  return (await fetch(`http://127.0.0.1:${port}/healthz`)).status
}

test('a database lets in whoever has the password that it has now, and nobody else', async () => {
  const right = await start(await uri(), 'python', 'manage.py', 'migrate')
  expect(containerOf(await untilStatus(platform, right, 'STOPPED')).exitCode).toBe(0)
  const wrong = await start(await uri('yesterday'), 'python', 'manage.py', 'migrate')
  expect(containerOf(await untilStatus(platform, wrong, 'STOPPED')).exitCode).toBe(1)
  const lines = await until('the log is there', async () => {
    const found = await readLog(platform.aws, streamOf(wrong))
    return found.length > 0 && found
  })
  expect(lines.at(-1)).toContain('pymongo.errors.OperationFailure: Authentication failed.')
})

test('after a rotation the tasks that run go on, and the next one with the old password does not get in', async () => {
  const before = await uri()
  const running = await start(before, 'gunicorn')
  expect(await health(running)).toBe(200)
  await secrets('RotateSecret', { SecretId: secret })
  await until('the password is another', async () => (await uri()) !== before)
  const next = await start(before, 'gunicorn')
  expect([await health(running), await health(next)]).toEqual([200, 503])
  expect(await health(await start(await uri(), 'gunicorn'))).toBe(200)
})
