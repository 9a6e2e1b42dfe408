import type { DatabaseEvent, RestorableDatabase } from '../../../lib/aws/database-restores.ts'
import { describeError } from '../../../lib/errors.ts'
import { explain, isTaken } from './faults.ts'
import { followUntilAvailable, type Look } from './follow.ts'
import type { Inputs } from './inputs.ts'
import { addressesOf, TITLES } from './names.ts'
import { observe } from './observe.ts'
import { blank, type Outcome, type Restoration } from './outcome.ts'
import { type Plan, planRestore } from './plan.ts'
import type { Ports } from './ports.ts'

type Restore = Extract<Inputs, { mode: 'restore' }>

/** What there is of a restore that has begun. */
type Course = Readonly<{ inputs: Restore; identifier: string; began: number }>

/** Makes a database out of a backup beside the lost one, or follows what an attempt before has begun. */
export async function restore(inputs: Restore, ports: Ports): Promise<Restoration> {
  const { clock, log } = ports
  const began = clock.now()
  const observed = await observe(inputs, ports)
  const { identifier } = observed
  let plan = planRestore(inputs, observed)
  for (const step of plan.steps) log.info(step)
  const known = { ...blank(identifier), forget: addressesOf(inputs.database), steps: plan.steps }
  if (inputs.dryRun) return { ...known, ...timeOf(plan), outcome: { kind: 'planned' }, elapsedMs: 0 }
  if (!(await begin(inputs, plan, ports))) plan = planRestore(inputs, await observe(inputs, ports))
  const { outcome, seen } = await follow({ inputs, identifier, began }, ports)
  return {
    ...known,
    ...timeOf(plan),
    outcome,
    endpoint: seen?.endpoint ?? '',
    attached: plan.order === undefined,
    status: seen?.status ?? '',
    events: await readEvents(inputs, identifier, ports),
    elapsedMs: clock.now() - began
  }
}

const timeOf = ({ restoredTo }: Plan): Pick<Restoration, 'restoredTo'> =>
  restoredTo === undefined ? {} : { restoredTo }

/** False where another attempt was faster: then it has to be seen what that has begun. */
async function begin(inputs: Restore, { order }: Plan, { databases, log, signal }: Ports): Promise<boolean> {
  if (order === undefined) return true
  signal.throwIfAborted()
  try {
    await databases.restore(order)
    log.info(`Begun: '${order.identifier}'. AWS goes on with it whatever becomes of this job.`)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw explain(error, inputs)
  }
}

type Followed = Readonly<{ outcome: Outcome; seen: RestorableDatabase | undefined }>

/** Until it is available, and AWS keeps its password: Terraform finds no secret to plan with otherwise. */
async function follow({ inputs, identifier, began }: Course, ports: Ports): Promise<Followed> {
  const { clock, databases, log } = ports
  let seen: RestorableDatabase | undefined
  const describe = async (): Promise<RestorableDatabase | undefined> => {
    const found = await databases.describe(inputs.kind, identifier)
    seen = found ?? seen
    return found
  }
  const what = `${TITLES[inputs.database]} '${identifier}'`
  const until = (look: Look): Promise<Outcome | 'available'> =>
    followUntilAvailable(what, look, {
      ports,
      deadlineMs: Math.max(0, began + inputs.timeoutMs - clock.now())
    })
  let ended = await until(describe)
  if (ended === 'available' && seen?.secretStatus === '') {
    // The stack has PostgreSQL's secret under the tenant's key, DocumentDB's under AWS' own.
    const key = inputs.kind === 'instance' && seen.kmsKey !== '' ? seen.kmsKey : undefined
    await databases.keepPassword(inputs.kind, identifier, key)
    log.info(`AWS makes a password of its own for '${identifier}', and keeps it.`)
  }
  if (ended === 'available') ended = await until(async () => withPassword(await describe()))
  return { outcome: ended === 'available' ? { kind: 'restored' } : ended, seen }
}

/** Not available before its password is kept. */
const withPassword = (found: RestorableDatabase | undefined): Readonly<{ status: string }> | undefined =>
  found === undefined || found.status !== 'available' || found.secretStatus === 'active'
    ? found
    : { status: 'making its password' }

/** What AWS has noted is evidence and no more: the outcome stands without it. */
async function readEvents(
  { kind, timeoutMs }: Restore,
  identifier: string,
  { databases, log, signal }: Ports
): Promise<readonly DatabaseEvent[]> {
  if (signal.aborted) return []
  try {
    const events = await databases.listEvents(kind, identifier, timeoutMs / 3_600_000)
    for (const { at, message } of events) log.info(`${new Date(at).toISOString()} ${message}`)
    return events
  } catch (error) {
    log.warning(`What AWS has noted could not be read. ${describeError(error)}`)
    return []
  }
}
