import type { Attestation, GateReason } from '../../../lib/github/gate.ts'
import type { GateFacts } from '../../../lib/github/gate-facts.ts'
import type { SealHeader } from '../../../lib/seal.ts'
import type { Difference } from '../../../lib/terraform/differences.ts'

/** Why nothing was changed. Each is a value of the output `reason`, so workflows may branch on it. */
export type RefusalReason =
  | GateReason
  | 'too-late'
  | 'artifact-mismatch'
  | 'seal-mismatch'
  | 'commit-mismatch'
  | 'stateful-destroy'
  | 'terraform-mismatch'
  | 'lock-file-mismatch'
  | 'tree-mismatch'
  | 'plan-changed'
  | 'state-stale'
  | 'state-locked'

/** Nothing was changed, and this is why; `sentence` ends in what to do next. */
export type Refusal = Readonly<{
  kind: 'refused'
  reason: RefusalReason
  sentence: string
  differences?: readonly Difference[]
}>

/** One change of a plan, without values: `create`, `update`, `delete,create` … */
export type PlannedChange = Readonly<{ address: string; actions: string }>

/** The stack's outputs: values of those that are not sensitive, and the names of those that are. */
export type StackOutputs = Readonly<{
  values: Readonly<Record<string, unknown>>
  withheld: readonly string[]
}>

export type Applied = Readonly<{
  kind: 'applied'
  /** The reviewed plan file itself, or a new plan of the same digest because the state had moved. */
  how: 'saved-plan' | 'same-digest'
  changes: readonly PlannedChange[]
  outputs: StackOutputs
}>

export type Outcome =
  | Applied
  | Readonly<{ kind: 'already-applied'; outputs: StackOutputs }>
  | Refusal
  /** A check could not be made (no permission, no network, a failing init): nothing was applied. */
  | Readonly<{ kind: 'error'; sentence: string }>
  /** Terraform failed; `left` is what a new plan still wants to change, undefined when that plan failed too. */
  | Readonly<{ kind: 'failed'; sentence: string; left?: readonly PlannedChange[] }>
  /** The job was cancelled; `inFlight` is what Terraform was applying, empty when it had not begun. */
  | Readonly<{ kind: 'cancelled'; sentence: string; inFlight: readonly PlannedChange[] }>

/** All that the summary, the outputs and the comment are made from. */
export type Delivery = Readonly<{
  outcome: Outcome
  attestation?: Attestation
  header?: SealHeader
  /** What was seen of the gate, judged or not. */
  gate?: GateFacts
  /** The pull request that the commit came from, where there is one. */
  pullRequest?: number
}>

/** A refusal in one call. */
export const refuse = (reason: RefusalReason, sentence: string): Refusal => ({
  kind: 'refused',
  reason,
  sentence
})
