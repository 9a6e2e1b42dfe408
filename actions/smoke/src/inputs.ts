import { isIP } from 'node:net'
import { UserError } from '../../../lib/errors.ts'
import {
  durationWithin,
  flag,
  integer,
  list,
  matching,
  optional,
  type Pattern,
  type ReadInput
} from '../../../lib/input.ts'
import { type Checks, DEFAULT_CHECKS } from './checks.ts'
import { parseUrl, type WantedUrl } from './url.ts'

/** What the workflow asks for, checked. */
export type Inputs = Readonly<{
  urls: readonly WantedUrl[]
  attempts: number
  timeoutMs: number
  latencyBudgetMs?: number
  expectedVersion?: string
  checks: Checks
  isolationHosts: readonly string[]
  junitPath?: string
  /** DNS server as `address:port`. */
  resolver?: string
  caFile?: string
  dryRun: boolean
}>

/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
export async function parseInputs(read: ReadInput): Promise<Inputs> {
  const urls = parseUrls(read, matching(read, 'health-path', PATH) ?? '/healthz')
  const optionals = {
    latencyBudgetMs: durationWithin(read, 'latency-budget', BUDGET),
    expectedVersion: matching(read, 'expected-version', VERSION),
    junitPath: matching(read, 'junit-path', JUNIT),
    resolver: parseResolver(optional(read, 'resolver')),
    caFile: matching(read, 'ca-file', FILE)
  }
  return {
    urls,
    attempts: integer(read, 'attempts', { min: 1, max: 100 }) ?? 3,
    timeoutMs: durationWithin(read, 'timeout', TIMEOUT) ?? 120_000,
    isolationHosts: parseHosts(list(read, 'isolation-hosts'), urls),
    dryRun: flag(read, 'dry-run'),
    checks: await parseChecks(optional(read, 'checks')),
    ...withoutUndefined(optionals)
  }
}

const PATH: Pattern = { pattern: /^\/[\x21-\x22\x24-\x7E]*$/, expected: 'a path that begins with /' }
const VERSION: Pattern = { pattern: /^[\x21-\x7E]{1,200}$/, expected: 'a version, in one word' }
const JUNIT: Pattern = {
  pattern: /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\0\r\n\\]+\.xml$/,
  expected: 'the name of an .xml file within the workspace'
}
const FILE: Pattern = {
  pattern: /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\0\r\n\\]+$/,
  expected: 'the name of a file within the workspace'
}
const LABEL = '(?!-)[a-z0-9-]{1,63}(?<!-)'
const SUBDOMAIN: Pattern = {
  pattern: new RegExp(`^${LABEL}(?:\\.${LABEL})*$`),
  expected: 'a name in lower case, such as acme-stg'
}
const DOMAIN: Pattern = {
  pattern: new RegExp(`^${LABEL}(?:\\.${LABEL})+$`),
  expected: 'a domain in lower case, such as hicaliber.net'
}

const BUDGET = { min: 1, max: 60_000, words: '1ms to 1m' }
const TIMEOUT = { min: 1000, max: 3_600_000, words: '1s to 1h' }

function parseUrls(read: ReadInput, healthPath: string): readonly WantedUrl[] {
  const lines = list(read, 'urls')
  const subdomain = matching(read, 'subdomain', SUBDOMAIN)
  const domain = matching(read, 'domain', DOMAIN)
  if (lines.length > 0 && (subdomain ?? domain) !== undefined)
    throw new UserError("Input 'urls' and subdomain with domain both say what to ask. Set one of the two.")
  if ((subdomain === undefined) !== (domain === undefined)) {
    const missing = subdomain === undefined ? 'subdomain' : 'domain'
    throw new UserError(`Input '${missing}' is empty, but subdomain and domain go together. Set both.`)
  }
  const all = subdomain === undefined ? lines : [`https://${subdomain}.${domain}`]
  if (all.length === 0)
    throw new UserError("Input 'urls' is empty, so there is nothing to ask. Set it, or subdomain and domain.")
  if (all.length > MOST_URLS)
    throw new UserError(
      `Input 'urls' has ${all.length} lines, more than ${MOST_URLS}. Spread them over several steps.`
    )
  const urls = all.map((line) => parseUrl(line, healthPath))
  const twice = urls.find(({ name }, at) => urls.findIndex((one) => one.name === name) !== at)
  if (twice !== undefined) throw new UserError(`Input 'urls' has ${twice.name} twice. Remove one of the two.`)
  return urls
}

const MOST_URLS = 20

function parseHosts(hosts: readonly string[], urls: readonly WantedUrl[]): readonly string[] {
  for (const host of hosts) {
    if (!DOMAIN.pattern.test(host))
      throw new UserError(
        `Input 'isolation-hosts' has '${host}', which is not a host in lower case, such as other-stg.hicaliber.net. Correct it.`
      )
    if (urls.some((url) => url.host === host))
      throw new UserError(
        `Input 'isolation-hosts' has '${host}', which is a host of 'urls' itself. Name hosts that must be rejected.`
      )
  }
  return [...new Set(hosts)]
}

/** `10.0.0.2`, `10.0.0.2:5353`, `::1`, `[::1]:5353` → as Node's resolver takes it. */
function parseResolver(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const [, address = '', port = '53'] = RESOLVER.exec(isIP(value) === 6 ? `[${value}]` : value) ?? []
  const isAddress = isIP(address.replaceAll(/^\[|\]$/g, '')) !== 0
  if (isAddress && Number(port) > 0 && Number(port) < 65_536) return `${address}:${port}`
  throw new UserError(
    `Input 'resolver' is '${value}', which is not the address of a DNS server, as 10.0.0.2:53 or [::1]:53. Correct it.`
  )
}

const RESOLVER = /^(\[[\da-f:.]+\]|[\d.]+)(?::(\d{1,5}))?$/i

/** The parser is loaded only where it has something to read. */
async function parseChecks(text: string | undefined): Promise<Checks> {
  if (text === undefined) return DEFAULT_CHECKS
  const { parseChecks: parse } = await import('./parse-checks.ts')
  return parse(text)
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function withoutUndefined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>
}
