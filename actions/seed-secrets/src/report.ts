import type { Report } from '../../../lib/runner.ts'
import type { Inputs } from './inputs.ts'
import type { Outcome, Row } from './outcome.ts'
import { renderSummary } from './summary.ts'

const CHANGES = ['created', 'updated', 'unchanged', 'rotated'] as const

/** What became of the secrets, and the stack's outputs that everybody may read. */
export type Seeding = Readonly<{ outcome: Outcome; stack: Readonly<Record<string, unknown>> }>

/** Outputs, summary and the sentence that makes the step red. */
export function toReport(inputs: Inputs, { outcome, stack }: Seeding): Report {
  const failure = failureOf(outcome)
  return {
    outputs: { ...toOutputs(inputs, outcome), 'stack-outputs': JSON.stringify(stack) },
    summary: renderSummary(inputs, outcome),
    ...(failure === undefined ? {} : { failure })
  }
}

function failureOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'seeded':
    case 'planned':
      return undefined
    case 'refused':
      return `${outcome.problems.join('\n')}\nNothing was written.`
    case 'failed':
      return `${outcome.sentence}\nWritten before that: ${writtenIn(outcome.rows).join(', ') || 'nothing'}. Running this again goes on from there.`
  }
}

const writtenIn = (rows: readonly Row[]): readonly string[] =>
  rows.filter(({ change }) => change !== 'pending' && change !== 'unchanged').map(({ name }) => name)

/** The outputs, none of which holds a value. */
function toOutputs({ tenant, dryRun }: Inputs, outcome: Outcome): Readonly<Record<string, string>> {
  const rows = outcome.kind === 'refused' ? [] : outcome.rows
  const lists = Object.fromEntries(
    CHANGES.map((wanted) => [wanted, rows.filter(({ change }) => change === wanted).map(({ name }) => name)])
  )
  const stale = rows.filter(({ isStale }) => isStale).map(({ name }) => name)
  const rotatedAhead = outcome.ahead.flatMap(({ kind, names }) => (kind === 'failed' ? [] : names))
  const rolloutNeeded = needsRollout(outcome)
  const newestAt = outcome.kind === 'seeded' ? outcome.newestAt : undefined
  const newestVersionAt = newestAt === undefined ? '' : new Date(newestAt).toISOString()
  const { client, env, path } = tenant
  return {
    ...Object.fromEntries(Object.entries(lists).map(([name, names]) => [name, JSON.stringify(names)])),
    'rotated-ahead': JSON.stringify(rotatedAhead),
    stale: JSON.stringify(stale),
    'rollout-needed': String(rolloutNeeded),
    'newest-version-at': newestVersionAt,
    result: JSON.stringify({
      outcome: outcome.kind,
      client,
      env,
      path,
      dryRun,
      ...lists,
      rotatedAhead,
      ahead: outcome.ahead,
      stale,
      rolloutNeeded,
      newestVersionAt,
      secrets: rows,
      ...(outcome.kind === 'refused' ? { problems: outcome.problems } : {}),
      ...(outcome.kind === 'failed' ? { sentence: outcome.sentence } : {})
    })
  }
}

/** Whether running tasks hold values that are no longer right. */
export function needsRollout(outcome: Outcome): boolean {
  return outcome.kind !== 'refused' && writtenIn(outcome.rows).length > 0
}
