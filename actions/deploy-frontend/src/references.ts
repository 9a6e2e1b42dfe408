import { Parser } from 'htmlparser2'

/** Elements that load something with the page, and the attribute that names it. */
const LOADS: Readonly<Record<string, string>> = { script: 'src', link: 'href', img: 'src', source: 'src' }
/** Links that load; others only say something, as `canonical` does. */
const LOADING_LINK = /\b(?:stylesheet|icon|preload|modulepreload|manifest|apple-touch-icon)\b/i

/** Paths of the build that a page loads, resolved from its own path; what is elsewhere is left out. */
export function referencesOf(path: string, html: string): readonly string[] {
  const found: string[] = []
  let base = `http://site/${path}`
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'base') base = resolve(attributes['href'] ?? '', base)?.href ?? base
      const target = loadedBy(name, attributes)
      const url = target === '' ? undefined : resolve(target, base)
      if (url?.host === 'site') found.push(decode(url.pathname.slice(1)))
    }
  })
  parser.end(html)
  return [...new Set(found)].filter((one) => one !== path && !/(?:^|\/)$/.test(one))
}

/** What an element loads, or nothing. */
function loadedBy(name: string, attributes: Readonly<Record<string, string>>): string {
  const target = (attributes[LOADS[name] ?? ''] ?? '').trim()
  return name === 'link' && !LOADING_LINK.test(attributes['rel'] ?? '') ? '' : target
}

function resolve(target: string, base: string): URL | undefined {
  try {
    return new URL(target, base)
  } catch {
    return undefined
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
