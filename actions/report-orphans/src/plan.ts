import { createHash } from 'node:crypto'
import type { TaggedResource } from '../../../lib/aws/tagged-resources.ts'
import type { Tenant } from '../../../lib/tenants/tenant.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'

/** Things of one tenant that nobody knows; `kinds` is ec2:vpc → how many. */
export type Orphan = Readonly<{
  tenant: string
  kinds: Readonly<Record<string, number>>
  resources: readonly string[]
}>
export type Waiting = Readonly<{ tenant: string; since: string; run: string; count: number }>
export type Misspelt = Readonly<{ tenant: string; wanted: string; found: string; count: number }>

/** Everything that is not plainly a registered tenant's. */
export type Findings = Readonly<{
  orphans: readonly Orphan[]
  /** ARNs without a client or environment. */
  unnamed: readonly string[]
  reserved: readonly Waiting[]
  misspelt: readonly Misspelt[]
  /** What remains of tenants that are gone and left nothing else. */
  kept: readonly string[]
  seen: number
}>

/** Sorts everything that was seen by whose it is. */
export function judge({ ignored }: Pick<Inputs, 'ignored'>, observed: Observed): Findings {
  const { registered, reserved, resources } = observed
  const relevant = resources.filter(({ arn }) => !ignored.some((start) => arn.startsWith(start)))
  const unnamed = relevant.filter((resource) => ownerOf(resource) === undefined)
  const groups = groupBy(relevant, ownerOf)
  const foreign = [...groups].filter(
    ([tenant]) => !registered.has(tenant) && !reserved.has(tenant) && !ignored.includes(tenant)
  )
  return {
    orphans: foreign.flatMap(([tenant, all]) => (all.every(remains) ? [] : [orphanOf(tenant, all)])),
    unnamed: unnamed.map(({ arn }) => arn),
    reserved: [...reserved.values()].map(({ tenant, at: since, run }) => ({
      tenant,
      since,
      run,
      count: groups.get(tenant)?.length ?? 0
    })),
    misspelt: [...registered].flatMap(([key, tenant]) => misspellings(key, tenant, groups.get(key) ?? [])),
    kept: foreign.flatMap(([, all]) => (all.every(remains) ? all.map(({ arn }) => arn) : [])),
    seen: resources.length
  }
}

/** stg/acme, as the tags say. */
function ownerOf({ tags }: TaggedResource): string | undefined {
  const { Client: client = '', Env: env = '' } = tags
  return client === '' || env === '' ? undefined : `${env}/${client.toLowerCase()}`
}

function groupBy(
  resources: readonly TaggedResource[],
  keyOf: (resource: TaggedResource) => string | undefined
): ReadonlyMap<string, readonly TaggedResource[]> {
  const groups = new Map<string, TaggedResource[]>()
  for (const resource of resources) {
    const key = keyOf(resource)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), resource])
  }
  return new Map([...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** What the destruction of a stack leaves: snapshots and revisions to keep, a key and secrets for as long as they can be restored. */
const REMAINS = new Set([
  'ecs:task-definition',
  'kms:key',
  'rds:cluster-snapshot',
  'rds:snapshot',
  'secretsmanager:secret'
])
const remains = ({ arn }: TaggedResource): boolean => REMAINS.has(kindOf(arn))

function orphanOf(tenant: string, all: readonly TaggedResource[]): Orphan {
  const kinds: Record<string, number> = {}
  for (const { arn } of all) kinds[kindOf(arn)] = (kinds[kindOf(arn)] ?? 0) + 1
  return { tenant, kinds, resources: all.map(({ arn }) => arn) }
}

/** The service of an ARN and what it calls the thing: ec2:vpc, s3. */
export function kindOf(arn: string): string {
  const [, , service = '', , , ...rest] = arn.split(':')
  const name = rest.join(':')
  const [type = ''] = name.split(/[:/]/)
  return type === name ? service : `${service}:${type}`
}

function misspellings(key: string, tenant: Tenant, all: readonly TaggedResource[]): readonly Misspelt[] {
  const others = groupBy(all, ({ tags }) => (tags['Client'] === tenant.client ? undefined : tags['Client']))
  return [...others].map(([found, some]) => ({
    tenant: key,
    wanted: tenant.client,
    found,
    count: some.length
  }))
}

/** What belongs to nobody, the same for the same things: 16 hex digits, or none when there is nothing. */
export function stateOf({ orphans, unnamed }: Findings): string | undefined {
  const all = [...orphans.flatMap(({ resources }) => resources), ...unnamed]
  if (all.length === 0) return undefined
  return createHash('sha256').update(all.toSorted().join('\n')).digest('hex').slice(0, 16)
}
