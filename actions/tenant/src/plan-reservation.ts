import { isDeepStrictEqual } from 'node:util'
import { firstFree, overlap, parseRange, renderRange, type Range } from '../../../lib/tenants/ranges.ts'
import { judgeNewcomer } from '../../../lib/tenants/registry.ts'
import {
  blockOfClaim,
  nameClaim,
  rangeClaim,
  recordName,
  ROOT,
  type Claim,
  type Reservation,
  type Reserved
} from '../../../lib/tenants/reservations.ts'
import { blockOfTenant } from '../../../lib/tenants/rules.ts'
import {
  claimedNames,
  domainOf,
  fileOf,
  isGuest,
  keyOf,
  renderTenant,
  type Entry,
  type Tenant
} from '../../../lib/tenants/tenant.ts'
import { LONGEST_TENANT, OWN, type Wish } from './inputs.ts'

/** What a reservation is planned from: the registry of the checkout, and what is reserved. */
export type Observed = Readonly<{ entries: readonly Entry[]; reserved: Reserved }>

/** One write: a claim that only the first caller gets, the reservation itself, or its newer settings. */
export type Step = Readonly<{ kind: 'claim' | 'record' | 'settings'; parameter: string }>

export type Plan =
  | Readonly<{ kind: 'refused'; problems: readonly string[] }>
  | Readonly<{ kind: 'ready'; tenant: Tenant; claims: readonly string[]; steps: readonly Step[] }>

/** What of a reserved tenant never changes, and the input that says it. */
const FIXED: Readonly<Record<string, string>> = {
  plan: 'plan',
  region: 'region',
  subdomain: 'subdomain',
  domain: 'domain',
  api_host: 'settings',
  frontend_host: 'settings'
}

/** Which parameters have to be written so that the tenant is reserved; nothing at all when it cannot be. */
export function planReservation({ tenant: wish, pool, image }: Wish, observed: Observed): Plan {
  const key = keyOf(wish)
  const standing = standingOf(key, observed)
  const { registered, record, known } = standing
  if (observed.reserved.claims.has(recordName(key)))
    return refuse([`${recordName(key)} holds no reservation that can be read. Release it by hand first.`])
  const wanted = withSettled(wish, standing, image)
  const changes = changesOf(wish, wanted, standing)
  if (changes.length > 0) return refuse(changes)
  const tenant = registered ?? withAddresses({ ...wanted, ...fixedOf(known) }, { pool, observed })
  if (tenant === undefined)
    return refuse([
      `The pool ${renderRange(pool.range)} has no block of /${pool.bits} left. Give a larger 'cidr-pool'.`
    ])
  const problems = [
    ...problemsOf(tenant, observed),
    ...tooLarge(tenant, pool.bits),
    ...(registered === undefined ? tooLong(tenant) : []),
    ...taken(tenant, pool.bits, observed)
  ]
  if (problems.length > 0) return refuse(problems)
  const claims = claimsOf(tenant, pool.bits)
  return { kind: 'ready', tenant, claims, steps: stepsTo(tenant, claims, { key, record, observed }) }
}

/** What the registry and a reservation know of the tenant; the registry's word counts. */
function standingOf(key: string, { entries, reserved }: Observed) {
  const registered = entries.find(({ tenant }) => keyOf(tenant) === key)?.tenant
  const record = reserved.records.get(key)
  return { registered, record, known: registered ?? record?.settings }
}

type Standing = ReturnType<typeof standingOf>

/** A wish with what is reserved and not asked for anew; an image that is settled stays, whichever newcomers are given by now. */
function withSettled(wish: Tenant, { registered, record, known }: Standing, newcomers?: string): Tenant {
  const wanted = registered === undefined ? { ...record?.settings, ...wish } : wish
  const image = known?.['image'] ?? newcomers
  return wanted['image'] !== undefined || image === undefined || isGuest(wish) ? wanted : { ...wanted, image }
}

const refuse = (problems: readonly string[]): Plan => ({ kind: 'refused', problems })

/** What of a tenant that is known would become another. */
const changesOf = (wish: Tenant, wanted: Tenant, { registered, known }: Standing): readonly string[] => [
  ...(known === undefined ? [] : differences(known, wanted)),
  ...(registered === undefined ? [] : otherSettings(registered, wish))
]

function differences(known: Tenant, wanted: Tenant): readonly string[] {
  const given = { ...FIXED, vpc_cidr: 'vpc-cidr' }
  return Object.entries(given)
    .filter(([name]) => wanted[name] != null && valueOf(known, name) !== valueOf(wanted, name))
    .map(
      ([name, input]) =>
        `${keyOf(known)} is reserved with ${name} '${valueOf(known, name)}', and '${input}' says '${valueOf(wanted, name)}': it never changes. Say the same, or release the reservation by hand if nothing was built.`
    )
}

/** Settings that were asked for and are not what the file has; its stack is planned from the file. */
function otherSettings(registered: Tenant, wish: Tenant): readonly string[] {
  const names = Object.keys(wish).filter(
    (name) =>
      !OWN.includes(name) &&
      FIXED[name] === undefined &&
      !isDeepStrictEqual(wish[name] ?? undefined, registered[name] ?? undefined)
  )
  if (names.length === 0) return []
  return [
    `${keyOf(registered)} is registered, and 'settings' differs from its file in ${names.join(', ')}: change ${fileOf(registered)} by pull request or by mode 'amend', and leave them out here.`
  ]
}

