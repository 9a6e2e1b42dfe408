import type { TaskContainer } from '../../../lib/aws/ecs-tasks.ts'
import type { Destructive } from './destructive.ts'
import type { Purpose } from './order.ts'
import type { Pending } from './pending.ts'
import type { Verdict } from './verdict.ts'
import type { Errand } from './watch.ts'

/** How a migration ended. The kinds are `outcome` of the output `result`. */
export type Outcome =
  | Readonly<{ kind: 'migrated' }>
  /** Nothing was pending. */
  | Readonly<{ kind: 'skipped' }>
  /** The command, or the look before it, did not end with 0. */
  | Readonly<{ kind: 'failed'; during: Purpose; verdict: Verdict }>
  /** ECS did not start the task. */
  | Readonly<{ kind: 'not-started'; during: Purpose; reason: string }>
  /** Other migrations of the service did not end in time. */
  | Readonly<{ kind: 'busy'; arns: readonly string[] }>
  /** Without `during`, no task ran at that moment. */
  | Readonly<{ kind: 'timeout'; during?: Purpose; remains: Remains }>
  | Readonly<{ kind: 'cancelled'; during?: Purpose; remains: Remains }>
  /** AWS could not be asked any longer about a task that goes on. */
  | Readonly<{ kind: 'lost'; during: Purpose; reason: string }>

/** What became of the task that ran when nobody waited any longer. */
export type Remains = 'none' | 'runs' | 'stopping' | 'not-stopped'

/** All that the summary and the outputs are made from. */
export type Migration = Readonly<{
  outcome: Outcome
  revision: string
  taskDefinition: string
  /** What migrated, by digest where the registry told it; undefined when no image was given. */
  image?: string
  registered: boolean
  /** Whether the revision was taken away again, since it was made for a migration that failed. */
  deregistered: boolean
  /** The task that migrated, or the one that looked when it came no further. */
  errand?: Errand
  /** Whether another run had started the task. */
  attached: boolean
  exitCode?: number
  pending?: Pending
  destructive: readonly Destructive[]
  applied: readonly string[]
  /** All containers of the task; exit codes of others than the named one only inform. */
  containers: readonly TaskContainer[]
  /** The end of the log, ready to be shown. */
  lines: readonly string[]
  elapsedMs: number
}>
