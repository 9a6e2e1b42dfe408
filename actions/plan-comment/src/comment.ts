import { hash } from 'node:crypto'
import type { Fragment } from '../../../lib/fragment.ts'
import { PLAN_MARKER } from '../../../lib/github/comments.ts'
import { codeSpan, cutMarkdown, cutRunes, inCharacters, tableHead, tableRow } from '../../../lib/markdown.ts'
import { describeCounts } from '../../../lib/terraform/changes.ts'
import { fitSections, noteLength, renderSection, type Section } from '../../../lib/terraform/sections.ts'

/** The run a comment is written by. */
export type Run = Readonly<{ url: string; id: number; attempt: number; headSha: string }>

/** What GitHub promises to take in a comment. */
export const COMMENT_CHARACTERS = 65_536

/** Room that is left free for what the applies add: a heading, and a line for each stack. */
const ROOM = { heading: 1000, line: 250 } as const

/** How long the plans of so many stacks may be: never less than half of what a comment holds. */
export function planCharacters(stacks: number): number {
  const room = ROOM.heading + ROOM.line * stacks
  return COMMENT_CHARACTERS - Math.min(room, COMMENT_CHARACTERS / 2)
}

/** How many stacks get a row or a chapter of their own before the rest is only counted. */
const MOST_STACKS = 100

/** The one comment on a pull request, at most `budget` characters: marker, index of stacks, then what fits of each stack. */
export function renderComment(
  fragments: readonly Fragment[],
  run: Run,
  budget: number = planCharacters(fragments.length)
): string {
  const stacks = fragments.toSorted(byUrgency).slice(0, MOST_STACKS)
  const head = [
    PLAN_MARKER,
    runMark(run),
    partsMark(fragments),
    '## Terraform plan',
    renderIndex(stacks, fragments.length)
  ].join('\n\n')
  const foot = `<sub>Commit ${codeSpan(run.headSha.slice(0, 7))}, [run ${run.id}](${run.url}), attempt ${run.attempt}</sub>`
  const chapters = stacks.map((fragment) => ({
    title: renderTitle(fragment),
    sections: shownSections(fragment)
  }))
  const more = `the [job summary](${run.url}) has them`
  const note = noteLength(more)
  const used = [head, foot, ...chapters.map(({ title }) => title)].reduce(
    (sum, text) => sum + text.length + 2,
    0
  )
  const limit = budget - used - chapters.length * (note + 2)
  const fitted = fitSections(
    chapters.map(({ sections }) => sections),
    { limit, measure: inCharacters, note }
  )
  const body = chapters.map((chapter, at) => renderChapter(chapter, fitted[at] ?? [], more))
  return cutMarkdown([head, ...body, foot].join('\n\n'), budget)
}

/** The id of the run that wrote a comment, so that an older run does not overwrite a newer one's. */
export function runOf(body: string): number | undefined {
  const [, id] = /^<!-- caliber:run (\d+)\.\d+ -->$/m.exec(body) ?? []
  return id === undefined ? undefined : Number(id)
}

function runMark({ id, attempt }: Run): string {
  return `<!-- caliber:run ${id}.${attempt} -->`
}

/** Names every plan the comment was written from, shown or not: 6 hex digits each, for a comment may have hundreds. */
function partsMark(fragments: readonly Fragment[]): string {
  return `<!-- caliber:parts ${fragments.map(partOf).toSorted().join(',')} -->`
}

function partOf({ stack, attempt }: Fragment): string {
  return hash('sha256', `${attempt} ${stack}`).slice(0, 6)
}

/** True when a comment was written from all of these plans, and perhaps more. */
export function holdsAll(body: string, fragments: readonly Fragment[]): boolean {
  const [, parts = ''] = /^<!-- caliber:parts ([0-9a-f,]*) -->$/m.exec(body) ?? []
  const known = new Set(parts.split(','))
  return fragments.every((fragment) => known.has(partOf(fragment)))
}

function byUrgency(a: Fragment, b: Fragment): number {
  return urgency(b) - urgency(a) || (a.stack < b.stack ? -1 : 1)
}

/** Failures first, then what loses data, then what changes. */
function urgency({ status, statefulDestroys, hasChanges }: Fragment): number {
  if (status !== 'planned') return 3
  return statefulDestroys.length > 0 ? 2 : Number(hasChanges)
}

function renderIndex(stacks: readonly Fragment[], total: number): string {
  if (total === 0) return 'No stack depends on what this change touches: nothing is planned.'
  const rows = stacks.map((fragment) => {
    const { create, update, replace, delete: deleted } = fragment.counts
    const numbers = [create, update, replace, deleted].map((count) => (count === 0 ? '' : String(count)))
    const digest = fragment.fingerprint === undefined ? '' : codeSpan(fragment.fingerprint.digest.slice(0, 8))
    return tableRow([codeSpan(fragment.stack), describeStatus(fragment), ...numbers, digest])
  })
  const more = total > stacks.length ? [`\n_and ${total - stacks.length} more stacks_`] : []
  return [
    tableHead(['Stack', 'Result', 'Create', 'Update', 'Replace', 'Delete', 'Digest']),
    ...rows,
    ...more
  ].join('\n')
}

function describeStatus({ status, hasChanges, statefulDestroys, reviewed, reviewedIn }: Fragment): string {
  if (status === 'locked') return '🔒 state locked'
  if (status === 'failed') return '❌ failed'
  if (!hasChanges) return '✅ no changes'
  const merged =
    reviewedIn === undefined
      ? ''
      : reviewed === 'same'
        ? `, same as in #${reviewedIn}`
        : `, **not as reviewed in #${reviewedIn}**`
  return (statefulDestroys.length > 0 ? '🛑 data would be lost' : '📝 changes') + merged
}

function renderTitle(fragment: Fragment): string {
  const { stack, status, counts, error = '' } = fragment
  const words = status === 'planned' ? describeCounts(counts) : firstLine(error)
  return `### ${codeSpan(stack)}\n\n${status === 'planned' ? words : codeSpan(words)}`
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > 300 ? `${cutRunes(line, 300)}…` : line
}

/** A stack without changes needs no more than its row and title. */
function shownSections({ sections, status, hasChanges, counts }: Fragment): readonly Section[] {
  return status !== 'planned' || hasChanges || counts.drift > 0 || counts.deferred > 0
    ? sections
    : sections.filter(({ kind }) => kind === 'checks' || kind === 'partial')
}

type Chapter = Readonly<{ title: string; sections: readonly Section[] }>

function renderChapter({ title, sections: all }: Chapter, kept: readonly Section[], more: string): string {
  const missing = all.length - kept.length
  const note = missing > 0 ? [`_${missing} of ${all.length} parts left out; ${more}._`] : []
  return [title, ...kept.map((section) => renderSection(section, more)), ...note].join('\n\n')
}
