import { visible } from './plain-text.ts'

/** Ends mentions, HTML comments and folds without changing what a reader sees, and shows what nobody would see. */
export function neutralise(text: string): string {
  return visible(text)
    .replaceAll(/(?<![\w])@(?=[\w])/g, '@\u200B')
    .replaceAll(/<(?=!--|\/?(?:details|summary)\b)/gi, '<\u200B')
}

/** Plain text on one line: nothing in it is Markdown, HTML, a mention, a link or a reference to an issue any more. */
export function escapeInline(text: string): string {
  return (
    neutralise(text)
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
  return neutralise(text)
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

/** Tags that this suite writes; every other one in a block is somebody else's. */
const OWN_TAG = /^<(?:\/?(?:details|summary|code)|details open|br)>/

/** Foreign Markdown that is to look like ours: it keeps fences and folds, and closes them; links, images and HTML end. */
export function tameMarkdown(text: string): string {
  let open: Opened = { fence: '', folds: 0 }
  const lines = visible(text)
    .split(/\r\n?|\n/)
    .map((line) => {
      const tame = open.fence === '' ? tameLine(line, open.folds) : line.replaceAll('<!--', '<\u200B!--')
      open = openAfter(open, tame)
      return tame
    })
  return lines.join('\n').replaceAll(/(?<![\w])@(?=[\w])/g, '@\u200B') + closing(open)
}

function tameLine(line: string, folds: number): string {
  let room = folds
  return line
    .replaceAll(/\](?=[(:])/g, ']\u200B')
    .replaceAll(/^([\s>]*(?:[-*+]|\d+[.)])?\s*)~~~/g, '$1\\~~~')
    .replaceAll(/<(?=[A-Za-z/!?])/g, (_sign, at: number, whole: string) => {
      const [tag] = OWN_TAG.exec(whole.slice(at)) ?? []
      room += tag === undefined ? 0 : tag.startsWith('<details') ? 1 : tag === '</details>' ? -1 : 0
      return tag === undefined || room < 0 ? '<\u200B' : '<'
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
