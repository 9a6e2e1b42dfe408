import type { Attestation } from '../../../lib/github/gate.ts'
import type { Report } from '../../../lib/runner.ts'
import type { Inputs } from './inputs.ts'
import type { Delivery, Outcome, PlannedChange, StackOutputs } from './outcome.ts'
import { renderSummary } from './summary.ts'
import type { RunFacts } from './gate-table.ts'

/** Outputs, summary and the sentence of a red step, for every way it can end. */
export function toReport(inputs: Inputs, delivery: Delivery, run: RunFacts): Report {
  const failure = failureOf(delivery.outcome)
  return {
    outputs: toOutputs(inputs, delivery, run),
    summary: renderSummary(inputs, delivery, run),
    ...(failure === undefined ? {} : { failure })
  }
}

/** One word for what happened: the output `reason`. */
export function reasonOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'applied':
    case 'already-applied':
    case 'cancelled':
    case 'error':
      return outcome.kind
    case 'refused':
      return outcome.reason
    case 'failed':
      return 'apply-failed'
  }
}

function failureOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'applied':
    case 'already-applied':
      return undefined
    case 'refused':
      return `Nothing was applied (${outcome.reason}): ${outcome.sentence}`
    case 'error':
      return `Nothing was applied: ${outcome.sentence}`
    case 'failed':
    case 'cancelled':
      return outcome.sentence
  }
}

function toOutputs(inputs: Inputs, delivery: Delivery, run: RunFacts): Readonly<Record<string, string>> {
  const { outcome, attestation } = delivery
  return {
    applied: String(outcome.kind === 'applied'),
    reason: reasonOf(outcome),
    'approved-by': (attestation?.approvedBy ?? []).join(','),
    outputs: JSON.stringify('outputs' in outcome ? outcome.outputs.values : {}),
    result: JSON.stringify({
      applied: outcome.kind === 'applied',
      reason: reasonOf(outcome),
      sentence: failureOf(outcome) ?? null,
      stack: inputs.stack,
      environment: inputs.environment,
      digest: inputs.digest,
      commit: run.commit,
      run: run.url,
      pullRequest: delivery.pullRequest ?? null,
      gate: attestation === undefined ? null : withoutWords(attestation),
      ...detailsOf(outcome)
    })
  }
}

/** What people wrote stays where they wrote it. */
function withoutWords({ words: _words, isAmbiguous, ...attestation }: Attestation): object {
  return { ...attestation, ambiguous: isAmbiguous }
}

/** The members of `result` that only one kind of outcome has. */
function detailsOf(outcome: Outcome): object {
  switch (outcome.kind) {
    case 'applied':
      return { how: outcome.how, changes: listed(outcome.changes), ...outputsOf(outcome.outputs) }
    case 'already-applied':
      return outputsOf(outcome.outputs)
    case 'refused':
      return { differences: (outcome.differences ?? []).slice(0, LONGEST_LIST) }
    case 'failed':
      return { left: outcome.left === undefined ? null : listed(outcome.left) }
    case 'cancelled':
      return { inFlight: listed(outcome.inFlight) }
    case 'error':
      return {}
  }
}

const outputsOf = ({ values, withheld }: StackOutputs): object => ({
  outputs: values,
  withheldOutputs: withheld
})

/** Outputs of a job are limited to 1 MB. */
const LONGEST_LIST = 1000

const listed = (changes: readonly PlannedChange[]): object => ({
  total: changes.length,
  first: changes.slice(0, LONGEST_LIST)
})
