/** A code span that shows `text` as it is, on one line. */
export function codeSpan(text: string): string {
  const line = neutralise(text).replaceAll(/\s+/g, ' ')
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  const pad = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : ''
  return `${ticks}${pad}${line}${pad}${ticks}`
}

/** Ends mentions, HTML comments and hidden direction marks without changing what a reader sees. */
export function neutralise(text: string): string {
  return text
    .replaceAll(/(?<![\w])@(?=[\w])/g, '@\u200B')
    .replaceAll('<!--', '<\u200B!--')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
}
