import { escapeInline, escapeLines, tableHead, tableRow } from './markdown.ts'

/** Parts of a page with a blank line between each; empty ones are left out. */
export const paragraphs = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n')

/** A text that nobody can overlook; it may have several lines, and none is read as Markdown. */
export const callout = (kind: 'WARNING' | 'CAUTION', text: string): string =>
  `> [!${kind}]\n> ${escapeLines(text)}`

/** What a step came to: plain where it is good. */
export const verdict = (isGood: boolean, sentence: string): string =>
  isGood ? escapeLines(sentence) : callout('CAUTION', sentence)

/** Sentences that come one after the other. */
export const numbered = (steps: readonly string[]): string =>
  steps.map((step, at) => `${at + 1}. ${escapeInline(step)}`).join('\n')

/** A table of Markdown cells, cut after `most` rows; '' without any row. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[], most = 100): string {
  if (rows.length === 0) return ''
  const shown = [tableHead(titles), ...rows.slice(0, most).map((cells) => tableRow(cells))].join('\n')
  return rows.length > most ? `${shown}\n\n… and ${rows.length - most} more.` : shown
}
