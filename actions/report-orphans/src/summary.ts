import { codeSpan } from '../../../lib/markdown.ts'
import { paragraphs } from '../../../lib/summary.ts'
import type { Outcome } from './act.ts'
import { troublesOf } from './plan.ts'
import { orphanTable, others, UNSEEN } from './tables.ts'

/** The job summary: what belongs to nobody, and what is good to know. */
export function renderSummary(
  { kind, findings, regions, isAccepted, issue }: Outcome,
  tenant?: string
): string {
  const count = troublesOf(findings).reduce(
    (sum, { resources }) => sum + resources.length,
    findings.unnamed.length
  )
  return paragraphs([
    `## ${tenant === undefined ? verdictOf(count) : verdictOn(tenant, count)}`,
    `${findings.seen} resources were looked at in ${regions.map(codeSpan).join(', ')}. Nothing was deleted.`,
    orphanTable(findings),
    isAccepted ? 'Just these were accepted, by closing the issue as not planned.' : '',
    kind === 'planned' ? 'Dry run: the issue was left as it is.' : '',
    issue === '' ? '' : `[The issue](${issue})`,
    ...others(findings),
    UNSEEN
  ])
}

const verdictOf = (count: number): string =>
  count === 0
    ? '✅ Everything belongs to a tenant'
    : `🔎 ${count} resources belong to no registered tenant, or not to what its file names`

const verdictOn = (tenant: string, count: number): string =>
  count === 0
    ? `✅ Nothing of ${codeSpan(tenant)} stands any more`
    : `⛔ ${codeSpan(tenant)} still has ${count} resources, what a destruction leaves among them`
