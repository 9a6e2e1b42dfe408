import type { Service as EcsService } from '@aws-sdk/client-ecs'
import { nameOf, type ServicePlace } from '../ecs/names.ts'
import { callOptions, type AwsConnection } from './connection.ts'
import { ecsCall, type EcsReach, type LazyEcs, lazyEcs } from './ecs-client.ts'

/** One of the deployments that DescribeServices tells; times are milliseconds since the epoch. */
export type Deployment = Readonly<{
  id: string
  status: string
  taskDefinition: string
  rolloutState: string
  reason: string
  failed: number
  desired: number
  running: number
  pending: number
  createdAt: number
}>

export type ServiceEvent = Readonly<{ id: string; at: number; text: string }>

/** Where a service's tasks run, as RunTask takes it too. */
export type Placement = Readonly<
  Pick<EcsService, 'networkConfiguration' | 'launchType' | 'capacityProviderStrategy' | 'platformVersion'>
>

export type Service = Readonly<{
  name: string
  arn: string
  cluster: string
  status: string
  /** ECS, CODE_DEPLOY or EXTERNAL: who replaces tasks. */
  controller: string
  /** ARN of what is deployed, or being deployed. */
  taskDefinition: string
  desired: number
  running: number
  pending: number
  hasLoadBalancer: boolean
  minimumHealthyPercent: number
  /** Whether the circuit breaker is on and goes back by itself. */
  rollsBack: boolean
  /** PRIMARY first. */
  deployments: readonly Deployment[]
  /** The newest first, 100 at most. */
  events: readonly ServiceEvent[]
  placement: Placement
}>

/** What an update changes; what is left out stays. */
export type ServiceUpdate = Readonly<{ taskDefinition?: string; desiredCount?: number; force?: boolean }>

export type Services = Readonly<{
  /** Undefined when the cluster has no such service. */
  describeService: (place: ServicePlace) => Promise<Service | undefined>
  updateService: (place: ServicePlace, update: ServiceUpdate) => Promise<Service>
}>

/** Services of ECS; the client is loaded with the first call. */
export function services(connection: AwsConnection, client: LazyEcs = lazyEcs(connection)): Services {
  return {
    describeService: (place) => describeService({ client, connection }, place),
    updateService: (place, update) => updateService({ client, connection }, place, update)
  }
}

/** What a call on a service is about. */
export const callOn = (operation: string, { cluster, service }: ServicePlace) => ({
  operation,
  on: `service '${service}' of cluster '${cluster}'`,
  resource: `service/${nameOf(cluster)}/${nameOf(service)}`
})

async function describeService(
  { client, connection }: EcsReach,
  place: ServicePlace
): Promise<Service | undefined> {
  const { DescribeServicesCommand } = await import('@aws-sdk/client-ecs')
  const command = new DescribeServicesCommand({ cluster: place.cluster, services: [place.service] })
  const request = (await client()).send(command, callOptions(connection))
  const { services: found = [] } = await ecsCall(callOn('DescribeServices', place), request)
  return found[0] === undefined ? undefined : toService(found[0])
}

async function updateService(
  { client, connection }: EcsReach,
  place: ServicePlace,
  { taskDefinition, desiredCount, force = false }: ServiceUpdate
): Promise<Service> {
  const { UpdateServiceCommand } = await import('@aws-sdk/client-ecs')
  const command = new UpdateServiceCommand({
    ...place,
    ...(taskDefinition === undefined ? {} : { taskDefinition }),
    ...(desiredCount === undefined ? {} : { desiredCount }),
    ...(force ? { forceNewDeployment: true } : {})
  })
  const request = (await client()).send(command, callOptions(connection))
  const { service } = await ecsCall(callOn('UpdateService', place), request)
  return toService(service ?? {})
}

function toService(found: EcsService): Service {
  const { deployments = [], events = [], loadBalancers = [] } = found
  return {
    ...identityOf(found),
    ...countsOf(found),
    ...configurationOf(found),
    hasLoadBalancer: loadBalancers.length > 0,
    deployments: deployments.map(toDeployment),
    events: events.map(toEvent),
    placement: placementOf(found)
  }
}

function identityOf(found: EcsService) {
  const { serviceName = '', serviceArn = '', clusterArn = '', status = '', taskDefinition = '' } = found
  const controller = found.deploymentController?.type ?? 'ECS'
  return {
    name: serviceName,
    arn: serviceArn,
    cluster: nameOf(clusterArn),
    status,
    controller,
    taskDefinition
  }
}

const toEvent = ({
  id = '',
  createdAt,
  message = ''
}: NonNullable<EcsService['events']>[number]): ServiceEvent => ({
  id,
  at: createdAt?.getTime() ?? 0,
  text: message
})

const countsOf = ({
  desiredCount = 0,
  runningCount = 0,
  pendingCount = 0
}: Pick<EcsService, 'desiredCount' | 'runningCount' | 'pendingCount'>) => ({
  desired: desiredCount,
  running: runningCount,
  pending: pendingCount
})

function configurationOf({ deploymentConfiguration = {} }: EcsService) {
  const { minimumHealthyPercent = 100, deploymentCircuitBreaker: breaker } = deploymentConfiguration
  return { minimumHealthyPercent, rollsBack: breaker?.enable === true && breaker.rollback === true }
}

function placementOf(found: EcsService): Placement {
  const { networkConfiguration, launchType, capacityProviderStrategy, platformVersion } = found
  return {
    ...(networkConfiguration === undefined ? {} : { networkConfiguration }),
    ...(launchType === undefined ? {} : { launchType }),
    ...(capacityProviderStrategy === undefined ? {} : { capacityProviderStrategy }),
    ...(platformVersion === undefined ? {} : { platformVersion })
  }
}

function toDeployment(found: NonNullable<EcsService['deployments']>[number]): Deployment {
  const { id = '', status = '', taskDefinition = '', rolloutState = '', rolloutStateReason = '' } = found
  return {
    id,
    status,
    taskDefinition,
    rolloutState,
    reason: rolloutStateReason,
    failed: found.failedTasks ?? 0,
    ...countsOf(found),
    createdAt: found.createdAt?.getTime() ?? 0
  }
}
