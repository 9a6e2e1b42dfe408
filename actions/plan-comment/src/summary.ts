import type { Fragment } from '../../../lib/fragment.ts'
import { codeSpan, escapeInline, inBytes, inCharacters, type Measure } from '../../../lib/markdown.ts'
import { describeCounts } from '../../../lib/terraform/changes.ts'
import { fitSections, noteLength, renderSection } from '../../../lib/terraform/sections.ts'
import { renderComment, type Run } from './comment.ts'
import { describeSections, type Findings } from './describe.ts'

/** A little less than the 1 MiB above which GitHub shows nothing. */
export const SUMMARY_BYTES = 1_000_000
/** The file that `summary-path` names may be larger: nobody cuts it. */
export const REPORT_CHARACTERS = 20_000_000

/** The job summary of one stack: what the comment says of it, with more room. */
export function renderSummary(
  stack: string,
  findings: Findings,
  room: Readonly<{ limit: number; measure: Measure }>
): string {
  const { planning, review } = findings
  const words =
    planning.kind === 'planned'
      ? describeCounts(planning.rendered.counts)
      : planning.kind === 'locked'
        ? 'The state is locked.'
        : 'The plan failed.'
  const lines = [
    `## Terraform plan of ${codeSpan(stack)}`,
    words,
    ...(planning.kind === 'planned'
      ? [`Digest ${codeSpan(planning.fingerprint.digest)}: ${escapeReview(review.why)}.`]
      : [])
  ]
  const more = "the file that 'summary-path' names has them"
  const head = lines.join('\n\n')
  const { measure } = room
  const budget = { limit: room.limit - measure(head) - 10, measure, note: noteLength(more) }
  const [sections = []] = fitSections([describeSections(findings)], budget)
  return `${[head, ...sections.map((section) => renderSection(section, more))].join('\n\n')}\n`
}

/** `#12` stays a link to the pull request. */
function escapeReview(text: string): string {
  return escapeInline(text).replaceAll(/\\#\u200B(\d+)/g, '#$1')
}

export const IN_SUMMARY = { limit: SUMMARY_BYTES, measure: inBytes } as const
export const IN_REPORT = { limit: REPORT_CHARACTERS, measure: inCharacters } as const

/** At three bytes a character, the most there can be, still under a summary's limit. */
const SUMMARY_CHARACTERS = 330_000

/** The summary of the job that writes the comment: the same, with more room, for runs that have no pull request too. */
export function renderCommentSummary(
  fragments: readonly Fragment[],
  run: Run,
  url: string | undefined
): string {
  const where = url === undefined ? [] : [`[The comment on the pull request](${url})`]
  return [renderComment(fragments, run, SUMMARY_CHARACTERS), ...where].join('\n\n')
}
