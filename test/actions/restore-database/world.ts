/** A tenant's databases, their snapshots and the state of its stack, as far as a restore sees them. */
import { forget } from '../../../actions/restore-database/src/forget.ts'
import { type Inputs, parseInputs } from '../../../actions/restore-database/src/inputs.ts'
import type { Restoration } from '../../../actions/restore-database/src/outcome.ts'
import type { Ports } from '../../../actions/restore-database/src/ports.ts'
import { toReport } from '../../../actions/restore-database/src/report.ts'
import { restore } from '../../../actions/restore-database/src/restore.ts'
import { takeSnapshot } from '../../../actions/restore-database/src/take-snapshot.ts'
import type {
  RestorableDatabase,
  RestorableSnapshot,
  SnapshotOrder
} from '../../../lib/aws/database-restores.ts'
import type { RestoreOrder } from '../../../lib/aws/restore-request.ts'
import type { Report } from '../../../lib/runner.ts'
import type { ForgetResult } from '../../../lib/terraform/endings.ts'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'
import { type Gated, fakeGate } from '../../fakes/gate.ts'
import { fakeLog } from '../../fakes/terraform-exec.ts'

export type Given = Readonly<Record<string, string>>

export const NAME = 'acme-stg-dedicated'
export const NOW = Date.UTC(2026, 2, 1, 12)
export const HOUR = 3_600_000
export const KEY = 'arn:aws:kms:us-east-1:123456789012:key/1'
const GATE: Given = { environment: 'stg', 'github-token': 'ghs_job' }
const FORM = { eventName: 'workflow_dispatch', actor: 'operator', triggeringActor: 'operator' }
const ACME: Given = { mode: 'restore', client: 'Acme', env: 'stg', plan: 'Dedicated' }

/** Inputs of a tenant's restore, others in their places. */
export const inputsOf = (given: Given): Inputs => {
  const all = { ...ACME, database: 'documentdb', ...GATE, ...given }
  return parseInputs((name) => (all as Given)[name] ?? '')
}

/** A database with backups of a week. */
export const database = (
  identifier: string,
  other: Partial<RestorableDatabase> = {}
): RestorableDatabase => ({
  identifier,
  status: 'available',
  engine: identifier.includes('postgres') ? 'postgres' : 'docdb',
  endpoint: `${identifier}.example:27017`,
  earliest: NOW - 7 * 24 * HOUR,
  latest: NOW - 60_000,
  kmsKey: KEY,
  secretStatus: 'active',
  tags: { Client: 'acme', 'aws:secret': 'AWS keeps it' },
  settings: {
    subnetGroup: `${NAME}-documentdb`,
    securityGroups: ['sg-1'],
    isProtected: true,
    parameterGroup: 'pg-1',
    further: identifier.includes('postgres') ? { DBInstanceClass: 'db.t4g.micro' } : {}
  },
  ...other
})

/** A snapshot of a database, an hour old. */
export const snapshot = (
  name: string,
  source: string,
  other: Partial<RestorableSnapshot> = {}
): RestorableSnapshot => ({
  name,
  source,
  status: 'available',
  engine: source.includes('postgres') ? 'postgres' : 'docdb',
  createdAt: NOW - HOUR,
  kmsKey: KEY,
  tags: {},
  ...other
})

export type World = Readonly<{
  databases?: readonly RestorableDatabase[]
  snapshots?: readonly RestorableSnapshot[]
  /** States that what is made goes through, one a look. */
  statuses?: readonly string[]
  /** Thrown by AWS in place of making something. */
  refusal?: Error
  /** Whether another attempt makes the same just before. */
  isFaster?: boolean
  /** Thrown by the n-th look and those after it. */
  blindFrom?: number
  state?: string
  forgetting?: ForgetResult
  runId?: string
  /** Aborts at the n-th look. */
  cancelAt?: number
  /** What is otherwise about the job's gate. */
  gate?: Gated
}>

