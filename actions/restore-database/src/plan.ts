import type { RestorableDatabase, RestorableSnapshot } from '../../../lib/aws/database-restores.ts'
import type { RestoreOrder, Settings } from '../../../lib/aws/restore-request.ts'
import { UserError } from '../../../lib/errors.ts'
import type { Inputs, Wanted } from './inputs.ts'
import { addressesOf, describeWanted, ENGINES, settingOf, TITLES } from './names.ts'
import type { Observed } from './observe.ts'

type Restore = Extract<Inputs, { mode: 'restore' }>

/** What is going to be done, as data: the dry run prints it. */
export type Plan = Readonly<{
  /** Undefined where an attempt before has begun it. */
  order: RestoreOrder | undefined
  /** Milliseconds; undefined when it is not known. */
  restoredTo?: number
  steps: readonly string[]
}>

/** By which a restored database is known again until Terraform has taken it over, which knows no such tag. */
const RESTORED_FROM = 'RestoredFrom'

/** Decides what to do; refuses what cannot succeed, before anything is done. */
export function planRestore(inputs: Restore, observed: Observed): Plan {
  const { identifier, target } = observed
  if (target !== undefined) return attach(inputs, observed, target)
  const { wanted } = inputs
  const origin = wanted.kind === 'time' ? originInTime(inputs, observed, wanted) : originIn(inputs, observed)
  const { restoredTo } = origin
  const order: RestoreOrder = {
    kind: inputs.kind,
    identifier,
    origin: origin.origin,
    settings: settingsOf(inputs, observed),
    tags: { ...tagsOf(inputs, observed), [RESTORED_FROM]: mark(inputs, restoredTo) }
  }
  return {
    order,
    ...(restoredTo === undefined ? {} : { restoredTo }),
    steps: describeOrder(inputs, order, restoredTo)
  }
}

const mark = ({ source, wanted }: Restore, restoredTo: number | undefined): string => {
  const what = wanted.kind === 'time' && restoredTo !== undefined ? isoOf(restoredTo) : describeWanted(wanted)
  return `${source}@${what}`
}

/** A name that is derived is this run's; one that was given needs the tag. */
function attach(inputs: Restore, { identifier }: Observed, target: RestorableDatabase): Plan {
  const begun = target.tags[RESTORED_FROM]
  const expected = `${inputs.source}@`
  const isSame =
    begun === undefined
      ? inputs.name === undefined
      : begun.startsWith(expected) && (isOpen(inputs.wanted) || begun === mark(inputs, timeOf(inputs.wanted)))
  if (!isSame)
    throw new UserError(
      `${TITLES[inputs.database]} '${identifier}' exists, and was ${begun === undefined ? 'not restored by this action' : `restored from ${begun}`}: it is not what is asked for. Give another 'name', or leave it out.`
    )
  const told = Date.parse(begun?.slice(expected.length) ?? '')
  return {
    order: undefined,
    ...(Number.isNaN(told) ? {} : { restoredTo: told }),
    steps: [
      `${TITLES[inputs.database]} '${identifier}' is there: an attempt before has begun it, and it is followed until it is available.`
    ]
  }
}

const isOpen = (wanted: Wanted): boolean => describeWanted(wanted) === 'latest'
const timeOf = (wanted: Wanted): number | undefined =>
  wanted.kind === 'time' && wanted.at !== 'latest' ? wanted.at : undefined
const isoOf = (ms: number): string => new Date(ms).toISOString()

type From = Pick<RestoreOrder, 'origin'> & Pick<Plan, 'restoredTo'>

function originInTime(
  inputs: Restore,
  { source, earliest, now }: Observed,
  { at }: Extract<Wanted, { kind: 'time' }>
): From {
  const title = TITLES[inputs.database]
  if (source === undefined)
    throw new UserError(
      `${title} '${inputs.source}' does not exist, and its automatic backups have ended with it. Restore a snapshot: ${listCommand(inputs)} tells which there are, input 'snapshot' takes one.`
    )
  checkEngine(inputs, source.engine, `${title} '${inputs.source}'`)
  const { latest } = source
  if (latest === 0)
    throw new UserError(
      `${title} '${inputs.source}' tells no time to go back to: it keeps no automatic backups, or has none yet. Restore a snapshot: ${listCommand(inputs)} tells which there are.`
    )
  if (at === 'latest') return { origin: { source: inputs.source, at }, restoredTo: latest }
  if (at > now)
    throw new UserError(
      `Input 'restore-to' is ${isoOf(at)}, which is yet to come. The newest that can be had is ${isoOf(latest)}; write 'latest' for it.`
    )
  if (at <= latest && (earliest === 0 || at >= earliest))
    return { origin: { source: inputs.source, at }, restoredTo: at }
  throw new UserError(
    `Input 'restore-to' is ${isoOf(at)}, and the backups of '${inputs.source}' go from ${earliest === 0 ? 'an unknown time' : isoOf(earliest)} to ${isoOf(latest)}. Choose a moment between, or a snapshot.`
  )
}

