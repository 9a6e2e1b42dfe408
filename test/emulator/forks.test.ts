import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { connectAws, controlHeaders, rootCredentials, type Aws } from '../../lab/aws/aws.ts'
import { signRequest } from '../../lab/aws/sign.ts'
import { refuseRootCalls, rootCallsIn } from '../seeds/root-calls.ts'
import { callForm, clientOptions, python, send, signed, startForTests } from './start.ts'

let aws: Aws

beforeAll(async () => {
  aws = await startForTests()
})

afterAll(() => aws?.close())

async function createBucket(on: Aws, name: string): Promise<void> {
  const answer = await send(on, signed('s3'), { method: 'PUT', path: `/${name}` })
  expect(answer.status).toBe(200)
}

async function buckets(on: Aws): Promise<readonly string[]> {
  const all = await on.resources()
  return all.filter(({ type }) => type === 'bucket').map(({ name }) => name)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Resolves when the process is gone; bounded by the test's own timeout. */
async function awaitEnd(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('a fork begins with what was there and then goes its own way', async () => {
  await createBucket(aws, 'seeded')
  const [left, right] = [await aws.fork(), await aws.fork()]
  await createBucket(left, 'left-only')
  await createBucket(right, 'right-only')
  expect(await buckets(aws)).toEqual(['seeded'])
  expect(await buckets(left)).toEqual(['seeded', 'left-only'])
  expect(await buckets(right)).toEqual(['seeded', 'right-only'])
  await Promise.all([left.close(), right.close()])
  expect([left.pid, right.pid].filter(isAlive)).toEqual([])
  expect(await buckets(aws)).toEqual(['seeded'])
})

test('a fork counts its own calls only', async () => {
  const copy = await aws.fork()
  await createBucket(copy, 'counted')
  const calls = await copy.journal()
  expect(calls.map(({ service, action, status }) => [service, action, status])).toEqual([
    ['s3', 'CreateBucket', 200]
  ])
  expect(calls[0]?.principal).toBe('arn:aws:iam::123456789012:root')
  await copy.close()
})

test('forks are taken between requests, however many are in flight', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `busy-${index}`)
  const creating = names.map((name) => createBucket(aws, name))
  const copies = await Promise.all([aws.fork(), aws.fork(), aws.fork()])
  await Promise.all(creating)
  for (const copy of copies) await createBucket(copy, 'still-works')
  expect((await buckets(aws)).filter((name) => name.startsWith('busy-'))).toHaveLength(names.length)
  await Promise.all(copies.map((copy) => copy.close()))
})

test('a fork can be forked, and closing the first ends all of them', async () => {
  const first = await startForTests()
  const second = await first.fork()
  const third = await second.fork()
  await createBucket(third, 'deep')
  await first.close()
  await Promise.all([first.pid, second.pid, third.pid].map(awaitEnd))
  expect([first.pid, second.pid, third.pid].filter(isAlive)).toEqual([])
})

test('AWS and its forks end with the process that started them, even when that is killed', async () => {
  const program = `
    const { startAws } = await import(process.argv[1])
    const aws = await startAws({ python: process.argv[2] })
    console.log([aws.pid, (await aws.fork()).pid].join(' '))`
  const module = new URL('../../lab/aws/aws.ts', import.meta.url).href
  const owner = spawn(process.execPath, ['--input-type=module', '-e', program, module, python], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' }
  })
  const line = await new Promise<string>((resolve) =>
    createInterface({ input: owner.stdout }).once('line', resolve)
  )
  const pids = line.split(' ').map(Number)
  expect(pids.filter(isAlive)).toHaveLength(2)
  owner.kill('SIGKILL')
  await Promise.all(pids.map(awaitEnd))
  expect(pids.filter(isAlive)).toEqual([])
})

test('an AWS that another process started is reached by its address', async () => {
  const copy = await aws.fork()
  const same = await connectAws(copy.url)
  await createBucket(same, 'by-address')
  expect(same.pid).toBe(copy.pid)
  expect(await buckets(copy)).toContain('by-address')
  await same.close()
  expect(isAlive(copy.pid)).toBe(false)
})

test('reset leaves an empty account', async () => {
  const copy = await aws.fork()
  await createBucket(copy, 'passing')
  await copy.reset()
  expect(await copy.resources()).toEqual([])
  expect(await copy.journal()).toEqual([])
  await copy.close()
})

test('an unknown control route names those there are', async () => {
  const answer = await fetch(`${aws.url}/_lab/frok`, { method: 'POST', headers: controlHeaders })
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('POST fork')
})

test('nobody but the owner reaches the lab’s own API, or is the account’s owner', async () => {
  for (const headers of [{}, { authorization: 'Bearer test' }])
    expect((await fetch(`${aws.url}/_lab/journal`, { headers })).status).toBe(403)
  const guess = signed('sts', { accessKeyId: 'test', secretAccessKey: 'test' })
  const answer = await send(aws, guess, { path: '/?Action=GetCallerIdentity&Version=2011-06-15' })
  expect(answer.status).toBe(403)
})

test('a Python without the emulator is named in the refusal', async () => {
  const { startAws } = await import('../../lab/aws/aws.ts')
  await expect(startAws({ python: '/nonexistent/python' })).rejects.toThrow(
    'AWS did not start with /nonexistent/python'
  )
})

test('a call of the owner’s is known by who makes it, and one that a job makes with the owner’s key is found', async () => {
  const whoami = { Action: 'GetCallerIdentity', Version: '2011-06-15' }
  await callForm(aws, whoami, signed('sts'))
  await new STSClient(clientOptions(aws)).send(new GetCallerIdentityCommand({}))
  expect(rootCallsIn(await aws.journal())).toEqual([])

  const url = `${aws.url}/?Action=GetCallerIdentity`
  const headers = { ...signRequest({ url, service: 'sts' }, rootCredentials), 'user-agent': 'curl/8' }
  expect((await fetch(url, { headers })).status).toBe(200)
  const calls = await aws.journal()
  expect(() => refuseRootCalls(calls)).toThrow('sts:GetCallerIdentity / by curl/8')
})
