import type { DeploymentEntry } from '../../../lib/aws/ecs-service-deployments.ts'
import type { Service } from '../../../lib/aws/ecs-services.ts'
import type { Revision, TaskDefinition } from '../../../lib/ecs/task-definition.ts'

/** An entry of the service's history with the task definition that it deploys ('' when ECS has forgotten it). */
export type HistoryEntry = DeploymentEntry & Readonly<{ taskDefinition: string; sourceDefinition?: string }>

/** What is to be deployed: a revision that is there, or one to be registered. */
export type Target = Readonly<{
  /** Undefined while it has to be registered. */
  revision?: Revision
  definition: TaskDefinition
  /** The container whose image the parameter names; undefined when no image changes. */
  container?: string
  /** Whether a rollout made it, or will make it: then a failure may take it away again. */
  isOwn: boolean
}>

/** All that is decided upon. */
export type Observed = Readonly<{
  service: Service
  /** What the service is set to. */
  live: Revision
  target: Target
  /** The newest first; undefined where the role may not list service deployments. */
  history?: readonly HistoryEntry[]
  /** What the image parameter says. */
  parameter?: string
  /** When the oldest task was created that is to run, in milliseconds; only where its age matters, and undefined without tasks. */
  oldestTask?: number
  /** Why tasks of the target could not start, a sentence each. */
  faults: readonly string[]
  /** A rollback to the last successful revision has happened already, or is under way. */
  isRolledBack: boolean
}>
