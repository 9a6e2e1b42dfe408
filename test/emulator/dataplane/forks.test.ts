import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import { visit } from '../../../lab/aws/dataplane/visit.ts'
import { containerOf, enter, leave, startPlatform, until, untilStatus, type Platform } from './platform.ts'
import { createBalancer, service, startService, untilRollout, update } from './service.ts'

let seeded: Aws
let platform: Platform
let group: string

beforeAll(async () => {
  seeded = await startPlatform()
  group = await createBalancer(seeded)
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  platform = await enter(await seeded.fork())
})
afterEach(() => leave(platform?.aws))

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const pids = async (aws: Aws): Promise<readonly number[]> => (await aws.containers()).map(({ pid }) => pid)
const untilGone = (gone: readonly number[]) => until('they are gone', async () => !gone.some(isAlive))

test('a fork of a running service has processes, listeners and time of its own, and its parent’s go on', async () => {
  await startService(platform, group)
  const parents = await pids(platform.aws)
  const copy = await enter(await platform.aws.fork())
  expect((await service(copy)).runningCount).toBe(2)
  const own = await until('its processes are up', async () => {
    const found = await pids(copy.aws)
    return found.length === 2 && found
  })
  expect(own.filter((pid) => parents.includes(pid))).toEqual([])
  await update(copy, { taskDefinition: await copy.define(await copy.push('v2')) })
  await untilRollout(copy, 'COMPLETED')
  const version = async (aws: Aws) =>
    (await visit(await aws.edges(), 'http://api.acme.test/version')).headers['x-app-version']
  expect([await version(copy.aws), await version(platform.aws)]).toEqual(['v2', 'v1'])
  const left = await pids(copy.aws)
  await copy.aws.close()
  await untilGone(left)
  expect(await pids(platform.aws)).toEqual(parents)
})

test('a fork that nobody looks at starts nothing, and its time stands still', async () => {
  await startService(platform, group, { desiredCount: 1 })
  await update(platform, {
    taskDefinition: await platform.define(await platform.push('v2', { startDelay: 30 }))
  })
  const copy = await enter(await platform.aws.fork())
  await untilRollout(platform, 'COMPLETED')
  expect((await service(copy)).deployments?.[0]?.rolloutState).toBe('IN_PROGRESS')
  await untilRollout(copy, 'COMPLETED')
  await copy.aws.close()
})

test('a migration that was at it in the parent is at it in the fork, and both end', async () => {
  const migrations = [{ app: 'a', name: '0001', seconds: 60 }]
  const taskDefinition = await platform.define(await platform.push('v1', { migrations }))
  const overrides = { containerOverrides: [{ name: 'api', command: ['python', 'manage.py', 'migrate'] }] }
  const task = await platform.run({ taskDefinition, overrides })
  await untilStatus(platform, task, 'RUNNING')
  const copy = await enter(await platform.aws.fork())
  for (const one of [copy, platform]) {
    expect(containerOf(await untilStatus(one, task, 'STOPPED')).exitCode).toBe(0)
    expect(await one.aws.databases()).toEqual({ default: ['a.0001'] })
  }
  await copy.aws.close()
})

test('a reset ends what runs, and nothing of it comes back', async () => {
  await startService(platform, group)
  const running = await pids(platform.aws)
  await platform.aws.reset()
  await untilGone(running)
  expect(await platform.aws.containers()).toEqual([])
  expect(await platform.aws.resources()).toEqual([])
})

test('processes end with their AWS even when it is killed, and those of its forks with them', async () => {
  const first = await enter(await startPlatform())
  const taskDefinition = await first.define(await first.push('v1', { ignoreSigterm: true }))
  await untilStatus(first, await first.run({ taskDefinition }), 'RUNNING')
  const copy = await first.aws.fork()
  const theirs = await until('the fork has its own', async () => {
    const found = await pids(copy)
    return found.length > 0 && found
  })
  const all = [first.aws.pid, copy.pid, ...(await pids(first.aws)), ...theirs]
  expect(all.filter(isAlive)).toHaveLength(4)
  process.kill(first.aws.pid, 'SIGKILL')
  await untilGone(all)
})

test('tasks of images that nobody has pushed idle: no process, no time, as before', async () => {
  const taskDefinition = await platform.define('docker.io/library/nginx:1')
  const task = await platform.run({ taskDefinition })
  const seen: (string | undefined)[] = []
  for (let looks = 0; looks < 4; looks++) seen.push((await platform.look(task))?.lastStatus)
  expect(seen).toEqual(['PENDING', 'ACTIVATING', 'RUNNING', 'RUNNING'])
  expect(await platform.aws.containers()).toEqual([])
  await platform.client.send(new ecs.StopTaskCommand({ cluster: 'main', task: task.taskArn ?? '' }))
  expect(await platform.look(task)).toMatchObject({ lastStatus: 'STOPPED', stopCode: 'UserInitiated' })
})