function originIn(inputs: Restore, { snapshot, source }: Observed): From {
  const { wanted } = inputs
  if (snapshot === undefined)
    throw new UserError(
      isOpen(wanted)
        ? `There is no snapshot of '${inputs.source}' that is ready: ${listCommand(inputs)} shows all. Restore a point in time instead: input 'restore-to'.`
        : `There is no snapshot '${describeWanted(wanted)}': ${listCommand(inputs)} tells which there are.`
    )
  checkSnapshot(inputs, snapshot, source)
  return {
    origin: { snapshot: snapshot.name, engine: ENGINES[inputs.database] },
    ...(snapshot.createdAt === 0 ? {} : { restoredTo: snapshot.createdAt })
  }
}

function checkSnapshot(
  inputs: Restore,
  { name, engine, status, source: of, kmsKey }: RestorableSnapshot,
  source: RestorableDatabase | undefined
): void {
  checkEngine(inputs, engine, `Snapshot '${name}'`)
  if (!of.startsWith(inputs.prefix))
    throw new UserError(
      `Snapshot '${name}' is of '${of}', which is no database of ${inputs.tenant}: its data is somebody else's. Choose one of the tenant's own.`
    )
  if (status !== 'available')
    throw new UserError(
      `Snapshot '${name}' is '${status}', and only one that is 'available' can be restored. Run this job again when it is, or choose another one.`
    )
  // A cluster is encrypted anew as it is restored, an instance is not; Terraform would replace one under another key.
  if (inputs.kind === 'cluster' || source === undefined || kmsKey === source.kmsKey) return
  throw new UserError(
    `Snapshot '${name}' is encrypted with another key than '${inputs.source}', so Terraform would replace what is restored from it. Copy it first: aws rds copy-db-snapshot --source-db-snapshot-identifier ${name} --target-db-snapshot-identifier ${inputs.prefix}copy --kms-key-id ${source.kmsKey}; then restore the copy.`
  )
}

function checkEngine({ database }: Restore, engine: string, what: string): void {
  if (engine === ENGINES[database]) return
  throw new UserError(
    `${what} is of engine '${engine}', not '${ENGINES[database]}'. Correct input 'database', or name another one.`
  )
}

const LISTS = {
  cluster: 'aws docdb describe-db-cluster-snapshots --db-cluster-identifier',
  instance: 'aws rds describe-db-snapshots --db-instance-identifier'
} as const

const listCommand = ({ kind, source }: Restore): string => `${LISTS[kind]} ${source}`

/** Those of the lost one; of one that is gone the subnet group's name is known, and Terraform sets the rest. */
function settingsOf({ prefix, database }: Restore, { source }: Observed): Settings {
  if (source === undefined)
    return { subnetGroup: `${prefix}${database}`, securityGroups: [], isProtected: true, further: {} }
  return source.kmsKey === '' ? source.settings : { ...source.settings, kmsKey: source.kmsKey }
}

const TITLE_TAGS = { Project: 'Caliber', ManagedBy: 'Terraform' }

/** Those of the lost one, of its snapshot, or those that everything of a tenant has; AWS keeps its own to itself. */
function tagsOf(
  { client, env, plan }: Restore,
  { source, snapshot }: Observed
): Readonly<Record<string, string>> {
  const own = { ...TITLE_TAGS, Client: client, Plan: plan, Env: env }
  const found = source?.tags ?? snapshot?.tags ?? {}
  return { ...own, ...Object.fromEntries(Object.entries(found).filter(([name]) => !name.startsWith('aws:'))) }
}

function describeOrder(
  inputs: Restore,
  order: RestoreOrder,
  restoredTo: number | undefined
): readonly string[] {
  const { settings, identifier } = order
  const from =
    'snapshot' in order.origin
      ? `snapshot '${order.origin.snapshot}'`
      : `'${inputs.source}' as it was at ${order.origin.at === 'latest' ? 'the latest time' : isoOf(order.origin.at)}`
  return [
    `Restore ${TITLES[inputs.database]} '${identifier}' from ${from}${restoredTo === undefined ? '' : ` (${isoOf(restoredTo)})`}.`,
    `It goes into subnet group '${settings.subnetGroup}' with security groups ${settings.securityGroups.join(', ') || 'of the network'}; '${inputs.source}' stays as it is.`,
    `Follow it until it is available, and have AWS keep a new password of its master user${inputs.kind === 'cluster' ? '; it has no instances, which Terraform makes' : ''}.`,
    `Then Terraform has to forget ${addressesOf(inputs.database).join(', ')}, and the registry says ${settingOf(inputs.database, identifier)}.`
  ]
}
