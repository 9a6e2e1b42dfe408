import { afterEach, afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import * as secrets from '@aws-sdk/client-secrets-manager'
import type { Aws } from '../../lab/aws/aws.ts'
import { callForm, clientOptions, element, reply, signed, startForTests, type Reply } from './start.ts'

let seeded: Aws
let aws: Aws

beforeAll(async () => {
  seeded = await startForTests()
}, 60_000)
afterAll(() => seeded?.close())
beforeEach(async () => {
  aws = await seeded.fork()
})
afterEach(() => aws?.close())

// --- what is not implemented

async function callJson(target: string, service: string): Promise<Reply> {
  const headers = { ...signed(service), 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' }
  return reply(await fetch(aws.url, { method: 'POST', headers, body: '{}' }))
}

test('an operation that is not implemented is a 501 that names it, in the JSON protocol', async () => {
  const answer = await callJson('AmazonEC2ContainerServiceV20141113.StopServiceDeployment', 'ecs')
  expect(answer.status).toBe(501)
  expect(JSON.parse(answer.text)).toMatchObject({
    __type: 'NotImplemented',
    message: expect.stringContaining('stop_service_deployment')
  })
})

test('… and in the XML of EC2, IAM and S3', async () => {
  const ec2 = await callForm(aws, { Action: 'CreateCoipPool' }, signed('ec2'))
  expect([ec2.status, element(ec2, 'Code')]).toEqual([501, 'NotImplemented'])
  expect(ec2.text).toContain('<Response><Errors><Error>')
  const iam = await callForm(aws, { Action: 'GenerateOrganizationsAccessReport' }, signed('iam'))
  expect([iam.status, element(iam, 'Code')]).toEqual([501, 'NotImplemented'])
})

test('a route and a service that do not exist are 501 too, not "not found"', async () => {
  const route = await reply(await fetch(`${aws.url}/2099-01-01/nothing/here`, { headers: signed('backup') }))
  expect([route.status, route.text]).toEqual([
    501,
    expect.stringContaining('no route for GET /2099-01-01/nothing/here')
  ])
  expect((await callJson('Nothing.DoIt', 'nothing')).status).toBe(501)
})

test('an SDK gives up on it at once', async () => {
  const client = new ecs.ECSClient({ ...clientOptions(aws), maxAttempts: 5 })
  const failure = await client
    .send(new ecs.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: ['a'] }))
    .catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501, attempts: 1 } })
})

// --- the lock of Terraform's S3 backend

const lock = () => `${aws.url}/state/caliber.tfstate.tflock`

function takeLock(): Promise<number> {
  const headers = { ...signed('s3'), 'if-none-match': '*', 'content-type': 'application/json' }
  return fetch(lock(), { method: 'PUT', headers, body: '{"ID":"1"}' }).then(({ status }) => status)
}

async function createVersionedBucket(): Promise<void> {
  await fetch(`${aws.url}/state`, { method: 'PUT', headers: signed('s3') })
  const body = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
  await fetch(`${aws.url}/state?versioning`, { method: 'PUT', headers: signed('s3'), body })
}

test('a lock that is held cannot be taken, and can be once it was released', async () => {
  await createVersionedBucket()
  expect([await takeLock(), await takeLock()]).toEqual([200, 412])
  expect((await fetch(lock(), { method: 'DELETE', headers: signed('s3') })).status).toBe(204)
  expect([await takeLock(), await takeLock()]).toEqual([200, 412])
})

test('of many who want the lock at once exactly one gets it', async () => {
  await createVersionedBucket()
  const statuses = await Promise.all(Array.from({ length: 24 }, takeLock))
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 412)).toHaveLength(23)
})

// --- ECS

async function createSubnet(): Promise<string> {
  const vpc = await callForm(aws, { Action: 'CreateVpc', CidrBlock: '10.0.0.0/16' }, signed('ec2'))
  const subnet = { Action: 'CreateSubnet', VpcId: element(vpc, 'vpcId'), CidrBlock: '10.0.1.0/24' }
  return element(await callForm(aws, subnet, signed('ec2')), 'subnetId')
}

async function createService(client: ecs.ECSClient, desiredCount: number): Promise<ecs.Service | undefined> {
  await client.send(new ecs.CreateClusterCommand({ clusterName: 'main' }))
  await client.send(
    new ecs.PutClusterCapacityProvidersCommand({
      cluster: 'main',
      capacityProviders: ['FARGATE'],
      defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE', base: 1, weight: 100 }]
    })
  )
  await client.send(
    new ecs.RegisterTaskDefinitionCommand({
      family: 'web',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [
        { name: 'web', image: 'web:1' },
        { name: 'sidecar', image: 'sidecar:1', essential: false }
      ]
    })
  )
  const { service } = await client.send(
    new ecs.CreateServiceCommand({
      cluster: 'main',
      serviceName: 'web',
      taskDefinition: 'web',
      desiredCount,
      enableExecuteCommand: true,
      propagateTags: 'SERVICE',
      availabilityZoneRebalancing: 'ENABLED',
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
      networkConfiguration: { awsvpcConfiguration: { subnets: [await createSubnet()] } }
    })
  )
  return service
}

async function look(client: ecs.ECSClient): Promise<ecs.Service | undefined> {
  const { services } = await client.send(
    new ecs.DescribeServicesCommand({ cluster: 'main', services: ['web'] })
  )
  return services?.[0]
}