export type Happened = Readonly<{
  restoration: Restoration
  report: Report
  orders: readonly RestoreOrder[]
  taken: readonly SnapshotOrder[]
  forgotten: readonly (readonly string[])[]
  /** Databases whose password AWS was to keep, and under which key. */
  kept: readonly (readonly [identifier: string, kmsKey: string | undefined])[]
  looks: number
  clock: FakeClock
  lines: readonly string[]
}>

/** An error as an AWS call throws it. */
export const awsError = (name: string, message = 'because'): Error =>
  Object.assign(new Error(`RDS failed with ${name}.`, { cause: new Error(message) }), { name })

/** Does what the inputs say in a world, to the end. */
export async function run(given: Given, world: World = {}): Promise<Happened> {
  const inputs = inputsOf(given)
  const scene = openScene(world)
  const restoration = await carryOut(inputs, scene.ports)
  return { ...scene, restoration, report: toReport(inputs, restoration), looks: scene.looks() }
}

function carryOut(inputs: Inputs, ports: Ports): Promise<Restoration> {
  if (inputs.mode === 'restore') return restore(inputs, ports)
  return inputs.mode === 'snapshot' ? takeSnapshot(inputs, ports) : forget(inputs, ports)
}

function openScene(world: World) {
  const { statuses = ['creating', 'available'] } = world
  const clock = fakeClock(NOW)
  const { log, lines } = fakeLog()
  const cancel = new AbortController()
  const known = new Map(
    (world.databases ?? [database(`${NAME}-documentdb`)]).map((one) => [one.identifier, one])
  )
  const snapshots = new Map((world.snapshots ?? []).map((one) => [one.name, one]))
  const orders: RestoreOrder[] = []
  const taken: SnapshotOrder[] = []
  const forgotten: (readonly string[])[] = []
  const kept: [string, string | undefined][] = []
  const made = new Set<string>()
  let looks = 0
  /** What is made goes on with every look. */
  const seen = <T extends Readonly<{ status: string }>>(
    name: string,
    found: T | undefined
  ): T | undefined => {
    if (!made.has(name) || found === undefined) return found
    looks += 1
    if (looks === world.cancelAt) cancel.abort(new Error('cancelled'))
    if (world.blindFrom !== undefined && looks >= world.blindFrom) throw awsError('InternalFailure')
    const status = statuses[Math.min(looks, statuses.length) - 1] ?? 'available'
    return status === 'gone' ? undefined : { ...found, status }
  }
  const refuse = (): void => {
    if (world.refusal !== undefined) throw world.refusal
  }
  const ports: Ports = {
    databases: {
      describe: async (_kind, identifier) => seen(identifier, known.get(identifier)),
      earliestOf: async () => NOW - 24 * HOUR,
      describeSnapshot: async (_kind, name) => seen(name, snapshots.get(name)),
      listSnapshots: async (_kind, source) => [...snapshots.values()].filter((one) => one.source === source),
      restore: async (order) => {
        if (world.isFaster !== true) refuse()
        orders.push(order)
        made.add(order.identifier)
        known.set(order.identifier, database(order.identifier, { tags: order.tags, secretStatus: '' }))
        if (world.isFaster === true) refuse()
      },
      keepPassword: async (_kind, identifier, kmsKey) => {
        kept.push([identifier, kmsKey])
        const found = known.get(identifier)
        if (found !== undefined) known.set(identifier, { ...found, secretStatus: 'active' })
      },
      takeSnapshot: async (order) => {
        refuse()
        taken.push(order)
        made.add(order.name)
        snapshots.set(order.name, snapshot(order.name, order.source))
      },
      listEvents: async () => [{ at: NOW, message: 'DB cluster created' }]
    },
    openStack: () => ({
      readState: async () => (world.state === undefined ? undefined : { text: world.state, version: 'v-7' }),
      terraform: {
        init: async () => {},
        forget: async ({ addresses }) => {
          forgotten.push(addresses)
          return world.forgetting ?? { kind: 'forgotten' }
        }
      }
    }),
    openGate: () => fakeGate({ ...world.gate, context: { ...FORM, ...world.gate?.context } }),
    runId: world.runId ?? '77',
    clock,
    log,
    signal: cancel.signal
  }
  return { ports, orders, taken, forgotten, kept, clock, lines, looks: () => looks }
}
