import type {
  ServiceDeployment as EcsDeployment,
  ServiceDeploymentBrief,
  ServiceDeploymentStatus,
  ServiceRevisionSummary
} from '@aws-sdk/client-ecs'
import type { ServicePlace } from '../ecs/names.ts'
import { callOptions, type AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'
import { ecsCall, type EcsReach, type LazyEcs, lazyEcs } from './ecs-client.ts'
import { callOn } from './ecs-services.ts'

export type { ServiceDeploymentStatus }

/** How many tasks of one service revision there are. */
export type RevisionTasks = Readonly<{ arn: string; requested: number; running: number; pending: number }>

/** An entry of a service's history; times are milliseconds since the epoch. */
export type DeploymentEntry = Readonly<{
  arn: string
  status: ServiceDeploymentStatus
  reason: string
  createdAt: number
  targetRevision: string
}>

/** A service deployment: ECS's own account of one change of a service. */
export type ServiceDeployment = DeploymentEntry &
  Readonly<{
    startedAt?: number
    finishedAt?: number
    target: RevisionTasks
    sources: readonly RevisionTasks[]
    /** Of blue/green, linear and canary deployments. */
    stage?: string
    failures: number
    /** How many failures open the circuit breaker; 0 when it is off. */
    threshold: number
    triggeredAlarms: readonly string[]
    /** The service revision that it goes, or went, back to. */
    rollbackRevision?: string
  }>

export type ServiceDeployments = Readonly<{
  /** The newest first: 20, or so many pages of 20. */
  listDeployments: (place: ServicePlace, pages?: number) => Promise<readonly DeploymentEntry[]>
  /** Undefined when ECS does not know it, or not yet. */
  describeDeployment: (place: ServicePlace, arn: string) => Promise<ServiceDeployment | undefined>
  stopDeployment: (place: ServicePlace, arn: string, type: 'ROLLBACK' | 'ABORT') => Promise<void>
  /** Task definition ARN by service revision ARN; those that ECS has forgotten are left out. */
  taskDefinitionsOf: (
    place: ServicePlace,
    revisions: readonly string[]
  ) => Promise<Readonly<Record<string, string>>>
}>

/** Service deployments of ECS; the client is loaded with the first call. */
export function serviceDeployments(
  connection: AwsConnection,
  client: LazyEcs = lazyEcs(connection)
): ServiceDeployments {
  const reach = { client, connection }
  return {
    listDeployments: (place, pages = 1) => listDeployments(reach, place, pages),
    describeDeployment: (place, arn) => describeDeployment(reach, place, arn),
    stopDeployment: (place, arn, type) =>
      stopDeployment(reach, callOn('StopServiceDeployment', place), { arn, type }),
    taskDefinitionsOf: (place, revisions) => taskDefinitionsOf(reach, place, revisions)
  }
}

/** As many as DescribeServiceRevisions takes at once. */
const AT_ONCE = 20

async function listDeployments(
  { client, connection }: EcsReach,
  place: ServicePlace,
  pages: number
): Promise<readonly DeploymentEntry[]> {
  const { ListServiceDeploymentsCommand } = await import('@aws-sdk/client-ecs')
  const found: DeploymentEntry[] = []
  let token: Readonly<{ nextToken?: string }> = {}
  for (let page = 0; page < pages; page += 1) {
    const command = new ListServiceDeploymentsCommand({ ...place, maxResults: AT_ONCE, ...token })
    const request = (await client()).send(command, callOptions(connection))
    const answer = await ecsCall(callOn('ListServiceDeployments', place), request)
    found.push(...(answer.serviceDeployments ?? []).map(toEntry))
    if (answer.nextToken === undefined) break
    token = { nextToken: answer.nextToken }
  }
  return found.toSorted((a, b) => b.createdAt - a.createdAt)
}

async function describeDeployment(
  { client, connection }: EcsReach,
  place: ServicePlace,
  arn: string
): Promise<ServiceDeployment | undefined> {
  const { DescribeServiceDeploymentsCommand } = await import('@aws-sdk/client-ecs')
  const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })
  const request = (await client()).send(command, callOptions(connection))
  const call = callOn('DescribeServiceDeployments', place)
  const answer = await orAbsent(ecsCall(call, request), 'ServiceDeploymentNotFoundException')
  const found = answer?.serviceDeployments?.[0]
  return found === undefined ? undefined : toDeployment(found)
}

async function stopDeployment(
  { client, connection }: EcsReach,
  call: ReturnType<typeof callOn>,
  { arn, type }: Readonly<{ arn: string; type: 'ROLLBACK' | 'ABORT' }>
): Promise<void> {
  const { StopServiceDeploymentCommand } = await import('@aws-sdk/client-ecs')
  const command = new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: type })
  await ecsCall(call, (await client()).send(command, callOptions(connection)))
}

async function taskDefinitionsOf(
  { client, connection }: EcsReach,
  place: ServicePlace,
  revisions: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  const { DescribeServiceRevisionsCommand } = await import('@aws-sdk/client-ecs')
  const found: Record<string, string> = {}
  for (let at = 0; at < revisions.length; at += AT_ONCE) {
    const command = new DescribeServiceRevisionsCommand({
      serviceRevisionArns: revisions.slice(at, at + AT_ONCE)
    })
    const request = (await client()).send(command, callOptions(connection))
    const { serviceRevisions = [] } = await ecsCall(callOn('DescribeServiceRevisions', place), request)
    for (const { serviceRevisionArn = '', taskDefinition = '' } of serviceRevisions)
      found[serviceRevisionArn] = taskDefinition
  }
  return found
}

function toEntry(found: ServiceDeploymentBrief): DeploymentEntry {
  const { serviceDeploymentArn = '', status = 'PENDING', statusReason = '' } = found
  return {
    arn: serviceDeploymentArn,
    status,
    reason: statusReason,
    createdAt: found.createdAt?.getTime() ?? 0,
    targetRevision: found.targetServiceRevisionArn ?? ''
  }
}

function toDeployment(found: EcsDeployment): ServiceDeployment {
  const target = toTasks(found.targetServiceRevision)
  const { rollback, lifecycleStage: stage } = found
  return {
    ...toEntry(found),
    ...timesOf(found),
    targetRevision: target.arn,
    target,
    sources: (found.sourceServiceRevisions ?? []).map(toTasks),
    ...(stage === undefined ? {} : { stage }),
    ...breakerOf(found),
    triggeredAlarms: found.alarms?.triggeredAlarmNames ?? [],
    ...(rollback?.serviceRevisionArn === undefined ? {} : { rollbackRevision: rollback.serviceRevisionArn })
  }
}

function timesOf({ startedAt, finishedAt, stoppedAt }: EcsDeployment) {
  const end = finishedAt ?? stoppedAt
  return {
    ...(startedAt === undefined ? {} : { startedAt: startedAt.getTime() }),
    ...(end === undefined ? {} : { finishedAt: end.getTime() })
  }
}

function breakerOf({ deploymentCircuitBreaker: breaker = {} }: EcsDeployment) {
  const isOn = breaker.status !== undefined && breaker.status !== 'DISABLED'
  return { failures: breaker.failureCount ?? 0, threshold: isOn ? (breaker.threshold ?? 0) : 0 }
}

const toTasks = ({
  arn = '',
  requestedTaskCount = 0,
  runningTaskCount = 0,
  pendingTaskCount = 0
}: ServiceRevisionSummary = {}): RevisionTasks => ({
  arn,
  requested: requestedTaskCount,
  running: runningTaskCount,
  pending: pendingTaskCount
})
