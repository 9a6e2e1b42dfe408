import { codeSpan, details, escapeInline, fence } from '../../../lib/markdown.ts'
import { callout, paragraphs, table, verdict as renderVerdict } from '../../../lib/summary.ts'
import { type Finding, LAYERS, type Layer } from './finding.ts'
import type { Outcome } from './outcome.ts'
import type { Walked } from './walk.ts'

type Judged = Extract<Outcome, { kind: 'judged' }>

/** The job summary: the verdict, a row an address, what is wrong with its command, and what is only odd. */
export function renderSummary(outcome: Outcome, sentence: string): string {
  switch (outcome.kind) {
    case 'planned':
      return paragraphs([
        '## 📋 Smoke test',
        'Dry run: nothing was asked. A smoke test would ask this:',
        list(outcome.steps)
      ])
    case 'cancelled':
      return paragraphs(['## ⏹️ Smoke test', callout('CAUTION', sentence)])
    case 'judged':
      return renderJudged(outcome, sentence)
  }
}

function renderJudged({ verdict, walked }: Judged, sentence: string): string {
  const isGood = verdict.kind === 'passed'
  const findings = walked.flatMap((one) => one.findings)
  return paragraphs([
    `## ${isGood ? '✅' : '❌'} Smoke test`,
    renderVerdict(isGood, sentence),
    renderTable(walked),
    renderWrong(findings),
    list(
      findings.filter(({ state }) => state === 'warned').map((one) => `⚠️ ${where(one)}: ${one.sentence}`)
    ),
    renderAll(findings)
  ])
}

const MARKS: Readonly<Record<Finding['state'], string>> = {
  failed: '❌',
  warned: '⚠️',
  passed: '✅',
  skipped: '–'
}

/** The worst of a layer's findings; '' where nothing was to be looked at. */
function mark(findings: readonly Finding[], layer: Layer): string {
  const states = new Set(findings.filter((one) => one.layer === layer).map(({ state }) => state))
  const worst = (['failed', 'warned', 'passed', 'skipped'] as const).find((state) => states.has(state))
  return worst === undefined ? '' : MARKS[worst]
}

function renderTable(walked: readonly Walked[]): string {
  const rows = walked.flatMap(({ url, addresses, findings, latencies }) =>
    (addresses.length === 0 ? [''] : addresses).map((address) => {
      const own = findings.filter((one) => (one.address ?? address) === address)
      const latency = latencies.find((one) => one.address === address)
      return [
        codeSpan(url),
        address === '' ? '' : codeSpan(address),
        ...LAYERS.map((layer) => mark(own, layer)),
        latency === undefined ? '' : `${Math.round(latency.p95)} ms`
      ]
    })
  )
  return table(['URL', 'Address', ...LAYERS, 'p95'], rows)
}

const where = ({ url, address }: Finding): string => (address === undefined ? url : `${url} at ${address}`)

const MOST_WRONG = 20

function renderWrong(findings: readonly Finding[]): string {
  const wrong = findings
    .filter(({ state }) => state === 'failed')
    .toSorted((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer))
  const parts = wrong.slice(0, MOST_WRONG).map((one) => {
    const command = one.next === undefined ? '' : `\n\n${fence(one.next, 'sh')}`
    return `**${one.layer}** ${codeSpan(where(one))}: ${escapeInline(one.sentence)}${command}`
  })
  const more = wrong.length > MOST_WRONG ? [`… and ${wrong.length - MOST_WRONG} more.`] : []
  return wrong.length === 0 ? '' : paragraphs(['### What is wrong', ...parts, ...more])
}

const MOST_LISTED = 300

function renderAll(findings: readonly Finding[]): string {
  const rows = findings.map((one) => [
    MARKS[one.state],
    one.layer,
    codeSpan(where(one)),
    escapeInline(one.check),
    escapeInline(one.sentence)
  ])
  const shown = table(['', 'Layer', 'Where', 'Check', 'What was found'], rows, MOST_LISTED)
  return details(`All ${findings.length} checks`, shown)
}

const list = (items: readonly string[]): string => items.map((item) => `- ${escapeInline(item)}`).join('\n')
