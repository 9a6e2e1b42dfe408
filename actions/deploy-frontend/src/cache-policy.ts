import { Minimatch } from 'minimatch'

/** A rule of the workflow's own: files that match get this Cache-Control. */
export type CacheRule = Readonly<{ pattern: string; cacheControl: string }>

export const IMMUTABLE = 'public, max-age=31536000, immutable'
export const REVALIDATED = 'no-cache'
const SHORT = 'public, max-age=300'

/** Names that browsers and service workers ask for again and again, to learn of a new release. */
const ENTRY =
  /(?:\.html?|\.webmanifest|(?:^|\/)(?:[\w.-]*manifest|version|config|env|routes)\.json|(?:^|\/)(?:sw|service-?worker|[\w-]+-sw|registerSW|env|config)\.m?js)$/i
const HEX = /[.-](?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{8,64}\.\w[\w.]*$/
const SHORT_HASH = /[.-]([\w-]{8})\.\w[\w.]*$/
const ASSET_FOLDER = /(?:^|\/)(?:assets|static|_next|_nuxt|_app|build|chunks)\//

/** The Cache-Control of a file: of the first rule that matches, else what its name says. */
export function cacheControlOf(path: string, rules: readonly CacheRule[]): string {
  const rule = rules.find(({ pattern }) => matches(path, pattern))
  if (rule !== undefined) return rule.cacheControl
  if (ENTRY.test(path)) return REVALIDATED
  return isHashed(path) ? IMMUTABLE : SHORT
}

/** Whether a path matches a pattern; one without a slash is for names in every folder. */
export function matches(path: string, pattern: string): boolean {
  const known =
    compiled.get(pattern) ?? new Minimatch(pattern, { dot: true, matchBase: !pattern.includes('/') })
  compiled.set(pattern, known)
  return known.match(path)
}

/** A pattern is asked about every file of the build, and takes longer to compile than to match. */
const compiled = new Map<string, Minimatch>()

/**
 * Whether the name holds a hash of the content: eight or more hexadecimal digits of both kinds, or, where bundlers put
 * their chunks, eight characters that no word has. When in doubt it does not: a year is a long time.
 */
export function isHashed(path: string): boolean {
  if (HEX.test(path)) return true
  const [, hash = ''] = SHORT_HASH.exec(path) ?? []
  return ASSET_FOLDER.test(path) && (/\d/.test(hash) ? /[A-Za-z]/.test(hash) : /[a-z_-][A-Z]/.test(hash))
}
