import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { readConnection, type AwsConnection } from '../../../lib/aws/connection.ts'
import { ecr } from '../../../lib/aws/ecr.ts'
import { ecsCall } from '../../../lib/aws/ecs-client.ts'
import { serviceDeployments } from '../../../lib/aws/ecs-service-deployments.ts'
import { services } from '../../../lib/aws/ecs-services.ts'
import { taskDefinitions } from '../../../lib/aws/ecs-task-definitions.ts'
import { tasks } from '../../../lib/aws/ecs-tasks.ts'
import { parameters } from '../../../lib/aws/parameters.ts'
import { startFakeAws, type FakeAws } from '../../fakes/aws-api.ts'

let fake: FakeAws
const KEYS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
const before: Record<string, string | undefined> = {}

beforeAll(() => {
  for (const [name, value] of Object.entries(KEYS)) {
    before[name] = process.env[name]
    process.env[name] = value
  }
})
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})
afterEach(() => fake.close())

const start = async (answers: Parameters<typeof startFakeAws>[0]): Promise<AwsConnection> => {
  fake = await startFakeAws(answers)
  return readConnection({ AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: fake.url })
}

const PLACE = { cluster: 'prod', service: 'web' }
const SERVICE = {
  serviceName: 'web',
  serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web',
  clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
  status: 'ACTIVE',
  taskDefinition: 'web:41',
  desiredCount: 2,
  runningCount: 1,
  pendingCount: 1,
  launchType: 'FARGATE',
  deploymentConfiguration: {
    minimumHealthyPercent: 50,
    deploymentCircuitBreaker: { enable: true, rollback: true }
  },
  loadBalancers: [{ containerPort: 80 }],
  deployments: [
    { id: 'ecs-svc/1', status: 'PRIMARY', rolloutState: 'COMPLETED', createdAt: 5, failedTasks: 1 }
  ],
  events: [{ id: 'e', createdAt: 7, message: '(service web) has started 1 tasks' }]
}

test('a service is told with its deployments, its events and where its tasks run', async () => {
  const connection = await start({ DescribeServices: () => ({ services: [SERVICE] }) })
  expect(await services(connection).describeService(PLACE)).toMatchObject({
    name: 'web',
    cluster: 'prod',
    controller: 'ECS',
    desired: 2,
    running: 1,
    pending: 1,
    hasLoadBalancer: true,
    minimumHealthyPercent: 50,
    rollsBack: true,
    deployments: [{ id: 'ecs-svc/1', rolloutState: 'COMPLETED', failed: 1, createdAt: 5000 }],
    events: [{ id: 'e', at: 7000, text: '(service web) has started 1 tasks' }],
    placement: { launchType: 'FARGATE' }
  })
})

test('an update sends what it changes and nothing else', async () => {
  const connection = await start({ UpdateService: () => ({ service: SERVICE }) })
  const { updateService } = services(connection)
  await updateService(PLACE, { taskDefinition: 'web:42' })
  await updateService(PLACE, { force: true })
  await updateService(PLACE, { desiredCount: 0 })
  expect(fake.calls.map(({ body }) => body)).toEqual([
    { ...PLACE, taskDefinition: 'web:42' },
    { ...PLACE, forceNewDeployment: true },
    { ...PLACE, desiredCount: 0 }
  ])
})

test('service deployments are told newest first, and one of them whole', async () => {
  const brief = (id: number) => ({
    serviceDeploymentArn: `arn:${id}`,
    status: 'SUCCESSFUL',
    createdAt: id,
    targetServiceRevisionArn: `r${id}`
  })
  const connection = await start({
    ListServiceDeployments: () => ({ serviceDeployments: [brief(1), brief(3), brief(2)] }),
    DescribeServiceDeployments: ({ body }) =>
      String(body['serviceDeploymentArns']) === 'arn:3'
        ? {
            serviceDeployments: [
              {
                ...brief(3),
                status: 'ROLLBACK_SUCCESSFUL',
                targetServiceRevision: { arn: 'r3', requestedTaskCount: 2, runningTaskCount: 1 },
                deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
                rollback: { serviceRevisionArn: 'r2' }
              }
            ]
          }
        : { serviceDeployments: [], failures: [{ reason: 'MISSING' }] }
  })
  const port = serviceDeployments(connection)
  expect((await port.listDeployments(PLACE)).map(({ arn }) => arn)).toEqual(['arn:3', 'arn:2', 'arn:1'])
  expect(await port.describeDeployment(PLACE, 'arn:3')).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    target: { arn: 'r3', requested: 2, running: 1, pending: 0 },
    failures: 3,
    threshold: 3,
    rollbackRevision: 'r2'
  })
  expect(await port.describeDeployment(PLACE, 'arn:9')).toBeUndefined()
})

