import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import { readReply, send, signed, startForTests } from './start.ts'

let aws: Aws

beforeAll(async () => {
  aws = await startForTests()
})
afterAll(() => aws?.close())

test('a domain has one public zone, however often it is asked for', async () => {
  const id = await aws.createHostedZone('acme.test')
  expect(id).toMatch(/^Z[0-9A-Z]+$/)
  expect(await aws.createHostedZone('Acme.test.')).toBe(id)
  expect(await aws.createHostedZone('other.test')).not.toBe(id)
  const zone = await readReply(await send(aws, signed('route53'), { path: `/2013-04-01/hostedzone/${id}` }))
  expect(zone.text).toContain('<Name>acme.test.</Name>')
  expect(zone.text).toContain('<PrivateZone>false</PrivateZone>')
})

test('a fork knows the zones of its parent', async () => {
  const id = await aws.createHostedZone('acme.test')
  const copy = await aws.fork()
  expect(await copy.createHostedZone('acme.test')).toBe(id)
  await copy.close()
})
