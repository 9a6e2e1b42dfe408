import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../../lab/aws/aws.ts'
import { containerOf, enter, leave, startPlatform, until, untilStatus, type Platform } from './platform.ts'

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

const running = (...words: readonly string[]): ecs.TaskOverride => ({
  containerOverrides: [{ name: 'api', command: [...words] }]
})
const migrate = running('python', 'manage.py', 'migrate')

test('a task goes through the states of AWS with its times, and ends with the code of its container', async () => {
  const migrations = [{ app: 'tenants', name: '0001_initial', seconds: 10 }]
  const taskDefinition = await platform.define(await platform.push('v1', { migrations }))
  const started = await platform.run({ taskDefinition, overrides: migrate, startedBy: 'caliber-migrate/api' })
  expect(started).toMatchObject({
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    platformVersion: '1.4.0'
  })
  expect(started.taskArn).toMatch(/:task\/main\/[0-9a-f]{32}$/)
  const seen = new Set<string | undefined>()
  const stopped = await until('it has stopped', async () => {
    const task = await platform.look(started)
    seen.add(task?.lastStatus)
    return task?.lastStatus === 'STOPPED' && task
  })
  for (const status of ['PENDING', 'RUNNING', 'DEPROVISIONING']) expect([...seen]).toContain(status)
  expect(stopped).toMatchObject({
    desiredStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    startedBy: 'caliber-migrate/api'
  })
  const { createdAt, pullStartedAt, pullStoppedAt, startedAt, stoppingAt, stoppedAt } = stopped
  const times = [createdAt, pullStartedAt, pullStoppedAt, startedAt, stoppingAt, stoppedAt].map(Number)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(containerOf(stopped)).toMatchObject({ exitCode: 0, lastStatus: 'STOPPED' })
  expect(containerOf(stopped).imageDigest).toMatch(/^sha256:[0-9a-f]{64}$/)
})

test('DescribeTasks does not know a task in the first moment', async () => {
  await platform.aws.setClock({ durations: { visibility: 30 } })
  const started = await platform.run({ taskDefinition: await platform.define(await platform.push('v1')) })
  const describe = new ecs.DescribeTasksCommand({ cluster: 'main', tasks: [started.taskArn ?? ''] })
  expect(await platform.client.send(describe)).toMatchObject({
    tasks: [],
    failures: [{ arn: started.taskArn, reason: 'MISSING' }]
  })
  await until('it is known', () => platform.look(started))
})

test('an image that is not in the registry, and one whose program is not in it, never start', async () => {
  const missing = `${(await platform.push('v1')).replace(':v1', '')}:v9`
  const first = await platform.run({ taskDefinition: await platform.define(missing) })
  const notPulled = await untilStatus(platform, first, 'STOPPED')
  const reason = `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${missing}: ${missing}: not found`
  expect(notPulled).toMatchObject({ stopCode: 'TaskFailedToStart', stoppedReason: reason })
  expect(containerOf(notPulled)).toMatchObject({ reason })
  expect(containerOf(notPulled)).not.toHaveProperty('exitCode')

  const taskDefinition = await platform.define(await platform.push('v1'))
  const second = await platform.run({ taskDefinition, overrides: running('rails', 'server') })
  const notStarted = await untilStatus(platform, second, 'STOPPED')
  expect(notStarted).toMatchObject({ stopCode: 'TaskFailedToStart', stoppedReason: 'Task failed to start' })
  expect(containerOf(notStarted).reason).toContain('exec: "rails": executable file not found in $PATH')
})

test('a side-car that ends leaves the task alone; its own code is told beside the application’s', async () => {
  const image = await platform.push('v1', { sidecars: { agent: { exitCode: 3 } } })
  const others = [{ name: 'agent', image: 'public.ecr.aws/agent:1', essential: false }]
  const task = await platform.run({ taskDefinition: await platform.define(image, { others }) })
  const up = await untilStatus(platform, task, 'RUNNING')
  expect(containerOf(up, 'agent')).toMatchObject({ lastStatus: 'STOPPED', exitCode: 3 })
  expect(containerOf(up)).toMatchObject({ lastStatus: 'RUNNING' })
  await platform.client.send(
    new ecs.StopTaskCommand({ cluster: 'main', task: task.taskArn ?? '', reason: 'enough' })
  )
  const stopped = await untilStatus(platform, task, 'STOPPED')
  expect(stopped).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'enough' })
  expect(containerOf(stopped)).toMatchObject({ exitCode: 0 })
  expect(containerOf(stopped, 'agent')).toMatchObject({ exitCode: 3 })
})

test('an essential side-car takes the task with it, and others wait for what they depend on', async () => {
  const image = await platform.push('v1')
  const setup = await platform.push('setup', { crash: { code: 7, after: 20 } })
  const others = [{ name: 'setup', image: setup, essential: true }]
  const container = { dependsOn: [{ containerName: 'setup', condition: 'SUCCESS' as const }] }
  const task = await platform.run({ taskDefinition: await platform.define(image, { container, others }) })
  const stopped = await untilStatus(platform, task, 'STOPPED')
  expect(stopped).toMatchObject({ stopCode: 'EssentialContainerExited' })
  expect(containerOf(stopped, 'setup')).toMatchObject({ exitCode: 7 })
  expect(containerOf(stopped)).not.toHaveProperty('exitCode')
})

