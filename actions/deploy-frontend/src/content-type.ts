import mime from 'mime'

const TEXT =
  /^(?:text\/|application\/(?:json|javascript|xml|manifest\+json|ld\+json|rss\+xml|atom\+xml|xhtml\+xml)|image\/svg\+xml)/

/** Types that the table of the mime package knows otherwise than browsers want them. */
const OWN: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  'apple-app-site-association': 'application/json'
}

const OWN_TYPES = Object.entries(OWN)

/** The Content-Type of a file by its name, with a charset where there is text. */
export function contentTypeOf(path: string): string {
  const own = OWN_TYPES.find(([end]) => path.endsWith(end))?.[1]
  const type = own ?? mime.getType(path) ?? 'application/octet-stream'
  return TEXT.test(type) ? `${type}; charset=utf-8` : type
}
