import { Parser } from 'htmlparser2'

/** What a page refers to; `kind` decides what its answer must be. */
export type Reference = Readonly<{ url: string; kind: 'script' | 'style' | 'other' }>

const KINDS: Readonly<Record<string, Reference['kind']>> = {
  stylesheet: 'style',
  modulepreload: 'script',
  preload: 'other',
  icon: 'other',
  'apple-touch-icon': 'other',
  manifest: 'other'
}

/** Scripts and links of a page, each once, as whole URLs. */
export function readPage(html: string, pageUrl: string): readonly Reference[] {
  const found = new Map<string, Reference>()
  let base = pageUrl
  const parser = new Parser({
    onopentag(name, attributes) {
      const { href = '' } = attributes
      if (name === 'base') base = URL.canParse(href, pageUrl) ? new URL(href, pageUrl).href : base
      const reference = referenceOf(name, attributes, base)
      if (reference !== undefined && !found.has(reference.url)) found.set(reference.url, reference)
    }
  })
  parser.end(html)
  return [...found.values()]
}

type Attributes = Readonly<Record<string, string>>

function referenceOf(name: string, attributes: Attributes, base: string): Reference | undefined {
  const kind = name === 'script' ? 'script' : name === 'link' ? kindOf(attributes) : undefined
  const text = name === 'script' ? attributes['src'] : attributes['href']
  if (kind === undefined || text === undefined || !URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? { url: url.href, kind } : undefined
}

function kindOf({ rel = '', as = '' }: Attributes): Reference['kind'] | undefined {
  const kinds = rel
    .toLowerCase()
    .split(/\s+/)
    .map((one) => KINDS[one])
  const kind = kinds.find((one) => one !== undefined)
  return kind === undefined ? undefined : (PRELOADED[as] ?? kind)
}

const PRELOADED: Readonly<Record<string, Reference['kind']>> = { script: 'script', style: 'style' }
