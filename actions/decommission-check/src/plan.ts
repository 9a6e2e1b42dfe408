import type { Database, Snapshot } from '../../../lib/aws/databases.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import { isShared } from '../../../lib/tenants/tenant.ts'
import type { Inputs } from './inputs.ts'
import type { Kind } from './kinds.ts'
import type { DatabaseSight, Observed, Stray } from './observe.ts'

/** What was found: it stops the destruction, is lost by it for good, or is good to know. */
export type Finding = Readonly<{
  weight: 'blocker' | 'loss' | 'note'
  kind: Kind
  /** What it is about. */
  on: string
  sentence: string
}>

/** Everything that speaks against destroying the tenant, and what would be gone. */
export function judge(inputs: Inputs, observed: Observed): readonly Finding[] {
  return findings(inputs, observed).map((finding) =>
    finding.weight === 'blocker' && inputs.tolerated.includes(finding.kind)
      ? { ...finding, weight: 'note' }
      : finding
  )
}

function findings(inputs: Inputs, observed: Observed): readonly Finding[] {
  return [
    ...judgeForce(inputs),
    ...judgeGuests(inputs, observed),
    ...judgeFaults(inputs, observed),
    ...observed.strays.map(judgeStray),
    ...judgeProtection(inputs, observed),
    ...observed.databases.flatMap((sight) => [
      ...judgeBackups(sight, inputs, observed),
      ...judgeNames(sight, inputs)
    ]),
    ...judgeBuckets(observed),
    ...judgeRegistry(inputs, observed)
  ]
}

/** What forbids its end whatever is found, so that AWS need not be asked. */
export const judgeForce = ({ env, key, force }: Inputs): readonly Finding[] =>
  env === 'prod' && !force
    ? [
        {
          weight: 'blocker',
          kind: 'force',
          on: key,
          sentence: "It is in prod. Set 'force' if its end is meant."
        }
      ]
    : []

const judgeGuests = ({ key }: Inputs, { guests }: Observed): readonly Finding[] =>
  guests.size === 0
    ? []
    : [
        {
          weight: 'blocker',
          kind: 'guests',
          on: key,
          sentence: `${[...guests].map(([guest, where]) => `${guest} (says ${where})`).join(', ')} live on it. Decommission and release them first.`
        }
      ]

/** Who lives on SaaSShared is not known while a file of the registry cannot be read. */
const judgeFaults = (inputs: Inputs, { faults }: Observed): readonly Finding[] =>
  faults.map((sentence) => ({
    weight: isShared(inputs) ? 'blocker' : 'note',
    kind: 'registry',
    on: 'the registry',
    sentence: `It is not in order: ${sentence}`
  }))

function judgeProtection({ name }: Inputs, { databases, balancer }: Observed): readonly Finding[] {
  const guarded = databases.filter(({ database }) => database?.isProtected === true)
  const things = [
    ...guarded.map(({ kind, identifier }) => `${WORDS[kind]} ${identifier}`),
    ...(balancer === true ? [`load balancer ${name}-api`] : [])
  ]
  return things.map((on) => ({
    weight: 'blocker',
    kind: 'protection',
    on,
    sentence:
      'Deletion protection is on. Apply the stack with overrides = { deletion_protection = false } first; that lets its buckets go, too.'
  }))
}

const WORDS = { cluster: 'DocumentDB cluster', instance: 'PostgreSQL instance' } as const
const SNAPSHOT_COMMANDS = {
  cluster: 'aws docdb create-db-cluster-snapshot --db-cluster-identifier',
  instance: 'aws rds create-db-snapshot --db-instance-identifier'
} as const

/** Nothing destroys it, the stack cannot end beside it, and it may be the one that the tenant lives on. */
function judgeStray({ kind, database: { identifier, status, isProtected } }: Stray): Finding {
  const guard = isProtected
    ? `, after its deletion protection (${UNPROTECT_COMMANDS[kind]} ${identifier} --no-deletion-protection --apply-immediately)`
    : ''
  const sentence =
    status === 'deleting'
      ? 'The registry does not name it, and it is being deleted. Look again when it is gone.'
      : `The registry does not name it, and the stack cannot end beside it: a restore left it behind, or it is the restored one, on which the tenant lives, and its pull request is not merged. Merge that pull request; or, if nobody needs it, delete it${guard}: ${DELETE_COMMANDS[kind]} ${identifier} --final-db-snapshot-identifier ${identifier}-last`
  return { weight: 'blocker', kind: 'database', on: `${WORDS[kind]} ${identifier}`, sentence }
}

const DELETE_COMMANDS = {
  cluster:
    'its instances (aws docdb delete-db-instance …), then aws docdb delete-db-cluster --db-cluster-identifier',
  instance: 'aws rds delete-db-instance --db-instance-identifier'
} as const
const UNPROTECT_COMMANDS = {
  cluster: 'aws docdb modify-db-cluster --db-cluster-identifier',
  instance: 'aws rds modify-db-instance --db-instance-identifier'
} as const

