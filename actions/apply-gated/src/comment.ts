import { codeSpan, cutMarkdown } from '../../../lib/markdown.ts'
import type { Inputs } from './inputs.ts'
import type { Delivery } from './outcome.ts'
import { reasonOf } from './report.ts'
import { countChanges } from './stack.ts'
import type { RunFacts } from './gate-table.ts'

const BEGIN = '<!-- caliber:applies -->'
const END = '<!-- /caliber:applies -->'
/** GitHub takes no longer comment, in characters. */
const LIMIT = 65_536

/** The line that tells the pull request how its plan ended. */
export function renderVerdict(inputs: Inputs, delivery: Delivery, run: RunFacts): string {
  const page = `[run ${run.id}](${run.url})`
  const approvers = (delivery.attestation?.approvedBy ?? []).map(codeSpan).join(', ')
  const by = approvers === '' ? '' : `, approved by ${approvers}`
  return `- ${codeSpan(inputs.stack)} → ${codeSpan(inputs.environment)}: ${verdict(delivery)} in ${page}${by}`
}

function verdict({ outcome }: Delivery): string {
  switch (outcome.kind) {
    case 'applied':
      return `✅ applied (${countChanges(outcome.changes)})`
    case 'already-applied':
      return '☑️ already applied'
    case 'refused':
      return `⛔ not applied (\`${reasonOf(outcome)}\`)`
    case 'failed':
      return `❌ failed part-way${outcome.left === undefined ? '' : `, ${outcome.left.length} left`}`
    case 'error':
      return '❌ not applied'
    case 'cancelled':
      return '⏹️ cancelled'
  }
}

/**
 * The comment with one line for each stack in a section of its own; a stack's earlier line is replaced. Where both do not
 * fit, it is the plan that is cut: what happened must be told.
 */
export function addVerdict(body: string, stack: string, line: string): string {
  const own = ` <!-- ${stack} -->`
  const { before, lines, after } = split(body)
  const others = lines.filter((one) => one !== '' && !one.endsWith(own))
  const section = [BEGIN, '### Applied', '', ...others, `${line}${own}`, END, after].join('\n').trimEnd()
  return `${cutMarkdown(before.trimEnd(), LIMIT - section.length - 2)}\n\n${section}`
}

function split(body: string): Readonly<{ before: string; lines: readonly string[]; after: string }> {
  const text = body.replaceAll('\r\n', '\n')
  const start = text.indexOf(`\n${BEGIN}\n`)
  const end = text.indexOf(`\n${END}`, start + 1)
  if (start === -1 || end === -1) return { before: text, lines: [], after: '' }
  const inside = text.slice(start + BEGIN.length + 2, end).split('\n')
  return {
    before: text.slice(0, start),
    lines: inside.filter((one) => one.startsWith('- ')),
    after: text.slice(end + END.length + 1).trimStart()
  }
}
