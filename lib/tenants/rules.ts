import { blockOf, isPrivate, overlap, parseRange } from './ranges.ts'
import {
  claimedNames,
  domainOf,
  fileOf,
  hostsOf,
  isGuest,
  isShared,
  keyOf,
  type Entry,
  type Tenant
} from './tenant.ts'

/** What is wrong, and with which file of the registry. */
export type Problem = Readonly<{ file: string; sentence: string }>

/** Names that the platform uses itself. */
const RESERVED = new Set(['www', 'api', 'saas-api', 'saas-api-dev', 'saas-api-stg'])
/** Clients whose names are those of other stacks' states and parameters. */
const TAKEN_CLIENTS = new Set(['bootstrap', 'verify'])

/** The rules that one tenant keeps or breaks by itself; its form is the schema's. */
export function judgeTenant(entry: Entry): readonly Problem[] {
  const { file, tenant } = entry
  const sentences = [
    misplaced(entry),
    reservedClient(tenant),
    wrongPlan(tenant),
    ...wrongNames(tenant),
    wrongRange(tenant)
  ]
  return sentences.flatMap((sentence) => (sentence === undefined ? [] : [{ file, sentence }]))
}

const misplaced = ({ file, tenant }: Entry): string | undefined =>
  file === fileOf(tenant)
    ? undefined
    : `it is the file of another than ${tenant.client} in ${tenant.env}. Name it ${fileOf(tenant)}.`

function reservedClient({ client }: Tenant): string | undefined {
  if (TAKEN_CLIENTS.has(client.toLowerCase()))
    return `client '${client}' is the name of another stack. Choose another name.`
  // An environment's roles reach *-<env>-saas, and would take its resources for a SaaS tenant's of theirs.
  return /-(?:dev|stg|prod)-saas/i.test(client)
    ? `client '${client}' has -<env>-saas in it, as the resources of SaaS tenants do. Choose another name.`
    : undefined
}

const wrongPlan = (tenant: Tenant): string | undefined =>
  isShared(tenant) && tenant.plan !== 'SaaS'
    ? 'SaaSShared holds what SaaS tenants share, so its plan is SaaS.'
    : undefined

function wrongNames(tenant: Tenant): readonly string[] {
  const { env } = tenant
  const domain = domainOf(tenant)
  const outside = hostsOf(tenant).filter((host) => !host.endsWith(`.${domain}`))
  if (outside.length > 0)
    return [`${outside.join(' and ')} must be below ${domain}, the zone of its records.`]
  const labels = claimedNames(tenant).map((name) => name.slice(0, -domain.length - 1))
  if (isShared(tenant)) return labels.flatMap((label) => wrongShared(label, env))
  return labels.flatMap((label) => wrongLabel(label, { env, domain }))
}

/** SaaSShared's own name, which its tenants' records may lead to. */
function wrongShared(label: string, env: string): readonly string[] {
  const own = env === 'prod' ? 'saas-api' : `saas-api-${env}`
  return label === own ? [] : [`SaaSShared of ${env} is called ${own}, and not ${label}.`]
}

function wrongLabel(
  label: string,
  { env, domain }: Readonly<{ env: string; domain: string }>
): readonly string[] {
  if (RESERVED.has(label))
    return [`it claims ${label}.${domain}, which the platform uses itself. Choose another subdomain.`]
  const isOther = env === 'prod' ? /-(?:dev|stg)$/.test(label) : !label.endsWith(`-${env}`)
  if (!isOther) return []
  const wanted =
    env === 'prod' ? 'ends in no other environment’s name' : `ends in -${env}, as ${label}-${env}`
  return [
    `it claims ${label}.${domain} in ${env}: choose a subdomain that ${wanted}, or two environments would claim one record.`
  ]
}

function wrongRange({ vpc_cidr: cidr }: Tenant): string | undefined {
  if (cidr === undefined) return undefined
  const range = parseRange(cidr)
  if (range === undefined)
    return `vpc_cidr ${cidr} is no range of addresses that begins where its prefix does.`
  if (range.bits < 16 || range.bits > 22) return `vpc_cidr ${cidr} is not between /16 and /22.`
  return isPrivate(range) ? undefined : `vpc_cidr ${cidr} is not private.`
}

/** The rules across files: no name twice, no address twice, and no guest without SaaSShared. */
export function judgeTogether(entries: readonly Entry[]): readonly Problem[] {
  const pairs = entries.flatMap((one, at) => entries.slice(at + 1).map((other) => [one, other] as const))
  return [
    ...pairs.flatMap(([one, other]) => [...sameNames(one, other), ...sameRange(one, other)]),
    ...entries.flatMap((entry) => lonelyGuest(entry, entries))
  ]
}

function sameNames(one: Entry, other: Entry): readonly Problem[] {
  const theirs = claimedNames(other.tenant)
  return claimedNames(one.tenant)
    .filter((name) => theirs.includes(name))
    .map((name) => ({ file: other.file, sentence: `it claims ${name}, which ${one.file} claims already.` }))
}

function sameRange(one: Entry, other: Entry): readonly Problem[] {
  const [mine, theirs] = [one, other].map(({ tenant }) => parseRange(tenant.vpc_cidr ?? ''))
  if (mine === undefined || theirs === undefined || !overlap(mine, theirs)) return []
  const sentence = `its addresses ${other.tenant.vpc_cidr} overlap ${one.tenant.vpc_cidr} of ${one.file}.`
  return [{ file: other.file, sentence }]
}

function lonelyGuest({ file, tenant }: Entry, entries: readonly Entry[]): readonly Problem[] {
  if (!isGuest(tenant)) return []
  const host = entries.find((one) => isShared(one.tenant) && one.tenant.env === tenant.env)?.tenant
  if (host === undefined)
    return [{ file, sentence: `a SaaS tenant lives on SaaSShared, which ${tenant.env} does not have.` }]
  if (host.region === tenant.region && domainOf(host) === domainOf(tenant)) return []
  const place = `${host.region} and ${domainOf(host)}`
  return [{ file, sentence: `SaaSShared of ${tenant.env} is in ${place}; its tenants are there too.` }]
}

/** What never changes of a tenant that is there: another value would be another tenant's stack. */
const FROZEN = ['plan', 'region', 'vpc_cidr'] as const

/** The rules from one version of the registry to the next. */
export function judgeChange(before: readonly Entry[], after: readonly Entry[]): readonly Problem[] {
  return after.flatMap(({ file, tenant }) => {
    const was = before.find((one) => keyOf(one.tenant) === keyOf(tenant))?.tenant
    if (was === undefined) return []
    return FROZEN.filter((name) => was[name] !== tenant[name]).map((name) => ({
      file,
      sentence: `its ${name} was ${was[name] ?? 'not set'} and cannot become ${tenant[name] ?? 'nothing'}: decommission the tenant, then onboard it anew.`
    }))
  })
}

/** The tenants of one version of the registry that have no file in the next; a faulty one is there. */
export function removedOf(
  before: readonly Entry[],
  after: readonly Readonly<{ file: string }>[]
): readonly Entry[] {
  const there = new Set(after.map(({ file }) => file))
  return before.filter(({ file }) => !there.has(file))
}

/** The block of that size which a tenant's addresses take; undefined for a tenant without any, or with more than a block. */
export function blockOfTenant({ vpc_cidr: cidr }: Tenant, bits: number): ReturnType<typeof blockOf> {
  const range = parseRange(cidr ?? '')
  return range === undefined ? undefined : blockOf(range, bits)
}
