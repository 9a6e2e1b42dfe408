import { visible } from './plain-text.ts'

/** Ends mentions, HTML comments and folds without changing what a reader sees, and shows what nobody would see. */
export function neutralise(text: string): string {
  return withoutMentions(visible(text)).replaceAll(/<(?=!--|\/?(?:details|summary)\b)/gi, '<\u200B')
}

const withoutMentions = (text: string): string => text.replaceAll(/(?<!\w)@(?=\w)/g, '@\u200B')

/** Plain text on one line: nothing in it is Markdown, HTML, a mention, a link or a reference to an issue any more. */
export function escapeInline(text: string): string {
  return (
    withoutMentions(visible(text))
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\`*_{}[\]()#+!|~$-]/g, (mark) => `\\${mark}`)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('://', '\\://')
      .replaceAll(/\bwww\./gi, (found) => found.replace('.', '\\.'))
      // GitHub links issues in the rendered text, where a backslash is gone.
      .replaceAll(/#(?=\d)/g, '#\u200B')
      .trim()
  )
}

/** Plain text of several lines on one line of Markdown, still shown as several. */
export function escapeLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(escapeInline)
    .filter((line) => line !== '')
    .join('<br>')
}

/** Text for the inside of an HTML element such as `<summary>`. */
export function escapeHtml(text: string): string {
  return withoutMentions(visible(text))
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** A code span that shows `text` as it is, on one line. */
export function codeSpan(text: string): string {
  const line = neutralise(text).replaceAll(/\s+/g, ' ')
  const ticks = '`'.repeat(longestRun(line) + 1)
  const pad = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : ''
  return `${ticks}${pad}${line}${pad}${ticks}`
}

/** A fenced block whose fence is longer than any run of backticks inside. */
export function fence(text: string, language = ''): string {
  const body = neutralise(text.replaceAll(/\r\n?/g, '\n'))
  const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1))
  return `${ticks}${language}\n${body.endsWith('\n') ? body : `${body}\n`}${ticks}`
}

function longestRun(text: string): number {
  let longest = 0
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length)
  return longest
}

/** One row of a table; a pipe inside a cell stays inside it. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => escapePipes(cell).replaceAll(/[\r\n]+/g, ' ')).join(' | ')} |`
}

/** Parsers disagree on a pipe behind two backslashes, so an odd number of them stands before each. */
function escapePipes(cell: string): string {
  return cell.replaceAll(/(\\*)\|/g, (found, slashes: string) =>
    slashes.length % 2 === 0 ? `${slashes}\\|` : found
  )
}

/** A table's first two lines. */
export function tableHead(titles: readonly string[]): string {
  return `${tableRow(titles)}\n${tableRow(titles.map(() => '---'))}`
}

/** A folded part; `summary` is HTML (see escapeHtml), `body` Markdown. */
export function details(summary: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`
}

/** How much room a text takes: characters as GitHub counts a comment, or bytes as it counts a summary. */
export type Measure = (text: string) => number
export const inCharacters: Measure = (text) => text.length
export const inBytes: Measure = (text) => Buffer.byteLength(text)

/** Cuts a text between two characters, never inside one. */
export function cutRunes(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  const splits = length > 0 && length < text.length && last >= 0xd800 && last <= 0xdbff
  return text.slice(0, Math.max(0, splits ? length - 1 : length))
}

const ELLIPSIS = '…'

/**
 * At most `limit` of a Markdown text, cut between lines, with every open fence and `<details>` closed again; '' when not
 * even its first line fits.
 */
export function cutMarkdown(text: string, limit: number, measure: Measure = inCharacters): string {
  if (measure(text) <= limit) return text
  const kept: string[] = []
  let open: Opened = { fence: '', folds: 0 }
  let room = limit
  for (const line of text.split('\n')) {
    const next = openAfter(open, line)
    if (room < measure(line) + 1 + measure(closing(next)) + measure(ELLIPSIS) + 1) break
    kept.push(line)
    room -= measure(line) + 1
    open = next
  }
  if (kept.length === 0) return ''
  return `${kept.join('\n')}\n${ELLIPSIS}${closing(open)}`
}

/** Foreign Markdown that is to look like ours: it keeps fences and folds, and closes them; links, images and HTML end. */
export function tameMarkdown(text: string): string {
  let open: Opened = { fence: '', folds: 0 }
  const tame: string[] = []
  for (const raw of visible(text).split(/\r\n?|\n/)) {
    const line = open.fence === '' ? tameLine(raw, open.folds) : raw.replaceAll('<!--', '<\u200B!--')
    // A fold's line begins a piece of HTML that only a blank line ends: nothing behind it may be taken for a fence.
    if (isFold(tame.at(-1)) && open.fence === '' && line.trim() !== '') tame.push('')
    tame.push(line)
    open = openAfter(open, line)
  }
  return withoutMentions(tame.join('\n')) + closing(open)
}

/** What this suite itself writes as HTML: a fold begins or ends its line. */
const FOLD = /^(?:<details(?: open)?><summary>.*<\/summary>$|<\/details>$)/
const OWN_TAG = /^<(?:\/?(?:summary|code)|details|details open)>/

const isFold = (line: string | undefined): boolean => line !== undefined && FOLD.test(line)

function tameLine(line: string, folds: number): string {
  if (line === '</details>' && folds > 0) return line
  const opens = line.startsWith('<details') && isFold(line)
  return line
    .replaceAll(/\](?=[(:])/g, ']\u200B')
    .replaceAll(/^([\s>]*(?:[-*+]|\d+[.)])?\s*)~~~/g, '$1\\~~~')
    .replace(/^ {1,3}(?=```)/, '')
    .replaceAll(/<(?=[A-Za-z/!?])/g, (_sign, at: number, whole: string) => {
      const [tag = ''] = OWN_TAG.exec(whole.slice(at)) ?? []
      const isOurs = opens && tag !== '' && (at === 0) === tag.startsWith('<details')
      return isOurs || (at > 0 && whole.startsWith('<br>', at)) ? '<' : '<\u200B'
    })
}

type Opened = Readonly<{ fence: string; folds: number }>

function openAfter(open: Opened, line: string): Opened {
  const ticks = /^ {0,3}(`{3,})([^`]*)$/.exec(line)
  if (open.fence !== '') {
    const closes = ticks !== null && (ticks[1] ?? '').length >= open.fence.length && ticks[2]?.trim() === ''
    return closes ? { ...open, fence: '' } : open
  }
  if (ticks !== null) return { ...open, fence: ticks[1] ?? '' }
  const folds = open.folds + count(line, /<details\b/g) - count(line, /<\/details>/g)
  return { fence: '', folds: Math.max(0, folds) }
}

function closing({ fence: ticks, folds }: Opened): string {
  return `${ticks === '' ? '' : `\n${ticks}`}${'\n\n</details>'.repeat(folds)}`
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length
}
