import { codeSpan, cutRunes, escapeLines, tableHead, tableRow } from '../../../lib/markdown.ts'
import { paragraphs } from '../../../lib/summary.ts'
import { renderDifferences } from '../../../lib/terraform/differences.ts'
import { renderGate, type RunFacts } from './gate-table.ts'
import type { Inputs } from './inputs.ts'
import type { Delivery, Outcome, PlannedChange, StackOutputs } from './outcome.ts'
import { countChanges } from './stack.ts'

/** The job summary: the verdict, who let it happen, what changed and what is left. */
export function renderSummary(inputs: Inputs, delivery: Delivery, run: RunFacts): string {
  const { outcome } = delivery
  return paragraphs([
    `## ${ICONS[outcome.kind]} ${codeSpan(inputs.stack)} → ${codeSpan(inputs.environment)}`,
    describeOutcome(outcome),
    renderGate(inputs, delivery, run),
    renderDetails(outcome)
  ])
}

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  applied: '✅',
  'already-applied': '☑️',
  refused: '⛔',
  failed: '❌',
  cancelled: '⏹️',
  error: '❌'
}

function describeOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'applied':
      return outcome.how === 'saved-plan'
        ? `Applied the approved plan: ${countChanges(outcome.changes)}.`
        : `The state moved since the plan was made; the new plan has the same digest, so it was applied: ${countChanges(outcome.changes)}.`
    case 'already-applied':
      return 'Nothing to do: the state moved since the plan was made, and a new plan is empty. What was approved is already there.'
    case 'refused':
      return alert(
        'CAUTION',
        `**Nothing was applied** (\`${outcome.reason}\`). ${escapeLines(outcome.sentence)}`
      )
    case 'error':
      return alert('CAUTION', `**Nothing was applied.** ${escapeLines(outcome.sentence)}`)
    case 'failed':
      return alert('CAUTION', `**The apply failed part-way.** ${escapeLines(outcome.sentence)}`)
    case 'cancelled':
      return alert('WARNING', escapeLines(outcome.sentence))
  }
}

function renderDetails(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'applied':
      return [renderChanges('What changed', outcome.changes), renderOutputs(outcome.outputs)]
        .filter(Boolean)
        .join('\n\n')
    case 'already-applied':
      return renderOutputs(outcome.outputs)
    case 'refused':
      return outcome.differences === undefined
        ? ''
        : `### What a new plan would do differently\n\n${renderDifferences(outcome.differences)}`
    case 'failed':
      return outcome.left === undefined ? '' : renderChanges('What is left', outcome.left)
    case 'error':
      return ''
    case 'cancelled':
      return renderChanges('What was in flight', outcome.inFlight)
  }
}

const LONGEST_LIST = 500

function renderChanges(title: string, changes: readonly PlannedChange[]): string {
  if (changes.length === 0) return ''
  const lines = changes
    .slice(0, LONGEST_LIST)
    .map(({ address, actions }) => `- ${actions} ${codeSpan(address)}`)
  const more = changes.length > LONGEST_LIST ? [`- … and ${changes.length - LONGEST_LIST} more`] : []
  return [
    `<details${changes.length <= 20 ? ' open' : ''}><summary>${title}: ${countChanges(changes)}</summary>\n`,
    ...lines,
    ...more,
    '\n</details>'
  ].join('\n')
}

function renderOutputs({ values, withheld }: StackOutputs): string {
  const shown = Object.entries(values).map(([name, value]) =>
    tableRow([codeSpan(name), codeSpan(short(JSON.stringify(value)))])
  )
  const hidden = withheld.map((name) => tableRow([codeSpan(name), '(sensitive)']))
  if (shown.length + hidden.length === 0) return ''
  return [tableHead(['Output', 'Value']), ...shown, ...hidden].join('\n')
}

const short = (text: string): string => (text.length > 200 ? `${cutRunes(text, 200)}…` : text)

const alert = (kind: 'CAUTION' | 'WARNING', text: string): string => `> [!${kind}]\n> ${text}`
