import type { ServiceDeployment, ServiceDeploymentStatus } from '../../../lib/aws/ecs-service-deployments.ts'
import type { Deployment, Service } from '../../../lib/aws/ecs-services.ts'

/** How a deployment ended, as ECS tells it. */
export type Verdict =
  | Readonly<{ kind: 'success' }>
  | Readonly<{ kind: 'rolled-back'; reason: string }>
  | Readonly<{ kind: 'failed'; reason: string }>
  /** Stopped by somebody, or another deployment took its place: the history tells which. */
  | Readonly<{ kind: 'ended'; reason: string }>
  | Readonly<{ kind: 'superseded'; by: Successor }>

/** The deployment that took the place of ours; `arn` is its id where there is no service deployment. */
export type Successor = Readonly<{ arn: string; taskDefinition: string; createdAt: number }>

/** What counts as deployed. */
export type Aim = Readonly<{
  waitUntil: 'healthy' | 'steady'
  /** Of the service: below 100, ECS takes old tasks away before new ones are healthy. */
  minimumHealthyPercent: number
  /** Whether there were old tasks: only their going says that the new ones are healthy. */
  hadOldTasks: boolean
}>

const ENDS: Readonly<
  Partial<Record<ServiceDeploymentStatus, 'success' | 'rolled-back' | 'failed' | 'ended'>>
> = {
  SUCCESSFUL: 'success',
  ROLLBACK_SUCCESSFUL: 'rolled-back',
  ROLLBACK_FAILED: 'failed',
  STOPPED: 'ended'
}

/** What a service deployment says; undefined while it goes on. */
export function judgeDeployment(deployment: ServiceDeployment, aim: Aim): Verdict | undefined {
  const kind = ENDS[deployment.status]
  if (kind === 'success') return { kind }
  // A breaker or an alarm that may not go back only stops.
  if (kind === 'ended' && isBroken(deployment)) return { kind: 'failed', reason: deployment.reason }
  if (kind !== undefined) return { kind, reason: deployment.reason }
  return deployment.status === 'IN_PROGRESS' && isHealthy(deployment, aim) ? { kind: 'success' } : undefined
}

const isBroken = ({ failures, threshold, triggeredAlarms }: ServiceDeployment): boolean =>
  (threshold > 0 && failures >= threshold) || triggeredAlarms.length > 0

/**
 * All new tasks run and no old one does any more: with at least 100 % of the tasks kept healthy, ECS takes the last old
 * task away only when every new one is healthy. What is left is their drain.
 */
function isHealthy({ target, sources, stage }: ServiceDeployment, aim: Aim): boolean {
  // Blue/green and the like keep the old tasks until the end: only ECS knows when it is over.
  if (!isTold(aim) || stage !== undefined) return false
  const { requested, running, pending } = target
  return requested > 0 && running >= requested && pending === 0 && !hasTasks(sources)
}

const isTold = ({ waitUntil, minimumHealthyPercent, hadOldTasks }: Aim): boolean =>
  waitUntil === 'healthy' && minimumHealthyPercent >= 100 && hadOldTasks

/** Whether any of these has a task that runs, or is about to. */
export const hasTasks = (some: readonly Readonly<{ running: number; pending: number }>[]): boolean =>
  some.some(({ running, pending }) => running + pending > 0)

/** A deployment as DescribeServices knew it when it began. */
export type Followed = Readonly<{ id: string; createdAt: number }>

/** The same from DescribeServices alone, for roles and regions without service deployments. */
export function judgeService(service: Service, followed: Followed, aim: Aim): Verdict | undefined {
  const [primary] = service.deployments
  const ours = service.deployments.find(({ id }) => id === followed.id)
  if (primary === undefined) return undefined
  return ours === primary ? judgePrimary(service, primary, aim) : judgeSuccessor(followed, primary, ours)
}

function judgePrimary(service: Service, ours: Deployment, aim: Aim): Verdict | undefined {
  const { rolloutState, reason } = ours
  if (rolloutState === 'COMPLETED') return { kind: 'success' }
  // With a breaker that goes back, another deployment becomes the primary one in a moment.
  const isLast = !service.rollsBack || service.deployments.length === 1
  if (rolloutState === 'FAILED') return isLast ? { kind: 'failed', reason } : undefined
  const isRunning = ours.desired > 0 && ours.running >= ours.desired && ours.pending === 0
  return isTold(aim) && isRunning && !hasTasks(service.deployments.slice(1)) ? { kind: 'success' } : undefined
}

function judgeSuccessor(
  followed: Followed,
  primary: Deployment,
  ours: Deployment | undefined
): Verdict | undefined {
  const isReturn =
    primary.createdAt < followed.createdAt ||
    ours?.rolloutState === 'FAILED' ||
    /roll(?:ing|ed) back/i.test(primary.reason)
  if (!isReturn) {
    const { id, taskDefinition, createdAt } = primary
    return { kind: 'superseded', by: { arn: id, taskDefinition, createdAt } }
  }
  if (primary.rolloutState !== 'COMPLETED') return undefined
  return { kind: 'rolled-back', reason: ours?.reason ?? primary.reason }
}

/** Whether a service that is not deployed, only scaled, has the tasks that it should have. */
export function judgeCount(service: Service): Verdict | undefined {
  const isThere = service.running === service.desired && service.pending === 0
  const [primary] = service.deployments
  const isSettled = service.deployments.length <= 1 && primary?.rolloutState !== 'IN_PROGRESS'
  return isThere && (isSettled || service.desired === 0) ? { kind: 'success' } : undefined
}
