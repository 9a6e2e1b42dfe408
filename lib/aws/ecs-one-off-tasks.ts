import type { Task as EcsTask, TaskOverride } from '@aws-sdk/client-ecs'
import { nameOf } from '../ecs/names.ts'
import { callOptions, type AwsConnection } from './connection.ts'
import { ecsCall, type EcsReach, type LazyEcs, lazyEcs } from './ecs-client.ts'
import type { Placement } from './ecs-services.ts'
import { askTasks } from './ecs-tasks.ts'

/** What one container is told that differs from its task definition. */
export type ContainerOrder = Readonly<{
  container: string
  command: readonly string[]
  environment: Readonly<Record<string, string>>
}>

/** One task that is not part of a service. */
export type TaskOrder = ContainerOrder &
  Readonly<{
    cluster: string
    /** ARN of the revision. */
    taskDefinition: string
    placement: Placement
    /** CPU units and MiB of the task in place of the task definition's. */
    cpu?: number
    memory?: number
    /** At most 128 characters, by which it is found again. */
    startedBy: string
  }>

/** ECS lists why it did not start a task beside the status 200. */
export type Launch =
  | Readonly<{ kind: 'started'; arn: string; isOver: boolean }>
  | Readonly<{ kind: 'refused'; reason: string; detail: string }>

/** A task that somebody started, as far as its order goes. */
export type KnownOrder = ContainerOrder & Readonly<{ arn: string; taskDefinition: string; isOver: boolean }>

/** Tasks of one `startedBy`: those that should run, or those that are stopped (ECS remembers them for an hour). */
export type StartedBy = Readonly<{
  cluster: string
  startedBy: string
  desiredStatus: 'RUNNING' | 'STOPPED'
}>

export type OneOffTasks = Readonly<{
  /** The same order with the same token starts one task, however often it is asked for. */
  runTask: (order: TaskOrder, token: string) => Promise<Launch>
  stopTask: (cluster: string, arn: string, reason: string) => Promise<void>
  listStartedBy: (by: StartedBy) => Promise<readonly string[]>
  describeOrders: (cluster: string, arns: readonly string[]) => Promise<readonly KnownOrder[]>
}>

/** Tasks of ECS that run once; the client is loaded with the first call. */
export function oneOffTasks(connection: AwsConnection, client: LazyEcs = lazyEcs(connection)): OneOffTasks {
  const reach = { client, connection }
  return {
    runTask: (order, token) => runTask(reach, order, token),
    stopTask: (cluster, arn, reason) => stopTask(reach, { cluster, task: arn, reason }),
    listStartedBy: (by) => listStartedBy(reach, by),
    describeOrders: async (cluster, arns) => (await askTasks(reach, cluster, arns)).map(toOrder)
  }
}

/** What ECS is told to change for this one task. */
export function overridesOf({ container, command, environment, cpu, memory }: TaskOrder): TaskOverride {
  const pairs = Object.entries(environment).map(([name, value]) => ({ name, value }))
  return {
    containerOverrides: [
      { name: container, command: [...command], ...(pairs.length === 0 ? {} : { environment: pairs }) }
    ],
    ...(cpu === undefined ? {} : { cpu: String(cpu) }),
    ...(memory === undefined ? {} : { memory: String(memory) })
  }
}

async function runTask(
  { client, connection }: EcsReach,
  order: TaskOrder,
  clientToken: string
): Promise<Launch> {
  const { RunTaskCommand } = await import('@aws-sdk/client-ecs')
  const { cluster, taskDefinition, placement, startedBy } = order
  const command = new RunTaskCommand({
    cluster,
    taskDefinition,
    ...placement,
    overrides: overridesOf(order),
    startedBy,
    clientToken,
    count: 1
  })
  const family = nameOf(taskDefinition).replace(/:\d+$/, '')
  const call = {
    operation: 'RunTask',
    on: `task definition '${nameOf(taskDefinition)}' in cluster '${cluster}'`,
    resource: `task-definition/${family}:* in cluster ${nameOf(cluster)} (and iam:PassRole on its two roles)`
  }
  const request = (await client()).send(command, callOptions(connection))
  const { tasks: [task] = [], failures: [failure] = [] } = await ecsCall(call, request)
  if (task?.taskArn !== undefined) return { kind: 'started', arn: task.taskArn, isOver: isOver(task) }
  const { reason = 'no reason', detail = '' } = failure ?? {}
  return { kind: 'refused', reason, detail }
}

const isOver = ({ desiredStatus, lastStatus }: EcsTask): boolean =>
  desiredStatus === 'STOPPED' || lastStatus === 'STOPPED'

async function stopTask(
  { client, connection }: EcsReach,
  { cluster, task, reason }: Readonly<{ cluster: string; task: string; reason: string }>
): Promise<void> {
  const { StopTaskCommand } = await import('@aws-sdk/client-ecs')
  const command = new StopTaskCommand({ cluster, task, reason })
  const call = {
    operation: 'StopTask',
    on: `task '${nameOf(task)}' of cluster '${cluster}'`,
    resource: `task/${nameOf(cluster)}/*`
  }
  await ecsCall(call, (await client()).send(command, callOptions(connection)))
}

const MOST_PAGES = 10

async function listStartedBy({ client, connection }: EcsReach, by: StartedBy): Promise<readonly string[]> {
  const { ListTasksCommand } = await import('@aws-sdk/client-ecs')
  const call = {
    operation: 'ListTasks',
    on: `tasks of cluster '${by.cluster}' that '${by.startedBy}' started`,
    resource: `* (ecs:cluster ${nameOf(by.cluster)})`
  }
  const found: string[] = []
  let nextToken: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const command = new ListTasksCommand({ ...by, ...(nextToken === undefined ? {} : { nextToken }) })
    const answer = await ecsCall(call, (await client()).send(command, callOptions(connection)))
    found.push(...(answer.taskArns ?? []))
    nextToken = answer.nextToken
    if (nextToken === undefined) break
  }
  return found
}

function toOrder(task: EcsTask): KnownOrder {
  const { taskArn = '', taskDefinitionArn = '', overrides = {} } = task
  return { arn: taskArn, taskDefinition: taskDefinitionArn, isOver: isOver(task), ...toldTo(overrides) }
}

/** ECS lists every container, also those that nothing was said about. */
function toldTo({ containerOverrides = [] }: TaskOverride): ContainerOrder {
  const told = containerOverrides.find(({ command = [] }) => command.length > 0)
  const { name: container = '', command = [], environment = [] } = told ?? {}
  const pairs = environment.map(({ name = '', value = '' }) => [name, value] as const)
  return { container, command, environment: Object.fromEntries(pairs) }
}
