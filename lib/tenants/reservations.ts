import { asRecord } from '../github/payload.ts'
import { parseRange, renderRange, type Range } from './ranges.ts'
import type { Tenant } from './tenant.ts'

/** Where reservations are kept in Systems Manager, beside and not below what the stacks have of their own. */
export const ROOT = '/caliber-registry'

/** Names of the parameters: of a tenant, of a name in DNS, of a block of addresses. */
export const recordName = (key: string): string => `${ROOT}/tenants/${key}`
export const nameClaim = (name: string): string => `${ROOT}/names/${name}`
export const rangeClaim = (block: Range): string => `${ROOT}/ranges/${renderRange(block).replace('/', '_')}`

/** The block that a range's claim names. */
export const blockOfClaim = (parameter: string): Range | undefined =>
  parseRange((parameter.split('/').at(-1) ?? '').replace('_', '/'))

/** What a claim says: whose it is, since when, and the run that made it. */
export type Claim = Readonly<{ tenant: string; at: string; run: string }>

/** A whole reservation: the tenant as it goes into the registry, and the claims that belong to it. */
export type Reservation = Claim & Readonly<{ settings: Tenant; claims: readonly string[] }>

/** All that is reserved, by the parameters' names; a text that is none of ours counts as somebody's. */
export type Reserved = Readonly<{
  records: ReadonlyMap<string, Reservation>
  claims: ReadonlyMap<string, Claim>
}>

/** Reads the parameters below ROOT. */
export function parseReserved(parameters: ReadonlyMap<string, string>): Reserved {
  const records = new Map<string, Reservation>()
  const claims = new Map<string, Claim>()
  for (const [name, text] of parameters) {
    const record = name.startsWith(`${ROOT}/tenants/`) ? parseReservation(text) : undefined
    if (record !== undefined) records.set(record.tenant, record)
    else claims.set(name, parseClaim(text))
  }
  return { records, claims }
}

/** A reservation's text; undefined when it is none. */
export function parseReservation(text: string): Reservation | undefined {
  const fields = parse(text)
  const settings = asRecord(fields['settings'])
  const { claims } = fields
  if (settings === undefined || !Array.isArray(claims)) return undefined
  return { ...parseClaim(text), settings: settings as Tenant, claims: claims.map(String) }
}

/** A claim's text; one that cannot be read is held by nobody known, and so by somebody else. */
export function parseClaim(text: string): Claim {
  const { tenant = 'an unreadable claim', at = '', run = '' } = parse(text)
  return { tenant: String(tenant), at: String(at), run: String(run) }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return asRecord(JSON.parse(text)) ?? {}
  } catch {
    return {}
  }
}
