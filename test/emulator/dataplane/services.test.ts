import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import { enter, leave, startPlatform, until, type Platform } from './platform.ts'
import {
  createBalancer,
  createService,
  newest,
  sentences,
  service,
  startService,
  targetHealth,
  untilRollout,
  update
} from './service.ts'

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

test('a service starts its tasks, registers them and says so', async () => {
  await startService(platform, group)
  const steady = await service(platform)
  expect(steady).toMatchObject({ runningCount: 2, pendingCount: 0, desiredCount: 2 })
  expect(steady.deployments).toMatchObject([{ status: 'PRIMARY', rolloutState: 'COMPLETED', failedTasks: 0 }])
  expect(sentences(steady)).toEqual([
    'has started 2 tasks: (task) (task).',
    'registered 1 targets in (target-group group)',
    'registered 1 targets in (target-group group)',
    '(deployment ecs-svc) deployment completed.',
    'has reached a steady state.'
  ])
  expect(await targetHealth(platform.aws, group)).toEqual(['healthy', 'healthy'])
  expect(await newest(platform)).toMatchObject({
    status: 'SUCCESSFUL',
    sourceServiceRevisions: [],
    targetServiceRevision: { requestedTaskCount: 2, runningTaskCount: 2, pendingTaskCount: 0 },
    deploymentCircuitBreaker: { status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 },
    alarms: { status: 'DISABLED' }
  })
})

test('a new revision replaces the tasks without ever having fewer; the old deployment stays until it has drained', async () => {
  await startService(platform, group)
  const before = (await service(platform)).taskDefinition
  const taskDefinition = await platform.define(await platform.push('v2'))
  const id = await update(platform, { taskDefinition })
  const counts: number[] = []
  const seen = new Set<string>()
  const done = await until('it is deployed', async () => {
    const now = await service(platform)
    counts.push((await targetHealth(platform.aws, group)).filter((state) => state === 'healthy').length)
    for (const state of await targetHealth(platform.aws, group)) seen.add(state)
    return now.deployments?.length === 1 && now.deployments[0]?.rolloutState === 'COMPLETED' && now
  })
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(2)
  expect([...seen]).toContain(
    'draining | Target.DeregistrationInProgress | Target deregistration is in progress'
  )
  expect(done.deployments?.[0]).toMatchObject({ id, rolloutStateReason: `ECS deployment ${id} completed.` })
  expect(done.taskDefinition).not.toBe(before)
  expect(sentences(done)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^has stopped \d running tasks: \(task\)/),
      'deregistered 1 targets in (target-group group)',
      'has begun draining connections on 1 tasks.'
    ])
  )
  const entry = await newest(platform)
  expect(entry).toMatchObject({ status: 'SUCCESSFUL', sourceServiceRevisions: [{ requestedTaskCount: 0 }] })
  const arns = [entry.targetServiceRevision?.arn ?? '']
  const { serviceRevisions } = await platform.client.send(
    new ecs.DescribeServiceRevisionsCommand({ serviceRevisionArns: arns })
  )
  expect(serviceRevisions).toMatchObject([
    {
      taskDefinition: done.taskDefinition,
      containerImages: [{ containerName: 'api', imageDigest: expect.stringMatching(/^sha256:/) }]
    }
  ])
})

test('a change of the desired count starts no deployment; zero is steady', async () => {
  await startService(platform, group, { desiredCount: 1 })
  const id = (await service(platform)).deployments?.[0]?.id
  await update(platform, { desiredCount: 2 })
  const more = await until('there are two', async () => {
    const now = await service(platform)
    return now.runningCount === 2 && now
  })
  expect(more.deployments).toMatchObject([{ id, status: 'PRIMARY' }])
  await update(platform, { desiredCount: 0 })
  await until('nothing runs', async () => (await platform.aws.containers()).length === 0)
  expect(await service(platform)).toMatchObject({
    runningCount: 0,
    deployments: [{ id, rolloutState: 'COMPLETED' }]
  })
})

test('a forced deployment of the same revision is a deployment; a task that dies later is replaced', async () => {
  await startService(platform, group, { desiredCount: 1 })
  const [before] = await platform.aws.containers()
  await update(platform, { forceNewDeployment: true })
  await untilRollout(platform, 'COMPLETED')
  const [after] = await platform.aws.containers()
  expect(after?.pid).not.toBe(before?.pid)
  process.kill(after?.pid ?? 0, 'SIGKILL')
  await until('there is another', async () => {
    const [now] = await platform.aws.containers()
    return now !== undefined && now.pid !== after?.pid
  })
})

const healthCheck = {
  command: ['CMD', 'python', '-c', "urlopen('http://127.0.0.1:8000/healthz')"],
  interval: 5,
  retries: 2,
  startPeriod: 5
}

test('a container’s own health check counts: the task is healthy by it, and replaced for it', async () => {
  const good = await platform.define(await platform.push('v1'), { container: { healthCheck } })
  await createService(platform, { taskDefinition: good, desiredCount: 1 })
  await untilRollout(platform, 'COMPLETED')
  const running = await describe({})
  expect(running).toMatchObject([{ healthStatus: 'HEALTHY', containers: [{ healthStatus: 'HEALTHY' }] }])
  const bad = await platform.define(await platform.push('v2', { unhealthyAfter: 0 }), {
    container: { healthCheck }
  })
  await update(platform, { taskDefinition: bad })
  const replaced = await until('one is replaced', async () => {
    const stopped = await describe({ desiredStatus: 'STOPPED' })
    return stopped.find(({ stoppedReason }) => stoppedReason === 'Task failed container health checks')
  })
  expect(replaced).toMatchObject({ stopCode: 'ServiceSchedulerInitiated', healthStatus: 'UNHEALTHY' })
})

async function describe(
  filter: Readonly<{ desiredStatus?: ecs.DesiredStatus }>
): Promise<readonly ecs.Task[]> {
  const list = new ecs.ListTasksCommand({ cluster: 'main', serviceName: 'api', ...filter })
  const { taskArns = [] } = await platform.client.send(list)
  if (taskArns.length === 0) return []
  const { tasks = [] } = await platform.client.send(
    new ecs.DescribeTasksCommand({ cluster: 'main', tasks: taskArns })
  )
  return tasks
}
