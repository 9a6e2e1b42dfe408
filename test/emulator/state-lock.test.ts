import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import { send, signed, startForTests } from './start.ts'

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

const path = '/state/caliber.tfstate.tflock'

function takeLock(): Promise<number> {
  const headers = { 'if-none-match': '*', 'content-type': 'application/json' }
  const request = { method: 'PUT', path, headers, body: '{"ID":"1"}' }
  return send(aws, signed('s3'), request).then(({ status }) => status)
}

async function createVersionedBucket(): Promise<void> {
  await send(aws, signed('s3'), { method: 'PUT', path: '/state' })
  const body = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
  await send(aws, signed('s3'), { method: 'PUT', path: '/state?versioning', body })
}

test('a lock that is held cannot be taken, and can be once it was released', async () => {
  await createVersionedBucket()
  expect([await takeLock(), await takeLock()]).toEqual([200, 412])
  expect((await send(aws, signed('s3'), { method: 'DELETE', path })).status).toBe(204)
  expect([await takeLock(), await takeLock()]).toEqual([200, 412])
})

test('of many who want the lock at once exactly one gets it', async () => {
  await createVersionedBucket()
  const statuses = await Promise.all(Array.from({ length: 24 }, takeLock))
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 412)).toHaveLength(23)
})
