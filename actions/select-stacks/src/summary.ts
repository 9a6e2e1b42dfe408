import { codeSpan, escapeInline } from '../../../lib/markdown.ts'
import { callout, paragraphs, table } from '../../../lib/summary.ts'
import type { Observed } from './observe.ts'
import type { Plan } from './plan.ts'

const MOST_ROWS = 1000

/** The job summary: what is planned, in which order, and why. */
export function renderSummary(plan: Plan, { why, removed }: Observed): string {
  if (plan.kind === 'refused') return callout('CAUTION', plan.problem)
  const { selected, waves, known } = plan
  const rows = waves.flatMap((wave, at) =>
    wave.map((one) => [String(at + 1), codeSpan(one.name), escapeInline(one.why)])
  )
  return paragraphs([
    `## 🎯 ${selected.length} of ${known} stacks`,
    `Selected: ${escapeInline(why)}.`,
    rows.length === 0
      ? 'Nothing that a stack depends on changed.'
      : table(['Wave', 'Stack', 'Why'], rows, MOST_ROWS),
    removed.length === 0 ? '' : callout('WARNING', goneSentence(removed))
  ])
}

/** What becomes of tenants whose files are gone. */
export const goneSentence = (removed: readonly string[]): string =>
  `No longer in the registry: ${removed.join(', ')}. Their stacks are not planned any more; what they built stays until it is decommissioned.`