const valueOf = (tenant: Tenant, name: string): string =>
  name === 'domain' ? domainOf(tenant) : ((tenant[name] as string | null | undefined) ?? '')

/** What an earlier reservation has settled, for a wish that leaves it open. */
function fixedOf(known: Tenant | undefined): Readonly<Record<string, unknown>> {
  const names = ['client', ...Object.keys(FIXED), 'vpc_cidr'].filter((name) => known?.[name] != null)
  return Object.fromEntries(names.map((name) => [name, known?.[name]]))
}

type Ground = Readonly<{ pool: Wish['pool']; observed: Observed }>

/** The tenant with addresses: its own, those that an earlier attempt took, or the lowest block that is free. */
function withAddresses(wanted: Tenant, { pool, observed }: Ground): Tenant | undefined {
  if (wanted.vpc_cidr !== undefined || isGuest(wanted)) return wanted
  const own = [...observed.reserved.claims]
    .filter(([name, claim]) => name.startsWith(`${ROOT}/ranges/`) && claim.tenant === keyOf(wanted))
    .flatMap(([name]) => blockOfClaim(name) ?? [])
    .toSorted((left, right) => left.first - right.first)
  const block = own[0] ?? firstFree(pool.range, pool.bits, takenRanges(observed))
  return block === undefined ? undefined : { ...wanted, vpc_cidr: renderRange(block) }
}

/** Addresses that the registry, a reservation or a claim has. */
export function takenRanges({ entries, reserved }: Observed): readonly Range[] {
  const tenants = [
    ...entries.map(({ tenant }) => tenant),
    ...[...reserved.records.values()].map(({ settings }) => settings)
  ]
  return [
    ...tenants.flatMap(({ vpc_cidr: cidr }) => parseRange(cidr ?? '') ?? []),
    ...[...reserved.claims.keys()].flatMap((name) => blockOfClaim(name) ?? [])
  ]
}

/** What the rules of the registry say of it beside the registry's tenants and the other reserved ones. */
function problemsOf(tenant: Tenant, { entries, reserved }: Observed): readonly string[] {
  const registered = new Set(entries.map((entry) => keyOf(entry.tenant)))
  const waiting = [...reserved.records.values()].filter((record) => !registered.has(record.tenant))
  return judgeNewcomer(tenant, [...entries, ...waiting.map(({ settings }) => entryOf(settings))])
}

const entryOf = (tenant: Tenant): Entry => ({ file: fileOf(tenant), tenant })

const tooLarge = (tenant: Tenant, bits: number): readonly string[] =>
  tenant.vpc_cidr === undefined || blockOfTenant(tenant, bits) !== undefined
    ? []
    : [`Its addresses ${tenant.vpc_cidr} are more than one block of /${bits} ('cidr-size'). Give fewer.`]

/** What was asked for and what is kept of an earlier reservation, together. */
const tooLong = (tenant: Tenant): readonly string[] =>
  Buffer.byteLength(renderTenant(tenant)) <= LONGEST_TENANT
    ? []
    : [
        `Its settings, with those that it was reserved with, are longer than a reservation can hold (${LONGEST_TENANT} bytes in all). Leave out what is the stack's default.`
      ]

/** Claims of others on what the tenant needs. */
function taken(tenant: Tenant, bits: number, { reserved }: Observed): readonly string[] {
  const key = keyOf(tenant)
  const block = blockOfTenant(tenant, bits)
  const held = [...reserved.claims].filter(([, claim]) => claim.tenant !== key)
  const names = claimedNames(tenant).flatMap((name) => {
    const [, holder] = held.find(([parameter]) => parameter === nameClaim(name)) ?? []
    return holder === undefined
      ? []
      : [`${name} is reserved for ${describeHolder(holder)}. Choose another subdomain.`]
  })
  const ranges = held.flatMap(([parameter, holder]) => {
    const theirs = blockOfClaim(parameter)
    if (block === undefined || theirs === undefined || !overlap(block, theirs)) return []
    return [
      `${renderRange(theirs)} is reserved for ${describeHolder(holder)}. Leave 'vpc-cidr' out to be given a free one.`
    ]
  })
  return [...names, ...ranges]
}

const describeHolder = ({ tenant, at, run }: Claim): string =>
  `${tenant}${at === '' ? '' : ` since ${at}`}${run === '' ? '' : ` (${run})`}`

function claimsOf(tenant: Tenant, bits: number): readonly string[] {
  const block = blockOfTenant(tenant, bits)
  return [...claimedNames(tenant).map(nameClaim), ...(block === undefined ? [] : [rangeClaim(block)])]
}

type Place = Readonly<{ key: string; record: Reservation | undefined; observed: Observed }>

/** Claims first; the reservation, which makes them whole, last. */
function stepsTo(
  tenant: Tenant,
  claims: readonly string[],
  { key, record, observed }: Place
): readonly Step[] {
  const missing = claims.filter((parameter) => !observed.reserved.claims.has(parameter))
  const parameter = recordName(key)
  const isSame = record !== undefined && renderTenant(record.settings) === renderTenant(tenant)
  const last: readonly Step[] =
    record === undefined ? [{ kind: 'record', parameter }] : isSame ? [] : [{ kind: 'settings', parameter }]
  return [...missing.map((one): Step => ({ kind: 'claim', parameter: one })), ...last]
}
