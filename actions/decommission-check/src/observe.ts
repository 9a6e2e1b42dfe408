import type { BucketContent } from '../../../lib/aws/bucket-versions.ts'
import type { Database, DatabaseKind, Snapshot } from '../../../lib/aws/databases.ts'
import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { parseReserved, ROOT } from '../../../lib/tenants/reservations.ts'
import { isGuest, isShared, keyOf, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'

/** A database of the tenant; `database` is undefined when there is none any more. */
export type DatabaseSight = Readonly<{
  kind: DatabaseKind
  identifier: string
  database?: Database
  snapshots: readonly Snapshot[]
}>

/** A database that is called as the tenant's are, and that the registry does not name. */
export type Stray = Readonly<{ kind: DatabaseKind; database: Database }>

export type Observed = Readonly<{
  databases: readonly DatabaseSight[]
  strays: readonly Stray[]
  /** Whether the load balancer is protected; undefined without one. */
  balancer?: boolean
  /** Buckets that exist. */
  buckets: ReadonlyMap<string, BucketContent>
  /** Tenants that live on this one, and where that is written. */
  guests: ReadonlyMap<string, string>
  /** What keeps the registry from being read whole. */
  faults: readonly string[]
  isRegistered: boolean
  isReserved: boolean
  now: number
}>

/** Looks at everything that the end of the tenant touches. */
export async function observe(inputs: Inputs, ports: Ports): Promise<Observed> {
  const { key, name } = inputs
  const isGuestItself = isGuest(inputs)
  const { entries, problems } = parseRegistry(await ports.readRegistry())
  const reserved = parseReserved(await ports.reservations(ROOT))
  const tenants = [
    ...entries.map(({ tenant }) => [tenant, 'the registry'] as const),
    ...[...reserved.records.values()].map(({ settings }) => [settings, 'a reservation'] as const)
  ]
  const balancer = isGuestItself ? undefined : await ports.loadBalancers.isProtected(`${name}-api`)
  return {
    databases: isGuestItself ? [] : await lookAtDatabases(inputs, ports),
    strays: isGuestItself ? [] : await lookForStrays(inputs, ports),
    ...(balancer === undefined ? {} : { balancer }),
    buckets: await lookAtBuckets(inputs, ports),
    guests: isShared(inputs) ? await guestsOf(inputs, tenants, ports) : new Map(),
    faults: problems.map(({ file, sentence }) => `${file}: ${sentence}`),
    isRegistered: entries.some(({ tenant }) => keyOf(tenant) === key),
    isReserved: reserved.records.has(key),
    now: ports.clock.now()
  }
}

function lookAtDatabases(
  { cluster, instance }: Inputs,
  { databases }: Ports
): Promise<readonly DatabaseSight[]> {
  const wanted = [['cluster', cluster] as const, ['instance', instance] as const]
  return Promise.all(
    wanted.map(async ([kind, identifier]) => {
      const database = await databases.describe(kind, identifier)
      const snapshots = await databases.listSnapshots(kind, identifier)
      return { kind, identifier, snapshots, ...(database === undefined ? {} : { database }) }
    })
  )
}

/** What restores have left, or made and not entered yet: it uses the stack's network, groups and key. */
async function lookForStrays(
  { name, cluster, instance }: Inputs,
  { databases }: Ports
): Promise<readonly Stray[]> {
  const kinds = [['cluster', cluster] as const, ['instance', instance] as const]
  const found = await Promise.all(
    kinds.map(async ([kind, named]) => {
      const all = await databases.list(kind, `${name}-`)
      return all.filter(({ identifier }) => identifier !== named).map((database) => ({ kind, database }))
    })
  )
  return found.flat()
}

async function lookAtBuckets(inputs: Inputs, ports: Ports): Promise<ReadonlyMap<string, BucketContent>> {
  const account = await ports.accountId()
  const own = ['frontend', 'access-logs'].map((what) => `${inputs.name}-${what}-${account}`)
  const found = new Map<string, BucketContent>()
  for (const bucket of new Set([...own, ...inputs.buckets])) {
    const content = await ports.bucketContent(bucket)
    if (content !== undefined) found.set(bucket, content)
  }
  return found
}

/** Who lives on SaaSShared: by the registry, by reservations, and by what the tenants' own stacks have published. */
async function guestsOf(
  { env }: Inputs,
  tenants: readonly (readonly [Tenant, string])[],
  ports: Ports
): Promise<ReadonlyMap<string, string>> {
  const path = `/caliber/saasshared/${env}/tenants`
  const published = [...(await ports.parameters(path)).keys()].map(
    (name) => [`${env}/${name.split('/').at(-1) ?? ''}`, 'its stack'] as const
  )
  const named = tenants
    .filter(([tenant]) => isGuest(tenant) && tenant.env === env)
    .map(([tenant, where]) => [keyOf(tenant), where] as const)
  return new Map([...named, ...published])
}
