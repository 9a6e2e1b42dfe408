/** Values that a job's log must not show, in any form in which they may turn up. */
export type Masks = Readonly<{
  add: (value: string) => void
  /** The text with every masked value replaced by ***. */
  apply: (text: string) => string
  /** Whether a text holds a masked value. */
  holds: (text: string) => boolean
}>

/** Shorter pieces of base64 turn up by chance. */
const SHORTEST_BASE64 = 8

/** No values yet. */
export function createMasks(): Masks {
  const forms = new Set<string>()
  let pattern: RegExp | undefined
  const apply = (text: string): string => {
    if (forms.size === 0) return text
    pattern ??= new RegExp(
      [...forms]
        .toSorted((a, b) => b.length - a.length)
        .map(escape)
        .join('|'),
      'g'
    )
    return text.replace(pattern, '***')
  }
  return {
    add: (value) => {
      for (const line of [value, ...value.split(/\r?\n/)]) {
        // The runner knows lines without the space around them.
        for (const text of new Set([line, line.trim()])) {
          if (text.trim() !== '') for (const form of formsOf(text)) forms.add(form)
        }
      }
      pattern = undefined
    },
    apply,
    holds: (text) => apply(text) !== text
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The forms of the runner's own masker: quotes trimmed or escaped, in expressions, URLs, JSON, XML and base64. */
function formsOf(value: string): string[] {
  const xml = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  return [
    value,
    value.replace(/^"(.+)"$/, '$1'),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    encodeURIComponent(value),
    encodeURIComponent(value).replace(
      /[!'()*]/g,
      (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`
    ),
    JSON.stringify(value).slice(1, -1),
    xml,
    ...[0, 1, 2].map((shift) => base64(value, shift)).filter((form) => form.length >= SHORTEST_BASE64)
  ]
}

/** The part of the base64 that depends on the value alone when `shift` unknown bytes precede it. */
function base64(value: string, shift: number): string {
  const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]).toString('base64')
  const [, head = ''] = /^([^=]*)/.exec(encoded) ?? []
  const uncertainEnd = encoded.includes('=') ? 1 : 0
  return head.slice(shift === 0 ? 0 : shift + 1, head.length - uncertainEnd)
}
