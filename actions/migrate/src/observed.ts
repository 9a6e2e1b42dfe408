import type { KnownOrder } from '../../../lib/aws/ecs-one-off-tasks.ts'
import type { Service } from '../../../lib/aws/ecs-services.ts'
import type { ContainerDefinition, Revision, TaskDefinition } from '../../../lib/ecs/task-definition.ts'

/** What migrates: a revision that is there, or one to be registered. */
export type Target = Readonly<{
  /** Undefined while it has to be registered. */
  revision?: Revision
  definition: TaskDefinition
  container: ContainerDefinition
}>

/** All that is decided upon. */
export type Observed = Readonly<{
  service: Service
  target: Target
  /** Migrations of this service that run now. */
  running: readonly KnownOrder[]
}>
