import { codeSpan, escapeInline, escapeLines } from '../../../lib/markdown.ts'
import { paragraphs, table } from '../../../lib/summary.ts'
import type { Inputs } from './inputs.ts'
import type { Outcome, Row } from './outcome.ts'
import type { Ahead } from './rotate-ahead.ts'

/** The job summary: what became of each secret and why, and what comes next. Never a value. */
export function renderSummary({ tenant: { path } }: Pick<Inputs, 'tenant'>, outcome: Outcome): string {
  const title = `## ${ICONS[outcome.kind]} Secrets of ${codeSpan(path)}`
  const rows = outcome.kind === 'refused' ? [] : outcome.rows
  return paragraphs([
    title,
    describe(outcome),
    ...outcome.ahead.map(renderAhead),
    renderRows(rows),
    next(outcome)
  ])
}

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  seeded: '🔑',
  planned: '📋',
  refused: '⛔',
  failed: '❌'
}

function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'seeded':
      return counts(outcome.rows)
    case 'planned':
      return `Dry run, nothing was written. What would be: ${counts(outcome.rows)}`
    case 'refused':
      return `> [!CAUTION]\n> **Nothing was written.** ${escapeLines(outcome.problems.join('\n'))}`
    case 'failed':
      return `> [!CAUTION]\n> **The seeding stopped part-way.** ${escapeLines(outcome.sentence)}`
  }
}

/** What became of a database's password that AWS is about to rotate. */
function renderAhead(one: Ahead): string {
  const of = one.names.map(codeSpan).join(', ')
  switch (one.kind) {
    case 'rotated':
      return `The database's password behind ${of} was rotated ahead of AWS's own time.`
    case 'due':
      return `The database's password behind ${of} would be rotated now, ahead of AWS's own time.`
    case 'failed':
      return `> [!WARNING]\n> The database's password behind ${of} was not rotated ahead. ${escapeLines(one.sentence)}`
  }
}

function counts(rows: readonly Row[]): string {
  const kinds = ['created', 'updated', 'rotated', 'unchanged'] as const
  const told = kinds.map((kind) => [kind, rows.filter(({ change }) => change === kind).length] as const)
  const words = told.filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind}`)
  return `${words.join(', ')}.`
}

const renderRows = (rows: readonly Row[]): string =>
  table(
    ['Secret', 'Change', 'Why'],
    rows.map(({ name, change, reason }) => [codeSpan(name), change, escapeInline(reason)])
  )

function next(outcome: Outcome): string {
  if (outcome.kind === 'refused') return ''
  if (outcome.kind === 'failed') return 'Running this again goes on from here; nothing is done twice.'
  const changed = outcome.rows.some(({ change }) => change !== 'unchanged')
  if (!changed) return ''
  const verb = outcome.kind === 'planned' ? 'would keep' : 'keep'
  return `Running tasks ${verb} the values that they started with. Restart them next: action \`rollout\` with \`restart-if-older-than\`.`
}
