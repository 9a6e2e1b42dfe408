import { Marked, type Tokens } from 'marked'
import { escapeHtml, type Html } from './html.ts'

/** Markdown as GitHub shows it: tables, alerts, coloured diffs, folded details. No script, no image, no address but https survives. */
export function renderMarkdown(markdown: string): Html {
  const renderer = new Marked({ gfm: true, renderer: RENDERER })
  return { html: balance(renderer.parse(markdown, { async: false })) }
}

const RENDERER = {
  html: ({ text }: Tokens.HTML | Tokens.Tag): string => keepHarmless(text),
  code: ({ text, lang }: Tokens.Code): string =>
    `<pre><code>${lang === 'diff' ? colourDiff(text) : escapeHtml(text)}</code></pre>\n`,
  image: ({ text }: Tokens.Image): string => escapeHtml(text),
  link(
    this: { parser: { parseInline: (tokens: Tokens.Link['tokens']) => string } },
    { href, tokens }: Tokens.Link
  ): string {
    const text = this.parser.parseInline(tokens)
    return /^https:\/\//i.test(href) ? `<a href="${escapeHtml(href)}">${text}</a>` : text
  },
  blockquote(
    this: { parser: { parse: (tokens: Tokens.Blockquote['tokens']) => string } },
    { tokens }: Tokens.Blockquote
  ): string {
    return alert(this.parser.parse(tokens))
  }
}

/** `> [!WARNING]` is an alert of that kind; any other quotation stays one. */
function alert(body: string): string {
  const [marker, kind] = /^<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br>)?\n?/.exec(body) ?? []
  if (marker === undefined || kind === undefined) return `<blockquote>${body}</blockquote>\n`
  const name = kind.toLowerCase()
  const text = body.slice(marker.length)
  return `<div class="alert ${name}"><p class="kind">${name}</p>${text.startsWith('</p>') ? text.slice(4) : `<p>${text}`}</div>\n`
}

const DIFF_CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^\+/, 'add'],
  [/^-/, 'del'],
  [/^!/, 'chg'],
  [/^(?:@@|#)/, 'hunk']
]

function colourDiff(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const found = DIFF_CLASSES.find(([pattern]) => pattern.test(line))
      return found === undefined ? escapeHtml(line) : `<span class="${found[1]}">${escapeHtml(line)}</span>`
    })
    .join('\n')
}

const HARMLESS: ReadonlySet<string> = new Set(
  'details summary br hr b strong i em u s del ins code pre kbd sub sup p ul ol li table thead tbody tr th td h1 h2 h3 h4 h5 h6 blockquote'.split(
    ' '
  )
)
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)>/g

/** Keeps tags that only shape text, without their attributes; comments vanish, everything else is shown as text. */
function keepHarmless(raw: string): string {
  let kept = ''
  let from = 0
  for (const match of raw.matchAll(TAG)) {
    const [whole, slash = '', name = '', attributes = ''] = match
    kept += escapeText(raw.slice(from, match.index)) + keepTag(whole, slash + name.toLowerCase(), attributes)
    from = match.index + whole.length
  }
  return kept + escapeText(raw.slice(from))
}

function keepTag(whole: string, tag: string, attributes: string): string {
  if (whole.startsWith('<!--')) return ''
  if (!HARMLESS.has(tag.replace('/', ''))) return escapeHtml(whole)
  return tag === 'details' && /\sopen\b/.test(attributes) ? '<details open>' : `<${tag}>`
}

/** Text between tags may hold character references, which stay. */
function escapeText(text: string): string {
  return text
    .replace(/&(?!(?:#\d+|#x[\da-f]+|[a-z]\w*);)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** An open `<details>` would swallow the rest of the page, a stray `</details>` would end the section around it. */
function balance(rendered: string): string {
  let open = 0
  const kept = rendered.replace(/<(\/?)details(?: open)?>/g, (tag, slash: string) => {
    if (slash !== '' && open === 0) return ''
    open += slash === '' ? 1 : -1
    return tag
  })
  return kept + '</details>'.repeat(open)
}
