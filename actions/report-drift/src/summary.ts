import { codeSpan, escapeInline } from '../../../lib/markdown.ts'
import { callout, paragraphs, table } from '../../../lib/summary.ts'
import type { Outcome } from './act.ts'
import type { Row, Standing } from './plan.ts'

const SIGNS: Readonly<Record<Standing, string>> = {
  drifted: '🌊 drifted',
  postponed: '🌊 drifted, without an issue yet',
  accepted: '🤝 accepted',
  clean: '✅ clean',
  unknown: '❔ not known',
  gone: '👋 gone'
}

const ORDER: readonly Standing[] = ['unknown', 'drifted', 'postponed', 'accepted', 'clean', 'gone']

/** The job summary: how every stack stands, and what was done to the issues. */
export function renderSummary(outcome: Outcome): string {
  const rows = outcome.rows.toSorted(
    (one, other) => ORDER.indexOf(one.standing) - ORDER.indexOf(other.standing)
  )
  const drifted = rows.filter(({ standing }) => standing === 'drifted' || standing === 'postponed').length
  const there = rows.filter(({ standing }) => standing !== 'gone').length
  const late = rows.filter(({ standing }) => standing === 'postponed').length
  return paragraphs([
    `## 🌊 Drift: ${drifted} of ${there} stacks`,
    describe(outcome),
    late === 0
      ? ''
      : callout(
          'WARNING',
          `${late} drifted stacks have no issue yet: 'most-opened' is reached, the next run goes on.`
        ),
    table(
      ['Stack', 'How it stands', 'Issue', 'Why'],
      rows.map((row) => cellsOf(row, outcome)),
      256
    )
  ])
}

function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'reported':
      return outcome.done.length === 0
        ? 'The issues were right already.'
        : `${outcome.done.length} issues were written.`
    case 'planned':
      return `Dry run, nothing was written. What would be: ${outcome.steps.map(({ kind, stack }) => `${kind} ${codeSpan(stack)}`).join(', ') || 'nothing'}.`
    case 'failed':
      return callout('CAUTION', outcome.sentence)
  }
}

function cellsOf({ stack, standing, issue, words }: Row, outcome: Outcome): readonly string[] {
  const done = outcome.kind === 'planned' ? [] : outcome.done
  const known = done.find((one) => one.stack === stack && one.kind !== 'withdraw') ?? issue
  const link = known === undefined ? '' : `[#${known.number}](${known.url})`
  return [codeSpan(stack), SIGNS[standing], link, escapeInline(words)]
}
