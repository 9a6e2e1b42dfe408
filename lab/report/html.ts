/** A piece of HTML that needs no more escaping. */
export type Html = Readonly<{ html: string }>
type Value = Html | string | number | undefined | readonly Html[]

/** Template tag: text is escaped, pieces of HTML are taken as they are, lists are joined, undefined is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: strings.map((string, index) => string + show(values[index])).join('') }
}

export const NOTHING: Html = { html: '' }

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function show(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  return 'html' in value ? value.html : value.map((one) => one.html).join('')
}
