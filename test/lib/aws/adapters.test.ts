import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { readConnection, type AwsConnection } from '../../../lib/aws/connection.ts'
import { ecs } from '../../../lib/aws/ecs.ts'
import { secretsManager } from '../../../lib/aws/secrets-manager.ts'
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

test('a service is told with its counts and its newest events', async () => {
  const connection = await start({
    DescribeServices: () => ({
      services: [
        {
          serviceName: 'web',
          serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web',
          status: 'ACTIVE',
          taskDefinition: 'web:41',
          desiredCount: 2,
          runningCount: 1,
          pendingCount: 1,
          events: [{ message: '(service web) has started 1 tasks' }]
        }
      ]
    })
  })
  await expect(ecs(connection).describeService('prod', 'web')).resolves.toEqual({
    name: 'web',
    arn: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web',
    status: 'ACTIVE',
    taskDefinition: 'web:41',
    desired: 2,
    running: 1,
    pending: 1,
    events: ['(service web) has started 1 tasks']
  })
  expect(fake.calls).toEqual([
    { operation: 'DescribeServices', body: { cluster: 'prod', services: ['web'] } }
  ])
})

test('a cluster is told with its services and tasks', async () => {
  const connection = await start({
    DescribeClusters: () => ({
      clusters: [{ clusterName: 'prod', status: 'ACTIVE', activeServicesCount: 3, runningTasksCount: 6 }]
    })
  })
  await expect(ecs(connection).describeCluster('prod')).resolves.toMatchObject({
    name: 'prod',
    services: 3,
    runningTasks: 6
  })
})

test('what is not there is undefined', async () => {
  const connection = await start({
    DescribeClusters: () => ({ clusters: [] }),
    DescribeServices: () => ({ services: [] })
  })
  await expect(ecs(connection).describeCluster('prod')).resolves.toBeUndefined()
  await expect(ecs(connection).describeService('prod', 'web')).resolves.toBeUndefined()
})

test('an error of AWS keeps its name', async () => {
  const connection = await start({})
  await expect(ecs(connection).describeCluster('prod')).rejects.toMatchObject({
    name: 'AccessDeniedException'
  })
})

test('secrets are listed to the last page as containers, with and without a value', async () => {
  const pages = {
    first: {
      SecretList: [entry('acme/stg/db', { v1: ['AWSCURRENT'] }), entry('ACME/stg/other')],
      NextToken: 'second'
    },
    second: { SecretList: [entry('acme/stg/api')] }
  }
  const connection = await start({
    ListSecrets: ({ body }) => (body['NextToken'] === 'second' ? pages.second : pages.first)
  })
  await expect(secretsManager(connection).listContainers('acme/stg/')).resolves.toEqual([
    { name: 'acme/stg/api', arn: 'arn:acme/stg/api', hasValue: false },
    { name: 'acme/stg/db', arn: 'arn:acme/stg/db', hasValue: true }
  ])
  expect(fake.calls.map(({ operation }) => operation)).toEqual(['ListSecrets', 'ListSecrets'])
})

test('without a region the step before is named', async () => {
  await start({})
  expect(() => readConnection({})).toThrow(/AWS_REGION is not set.*configure-aws-credentials/)
})

const entry = (name: string, stages?: object): object => ({
  Name: name,
  ARN: `arn:${name}`,
  ...(stages === undefined ? {} : { SecretVersionsToStages: stages })
})