test('what ignores SIGTERM is killed after its stop timeout, what dies of it says so', async () => {
  const stubborn = await platform.push('v1', { ignoreSigterm: true })
  const serving = await platform.run({
    taskDefinition: await platform.define(stubborn, { container: { stopTimeout: 5 } })
  })
  const hanging = await platform.push('v2', { migrations: [{ app: 'a', name: '0001', hangs: true }] })
  const migrating = await platform.run({ taskDefinition: await platform.define(hanging), overrides: migrate })
  const codes: (number | undefined)[] = []
  for (const task of [serving, migrating]) {
    await untilStatus(platform, task, 'RUNNING')
    await platform.client.send(new ecs.StopTaskCommand({ cluster: 'main', task: task.taskArn ?? '' }))
    codes.push(containerOf(await untilStatus(platform, task, 'STOPPED')).exitCode)
  }
  expect(codes).toEqual([137, 143])
})

test('a container without memory left is killed, and the reason says so', async () => {
  const taskDefinition = await platform.define(await platform.push('v1', { outOfMemoryAfter: 10 }))
  const stopped = await untilStatus(platform, await platform.run({ taskDefinition }), 'STOPPED')
  expect(containerOf(stopped)).toMatchObject({
    exitCode: 137,
    reason: 'OutOfMemoryError: Container killed due to memory usage'
  })
})

test('a token starts one task however often it is sent, and never another', async () => {
  const taskDefinition = await platform.define(await platform.push('v1'))
  const request = { taskDefinition, clientToken: 'run-1' }
  const [first, again] = [await platform.run(request), await platform.run(request)]
  expect(again.taskArn).toBe(first.taskArn)
  await expect(platform.run({ ...request, startedBy: 'somebody else' })).rejects.toMatchObject({
    name: 'ConflictException',
    resourceIds: [first.taskArn]
  })
})

test('a task is found by who started it, carries tags, provider and its network attachment', async () => {
  const taskDefinition = await platform.define(await platform.push('v1'))
  const task = await platform.run({
    taskDefinition,
    startedBy: 'caliber-migrate/api',
    tags: [{ key: 'Env', value: 'stg' }],
    enableECSManagedTags: true
  })
  await until('it is known', () => platform.look(task))
  const list = (input: object) =>
    platform.client.send(new ecs.ListTasksCommand({ cluster: 'main', ...input }))
  expect((await list({ startedBy: 'caliber-migrate/api' })).taskArns).toEqual([task.taskArn])
  expect((await list({ startedBy: 'nobody' })).taskArns).toEqual([])
  await expect(list({ startedBy: 'caliber-migrate/api', family: 'api' })).rejects.toThrow('only filter')
  expect(task.tags).toEqual([
    { key: 'Env', value: 'stg' },
    { key: 'aws:ecs:clusterName', value: 'main' }
  ])
  const details = task.attachments?.[0]?.details?.map(({ name }) => name)
  expect(details).toEqual(expect.arrayContaining(['subnetId', 'networkInterfaceId', 'privateIPv4Address']))
})

test('RunTask lists the placements that failed and answers 200', async () => {
  await platform.aws.failPlacements([{ reason: 'RESOURCE:ENI', times: 1 }])
  const taskDefinition = await platform.define(await platform.push('v1'))
  const request = new ecs.RunTaskCommand({
    cluster: 'main',
    taskDefinition,
    launchType: 'FARGATE',
    networkConfiguration: platform.network
  })
  expect(await platform.client.send(request)).toMatchObject({
    tasks: [],
    failures: [{ reason: 'RESOURCE:ENI' }]
  })
  expect((await platform.client.send(request)).tasks).toHaveLength(1)
})

test('a definition comes back with what AWS adds to it; Fargate needs a role for images of ECR', async () => {
  const taskDefinition = await platform.define(await platform.push('v1'))
  const described = await platform.client.send(new ecs.DescribeTaskDefinitionCommand({ taskDefinition }))
  expect(described.taskDefinition).toMatchObject({
    status: 'ACTIVE',
    registeredAt: expect.any(Date),
    registeredBy: 'arn:aws:iam::123456789012:root',
    compatibilities: ['EC2', 'FARGATE'],
    requiresAttributes: expect.arrayContaining([{ name: 'ecs.capability.execution-role-ecr-pull' }])
  })
  const { containerDefinitions, family } = described.taskDefinition ?? {}
  const request = { family, containerDefinitions, cpu: '256', memory: '512' }
  const bare = new ecs.RegisterTaskDefinitionCommand({
    ...request,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE']
  })
  await expect(platform.client.send(bare)).rejects.toThrow(
    'Fargate requires task definition to have execution role ARN to support ECR images.'
  )
})

test('an override of a container that is not there, and an inactive revision, are refused', async () => {
  const taskDefinition = await platform.define(await platform.push('v1'))
  const overrides = { containerOverrides: [{ name: 'web', command: ['python'] }] }
  await expect(platform.run({ taskDefinition, overrides })).rejects.toThrow(
    'Override for container named web is not a container in the TaskDefinition.'
  )
  await platform.client.send(new ecs.DeregisterTaskDefinitionCommand({ taskDefinition }))
  await expect(platform.run({ taskDefinition })).rejects.toThrow('TaskDefinition is inactive')
})
