import type { Container as EcsContainer, Task as EcsTask } from '@aws-sdk/client-ecs'
import { nameOf } from '../ecs/names.ts'
import { callOptions, type AwsConnection } from './connection.ts'
import { ecsCall, type EcsReach, type LazyEcs, lazyEcs } from './ecs-client.ts'

/** A container of a task; `exitCode` is undefined when it never ran. */
export type TaskContainer = Readonly<{
  name: string
  status: string
  exitCode?: number
  reason?: string
  health: string
}>

/** A task; times are milliseconds since the epoch. */
export type Task = Readonly<{
  arn: string
  id: string
  taskDefinition: string
  /** `ecs-svc/…` names the deployment of a service. */
  startedBy: string
  status: string
  desiredStatus: string
  health: string
  stopCode: string
  stoppedReason: string
  createdAt: number
  pullStartedAt?: number
  pullStoppedAt?: number
  startedAt?: number
  stoppedAt?: number
  containers: readonly TaskContainer[]
}>

export type Tasks = Readonly<{
  /** ARNs of the newest tasks of a service, 100 at most. */
  listTasks: (of: ServiceTasks) => Promise<readonly string[]>
  /** Those that ECS still knows, at most 100. */
  describeTasks: (cluster: string, arns: readonly string[]) => Promise<readonly Task[]>
}>

/** Tasks of a service that are wanted, or that are stopped (ECS remembers those for an hour). */
export type ServiceTasks = Readonly<{
  cluster: string
  service: string
  desiredStatus: 'RUNNING' | 'STOPPED'
}>

/** Tasks of ECS; the client is loaded with the first call. */
export function tasks(connection: AwsConnection, client: LazyEcs = lazyEcs(connection)): Tasks {
  return {
    listTasks: (of) => listTasks({ client, connection }, of),
    describeTasks: async (cluster, arns) =>
      (await askTasks({ client, connection }, cluster, arns)).map(toTask)
  }
}

async function listTasks({ client, connection }: EcsReach, of: ServiceTasks): Promise<readonly string[]> {
  const { ListTasksCommand } = await import('@aws-sdk/client-ecs')
  const { cluster, service, desiredStatus } = of
  const command = new ListTasksCommand({ cluster, serviceName: service, desiredStatus })
  const call = {
    operation: 'ListTasks',
    on: `service '${service}' of cluster '${cluster}'`,
    resource: `* (ecs:cluster ${nameOf(cluster)})`
  }
  const request = (await client()).send(command, callOptions(connection))
  return (await ecsCall(call, request)).taskArns ?? []
}

/** What ECS still knows of these tasks, of 100 at most. */
export async function askTasks(
  { client, connection }: EcsReach,
  cluster: string,
  arns: readonly string[]
): Promise<readonly EcsTask[]> {
  if (arns.length === 0) return []
  const { DescribeTasksCommand } = await import('@aws-sdk/client-ecs')
  const command = new DescribeTasksCommand({ cluster, tasks: arns.slice(0, 100) })
  const call = {
    operation: 'DescribeTasks',
    on: `tasks of cluster '${cluster}'`,
    resource: `task/${nameOf(cluster)}/*`
  }
  const request = (await client()).send(command, callOptions(connection))
  return (await ecsCall(call, request)).tasks ?? []
}

function toTask(found: EcsTask): Task {
  const { taskArn = '', taskDefinitionArn = '', startedBy = '', lastStatus = '', desiredStatus = '' } = found
  return {
    arn: taskArn,
    id: nameOf(taskArn),
    taskDefinition: taskDefinitionArn,
    startedBy,
    status: lastStatus,
    desiredStatus,
    ...endOf(found),
    ...timesOf(found),
    containers: (found.containers ?? []).map(toContainer)
  }
}

const endOf = ({ healthStatus = 'UNKNOWN', stopCode, stoppedReason = '' }: EcsTask) => ({
  health: healthStatus,
  stopCode: stopCode ?? '',
  stoppedReason
})

function timesOf({ createdAt, pullStartedAt, pullStoppedAt, startedAt, stoppedAt }: EcsTask) {
  const times = Object.entries({ pullStartedAt, pullStoppedAt, startedAt, stoppedAt })
  const known = times.flatMap(([name, at]) => (at === undefined ? [] : [[name, at.getTime()]]))
  return { createdAt: createdAt?.getTime() ?? 0, ...(Object.fromEntries(known) as Record<string, number>) }
}

const toContainer = ({
  name = '',
  lastStatus = '',
  healthStatus = 'UNKNOWN',
  exitCode,
  reason
}: EcsContainer): TaskContainer => ({
  name,
  status: lastStatus,
  health: healthStatus,
  ...(exitCode === undefined ? {} : { exitCode }),
  ...(reason === undefined ? {} : { reason })
})
