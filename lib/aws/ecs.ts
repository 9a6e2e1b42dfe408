import type { ECSClient } from '@aws-sdk/client-ecs'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'

export type Cluster = Readonly<{
  name: string
  arn: string
  status: string
  services: number
  runningTasks: number
}>

export type Service = Readonly<{
  name: string
  arn: string
  status: string
  taskDefinition: string
  desired: number
  running: number
  pending: number
  /** The newest events first, as ECS words them. */
  events: readonly string[]
}>

export type Ecs = Readonly<{
  /** Undefined when there is no such cluster. */
  describeCluster: (name: string) => Promise<Cluster | undefined>
  /** Undefined when the cluster has no such service. */
  describeService: (cluster: string, name: string) => Promise<Service | undefined>
}>

/** ECS; its client is loaded with the first call. */
export function ecs(connection: AwsConnection): Ecs {
  let client: Promise<ECSClient> | undefined
  const connect = (): Promise<ECSClient> => (client ??= open(connection))
  return {
    describeCluster: async (name) => describeCluster(await connect(), connection, name),
    describeService: async (cluster, name) => describeService(await connect(), connection, { cluster, name })
  }
}

async function open(connection: AwsConnection): Promise<ECSClient> {
  const sdk = await import('@aws-sdk/client-ecs')
  return new sdk.ECSClient(clientOptions(connection))
}

async function describeCluster(
  client: ECSClient,
  connection: AwsConnection,
  name: string
): Promise<Cluster | undefined> {
  const { DescribeClustersCommand } = await import('@aws-sdk/client-ecs')
  const { clusters = [] } = await client.send(
    new DescribeClustersCommand({ clusters: [name] }),
    callOptions(connection)
  )
  const [found] = clusters
  if (found === undefined) return undefined
  return {
    name: found.clusterName ?? name,
    arn: found.clusterArn ?? '',
    status: found.status ?? '',
    services: found.activeServicesCount ?? 0,
    runningTasks: found.runningTasksCount ?? 0
  }
}

async function describeService(
  client: ECSClient,
  connection: AwsConnection,
  { cluster, name }: Readonly<{ cluster: string; name: string }>
): Promise<Service | undefined> {
  const { DescribeServicesCommand } = await import('@aws-sdk/client-ecs')
  const command = new DescribeServicesCommand({ cluster, services: [name] })
  const { services = [] } = await client.send(command, callOptions(connection))
  const [found] = services
  if (found === undefined) return undefined
  const { status = '', taskDefinition = '', events = [] } = found
  return {
    name: found.serviceName ?? name,
    arn: found.serviceArn ?? '',
    status,
    taskDefinition,
    ...countsOf(found),
    events: events.map(({ message = '' }) => message)
  }
}

type Counts = Readonly<{
  desiredCount?: number | undefined
  runningCount?: number | undefined
  pendingCount?: number | undefined
}>

const countsOf = ({
  desiredCount = 0,
  runningCount = 0,
  pendingCount = 0
}: Counts): Pick<Service, 'desired' | 'running' | 'pending'> => ({
  desired: desiredCount,
  running: runningCount,
  pending: pendingCount
})
