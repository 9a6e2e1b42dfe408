import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import * as ecs from '@aws-sdk/client-ecs'
import type { Aws } from '../../lab/aws/aws.ts'
import { callForm, clientOptions, element, signed, startForTests } from './start.ts'

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

async function look(client: ecs.ECSClient): Promise<ecs.Service> {
  const { services = [] } = await client.send(
    new ecs.DescribeServicesCommand({ cluster: 'main', services: ['web'] })
  )
  return services[0] ?? {}
}

function primaryOf(service: ecs.Service): ecs.Deployment {
  return service.deployments?.[0] ?? {}
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
  expect(service.deployments).toMatchObject([
    { status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 0 }
  ])
  expect(service.events?.[0]?.message).toBe('(service web) has reached a steady state.')
})

test('a service starts its tasks look by look', async () => {
  const client = new ecs.ECSClient(clientOptions(aws))
  await createService(client, 2)
  const seen = new Set<string>()
  for (let looks = 0; looks < 6; looks++) {
    const service = await look(client)
    seen.add([service.runningCount, service.pendingCount, primaryOf(service).rolloutState].join(' '))
  }
  expect(seen).toEqual(new Set(['0 2 IN_PROGRESS', '2 0 COMPLETED']))
  const { taskArns = [] } = await client.send(
    new ecs.ListTasksCommand({ cluster: 'main', serviceName: 'web' })
  )
  const { tasks = [] } = await client.send(new ecs.DescribeTasksCommand({ cluster: 'main', tasks: taskArns }))
  const web = { name: 'web', lastStatus: 'RUNNING' }
  expect(tasks).toMatchObject(
    [0, 1].map(() => ({ lastStatus: 'RUNNING', containers: [web, { name: 'sidecar' }] }))
  )
  expect(tasks[0]?.containers?.[0]).not.toHaveProperty('exitCode')
})

test('a new deployment replaces the tasks of the old one, and a deleted service leaves none', async () => {
  const client = new ecs.ECSClient(clientOptions(aws))
  await createService(client, 2)
  for (let looks = 0; looks < 5; looks++) await look(client)
  await client.send(
    new ecs.UpdateServiceCommand({ cluster: 'main', service: 'web', forceNewDeployment: true })
  )
  expect((await look(client)).deployments).toHaveLength(2)
  for (let looks = 0; looks < 4; looks++) await look(client)
  expect((await look(client)).deployments).toMatchObject([{ rolloutState: 'COMPLETED', runningCount: 2 }])

  await client.send(new ecs.DeleteServiceCommand({ cluster: 'main', service: 'web', force: true }))
  expect(await look(client)).toMatchObject({ status: 'INACTIVE', runningCount: 0 })
  const left = await aws.resources()
  expect(left.filter(({ service, type }) => service === 'ecs' && type === 'task')).toEqual([])
})
