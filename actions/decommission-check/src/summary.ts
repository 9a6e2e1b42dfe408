import { codeSpan, escapeInline } from '../../../lib/markdown.ts'
import { paragraphs, table } from '../../../lib/summary.ts'
import type { Inputs } from './inputs.ts'
import type { Finding } from './plan.ts'

const SIGNS: Readonly<Record<Finding['weight'], string>> = {
  blocker: '⛔ stops it',
  loss: '🗑️ is lost',
  note: 'ℹ️'
}
const ORDER: readonly Finding['weight'][] = ['blocker', 'loss', 'note']

/** The job summary: what stops the end of the tenant, what goes with it, and what to do afterwards. */
export function renderSummary({ key }: Inputs, findings: readonly Finding[]): string {
  const sorted = findings.toSorted((one, other) => ORDER.indexOf(one.weight) - ORDER.indexOf(other.weight))
  const blockers = findings.filter(({ weight }) => weight === 'blocker').length
  const verdict =
    blockers === 0
      ? '✅ nothing stops its destruction'
      : `⛔ ${blockers} ${blockers === 1 ? 'finding stops' : 'findings stop'} its destruction`
  return paragraphs([
    `## ${verdict}: ${codeSpan(key)}`,
    'Nothing was changed.',
    table(
      ['', 'What', 'Finding'],
      sorted.map(({ weight, on, sentence }) => [SIGNS[weight], escapeInline(on), escapeInline(sentence)])
    )
  ])
}
