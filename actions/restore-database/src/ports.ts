import type { DatabaseRestores } from '../../../lib/aws/database-restores.ts'
import type { StateObject } from '../../../lib/aws/state-object.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { GateSight } from '../../../lib/github/gate-facts.ts'
import type { Log } from '../../../lib/log.ts'
import type { Terraform } from '../../../lib/terraform/cli.ts'
import type { Place } from './inputs.ts'

/** The state of a stack, and Terraform where it is. */
export type StackPort = Readonly<{
  /** Undefined where there is no state. */
  readState: () => Promise<StateObject | undefined>
  terraform: Pick<Terraform, 'init' | 'forget'>
}>

export type Ports = Readonly<{
  /** Reads end with the job; what makes something is never cut off halfway. */
  databases: DatabaseRestores
  openStack: (place: Place) => StackPort
  /** The job and its gate; refused outside of GitHub. */
  openGate: (token: string) => GateSight
  /** By which the same run finds again what it began; '' outside of GitHub. */
  runId: string
  clock: Clock
  log: Log
  signal: AbortSignal
}>
