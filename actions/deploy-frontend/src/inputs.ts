import { UserError } from '../../../lib/errors.ts'
import {
  durationWithin,
  entries,
  flag,
  integer,
  list,
  matching,
  optional,
  pathWithin,
  type ReadInput,
  requiredMatching
} from '../../../lib/input.ts'
import type { CacheRule } from './cache-policy.ts'

/** What is to be live: a build of the workspace, or a release that is recorded in the bucket. */
export type Target =
  | Readonly<{
      kind: 'build'
      folder: string
      include: readonly string[]
      exclude: readonly string[]
      cacheRules: readonly CacheRule[]
    }>
  /** A release's id, or `previous`. */
  | Readonly<{ kind: 'rollback'; to: string }>

/** What the workflow asks for, checked. */
export type Inputs = Readonly<{
  bucket: string
  /** '' or a path that ends in a slash. */
  prefix: string
  target: Target
  distribution?: string
  keepReleases: number
  /** Share of the site's objects, in percent. */
  maxDeletePercent: number
  /** How long to wait for the invalidation, in milliseconds; 0 does not. */
  waitMs: number
  concurrency: number
  dryRun: boolean
  /** Whether a bucket in which another release is live is left alone. */
  onlyFirst: boolean
}>

export const PREVIOUS = 'previous'

const BUCKET = {
  pattern: /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
  expected:
    "a bucket's name alone (no s3://, no ARN, no path): 3 to 63 lower-case letters, digits and hyphens; a dot would break TLS"
}
const PREFIX = {
  pattern: /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\/?$/,
  expected:
    'a path of letters, digits, hyphens and underscores such as admin/ (no leading slash, and no dots: the web could read the manifests)'
}
const DISTRIBUTION = { pattern: /^[A-Z0-9]{10,32}$/, expected: "a distribution's id, as E1A2B3C4D5E6F7" }
const RELEASE = {
  pattern: /^(?:previous|r[0-9a-f]{16})$/,
  expected: `'${PREVIOUS}' or a release's id, as r0123456789abcdef`
}

/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
export function parseInputs(read: ReadInput): Inputs {
  const bucket = requiredMatching(read, 'bucket', BUCKET)
  const prefix = matching(read, 'prefix', PREFIX)
  const distribution = matching(read, 'distribution-id', DISTRIBUTION)
  const keepReleases = integer(read, 'keep-releases', { min: 1, max: 50 }) ?? 5
  return {
    bucket,
    prefix: prefix === undefined ? '' : prefix.replace(/\/?$/, '/'),
    target: parseTarget(read),
    keepReleases,
    maxDeletePercent: integer(read, 'max-delete-percent', { min: 0, max: 100 }) ?? 50,
    waitMs: parseWait(read),
    concurrency: integer(read, 'concurrency', { min: 1, max: 256 }) ?? 64,
    dryRun: flag(read, 'dry-run'),
    onlyFirst: parseOnlyFirst(read),
    ...(distribution === undefined ? {} : { distribution })
  }
}

function parseTarget(read: ReadInput): Target {
  const folder = pathWithin(read, 'build-dir')
  const to = matching(read, 'rollback-to', RELEASE)
  const include = parsePatterns('include', list(read, 'include'))
  const exclude = parsePatterns('exclude', list(read, 'exclude'))
  const cacheRules = parseRules(read)
  if (to !== undefined) {
    if (folder === undefined) return { kind: 'rollback', to }
    throw new UserError(
      "Inputs 'build-dir' and 'rollback-to' are both set, but a deployment does one of them. Remove one."
    )
  }
  if (folder === undefined)
    throw new UserError(
      "There is nothing to deploy: neither 'build-dir' nor 'rollback-to' is set. Set 'build-dir' under 'with:', or 'rollback-to' to go back."
    )
  return { kind: 'build', folder, include, exclude, cacheRules }
}

function parseOnlyFirst(read: ReadInput): boolean {
  const isOnlyFirst = flag(read, 'only-first')
  if (isOnlyFirst && optional(read, 'rollback-to') !== undefined)
    throw new UserError(
      "Inputs 'only-first' and 'rollback-to' are both set, but where there is something to go back to nothing is first. Remove one."
    )
  return isOnlyFirst
}

function parsePatterns(name: string, patterns: readonly string[]): readonly string[] {
  for (const pattern of patterns) {
    const fault = faultOf(pattern)
    if (fault !== undefined)
      throw new UserError(
        `Input '${name}' has '${pattern}', which ${fault}. Write patterns as assets/** or *.map.`
      )
  }
  return patterns
}

function faultOf(pattern: string): string | undefined {
  if (pattern.startsWith('!')) return 'begins with !; name what is left out in exclude'
  if (pattern.startsWith('/')) return 'begins with a slash, but paths are relative to the build'
  return pattern.split('/').includes('..') ? 'leads out of the build' : undefined
}

const DIRECTIVE =
  /^(?:(?:public|private|no-cache|no-store|no-transform|must-revalidate|proxy-revalidate|must-understand|immutable)|(?:max-age|s-maxage|stale-while-revalidate|stale-if-error)=\d{1,9})$/

const RULES = {
  line: /^(\S+)\s*=\s+(\S.*)$/,
  written: '<pattern> = <Cache-Control>, as assets/** = public, max-age=31536000, immutable',
  json: '{"<pattern>": "<Cache-Control>"}'
}

function parseRules(read: ReadInput): readonly CacheRule[] {
  const found = entries(read, 'cache-rules', RULES)
  const patterns = found.map(([pattern]) => pattern)
  parsePatterns('cache-rules', patterns)
  return found.map(([pattern, value]) => ({ pattern, cacheControl: checkDirectives(value) }))
}

function checkDirectives(value: string): string {
  const directives = value.split(',').map((one) => one.trim().toLowerCase())
  const odd = directives.find((one) => !DIRECTIVE.test(one))
  if (odd === undefined) return directives.join(', ')
  throw new UserError(
    `Input 'cache-rules' has '${odd}', which is no directive of Cache-Control. Write directives as no-cache, or public, max-age=300.`
  )
}

const DEFAULT_WAIT_MS = 10 * 60_000
const WAIT = { min: 0, max: 3_600_000, words: '0s to 1h' }

function parseWait(read: ReadInput): number {
  const text = optional(read, 'wait-for-invalidation') ?? 'true'
  if (text === 'true') return DEFAULT_WAIT_MS
  return text === 'false' ? 0 : (durationWithin(read, 'wait-for-invalidation', WAIT) ?? 0)
}
