import type { ServiceDeploymentStatus } from '../../lib/aws/ecs-service-deployments.ts'
import type { Task } from '../../lib/aws/ecs-tasks.ts'

/** How a deployment goes, in seconds since it began. Left out: healthy at 20, successful at 30. */
export type Script = Readonly<{
  healthyAt?: number
  endsAt?: number
  end?: ServiceDeploymentStatus
  /** When ECS begins to go back by itself. */
  rollsBackAt?: number
  reason?: string
  /** When a task dies, and how. */
  deathsAt?: readonly number[]
  death?: Partial<Task>
  /** What becomes of it once somebody asks to stop it. */
  stopped?: Readonly<{ in: number; end: ServiceDeploymentStatus }>
}>

/** A deployment that began; times are milliseconds since the epoch. */
export type Course = Readonly<{ createdAt: number; script: Script }> &
  Readonly<{ stoppedAt?: number; supersededAt?: number }>

/** What a deployment's state is at that time. */
export function statusAt(course: Course, now: number): ServiceDeploymentStatus {
  if (course.stoppedAt !== undefined) return afterStop(course.script, now - course.stoppedAt)
  const { endsAt = 30, end = 'SUCCESSFUL', rollsBackAt = endsAt } = course.script
  const endedAt = course.createdAt + endsAt * 1000
  if (course.supersededAt !== undefined && course.supersededAt < endedAt) return 'STOPPED'
  if (now >= endedAt) return end
  return now >= course.createdAt + rollsBackAt * 1000 ? 'ROLLBACK_IN_PROGRESS' : 'IN_PROGRESS'
}

function afterStop({ stopped }: Script, ms: number): ServiceDeploymentStatus {
  const { in: seconds = 10, end = 'ROLLBACK_SUCCESSFUL' } = stopped ?? {}
  if (ms >= seconds * 1000) return end
  return end === 'STOPPED' ? 'STOP_REQUESTED' : 'ROLLBACK_IN_PROGRESS'
}

/** Whether a deployment's outcome is open. */
export const isOpen = (status: ServiceDeploymentStatus): boolean =>
  ['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'].includes(status)
