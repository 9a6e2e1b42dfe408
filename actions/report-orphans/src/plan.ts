import { createHash } from 'node:crypto'
import type { TaggedResource } from '../../../lib/aws/tagged-resources.ts'
import { namesOf } from '../../../lib/tenants/names.ts'
import type { Claim } from '../../../lib/tenants/reservations.ts'
import type { Tenant } from '../../../lib/tenants/tenant.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'

/** Things of one tenant that nobody knows; `kinds` is ec2:vpc → how many. */
export type Orphan = Readonly<{
  tenant: string
  kinds: Readonly<Record<string, number>>
  resources: readonly string[]
}>
type Booking = Readonly<{ since: string; run: string }>
export type Waiting = Booking & Readonly<{ tenant: string; count: number }>
export type Stalled = Booking & Orphan
export type Misspelt = Readonly<{ tenant: string; wanted: string; found: string; count: number }>

/** Everything that is not plainly a registered tenant's. */
export type Findings = Readonly<{
  orphans: readonly Orphan[]
  /** ARNs without a client or environment. */
  unnamed: readonly string[]
  reserved: readonly Waiting[]
  /** Reserved for so long that nothing can be under way, with more than what a destruction leaves. */
  stalled: readonly Stalled[]
  /** Databases of registered tenants that their files do not name. */
  lost: readonly Orphan[]
  misspelt: readonly Misspelt[]
  /** What remains of tenants that are gone and left nothing else. */
  kept: readonly string[]
  seen: number
}>

/** Sorts everything that was seen by whose it is. */
export function judge(inputs: Pick<Inputs, 'ignored' | 'graceMs'>, observed: Observed): Findings {
  const { ignored } = inputs
  const { registered, reserved, resources } = observed
  const relevant = resources.filter(({ arn }) => !ignored.some((start) => arn.startsWith(start)))
  const unnamed = relevant.filter((resource) => ownerOf(resource) === undefined)
  const groups = groupBy(relevant, ownerOf)
  const foreign = [...groups].filter(
    ([tenant]) => !registered.has(tenant) && !reserved.has(tenant) && !ignored.includes(tenant)
  )
  const waiting = [...reserved.values()].map((claim) => bookingOf(claim, groups.get(claim.tenant) ?? []))
  const isStalled = ({ tenant, since, all }: Booked): boolean =>
    !ignored.includes(tenant) && !all.every(remains) && isOld(since, inputs, observed)
  return {
    orphans: foreign.flatMap(([tenant, all]) => (all.every(remains) ? [] : [orphanOf(tenant, all)])),
    unnamed: unnamed.map(({ arn }) => arn),
    reserved: waiting
      .filter((one) => !isStalled(one))
      .map(({ all, ...booked }) => ({ ...booked, count: all.length })),
    stalled: waiting
      .filter(isStalled)
      .map(({ all, ...booked }) => ({ ...booked, ...orphanOf(booked.tenant, all) })),
    lost: [...registered].flatMap(([key, tenant]) =>
      ignored.includes(key) ? [] : lostOf(key, tenant, groups.get(key) ?? [])
    ),
    misspelt: [...registered].flatMap(([key, tenant]) => misspellings(key, tenant, groups.get(key) ?? [])),
    kept: foreign.flatMap(([, all]) => (all.every(remains) ? all.map(({ arn }) => arn) : [])),
    seen: resources.length
  }
}

/** What one tenant has, as if nobody knew it: there is a finding when more is left than what a destruction leaves. */
export function judgeOne(
  { tenant, ...inputs }: Pick<Inputs, 'ignored' | 'graceMs'> & Readonly<{ tenant: string }>,
  observed: Observed
): Findings {
  const resources = observed.resources.filter((resource) => ownerOf(resource) === tenant)
  return judge(inputs, { ...observed, registered: new Map(), reserved: new Map(), resources })
}

type Booked = Booking & Readonly<{ tenant: string; all: readonly TaggedResource[] }>

const bookingOf = ({ tenant, at: since, run }: Claim, all: readonly TaggedResource[]): Booked => ({
  tenant,
  since,
  run,
  all
})

/** Without a time that can be read, too: nobody can say then that it is young. */
function isOld(since: string, { graceMs }: Pick<Inputs, 'graceMs'>, { now }: Observed): boolean {
  const age = now - Date.parse(since)
  return Number.isNaN(age) || age > graceMs
}

/** Databases that a restore has left behind, or that it made and its pull request has not brought in yet. */
function lostOf(key: string, tenant: Tenant, all: readonly TaggedResource[]): readonly Orphan[] {
  const { documentdbCluster, postgresInstance } = namesOf(tenant)
  const lost = all.filter(({ arn }) => {
    const name = arn.split(':').at(-1) ?? ''
    switch (kindOf(arn)) {
      case 'rds:cluster':
        return name !== documentdbCluster
      case 'rds:db':
        return name !== postgresInstance && !isMember(name, documentdbCluster)
    }
    return false
  })
  return lost.length === 0 ? [] : [orphanOf(key, lost)]
}

/** The stack calls instances of a cluster by its name and a number. */
const isMember = (name: string, cluster: string): boolean =>
  name.startsWith(`${cluster}-`) && /^\d+$/.test(name.slice(cluster.length + 1))

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

const REMAINS = new Set([
  'ecs:task-definition',
  'kms:key',
  'rds:cluster-snapshot',
  'rds:snapshot',
  'secretsmanager:secret'
])

/** What the destruction of a stack leaves: snapshots and revisions to keep, a key and secrets for as long as they can be restored. */
export const remains = ({ arn }: Pick<TaggedResource, 'arn'>): boolean => REMAINS.has(kindOf(arn))

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

/** Everything that somebody has to look after, by whose it says it is. */
export const troublesOf = ({ orphans, stalled, lost }: Findings): readonly Orphan[] => [
  ...orphans,
  ...stalled,
  ...lost
]

/** What is found, the same for the same things: 16 hex digits, or none when there is nothing. */
export function stateOf(findings: Findings): string | undefined {
  const all = [...troublesOf(findings).flatMap(({ resources }) => resources), ...findings.unnamed]
  if (all.length === 0) return undefined
  return createHash('sha256').update(all.toSorted().join('\n')).digest('hex').slice(0, 16)
}
