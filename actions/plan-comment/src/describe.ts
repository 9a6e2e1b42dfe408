import type { Fragment } from '../../../lib/fragment.ts'
import { fitSections, type Section } from '../../../lib/terraform/sections.ts'
import { NO_COUNTS } from '../../../lib/terraform/changes.ts'
import { describeDiagnostic } from '../../../lib/terraform/diagnostics.ts'
import { makeSection } from '../../../lib/terraform/render-plan.ts'
import { codeSpan, cutRunes, escapeInline, fence, inCharacters } from '../../../lib/markdown.ts'
import type { Inputs } from './inputs.ts'
import type { Planning } from './plan-stack.ts'
import type { Ports } from './ports.ts'
import type { Review } from './review.ts'
import type { SealedArtifact } from './seal-plan.ts'

/** Everything one plan job found out. */
export type Findings = Readonly<{ planning: Planning; review: Review; artifact?: SealedArtifact }>

/** A comment can show no more than this of one stack, so a fragment carries no more. */
const FRAGMENT_ROOM = { limit: 65_536, measure: inCharacters, note: 0 } as const

/** All sections of one stack, the summary's measure; a fragment holds what fits of them. */
export function describeSections({ planning, review }: Findings): readonly Section[] {
  if (planning.kind !== 'planned') return [makeSection('failure', [fence(planning.error)])]
  const { rendered, warnings } = planning
  const differences = review.differences
  return [
    ...(rendered.statefulDestroys.length === 0
      ? []
      : [makeSection('stateful', [warnOfLoss(rendered.statefulDestroys)])]),
    ...(differences === undefined
      ? []
      : [makeSection('differences', [`Differences from the reviewed plan:\n\n${differences}`])]),
    ...rendered.sections,
    ...(warnings.length === 0
      ? []
      : [
          makeSection(
            'warnings',
            warnings.map((one) => `- ${escapeInline(describeDiagnostic(one))}`)
          )
        ])
  ]
}

const MOST_NAMED = 20

function warnOfLoss(addresses: readonly string[]): string {
  const named = addresses.slice(0, MOST_NAMED).map((address) => `> - ${codeSpan(address)}`)
  const more = addresses.length > named.length ? [`> - and ${addresses.length - named.length} more`] : []
  return ['> [!CAUTION]', '> This plan destroys objects that hold data:', ...named, ...more].join('\n')
}

/** What the job hands to the comment. */
export function makeFragment(inputs: Inputs, { context, workspace }: Ports, findings: Findings): Fragment {
  const { planning, review, artifact } = findings
  const [sections = []] = fitSections([describeSections(findings)], FRAGMENT_ROOM)
  return {
    version: 1,
    stack: inputs.stack,
    workingDirectory: workspace.workingDirectory,
    backendConfig: inputs.backendConfig,
    ...(inputs.env === undefined ? {} : { env: inputs.env }),
    attempt: context.runAttempt,
    commit: context.sha,
    ...describePlanning(planning),
    ...(artifact === undefined ? {} : { artifact }),
    reviewed: review.reviewed,
    ...(review.pullRequest === undefined ? {} : { reviewedIn: review.pullRequest }),
    sections
  }
}

type Described = Pick<
  Fragment,
  'status' | 'counts' | 'hasChanges' | 'statefulDestroys' | 'fingerprint' | 'error'
>

function describePlanning(planning: Planning): Described {
  const status = planning.kind
  if (planning.kind !== 'planned') {
    return {
      status,
      counts: NO_COUNTS,
      hasChanges: false,
      statefulDestroys: [],
      error: cutRunes(planning.error, 2000)
    }
  }
  const { rendered, hasChanges, fingerprint } = planning
  return {
    status,
    counts: rendered.counts,
    hasChanges,
    statefulDestroys: rendered.statefulDestroys,
    fingerprint
  }
}
