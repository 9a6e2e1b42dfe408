import { codeSpan, escapeInline, inBytes, cutMarkdown, tableHead, tableRow } from '../../../lib/markdown.ts'
import type { Observed } from './observe.ts'
import type { Plan } from './plan.ts'

const LONGEST_BYTES = 200_000

/** The job summary: what is planned, in which order, and why. */
export function renderSummary(plan: Plan, { why, removed }: Observed): string {
  if (plan.kind === 'refused') return `> [!CAUTION]\n> ${escapeInline(plan.problem)}\n`
  const { selected, waves, known } = plan
  const rows = waves.flatMap((wave, at) =>
    wave.map((one) => tableRow([String(at + 1), codeSpan(one.name), escapeInline(one.why)]))
  )
  const parts = [
    `## 🎯 ${selected.length} of ${known} stacks`,
    `Selected: ${escapeInline(why)}.`,
    rows.length === 0
      ? 'Nothing that a stack depends on changed.'
      : [tableHead(['Wave', 'Stack', 'Why']), ...rows].join('\n'),
    removed.length === 0 ? '' : `> [!WARNING]\n> ${goneSentence(removed)}`
  ]
  return cutMarkdown(parts.filter((part) => part !== '').join('\n\n'), LONGEST_BYTES, inBytes)
}

/** What becomes of tenants whose files are gone. */
export const goneSentence = (removed: readonly string[]): string =>
  `No longer in the registry: ${removed.join(', ')}. Their stacks are not planned any more; what they built stays until it is decommissioned.`
