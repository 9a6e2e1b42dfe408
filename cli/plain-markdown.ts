import type { Paint } from './terminal.ts'

/** Markdown of this suite's own making as text for a terminal: folds are open, tables aligned, diffs coloured. */
export function plainMarkdown(markdown: string, paint: Paint): string {
  const shown: string[] = []
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const [, ticks] = /^(`{3,})[^`]*$/.exec(line) ?? []
    if (ticks !== undefined) {
      const end = lines.findIndex((one, index) => index > at && one.startsWith(ticks))
      const last = end === -1 ? lines.length : end
      shown.push(...lines.slice(at + 1, last).map((one) => `    ${paintDiff(visibleText(one), paint)}`))
      at = last
    } else if (line.startsWith('|')) {
      const end = lines.findIndex((one, index) => index > at && !one.startsWith('|'))
      const last = end === -1 ? lines.length : end
      shown.push(...renderTable(lines.slice(at, last), paint))
      at = last - 1
    } else shown.push(...renderLine(line, paint))
  }
  return shown
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function paintDiff(line: string, paint: Paint): string {
  if (line.startsWith('+')) return paint('green', line)
  if (line.startsWith('-')) return paint('red', line)
  return line.startsWith('!') ? paint('yellow', line) : line
}

function renderLine(line: string, paint: Paint): readonly string[] {
  const heading = /^#{1,6} (.*)$/.exec(line)
  if (heading !== null) return ['', paint('bold', inline(heading[1] ?? ''))]
  const fold = /^<details(?: open)?><summary>(.*)<\/summary>$/.exec(line)
  if (fold !== null) return [`▸ ${inline(fold[1] ?? '')}`]
  if (line === '</details>') return []
  const callout = /^> \[!(\w+)\]$/.exec(line)
  if (callout !== null) return [paint('red', paint('bold', `${callout[1]}`))]
  const quote = /^> ?(.*)$/.exec(line)
  return quote === null
    ? inline(line).split('\n')
    : inline(quote[1] ?? '')
        .split('\n')
        .map((one) => `  ${one}`)
}

/** Cells in columns; the line below the titles is drawn. */
function renderTable(lines: readonly string[], paint: Paint): readonly string[] {
  const rows = lines
    .filter((line) => !/^\|(?:\s*:?-+:?\s*\|)+$/.test(line))
    .map((line) =>
      line
        .replace(/^\|\s*/, '')
        .replace(/\s*\|$/, '')
        .split(/(?<!\\)\s*\|\s*/)
        .map((cell) => inline(cell.replaceAll('\\|', '|')).replaceAll('\n', ' '))
    )
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_none, at) =>
    Math.min(60, Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  )
  const draw = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = rows
  return [paint('dim', draw(head)), ...body.map(draw)]
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }

/** Words of a line without their marks; what is in a code span stays as it is. */
function inline(text: string): string {
  return text
    .split(/(`+(?:[^`]|[^`].*?[^`])`+(?!`))/)
    .map((part) => (part.startsWith('`') ? part.replaceAll(/^`+ ?| ?`+$/g, '') : unmark(part)))
    .map(visibleText)
    .join('')
}

function unmark(text: string): string {
  return text
    .replaceAll(/<br\s*\/?>/g, '\n')
    .replaceAll(/<\/?(?:code|sub|b|i|strong|em)>/g, '')
    .replaceAll(/\[([^\]]*)\]\(([^)\s]*)\)/g, (_all, words: string, url: string) =>
      words === url ? url : `${words} (${url})`
    )
    .replaceAll(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '$1')
    .replaceAll(/(?<![\\\w])_(.+?)(?<!\\)_(?!\w)/g, '$1')
    .replaceAll(/&(?:lt|gt|amp|quot);/g, (one) => ENTITIES[one] ?? one)
    .replaceAll(/\\([\\`*_{}[\]()#+!|~$:.-])/g, '$1')
}

/** Without the marks that keep GitHub from reading more into a text than it says. */
const visibleText = (text: string): string => text.replaceAll('\u200B', '')