/** Automated backups end with their database: only a snapshot that somebody made, or that it leaves behind, stays. */
function judgeBackups(sight: DatabaseSight, inputs: Inputs, { now }: Observed): readonly Finding[] {
  const { kind: what, identifier, database } = sight
  const on = `${WORDS[what]} ${identifier}`
  if (database === undefined) return [{ weight: 'note', kind: 'backup', on, sentence: gone(sight) }]
  const last = finalOf(sight, inputs)
  if (last !== undefined) {
    const told = `Its destruction leaves snapshot ${last}.`
    return [{ weight: 'note', kind: 'backup', on, sentence: told }, ...judgeKey(on, ownKey(last, database))]
  }
  const newest = newestOf(sight)
  const fresh = newest !== undefined && now - newest.createdAt <= inputs.backupAgeMs
  const weight = inputs.requireBackups ? 'blocker' : 'loss'
  if (!fresh) return [{ weight, kind: 'backup', on, sentence: missing(sight, newest, { inputs, now }) }]
  const told = `Snapshot ${newest.name}, ${renderElapsed(now - newest.createdAt)} old, stays.`
  const isOwn = newest.kmsKey === database.kmsKey
  return [
    { weight: 'note', kind: 'backup', on, sentence: told },
    ...(isOwn ? judgeKey(on, ownKey(newest.name, database)) : [])
  ]
}

/** The snapshot that its destruction leaves. */
const finalOf = ({ identifier }: DatabaseSight, { finalSnapshots }: Inputs): string | undefined =>
  finalSnapshots.find((name) => name.startsWith(`${identifier}-final-`))

const newestOf = ({ snapshots }: DatabaseSight): Snapshot | undefined =>
  snapshots.filter(isWhole).toSorted((one, other) => other.createdAt - one.createdAt)[0]

/** Until when every backup that counted is young enough; undefined where none has to be. */
export function holdsUntil(inputs: Inputs, { databases }: Observed): number | undefined {
  const counted = databases.filter(
    (sight) => sight.database !== undefined && finalOf(sight, inputs) === undefined
  )
  const made = counted.flatMap((sight) => newestOf(sight)?.createdAt ?? [])
  return made.length === 0 ? undefined : Math.min(...made) + inputs.backupAgeMs
}

function gone({ snapshots }: DatabaseSight): string {
  const left = snapshots.filter(isWhole).map(({ name }) => name)
  if (left.length === 0) return 'It is gone already.'
  return `It is gone already; of it ${left.length === 1 ? 'snapshot' : 'snapshots'} ${left.join(', ')} remain${left.length === 1 ? 's' : ''}.`
}

const isWhole = ({ status, createdAt }: Snapshot): boolean => status === 'available' && createdAt > 0

type Moment = Readonly<{ inputs: Inputs; now: number }>

function missing(
  { kind, identifier, snapshots }: DatabaseSight,
  newest: Snapshot | undefined,
  { inputs, now }: Moment
): string {
  const making = snapshots.find(({ status }) => status === 'creating')
  if (making !== undefined)
    return `Snapshot ${making.name} is still being made. Look again when it is available.`
  const oldest = renderElapsed(inputs.backupAgeMs)
  const have =
    newest === undefined
      ? 'It has no snapshot'
      : `Its newest snapshot, ${newest.name}, is ${renderElapsed(now - newest.createdAt)} old, more than ${oldest}`
  return `${have}, and automated backups end with it. Make one: ${SNAPSHOT_COMMANDS[kind]} ${identifier} …`
}

/** A snapshot and the key that it is under, '' for none. */
const ownKey = (name: string, { kmsKey }: Database) => ({ name, kmsKey })

/** A snapshot under the tenant's own key cannot be read any more when that key has followed the tenant. */
const judgeKey = (
  on: string,
  { name, kmsKey }: Readonly<{ name: string; kmsKey: string }>
): readonly Finding[] =>
  kmsKey === ''
    ? []
    : [
        {
          weight: 'loss',
          kind: 'key',
          on,
          sentence: `Snapshot ${name} is encrypted with the tenant's own key, which is scheduled for deletion with it: after that nobody can read it. Copy it under another key to keep it.`
        }
      ]

/** A final snapshot of a name that exists makes the destruction fail half-way. */
function judgeNames(
  { kind, identifier, snapshots }: DatabaseSight,
  { finalSnapshots }: Inputs
): readonly Finding[] {
  const taken = snapshots.filter(({ name }) => finalSnapshots.includes(name))
  return taken.map(({ name }) => ({
    weight: 'blocker',
    kind: 'name',
    on: `${WORDS[kind]} ${identifier}`,
    sentence: `Its final snapshot would be called ${name}, which exists already: the destruction would fail half-way. Rename or delete that one, or replace the stack's final_snapshot.`
  }))
}

function judgeBuckets({ buckets }: Observed): readonly Finding[] {
  return [...buckets].map(([bucket, { versions, markers, isMore }]) => {
    const on = `bucket ${bucket}`
    if (versions + markers === 0) return { weight: 'note', kind: 'bucket', on, sentence: 'It is empty.' }
    const more = isMore ? 'more than ' : ''
    const count = `${more}${versions} versions of objects and ${more}${markers} marks of deleted ones`
    return {
      weight: 'loss',
      kind: 'bucket',
      on,
      sentence: `It holds ${count}, which go with it; with deletion protection on, the destruction would fail at it.`
    }
  })
}

function judgeRegistry({ key, folder }: Inputs, { isRegistered, isReserved }: Observed): readonly Finding[] {
  const file = isRegistered
    ? [`Remove ${folder}/${key}.tfvars.json by pull request when it is destroyed.`]
    : []
  const record = isReserved ? ['Release its reservation last (action tenant, mode release).'] : []
  const steps = [...file, ...record]
  const sentence = steps.length > 0 ? steps.join(' ') : 'Neither the registry nor a reservation knows it.'
  return [{ weight: 'note', kind: 'registry', on: key, sentence }]
}
