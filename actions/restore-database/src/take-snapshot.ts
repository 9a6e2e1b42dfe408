import type { RestorableSnapshot } from '../../../lib/aws/database-restores.ts'
import { UserError } from '../../../lib/errors.ts'
import { explain, isTaken } from './faults.ts'
import { followUntilAvailable } from './follow.ts'
import type { Inputs } from './inputs.ts'
import { identifierOf, TITLES } from './names.ts'
import { blank, type Outcome, type Restoration } from './outcome.ts'
import type { Ports } from './ports.ts'

type TakeSnapshot = Extract<Inputs, { mode: 'snapshot' }>

/** Takes a snapshot that stays whatever becomes of the database, or follows the one that an attempt before has begun. */
export async function takeSnapshot(inputs: TakeSnapshot, ports: Ports): Promise<Restoration> {
  const { databases, clock, log } = ports
  const began = clock.now()
  const name = identifierOf(inputs, ports.runId)
  const before = await databases.describeSnapshot(inputs.kind, name)
  checkOwner(inputs, before)
  const source = await databases.describe(inputs.kind, inputs.source)
  const steps = [describeStep(inputs, name, { before, isThere: source !== undefined })]
  for (const step of steps) log.info(step)
  const conclude = (outcome: Outcome, seen = before): Restoration => ({
    ...blank(name),
    steps,
    outcome,
    attached: before !== undefined,
    status: seen?.status ?? '',
    ...(seen === undefined || seen.createdAt === 0 ? {} : { restoredTo: seen.createdAt }),
    elapsedMs: clock.now() - began
  })
  if (before === undefined && source === undefined) return conclude({ kind: 'gone' })
  if (inputs.dryRun) return conclude({ kind: 'planned' })
  const leftMs = (): number => Math.max(0, began + inputs.timeoutMs - clock.now())
  if (before === undefined) {
    const what = `${TITLES[inputs.database]} '${inputs.source}'`
    const look = () => databases.describe(inputs.kind, inputs.source)
    const ready = await followUntilAvailable(what, look, { ports, deadlineMs: leftMs() })
    if (ready !== 'available') return conclude(ready)
    await begin(inputs, { name, tags: source?.tags ?? {} }, ports)
  }
  let seen: RestorableSnapshot | undefined
  const look = async (): Promise<RestorableSnapshot | undefined> => {
    const found = await databases.describeSnapshot(inputs.kind, name)
    seen = found ?? seen
    return found
  }
  const ended = await followUntilAvailable(`Snapshot '${name}'`, look, { ports, deadlineMs: leftMs() })
  return conclude(ended === 'available' ? { kind: 'taken' } : ended, seen)
}

function checkOwner({ source }: TakeSnapshot, before: RestorableSnapshot | undefined): void {
  if (before === undefined || before.source === source) return
  throw new UserError(
    `Snapshot '${before.name}' exists, and is of '${before.source}', not of '${source}'. Give another 'name', or leave it out.`
  )
}

function describeStep(
  { database, source }: TakeSnapshot,
  name: string,
  { before, isThere }: Readonly<{ before: RestorableSnapshot | undefined; isThere: boolean }>
): string {
  if (before !== undefined) return `Snapshot '${name}' is there: an attempt before has begun it.`
  if (!isThere)
    return `${TITLES[database]} '${source}' does not exist: there is nothing to take a snapshot of.`
  return `Take snapshot '${name}' of ${TITLES[database]} '${source}', and wait until it is available.`
}

async function begin(
  inputs: TakeSnapshot,
  { name, tags }: Readonly<{ name: string; tags: Readonly<Record<string, string>> }>,
  { databases, signal }: Ports
): Promise<void> {
  signal.throwIfAborted()
  const own = Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith('aws:')))
  try {
    await databases.takeSnapshot({ kind: inputs.kind, source: inputs.source, name, tags: own })
  } catch (error) {
    if (!isTaken(error)) throw explain(error, inputs)
  }
}
