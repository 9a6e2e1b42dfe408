import type { TaggedResource } from '../../../lib/aws/tagged-resources.ts'
import { UserError } from '../../../lib/errors.ts'
import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { parseReserved, ROOT, type Claim, type Reserved } from '../../../lib/tenants/reservations.ts'
import { keyOf, tenantsOf, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'

/** Everybody who is known, and everything that is tagged. */
export type Observed = Readonly<{
  /** By stg/acme. */
  registered: ReadonlyMap<string, Tenant>
  /** Reservations and claims of others, by stg/acme. */
  reserved: ReadonlyMap<string, Claim>
  resources: readonly TaggedResource[]
  regions: readonly string[]
  now: number
}>

/** CloudFront, its certificates and other things of no region are told there. */
const GLOBAL = 'us-east-1'

/** Looks into every region; with a registry that cannot be read whole nobody knows who is an orphan. */
export async function observe(inputs: Inputs, ports: Ports): Promise<Observed> {
  const { entries, problems } = parseRegistry(await ports.readRegistry())
  if (problems.length > 0) {
    const told = problems.map(({ file, sentence }) => `${file}: ${sentence}`).join('\n')
    throw new UserError(`The registry is not in order, so whose things are whose is not known:\n${told}`)
  }
  const registered = new Map(tenantsOf(entries).map((tenant) => [keyOf(tenant), tenant]))
  const known = parseReserved(await ports.reservations(ROOT))
  const regions = inputs.regions ?? regionsOf([...registered.values()], known, ports.region)
  const found = new Map<string, TaggedResource>()
  for (const region of regions) {
    const there = await ports.tagged.list(region, { key: 'Project', value: inputs.project })
    ports.log.info(`${region}: ${there.length} resources carry Project=${inputs.project}.`)
    for (const resource of there) found.set(resource.arn, resource)
  }
  const reserved = [...known.records.values(), ...known.claims.values()].filter(
    ({ tenant }) => !registered.has(tenant)
  )
  return {
    registered,
    reserved: new Map(reserved.toReversed().map((claim) => [claim.tenant, claim])),
    resources: [...found.values()].toSorted((one, other) => (one.arn < other.arn ? -1 : 1)),
    regions,
    now: ports.clock.now()
  }
}

function regionsOf(tenants: readonly Tenant[], { records }: Reserved, own: string): readonly string[] {
  const reserved = [...records.values()].map(({ settings }) => settings.region)
  return [...new Set([own, GLOBAL, ...tenants.map(({ region }) => region), ...reserved])].toSorted()
}
