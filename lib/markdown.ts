/** Ends mentions, HTML comments and hidden direction marks without changing what a reader sees. */
export function neutralise(text: string): string {
  return text
    .replaceAll(/(?<![\w])@(?=[\w])/g, '@\u200B')
    .replaceAll('<!--', '<\u200B!--')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
}

/** Plain text on one line: nothing in it is Markdown, HTML, a mention or a reference to an issue any more. */
export function escapeInline(text: string): string {
  return neutralise(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]()#+!|~$-]/g, (mark) => `\\${mark}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
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
  return `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll('\n', ' ')).join(' | ')} |`
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
