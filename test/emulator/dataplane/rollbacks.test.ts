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

test('a revision that dies at once opens the circuit breaker, and the service is back at what was good', async () => {
  await startService(platform, group)
  const good = await service(platform)
  const bad = await platform.push('v2', { crash: { code: 3, stderr: ['ImproperlyConfigured: SECRET_KEY'] } })
  await update(platform, { taskDefinition: await platform.define(bad) })
  const failed = await until('it has failed', async () => {
    const now = await service(platform)
    return now.deployments?.find(({ rolloutState }) => rolloutState === 'FAILED')
  })
  expect(failed).toMatchObject({
    rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
    failedTasks: expect.any(Number)
  })
  const back = await untilRollout(platform, 'COMPLETED')
  expect(back).toMatchObject({ taskDefinition: good.taskDefinition, runningCount: 2 })
  expect(sentences(back)).toEqual(
    expect.arrayContaining([
      '(deployment ecs-svc) deployment failed: tasks failed to start.',
      'rolling back to deployment ecs-svc.'
    ])
  )
  expect(await newest(platform)).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    rollback: { serviceRevisionArn: expect.stringContaining(':service-revision/main/api/') },
    deploymentCircuitBreaker: { status: 'TRIGGERED', threshold: 3 }
  })
})

test('without a rollback the deployment stays failed and the old tasks go on', async () => {
  await startService(platform, group, {
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } }
  })
  await update(platform, {
    taskDefinition: await platform.define(await platform.push('v2', { crash: { code: 1 } }))
  })
  const failed = await untilRollout(platform, 'FAILED')
  expect(failed.deployments).toMatchObject([
    { status: 'PRIMARY', rolloutState: 'FAILED' },
    { status: 'ACTIVE', runningCount: 2 }
  ])
  expect(await newest(platform)).toMatchObject({ status: 'STOPPED' })
})

test('the threshold may be a count of its own, and failures that a healthy task does not forgive', async () => {
  const breaker = {
    enable: true,
    rollback: true,
    thresholdConfiguration: { type: 'COUNT' as const, value: 1 }
  }
  await startService(platform, group, {
    desiredCount: 1,
    deploymentConfiguration: { deploymentCircuitBreaker: { ...breaker, resetOnHealthyTask: false } }
  })
  await update(platform, {
    taskDefinition: await platform.define(await platform.push('v2', { crash: { code: 1 } }))
  })
  await until('it is back', async () => (await newest(platform)).status === 'ROLLBACK_SUCCESSFUL')
  expect((await newest(platform)).deploymentCircuitBreaker).toMatchObject({ failureCount: 1, threshold: 1 })
})

test('a first deployment that fails has nothing to roll back to', async () => {
  const taskDefinition = await platform.define('123456789012.dkr.ecr.us-east-1.amazonaws.com/api:v0')
  await createService(platform, { taskDefinition, desiredCount: 1 })
  const failed = await untilRollout(platform, 'FAILED')
  expect(
    sentences(failed).filter((one) =>
      one.startsWith('was unable to place a task. Reason: CannotPullContainerError')
    )
  ).toHaveLength(3)
  expect(await newest(platform)).toMatchObject({
    status: 'ROLLBACK_FAILED',
    statusReason: 'No rollback candidate was found to run the rollback.'
  })
})

test('tasks that never answer well are replaced, with the reason of the load balancer', async () => {
  await startService(platform, group, { desiredCount: 1 })
  await update(platform, {
    taskDefinition: await platform.define(await platform.push('v2', { unhealthyAfter: 0 }))
  })
  const failed = await until('a task was replaced', async () => {
    const now = await service(platform)
    return sentences(now).find((one) => one.includes('is unhealthy'))
  })
  expect(failed).toBe(
    '(task) (port 8000) is unhealthy in (target-group group) due to (reason Health checks failed with these codes: [503])'
  )
  const list = await platform.client.send(
    new ecs.ListTasksCommand({ cluster: 'main', serviceName: 'api', desiredStatus: 'STOPPED' })
  )
  const { tasks = [] } = await platform.client.send(
    new ecs.DescribeTasksCommand({ cluster: 'main', tasks: list.taskArns })
  )
  expect(tasks[0]).toMatchObject({
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: `Task failed ELB health checks in (target-group ${group})`
  })
})

test('a newer deployment supersedes the one under way', async () => {
  await startService(platform, group, { desiredCount: 1 })
  await update(platform, {
    taskDefinition: await platform.define(await platform.push('v2', { startDelay: 600 }))
  })
  const superseded = await until('it is under way', async () => {
    const entry = await newest(platform)
    return entry.status === 'IN_PROGRESS' && entry
  })
  const id = await update(platform, { taskDefinition: await platform.define(await platform.push('v3')) })
  const done = await untilRollout(platform, 'COMPLETED')
  expect(done.deployments?.[0]?.id).toBe(id)
  const arns = [superseded.serviceDeploymentArn ?? '']
  const old = await platform.client.send(
    new ecs.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns })
  )
  expect(old.serviceDeployments).toMatchObject([{ status: 'STOPPED', stoppedAt: expect.any(Date) }])
  expect(await newest(platform)).toMatchObject({ status: 'SUCCESSFUL' })
})

test('a deployment that is stopped goes back to what was good, also without a circuit breaker', async () => {
  await startService(platform, group, {
    desiredCount: 1,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } }
  })
  const good = (await service(platform)).taskDefinition
  await update(platform, {
    taskDefinition: await platform.define(await platform.push('v2', { startDelay: 600 }))
  })
  const { serviceDeploymentArn } = await newest(platform)
  await platform.aws.setClock({ durations: { scheduling: 40 } })
  await platform.client.send(
    new ecs.StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' })
  )
  expect((await newest(platform)).status).toBe('ROLLBACK_REQUESTED')
  const back = await untilRollout(platform, 'COMPLETED')
  expect(back.taskDefinition).toBe(good)
  expect(await newest(platform)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' })
  const again = platform.client.send(new ecs.StopServiceDeploymentCommand({ serviceDeploymentArn }))
  await expect(again).rejects.toMatchObject({ name: 'ConflictException' })
})
