import type { Death } from './deaths.ts'
import type { Slice } from './breakdown.ts'
import type { Successor } from './verdict.ts'

/** How a rollout ended. The kinds are the values of the output `outcome`. */
export type Outcome =
  /** `changed` is false when the service ran it already. */
  | Readonly<{ kind: 'success'; changed: boolean }>
  /** `only-first`: something deployed with success runs already, whatever it is. */
  | Readonly<{ kind: 'kept' }>
  /** Nothing runs, so nothing is proven; `asked` when `desired-count` is 0, or only old tasks were to go. */
  | Readonly<{ kind: 'scaled-to-zero'; asked: boolean }>
  /** The service runs what it ran before. */
  | Readonly<{ kind: 'rolled-back'; reason: string }>
  /** It did not succeed, and nothing took it back. */
  | Readonly<{ kind: 'failed'; reason: string }>
  | Readonly<{ kind: 'superseded'; by: Successor }>
  | Readonly<{ kind: 'stopped'; reason: string }>
  /** It goes on without being watched. */
  | Readonly<{ kind: 'timeout'; reason: string }>
  | Readonly<{ kind: 'cancelled'; reason: string }>
  /** ECS could not be asked any longer about a deployment that goes on. */
  | Readonly<{ kind: 'lost'; reason: string }>

export type OutcomeKind = Outcome['kind']

/** The end of a failed task's log, or why there is none. */
export type LogTail = Readonly<{ title: string; lines: readonly string[]; note?: string }>

/** All that the summary and the outputs are made from. */
export type Rollout = Readonly<{
  outcome: Outcome
  /** What was, or was to be, deployed. */
  revision: string
  taskDefinition: string
  /** What was deployed with success before. */
  previous: string
  registered: boolean
  /** Whether what runs was deployed by this workflow run, in this attempt or an earlier one. */
  isOfThisRun: boolean
  deployment?: string
  deaths: readonly Death[]
  tails: readonly LogTail[]
  events: readonly string[]
  slices: readonly Slice[]
  elapsedMs: number
  /** What was done at the end, a sentence each. */
  notes: readonly string[]
  /** What could not be done at the end: the step is red. */
  problems: readonly string[]
}>
