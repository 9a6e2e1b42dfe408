import { Resolver } from 'node:dns/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import type { Fault, FaultEffect } from '../../lab/faults/fault.ts'
import { parseFault } from '../../lab/faults/parse-fault.ts'
import { callForm, callJson, element, readReply, send, signed, startForTests } from './start.ts'

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

const on = (action: string, effect: FaultEffect, nth: Fault['nth'] = 1): Fault => ({
  service: 'aws',
  match: { action },
  nth,
  effect
})
const createBucket = (name: string): Promise<Response> =>
  send(aws, signed('s3'), { method: 'PUT', path: `/${name}` })
const clusters = 'AmazonEC2ContainerServiceV20141113.ListClusters'
const buckets = async (): Promise<readonly string[]> => (await aws.resources()).map(({ name }) => name)

test('the Nth matching call fails in the protocol of its service, and no other', async () => {
  await aws.setFaults([on('s3:Create*', { kind: 'fail', status: 503, code: 'ServiceUnavailable' }, 2)])
  expect((await createBucket('one')).status).toBe(200)
  const failed = await readReply(await createBucket('two'))
  expect([failed.status, element(failed, 'Code')]).toEqual([503, 'ServiceUnavailable'])
  expect((await createBucket('three')).status).toBe(200)
  expect(await buckets()).toEqual(['one', 'three'])
  expect(await aws.faults()).toMatchObject([{ matched: 3, met: 1 }])
  expect((await aws.journal()).map(({ status, fault }) => [status, fault])).toEqual([
    [200, ''],
    [503, 'fail'],
    [200, '']
  ])
})

test('a failure may come after the work was done', async () => {
  await aws.setFaults([on('s3:CreateBucket', { kind: 'fail', status: 500, after: true })])
  expect((await createBucket('one')).status).toBe(500)
  expect(await buckets()).toEqual(['one'])
})

test('throttling is each service’s own', async () => {
  await aws.setFaults(
    ['s3:*', 'ecs:*', 'ec2:*'].map((action) => on(action, { kind: 'throttle', retryAfter: 3 }, 'all'))
  )
  const s3 = await readReply(await createBucket('one'))
  expect([s3.status, element(s3, 'Code'), s3.headers.get('retry-after')]).toEqual([503, 'SlowDown', '3'])
  const ecs = await callJson(aws, signed('ecs'), [clusters, {}])
  expect([ecs.status, JSON.parse(ecs.text)]).toEqual([
    400,
    { __type: 'ThrottlingException', message: 'Rate exceeded' }
  ])
  const ec2 = await callForm(aws, { Action: 'DescribeVpcs' }, signed('ec2'))
  expect(element(ec2, 'Code')).toBe('RequestLimitExceeded')
})

test.each([
  ['request', []],
  ['answer', ['one']],
  ['body', ['one']]
] as const)('a connection that is cut at the %s leaves %j behind', async (at, left) => {
  await aws.setFaults([on('s3:CreateBucket', { kind: 'cut', at })])
  await expect(createBucket('one').then((answer) => answer.text())).rejects.toThrow(/fetch failed|terminated/)
  expect(await buckets()).toEqual(left)
  expect((await createBucket('next')).status).toBe(200)
})

test('a wrong answer is the right one but for some fields', async () => {
  await callJson(aws, signed('ecs'), [
    'AmazonEC2ContainerServiceV20141113.CreateCluster',
    { clusterName: 'c' }
  ])
  await aws.setFaults([
    on('ecs:ListClusters', { kind: 'wrong', fields: { 'clusterArns.0': 'arn:other' } }),
    on('sts:GetCallerIdentity', { kind: 'wrong', fields: { Account: '000000000000' } })
  ])
  const answer = await callJson(aws, signed('ecs'), [clusters, {}])
  expect(JSON.parse(answer.text)).toEqual({ clusterArns: ['arn:other'] })
  const who = await callForm(aws, { Action: 'GetCallerIdentity' }, signed('sts'))
  expect(element(who, 'Account')).toBe('000000000000')
})

test('a delayed call is answered all the same, and a fault for GitHub is none of ours', async () => {
  const github: Fault = { service: 'github', match: {}, nth: 'all', effect: { kind: 'cut' } }
  await aws.setFaults([github, on('s3:CreateBucket', { kind: 'delay', ms: 10 })])
  expect((await createBucket('one')).status).toBe(200)
  expect(await aws.faults()).toHaveLength(1)
})

test('a fork begins without faults, and a fault that could not come about is refused by name', async () => {
  await aws.setFaults([on('s3:*', { kind: 'cut' }, 'all')])
  const fork = await aws.fork()
  expect((await send(fork, signed('s3'), { method: 'PUT', path: '/forked' })).status).toBe(200)
  await fork.close()
  await expect(aws.setFaults([on('s3:*', { kind: 'cut' }, 0)])).rejects.toThrow('call number 0')
  await expect(aws.setFaults([on('ecs:UpdateServise', { kind: 'cut' })])).rejects.toThrow(
    "no call of AWS is 'ecs:UpdateServise'"
  )
})

test('a question of DNS meets a fault by the name that is asked for', async () => {
  await aws.createHostedZone('acme.test')
  await aws.setFaults(
    ['aws:DNS *.acme.test:1:cut', 'aws:DNS *.acme.test:2:fail=503', 'aws:DNS acme.test:1:wrong=10.0.0.1'].map(
      parseFault
    )
  )
  const { host, port } = await aws.dns()
  const resolver = new Resolver({ timeout: 300, tries: 1 })
  resolver.setServers([`${host}:${port}`])
  await expect(resolver.resolve4('a.acme.test')).rejects.toMatchObject({ code: 'ETIMEOUT' })
  await expect(resolver.resolve4('a.acme.test')).rejects.toMatchObject({ code: 'ESERVFAIL' })
  await expect(resolver.resolve4('a.acme.test')).rejects.toMatchObject({ code: 'ENOTFOUND' })
  expect(await resolver.resolve4('acme.test')).toEqual(['10.0.0.1'])
  expect((await aws.faults()).map(({ met }) => met)).toEqual([1, 1, 1])
})

test('what the emulator lacks is remembered by name', async () => {
  expect(await aws.defects()).toEqual([])
  for (const _ of [1, 2])
    await callForm(aws, { Action: 'GenerateOrganizationsAccessReport', EntityPath: 'o-1/r-1' }, signed('iam'))
  expect(await aws.defects()).toEqual([
    {
      service: 'iam',
      action: 'GenerateOrganizationsAccessReport',
      reason: expect.stringContaining('does not implement'),
      times: 2
    }
  ])
})
