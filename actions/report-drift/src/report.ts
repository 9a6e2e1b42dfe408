import type { Report } from '../../../lib/runner.ts'
import type { Outcome } from './act.ts'
import type { Inputs } from './inputs.ts'
import type { Row, Standing } from './plan.ts'
import { renderSummary } from './summary.ts'

/** Outputs, summary and the sentence that makes the step red. */
export function toReport(inputs: Inputs, outcome: Outcome): Report {
  const failure = failureOf(inputs, outcome)
  return {
    outputs: toOutputs(outcome),
    summary: renderSummary(outcome),
    ...(failure === undefined ? {} : { failure })
  }
}

function failureOf({ failOnDrift }: Inputs, outcome: Outcome): string | undefined {
  if (outcome.kind === 'failed')
    return `${outcome.sentence}\nDone before that: ${outcome.done.length} issues. The next run goes on from there.`
  const drifted = named(outcome.rows, 'drifted', 'postponed')
  if (!failOnDrift || drifted.length === 0) return undefined
  return `${drifted.join(', ')} drifted: what stands in AWS is not what the code says. The issues tell how.`
}

const named = (rows: readonly Row[], ...standings: readonly Standing[]): readonly string[] =>
  rows.filter(({ standing }) => standings.includes(standing)).map(({ stack }) => stack)

function toOutputs(outcome: Outcome): Readonly<Record<string, string>> {
  const { rows } = outcome
  const done = outcome.kind === 'planned' ? [] : outcome.done
  const did = (...kinds: readonly string[]): readonly string[] =>
    done.filter(({ kind }) => kinds.includes(kind)).map(({ stack }) => stack)
  const lists = {
    drifted: named(rows, 'drifted', 'postponed'),
    clean: named(rows, 'clean'),
    accepted: named(rows, 'accepted'),
    unknown: named(rows, 'unknown'),
    postponed: named(rows, 'postponed'),
    opened: did('open', 'reopen'),
    closed: did('close')
  }
  const issues = Object.fromEntries([
    ...rows.flatMap(({ stack, issue }) => (issue === undefined ? [] : [[stack, issue.url] as const])),
    ...done.filter(({ kind }) => kind !== 'withdraw').map(({ stack, url }) => [stack, url] as const)
  ])
  const steps = outcome.kind === 'planned' ? outcome.steps.map(({ kind, stack }) => ({ kind, stack })) : done
  return {
    outcome: outcome.kind,
    'has-drift': String(lists.drifted.length > 0),
    ...Object.fromEntries(Object.entries(lists).map(([name, stacks]) => [name, JSON.stringify(stacks)])),
    issues: JSON.stringify(issues),
    result: JSON.stringify({ outcome: outcome.kind, ...lists, issues, steps })
  }
}