test('a service at zero tasks comes back as it was sent and is steady at the first look', async () => {
  const client = new ecs.ECSClient(clientOptions(aws))
  const created = await createService(client, 0)
  expect(created).toMatchObject({
    capacityProviderStrategy: [{ capacityProvider: 'FARGATE', base: 1, weight: 100 }],
    enableExecuteCommand: true,
    propagateTags: 'SERVICE',
    availabilityZoneRebalancing: 'ENABLED',
    platformVersion: 'LATEST',
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true },
      maximumPercent: 200
    },
    networkConfiguration: { awsvpcConfiguration: { securityGroups: [], assignPublicIp: 'DISABLED' } }
  })
  expect(created?.launchType).toBeUndefined()
  const service = await look(client)
  expect(service?.deployments).toMatchObject([
    { status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 0 }
  ])
  expect(service?.events?.[0]?.message).toBe('(service web) has reached a steady state.')
})

test('a service with tasks starts them look by look, and a new task definition replaces them', async () => {
  const client = new ecs.ECSClient(clientOptions(aws))
  await createService(client, 2)
  const seen: string[] = []
  for (let looks = 0; looks < 6; looks++) {
    const service = await look(client)
    seen.push(`${service?.runningCount} ${service?.pendingCount} ${service?.deployments?.[0]?.rolloutState}`)
  }
  expect(new Set(seen)).toEqual(new Set(['0 2 IN_PROGRESS', '2 0 COMPLETED']))
  const { taskArns = [] } = await client.send(
    new ecs.ListTasksCommand({ cluster: 'main', serviceName: 'web' })
  )
  const { tasks } = await client.send(new ecs.DescribeTasksCommand({ cluster: 'main', tasks: taskArns }))
  expect(tasks?.[0]).toMatchObject({
    lastStatus: 'RUNNING',
    containers: [{ name: 'web' }, { name: 'sidecar' }]
  })
  expect(tasks?.[0]?.containers?.[0]?.exitCode).toBeUndefined()

  await client.send(
    new ecs.UpdateServiceCommand({ cluster: 'main', service: 'web', forceNewDeployment: true })
  )
  expect((await look(client))?.deployments).toHaveLength(2)
  for (let looks = 0; looks < 4; looks++) await look(client)
  expect((await look(client))?.deployments).toMatchObject([{ rolloutState: 'COMPLETED', runningCount: 2 }])

  await client.send(new ecs.DeleteServiceCommand({ cluster: 'main', service: 'web', force: true }))
  expect(await look(client)).toMatchObject({ status: 'INACTIVE', runningCount: 0 })
  expect((await aws.resources()).filter(({ service, type }) => service === 'ecs' && type === 'task')).toEqual(
    []
  )
})

// --- Secrets Manager

test('a version of a secret is written once', async () => {
  const client = new secrets.SecretsManagerClient(clientOptions(aws))
  const token = '11111111-2222-3333-4444-555555555555'
  await client.send(new secrets.CreateSecretCommand({ Name: 'db', SecretString: 'one' }))
  const put = (value: string) =>
    client.send(
      new secrets.PutSecretValueCommand({
        SecretId: 'db',
        SecretString: value,
        ClientRequestToken: token,
        VersionStages: ['AWSPENDING']
      })
    )
  await put('two')
  expect((await put('two')).VersionId).toBe(token)
  await expect(put('three')).rejects.toMatchObject({ name: 'ResourceExistsException' })
  const pending = await client.send(
    new secrets.GetSecretValueCommand({ SecretId: 'db', VersionStage: 'AWSPENDING' })
  )
  expect(pending.SecretString).toBe('two')
})

test('moving AWSCURRENT changes what is read', async () => {
  const client = new secrets.SecretsManagerClient(clientOptions(aws))
  const first = await client.send(new secrets.CreateSecretCommand({ Name: 'db', SecretString: 'one' }))
  const second = await client.send(
    new secrets.PutSecretValueCommand({ SecretId: 'db', SecretString: 'two', VersionStages: ['AWSPENDING'] })
  )
  const read = async () =>
    (await client.send(new secrets.GetSecretValueCommand({ SecretId: 'db' }))).SecretString
  expect(await read()).toBe('one')
  await client.send(
    new secrets.UpdateSecretVersionStageCommand({
      SecretId: 'db',
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: second.VersionId,
      RemoveFromVersionId: first.VersionId
    })
  )
  expect(await read()).toBe('two')
})

test('the secret of a managed database password holds the master user and a password of its own', async () => {
  const created: string[] = []
  for (const name of ['orders', 'users']) {
    const answer = await callForm(
      aws,
      {
        Action: 'CreateDBInstance',
        DBInstanceIdentifier: name,
        Engine: 'postgres',
        DBInstanceClass: 'db.t4g.micro',
        AllocatedStorage: '20',
        MasterUsername: 'keeper',
        ManageMasterUserPassword: 'true'
      },
      signed('rds')
    )
    created.push(element(answer, 'SecretArn'))
  }
  const client = new secrets.SecretsManagerClient(clientOptions(aws))
  const values = await Promise.all(
    created.map((SecretId) => client.send(new secrets.GetSecretValueCommand({ SecretId })))
  )
  const parsed = values.map(
    ({ SecretString }) => JSON.parse(SecretString ?? '') as { username: string; password: string }
  )
  expect(parsed.map(({ username }) => username)).toEqual(['keeper', 'keeper'])
  expect(parsed[0]?.password).not.toBe(parsed[1]?.password)
})
