import type { DatabaseEvent } from '../../../lib/aws/database-restores.ts'
import type { Attestation, GateRefusal } from '../../../lib/github/gate.ts'
import type { LockInfo } from '../../../lib/terraform/cli.ts'

/** How it ended. The kinds are `outcome` of the output `result`. */
export type Outcome =
  /** The restored database is available. */
  | Readonly<{ kind: 'restored' }>
  | Readonly<{ kind: 'taken' }>
  /** The state does not know the lost database any more, since now. */
  | Readonly<{ kind: 'forgotten' }>
  /** The state knows the restored database already. */
  | Readonly<{ kind: 'adopted' }>
  /** Of what there should be a snapshot, or what should be forgotten, nothing is there. */
  | Readonly<{ kind: 'gone' }>
  | Readonly<{ kind: 'planned' }>
  /** AWS gave up, in a state that it does not leave. */
  | Readonly<{ kind: 'failed'; status: string }>
  | Readonly<{ kind: 'timeout'; status: string }>
  | Readonly<{ kind: 'cancelled' }>
  /** AWS could not be asked any longer about what goes on. */
  | Readonly<{ kind: 'lost'; reason: string }>
  | Readonly<{ kind: 'locked'; lock: LockInfo }>
  /** Nobody who may has approved it. */
  | GateRefusal

/** All that the summary and the outputs are made from. */
export type Restoration = Readonly<{
  outcome: Outcome
  identifier: string
  endpoint: string
  /** Milliseconds; undefined when it is not known. */
  restoredTo?: number
  /** Addresses to forget, or that were forgotten. */
  forget: readonly string[]
  /** Whether an attempt before had begun it. */
  attached: boolean
  /** The last that AWS told. */
  status: string
  events: readonly DatabaseEvent[]
  /** Version of the state before anything was forgotten; '' where nothing was. */
  stateVersion: string
  steps: readonly string[]
  /** Who let the lost database be forgotten. */
  attestation?: Attestation
  elapsedMs: number
}>

/** Those after which the step is red. */
export type Trouble = Extract<
  Outcome,
  { kind: 'failed' | 'timeout' | 'cancelled' | 'lost' | 'locked' | 'refused' }
>

const TROUBLES: ReadonlySet<Outcome['kind']> = new Set([
  'failed',
  'timeout',
  'cancelled',
  'lost',
  'locked',
  'refused'
])

/** Whether the step is red. */
export const isTrouble = (outcome: Outcome): outcome is Trouble => TROUBLES.has(outcome.kind)

/** What has not come to anything yet. */
export const blank = (identifier: string): Omit<Restoration, 'outcome' | 'elapsedMs'> => ({
  identifier,
  endpoint: '',
  forget: [],
  attached: false,
  status: '',
  events: [],
  stateVersion: '',
  steps: []
})
