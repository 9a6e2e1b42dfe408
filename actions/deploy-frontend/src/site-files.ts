import { cacheControlOf, IMMUTABLE, matches, type CacheRule } from './cache-policy.ts'
import { contentTypeOf } from './content-type.ts'
import type { BuiltFile, FoundFile, SiteFile, Stage } from './site.ts'

/** Which files of a build are the site, and how they are served. */
export type Selection = Readonly<{
  prefix: string
  include: readonly string[]
  exclude: readonly string[]
  cacheRules: readonly CacheRule[]
}>

/** The files that are chosen: those that some pattern includes, all when there is none, without those that are excluded. */
export function chooseFiles(
  files: readonly FoundFile[],
  { include, exclude }: Pick<Selection, 'include' | 'exclude'>
): readonly FoundFile[] {
  const isIn = (path: string, patterns: readonly string[]): boolean =>
    patterns.some((pattern) => matches(path, pattern))
  return files.filter(({ path }) => (include.length === 0 || isIn(path, include)) && !isIn(path, exclude))
}

/** The site that the files are, in the order in which they are written. */
export function toSite(files: readonly BuiltFile[], { prefix, cacheRules }: Selection): readonly SiteFile[] {
  return files.map(({ path, md5, size }) => {
    const headers = { cacheControl: cacheControlOf(path, cacheRules), contentType: contentTypeOf(path) }
    return { key: `${prefix}${path}`, md5, size, headers, stage: stageOf(path, headers.cacheControl) }
  })
}

/** A service worker fetches the pages anew when it changes, and a version file makes tabs reload: both come after them. */
const LAST = /(?:^|\/)(?:(?:sw|service-?worker|[\w-]+-sw)\.m?js|version\.json)$/i
const PAGE = /\.html?$/i

function stageOf(path: string, cacheControl: string): Stage {
  if (LAST.test(path)) return 'last'
  if (PAGE.test(path)) return 'page'
  return cacheControl === IMMUTABLE ? 'asset' : 'other'
}
