import { overlap, parseRange, type Range } from '../../../lib/tenants/ranges.ts'
import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { parseReserved, ROOT, type Reserved } from '../../../lib/tenants/reservations.ts'
import { keyOf, type Entry, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Pool } from './inputs.ts'
import type { Outcome, Row } from './outcome.ts'
import { takenRanges } from './plan-reservation.ts'
import type { Ports } from './ports.ts'

/** Everybody whom the registry or a reservation knows, and how many blocks of addresses are left. */
export async function list(pool: Pool, ports: Ports): Promise<Outcome> {
  const { entries } = parseRegistry(await ports.readRegistry())
  const reserved = parseReserved(await ports.store().list(ROOT))
  const freeBlocks = countFree(pool, takenRanges({ entries, reserved }))
  return { kind: 'listed', rows: rowsOf(entries, reserved), freeBlocks }
}

function rowsOf(entries: readonly Entry[], { records, claims }: Reserved): readonly Row[] {
  const registered = new Map(entries.map(({ tenant }) => [keyOf(tenant), tenant]))
  const whole = new Set([...records.values()].flatMap((record) => record.claims))
  const stray = [...claims].filter(
    ([parameter, { tenant }]) => !whole.has(parameter) && !registered.has(tenant)
  )
  const rows = [
    ...[...registered].map(([key, tenant]): Row => {
      const record = records.get(key)
      return rowOf(tenant, { state: record === undefined ? 'unreserved' : 'registered', ...timesOf(record) })
    }),
    ...[...records.values()]
      .filter(({ tenant }) => !registered.has(tenant))
      .map((record) => rowOf(record.settings, { state: 'reserved', ...timesOf(record) })),
    ...stray.map(([parameter, claim]): Row => {
      const name = parameter.slice(ROOT.length + 1)
      return {
        tenant: claim.tenant,
        plan: '',
        subdomain: name,
        vpcCidr: '',
        state: 'incomplete',
        ...timesOf(claim)
      }
    })
  ]
  return rows.toSorted((left, right) => (left.tenant < right.tenant ? -1 : 1))
}

type Times = Pick<Row, 'since' | 'run'>

const timesOf = (claim: Readonly<{ at: string; run: string }> | undefined): Times => ({
  since: claim?.at ?? '',
  run: claim?.run ?? ''
})

const rowOf = (tenant: Tenant, about: Times & Pick<Row, 'state'>): Row => ({
  tenant: keyOf(tenant),
  plan: tenant.plan,
  subdomain: tenant.subdomain,
  vpcCidr: parseRange(tenant.vpc_cidr ?? '') === undefined ? '' : (tenant.vpc_cidr ?? ''),
  ...about
})

function countFree({ range, bits }: Pool, taken: readonly Range[]): number {
  const size = 2 ** (32 - bits)
  let free = 0
  for (let first = range.first; first + size - 1 <= range.last; first += size) {
    const block = { first, last: first + size - 1, bits }
    if (!taken.some((one) => overlap(one, block))) free += 1
  }
  return free
}
