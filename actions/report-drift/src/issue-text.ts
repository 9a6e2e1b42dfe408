import { createHash } from 'node:crypto'
import type { Fragment } from '../../../lib/fragment.ts'
import { codeSpan, cutMarkdown, inCharacters } from '../../../lib/markdown.ts'
import { describeCounts } from '../../../lib/terraform/changes.ts'
import { fitSections, noteLength, renderSection } from '../../../lib/terraform/sections.ts'

/** The run that looked. */
export type Run = Readonly<{ id: number; url: string; sha: string }>

/** What GitHub takes in an issue, and room for what is not the plan. */
const LONGEST = 65_536
const ROOM = 2000

/** The first line of a stack's issue, by which it is found again. */
const markOf = (stack: string): string => `<!-- caliber:drift:v1 ${stack} -->`

/** The stack whose issue this is; undefined for other issues. */
export const stackOf = (body: string): string | undefined =>
  /^<!-- caliber:drift:v1 ([A-Za-z0-9._-]{1,80}) -->\r?$/m.exec(body.split('\n', 1)[0] ?? '')?.[1]

/** The state that an issue tells: 16 hex digits of a drift, or `clean`. */
export const toldIn = (body: string): string | undefined =>
  /^<!-- caliber:drift-is ([0-9a-f]{16}|clean) -->\r?$/m.exec(body)?.[1]

/**
 * What a stack's drift is, the same for the same drift whenever it is looked at: what is told of it. The plan's digest is of
 * all attributes, of which some, such as how far a database can be restored, are others every few minutes.
 */
export function driftOf({ counts, sections }: Fragment): string {
  const seen = JSON.stringify([counts, sections])
  return createHash('sha256').update(seen).digest('hex').slice(0, 16)
}

export const titleOf = (stack: string): string => `Drift: ${stack}`

/** The issue of a drifted stack. */
export function renderDrift(fragment: Fragment, run: Run, since: string): string {
  const { stack, workingDirectory, counts, sections } = fragment
  const more = `[the run](${run.url}) has all of it`
  const head = [
    `${markOf(stack)}\n<!-- caliber:drift-is ${driftOf(fragment)} -->`,
    `What stands in AWS is not what ${codeSpan(workingDirectory)} says at ${codeSpan(run.sha.slice(0, 7))}: **${describeCounts(counts)}**.`,
    `Seen since ${since} ([run ${run.id}](${run.url})).`,
    'Apply to put it back, or change the code to what is wanted. This issue closes itself once a plan is empty; close it as *not planned* to accept just this drift.'
  ].join('\n\n')
  const limit = LONGEST - head.length - ROOM
  const [fitted = []] = fitSections([sections], { limit, measure: inCharacters, note: noteLength(more) })
  return cutMarkdown([head, ...fitted.map((section) => renderSection(section, more))].join('\n\n'), LONGEST)
}

/** The issue of a stack that is clean again. */
export const renderClean = (stack: string, run: Run, since: string): string =>
  [
    `${markOf(stack)}\n<!-- caliber:drift-is clean -->`,
    `Clean since ${since}: the plan of ${codeSpan(stack)} at ${codeSpan(run.sha.slice(0, 7))} is empty ([run ${run.id}](${run.url})).`,
    'This issue opens again when the stack drifts again.'
  ].join('\n\n')

/** The issue of a stack that there is no more. */
export const renderGone = (stack: string, run: Run, since: string): string =>
  [
    `${markOf(stack)}\n<!-- caliber:drift-is clean -->`,
    `Gone since ${since}: ${codeSpan(stack)} is none of the stacks that there are at ${codeSpan(run.sha.slice(0, 7))} ([run ${run.id}](${run.url})).`
  ].join('\n\n')

/** An issue that should not be there; without the mark nobody finds it again. */
export const renderDouble = (number: number): string =>
  `A second report of the same stack. Issue #${number} is kept.`
