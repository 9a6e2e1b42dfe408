import { describeBranchRule } from '../../../lib/github/branch-rules.ts'
import type { Attestation } from '../../../lib/github/gate.ts'
import type { GateFacts } from '../../../lib/github/gate-facts.ts'
import { codeSpan, tableRow } from '../../../lib/markdown.ts'
import type { Inputs } from './inputs.ts'
import type { Delivery } from './outcome.ts'

/** The run as the summary names it. */
export type RunFacts = Readonly<{ url: string; id: number; attempt: number; commit: string }>

/** The attestation as a table; where the gate refused, what was seen of it; '' before anybody looked. */
export function renderGate(inputs: Inputs, delivery: Delivery, run: RunFacts): string {
  const { attestation, gate } = delivery
  if (attestation !== undefined)
    return table('Attestation', [...attest(attestation), ...bind(inputs, delivery, run)])
  return gate === undefined ? '' : table('What was seen of the gate', see(inputs, gate))
}

type Row = readonly [name: string, value: string]

function attest(attestation: Attestation): readonly Row[] {
  const { approvedBy, isAmbiguous, reviewers, canAdminsBypass } = attestation
  const doubt = isAmbiguous ? ' (GitHub does not tell which review belongs to this job and attempt)' : ''
  return [
    ['Gate', attestation.gate === 'environment' ? 'environment review' : 'started by hand, digest typed'],
    ['Environment', codeSpan(attestation.environment)],
    ['Required reviewers', names(reviewers)],
    ['Branch rule', codeSpan(attestation.branchRule)],
    ['Administrators can bypass', BYPASS[`${canAdminsBypass}`]],
    ['Approved by', `${names(approvedBy)}${doubt}`]
  ]
}

const bind = (inputs: Inputs, { header }: Delivery, run: RunFacts): readonly Row[] => [
  ['Digest', codeSpan(inputs.digest)],
  ['Artifact', `${inputs.artifactId}, ${codeSpan(`sha256:${inputs.artifactDigest}`)}`],
  ['Run', `[${run.id}, attempt ${run.attempt}](${run.url})`],
  ['Commit', codeSpan(run.commit)],
  [
    'Tree',
    Object.entries(header?.tree ?? {})
      .map(describeFolder)
      .join('<br>')
  ]
]

function see(inputs: Inputs, { environment, approvals }: GateFacts): readonly Row[] {
  if (environment === undefined)
    return [['Environment', `${codeSpan(inputs.environment)}, which does not exist`]]
  const reviews = approvals.map(
    ({ user, state, environments }) => `${codeSpan(user)} ${state} ${names(environments)}`
  )
  return [
    ['Environment', codeSpan(environment.name)],
    ['Required reviewers', names(environment.reviewers)],
    ['Branch rule', codeSpan(describeBranchRule(environment.branchRule))],
    ['Administrators can bypass', BYPASS[`${environment.canAdminsBypass}`]],
    ['Reviews of this run', reviews.join('<br>') || 'none']
  ]
}

const BYPASS = { true: 'yes', false: 'no', unknown: 'GitHub does not say' } as const

const names = (people: readonly string[]): string => people.map(codeSpan).join(', ') || 'none'

const describeFolder = ([folder, hash]: readonly [string, string]): string =>
  `${codeSpan(folder)} ${codeSpan(hash.slice(0, 12))}`

function table(title: string, rows: readonly Row[]): string {
  return [`| ${title} | |`, '| --- | --- |', ...rows.map(tableRow)].join('\n')
}
