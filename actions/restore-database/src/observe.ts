import type { RestorableDatabase, RestorableSnapshot } from '../../../lib/aws/database-restores.ts'
import type { Inputs } from './inputs.ts'
import { identifierOf } from './names.ts'
import type { Ports } from './ports.ts'

/** All that a restore is decided upon. */
export type Observed = Readonly<{
  identifier: string
  /** The lost database; undefined when it is gone. */
  source: RestorableDatabase | undefined
  /** What has the name of the restored one already. */
  target: RestorableDatabase | undefined
  /** The snapshot that is wanted; undefined when there is none, or none is wanted. */
  snapshot: RestorableSnapshot | undefined
  /** Back to when the backups go, in milliseconds; 0 when that is not told. */
  earliest: number
  now: number
}>

/** Looks at the lost database, its backups, and what has the new name. */
export async function observe(
  inputs: Extract<Inputs, { mode: 'restore' }>,
  { databases, clock, runId }: Pick<Ports, 'databases' | 'clock' | 'runId'>
): Promise<Observed> {
  const { kind } = inputs
  const identifier = identifierOf(inputs, runId)
  const target = await databases.describe(kind, identifier)
  const source = await databases.describe(kind, inputs.source)
  const snapshot = await findSnapshot(inputs, databases)
  const asksBackups = kind === 'instance' && inputs.wanted.kind === 'time' && source !== undefined
  const earliest = asksBackups ? await databases.earliestOf(inputs.source) : (source?.earliest ?? 0)
  return { identifier, source, target, snapshot, earliest, now: clock.now() }
}

async function findSnapshot(
  { kind, source, wanted }: Extract<Inputs, { mode: 'restore' }>,
  databases: Ports['databases']
): Promise<RestorableSnapshot | undefined> {
  if (wanted.kind === 'time') return undefined
  if (wanted.name !== 'latest') return databases.describeSnapshot(kind, wanted.name)
  const all = await databases.listSnapshots(kind, source)
  const ready = all.filter(({ status, createdAt }) => status === 'available' && createdAt > 0)
  return ready.toSorted((one, other) => other.createdAt - one.createdAt)[0]
}
