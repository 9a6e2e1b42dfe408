import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import { signed, startForTests } from './start.ts'

let seeded: Aws
let aws: Aws

beforeAll(async () => {
  seeded = await startForTests()
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  aws = await seeded.fork()
})
afterEach(() => aws?.close())

const lock = () => `${aws.url}/state/caliber.tfstate.tflock`

function takeLock(): Promise<number> {
  const headers = { ...signed('s3'), 'if-none-match': '*', 'content-type': 'application/json' }
  return fetch(lock(), { method: 'PUT', headers, body: '{"ID":"1"}' }).then(({ status }) => status)
}

async function createVersionedBucket(): Promise<void> {
  await fetch(`${aws.url}/state`, { method: 'PUT', headers: signed('s3') })
  const body = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
  await fetch(`${aws.url}/state?versioning`, { method: 'PUT', headers: signed('s3'), body })
}

test('a lock that is held cannot be taken, and can be once it was released', async () => {
  await createVersionedBucket()
  expect([await takeLock(), await takeLock()]).toEqual([200, 412])
  expect((await fetch(lock(), { method: 'DELETE', headers: signed('s3') })).status).toBe(204)
  expect([await takeLock(), await takeLock()]).toEqual([200, 412])
})

test('of many who want the lock at once exactly one gets it', async () => {
  await createVersionedBucket()
  const statuses = await Promise.all(Array.from({ length: 24 }, takeLock))
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 412)).toHaveLength(23)
})