test('a task definition keeps the fields that the SDK does not know, there and back', async () => {
  const described = {
    family: 'web',
    revision: 7,
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
    status: 'ACTIVE',
    futureField: { on: '' },
    containerDefinitions: [{ name: 'api', image: 'app:1', environment: [], newThing: [] }]
  }
  const tags = [{ key: 'Env', value: 'prod' }]
  const connection = await start({
    DescribeTaskDefinition: () => ({ taskDefinition: described, tags }),
    RegisterTaskDefinition: () => ({ taskDefinition: { ...described, revision: 8 } })
  })
  const port = taskDefinitions(connection)
  const found = await port.describeDefinition('web')
  expect(found).toMatchObject({ revision: 'web:7', isActive: true, definition: { futureField: { on: '' } } })
  expect(await port.registerDefinition(found!.definition)).toMatchObject({ revision: 'web:8' })
  expect(fake.calls[1]?.body).toEqual({
    family: 'web',
    futureField: { on: '' },
    containerDefinitions: [{ name: 'api', image: 'app:1', environment: [], newThing: [] }],
    tags
  })
})

test('a task is told with its times and the ends of its containers', async () => {
  const connection = await start({
    ListTasks: () => ({ taskArns: ['arn:task/prod/1'] }),
    DescribeTasks: () => ({
      tasks: [
        {
          taskArn: 'arn:task/prod/1',
          stopCode: 'EssentialContainerExited',
          createdAt: 1,
          startedAt: 2,
          containers: [
            { name: 'api', exitCode: 0 },
            { name: 'log', reason: 'CannotPullContainerError' }
          ]
        }
      ]
    })
  })
  const port = tasks(connection)
  const arns = await port.listTasks({ ...PLACE, desiredStatus: 'STOPPED' })
  const [task] = await port.describeTasks('prod', arns)
  expect(task).toMatchObject({
    id: '1',
    createdAt: 1000,
    startedAt: 2000,
    stopCode: 'EssentialContainerExited'
  })
  expect(task).not.toHaveProperty('pullStartedAt')
  expect(task?.containers).toMatchObject([
    { name: 'api', exitCode: 0 },
    { reason: 'CannotPullContainerError' }
  ])
  expect(task?.containers[1]).not.toHaveProperty('exitCode')
})

test('credentials that have expired are a sentence with the way to get new ones', async () => {
  await start({})
  const refused = Promise.reject(Object.assign(new Error('expired'), { name: 'ExpiredTokenException' }))
  await expect(ecsCall({ operation: 'RunTask', on: 'web:1', resource: '*' }, refused)).rejects.toThrow(
    'ECS RunTask on web:1 has no credentials that AWS takes (ExpiredTokenException). Run aws-actions/configure-aws-credentials'
  )
})

test('what AWS refuses is a sentence with the permission, and keeps its name', async () => {
  const connection = await start({})
  const name = 'AccessDeniedException'
  await expect(services(connection).updateService(PLACE, { force: true })).rejects.toMatchObject({
    name,
    message:
      "ECS UpdateService on service 'web' of cluster 'prod' is denied. The role of this job needs ecs:UpdateService on service/prod/web."
  })
  await expect(parameters(connection).readParameter('/app/image')).rejects.toMatchObject({
    name,
    message: expect.stringContaining('needs ssm:GetParameter on parameter/app/image')
  })
  const repository = { account: '123456789012', region: 'eu-west-1', name: 'api' }
  await expect(ecr(connection).digestOf(repository, 'v1')).rejects.toMatchObject({
    name,
    message: expect.stringContaining('needs ecr:DescribeImages on repository/api')
  })
})

test('a parameter is read and replaced, a tag is resolved', async () => {
  const connection = await start({
    GetParameter: () => ({ Parameter: { Value: 'app:1' } }),
    PutParameter: () => ({ Version: 2 }),
    DescribeImages: () => ({ imageDetails: [{ imageDigest: 'sha256:1' }] })
  })
  expect(await parameters(connection).readParameter('/app/image')).toBe('app:1')
  await parameters(connection).writeParameter('/app/image', 'app:2')
  expect(fake.calls[1]?.body).toEqual({ Name: '/app/image', Value: 'app:2', Overwrite: true })
  const repository = { account: '123456789012', region: 'eu-west-1', name: 'api' }
  expect(await ecr(connection).digestOf(repository, 'v1')).toBe('sha256:1')
  expect(fake.calls[2]?.body).toMatchObject({ registryId: '123456789012', imageIds: [{ imageTag: 'v1' }] })
})
