import type { Report } from '../../../lib/runner.ts'
import type { Inputs } from './inputs.ts'
import type { Finding } from './plan.ts'
import { renderSummary } from './summary.ts'

/** Outputs, summary and the sentence that makes the step red. */
export function toReport(inputs: Inputs, findings: readonly Finding[], until?: number): Report {
  const of = (weight: Finding['weight']): readonly Finding[] =>
    findings.filter((one) => one.weight === weight)
  const blockers = of('blocker')
  const told = {
    outcome: blockers.length === 0 ? 'ready' : 'blocked',
    tenant: inputs.key,
    blockers: blockers.map(describe),
    losses: of('loss').map(describe),
    notes: of('note').map(describe)
  }
  const { outcome, tenant, ...lists } = told
  const validUntil = until === undefined || outcome === 'blocked' ? '' : new Date(until).toISOString()
  return {
    outputs: {
      outcome,
      ready: String(outcome === 'ready'),
      'valid-until': validUntil,
      ...Object.fromEntries(
        Object.entries(lists).map(([name, sentences]) => [name, JSON.stringify(sentences)])
      ),
      result: JSON.stringify({ ...told, tenant, validUntil, findings })
    },
    summary: renderSummary(inputs, findings),
    ...(blockers.length === 0 || inputs.reportOnly
      ? {}
      : { failure: `${inputs.key} cannot be destroyed yet:\n${blockers.map(describe).join('\n')}` })
  }
}

const describe = ({ on, sentence }: Finding): string => `${on}: ${sentence}`
