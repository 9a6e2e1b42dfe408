/** The tenant acme/stg and everything around it that its end would touch, in literals. */
import { parseInputs } from '../../../actions/decommission-check/src/inputs.ts'
import { observe } from '../../../actions/decommission-check/src/observe.ts'
import { holdsUntil, judge, type Finding } from '../../../actions/decommission-check/src/plan.ts'
import type { Ports } from '../../../actions/decommission-check/src/ports.ts'
import type { BucketContent } from '../../../lib/aws/bucket-versions.ts'
import type { Database, DatabaseKind, Snapshot } from '../../../lib/aws/databases.ts'
import { fileOf, keyOf, renderTenant, type Tenant } from '../../../lib/tenants/tenant.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { silentLog } from '../../fakes/github-api.ts'

export type Given = Readonly<Record<string, string>>
export type World = Readonly<{
  /** By name, which tells the kind. */
  databases?: Readonly<Record<string, Partial<Database>>>
  snapshots?: Readonly<Record<string, readonly Partial<Snapshot>[]>>
  balancer?: boolean
  buckets?: Readonly<Record<string, BucketContent>>
  tenants?: readonly Tenant[]
  reserved?: readonly Tenant[]
  published?: readonly string[]
}>

const ACME: Given = { client: 'Acme', env: 'stg', plan: 'Dedicated' }
export const NAME = 'acme-stg-dedicated'
export const NOW = Date.UTC(2026, 0, 1)
export const HOUR = 3_600_000

export const inputsOf = (given: Given) => parseInputs((name) => ({ ...ACME, ...given })[name] ?? '')

const DATABASE = { status: 'available', isProtected: false, kmsKey: 'key/own' }
const kindOf = (identifier: string): DatabaseKind =>
  identifier.includes('documentdb') ? 'cluster' : 'instance'

const portsOf = ({
  databases = { [`${NAME}-documentdb`]: {}, [`${NAME}-postgres`]: {} },
  snapshots = { [`${NAME}-documentdb`]: [{}], [`${NAME}-postgres`]: [{}] },
  buckets = {},
  tenants = [],
  reserved = [],
  published = [],
  ...world
}: World): Ports => ({
  databases: {
    describe: async (_kind, identifier) => {
      const found = databases[identifier]
      return found && { ...DATABASE, identifier, ...found }
    },
    list: async (kind, prefix) =>
      Object.entries(databases)
        .filter(([identifier]) => kindOf(identifier) === kind && identifier.startsWith(prefix))
        .map(([identifier, found]) => ({ ...DATABASE, identifier, ...found })),
    listSnapshots: async (_kind, identifier) =>
      (snapshots[identifier] ?? []).map((one) => ({
        name: 'by-hand',
        status: 'available',
        createdAt: NOW - HOUR,
        kmsKey: 'key/backups',
        ...one
      }))
  },
  loadBalancers: { isProtected: async () => world.balancer },
  bucketContent: async (bucket) => buckets[bucket],
  parameters: async (path) => new Map(published.map((name) => [`${path}/${name}`, '{}'])),
  reservations: async () =>
    new Map(
      reserved.map((tenant) => {
        const key = keyOf(tenant)
        const text = JSON.stringify({ tenant: key, at: '', run: '', settings: tenant, claims: [] })
        return [`/caliber-registry/tenants/${key}`, text]
      })
    ),
  accountId: async () => '123456789012',
  readRegistry: async () =>
    tenants.map((tenant) => ({
      file: fileOf(tenant),
      text: renderTenant(tenant)
    })),
  clock: fakeClock(NOW),
  log: silentLog
})

/** Everything that is found. */
export async function findingsOf(given: Given, world: World): Promise<readonly Finding[]> {
  const inputs = inputsOf(given)
  return judge(inputs, await observe(inputs, portsOf(world)))
}

/** Until when its backups are young enough. */
export async function untilOf(given: Given, world: World): Promise<number | undefined> {
  const inputs = inputsOf(given)
  return holdsUntil(inputs, await observe(inputs, portsOf(world)))
}

/** Sentences of a weight. */
export async function told(
  weight: Finding['weight'],
  given: Given,
  world: World
): Promise<readonly string[]> {
  const findings = await findingsOf(given, world)
  return findings.filter((one) => one.weight === weight).map(({ on, sentence }) => `${on}: ${sentence}`)
}
