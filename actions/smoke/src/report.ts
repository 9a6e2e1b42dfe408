import type { Report } from '../../../lib/runner.ts'
import type { Finding } from './finding.ts'
import type { Outcome } from './outcome.ts'
import { renderSummary } from './summary.ts'

/** Outputs, summary and, where the step is red, the sentence. */
export function toReport(outcome: Outcome): Report {
  const sentence = describeOutcome(outcome)
  const isGood =
    outcome.kind === 'planned' || (outcome.kind === 'judged' && outcome.verdict.kind === 'passed')
  return {
    outputs: outputsOf(outcome, sentence),
    summary: renderSummary(outcome, sentence),
    ...(isGood ? {} : { failure: sentence })
  }
}

function outputsOf(outcome: Outcome, sentence: string): Record<string, string> {
  const failedLayer =
    outcome.kind === 'judged' && outcome.verdict.kind === 'failed' ? outcome.verdict.layer : ''
  const passed = outcome.kind === 'judged' && outcome.verdict.kind === 'passed'
  return {
    passed: String(passed),
    'failed-layer': failedLayer,
    result: JSON.stringify({ outcome: nameOf(outcome), passed, failedLayer, sentence, ...resultOf(outcome) })
  }
}

const nameOf = (outcome: Outcome): string => (outcome.kind === 'judged' ? outcome.verdict.kind : outcome.kind)

const MOST_TOLD = 100

function resultOf(outcome: Outcome): object {
  switch (outcome.kind) {
    case 'cancelled':
      return { rollback: false }
    case 'planned':
      return { rollback: false, steps: outcome.steps }
    case 'judged': {
      const { verdict, walked, elapsedMs } = outcome
      const findings = walked.flatMap((one) => one.findings)
      const told = (state: Finding['state']) =>
        findings.filter((one) => one.state === state).slice(0, MOST_TOLD)
      return {
        rollback: verdict.kind === 'failed' && verdict.rollback,
        elapsedMs,
        checks: findings.length,
        urls: walked.map(({ url, addresses, latencies }) => ({ url, addresses, latencies })),
        failures: told('failed').map(toPublic),
        warnings: told('warned').map(toPublic)
      }
    }
  }
}

const toPublic = ({ layer, url, address, check, sentence, next }: Finding) => ({
  layer,
  url,
  address,
  check,
  sentence,
  next
})

/** The outcome in a sentence or two, with the next command. */
export function describeOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'planned':
      return 'Dry run: nothing was asked.'
    case 'cancelled':
      return 'Cancelled: nothing is proven. Nothing was changed either; run it again.'
    case 'judged':
      return describeVerdict(outcome)
  }
}

function describeVerdict({ verdict, walked, elapsedMs }: Extract<Outcome, { kind: 'judged' }>): string {
  if (verdict.kind === 'passed') {
    const checks = walked.reduce((sum, { findings }) => sum + findings.length, 0)
    const addresses = walked.reduce((sum, one) => sum + one.addresses.length, 0)
    const odd = verdict.warnings === 0 ? '' : ` ${verdict.warnings} warnings are below.`
    return `All is well: ${checks} checks at ${addresses} addresses of ${walked.length} URLs in ${(elapsedMs / 1000).toFixed(1)} s.${odd}`
  }
  const [first] = verdict.broken
  if (first === undefined) return `Broken at layer ${verdict.layer}.`
  const at = first.address === undefined ? '' : ` at ${first.address}`
  const more = verdict.broken.length - 1 + verdict.others
  const rest = more === 0 ? '' : ` ${more} more checks failed; the summary has them.`
  const next = first.next === undefined ? '' : ` Next: ${first.next}`
  return `${first.url} is broken at layer ${verdict.layer}${at}: ${first.sentence}${rest}${next}`
}
