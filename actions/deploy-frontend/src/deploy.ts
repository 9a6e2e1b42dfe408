import { isThrottled } from '../../../lib/aws/call.ts'
import { describeError } from '../../../lib/errors.ts'
import { poll } from '../../../lib/poll.ts'
import { act } from './act.ts'
import { decide } from './decide.ts'
import type { Inputs } from './inputs.ts'
import { clearLock, takeLock } from './lock.ts'
import { lookAgain } from './look-again.ts'
import { liveRelease, type Observed } from './observed.ts'
import { newProgress, type Deployment, type Outcome, type Progress } from './outcome.ts'
import type { Plan } from './plan.ts'
import type { Deployer, Ports } from './ports.ts'
import { prepare, type Prepared } from './prepare.ts'

/** The whole deployment: looks, plans and, unless it is a dry run or nothing is to be done, acts under the lock. */
export async function deploy(inputs: Inputs, ports: Ports): Promise<Deployment> {
  const began = ports.clock.now()
  const { lock, ...scene } = await prepare(inputs, ports)
  const { observed } = scene
  const plan = decide(inputs, scene, ports)
  const end = (outcome: Outcome): Deployment => ({
    outcome,
    observed,
    isOfThisRun: isOfRun(outcome, observed, ports.deployer),
    elapsedMs: ports.clock.now() - began
  })
  if (plan.isKept) return end({ kind: 'kept', plan, done: newProgress() })
  if (inputs.dryRun) return end({ kind: 'planned', plan, done: newProgress() })
  if (plan.release === undefined) {
    if (observed.isLocked) await clearLock(inputs, ports)
    return end({ kind: 'unchanged', plan, done: newProgress() })
  }
  const outcome = await underLock(inputs, { ...scene, plan, ...(lock === undefined ? {} : { lock }) }, ports)
  return end(outcome.kind === 'deployed' ? await awaitEdges(outcome, inputs, ports) : outcome)
}

/** An attempt that died after the release was live leaves nothing to do for the next one of its run. */
function isOfRun({ kind, done }: Outcome, observed: Observed, { run, source }: Deployer): boolean {
  return done.isLive || (kind === 'unchanged' && run !== '' && liveRelease(observed)?.source === source)
}

type Ended = Extract<Outcome, { kind: 'deployed' | 'unchanged' | 'kept' | 'failed' }>

/** Looks again, now that nobody else writes, and does what is to be done. */
async function underLock(
  inputs: Inputs,
  before: Prepared & Readonly<{ plan: Plan }>,
  ports: Ports
): Promise<Ended> {
  const lock = before.lock ?? (await takeLock(inputs, ports))
  const done: Progress = newProgress()
  let plan: Plan | undefined
  try {
    const looking = lookAgain(inputs, before, ports)
    ports.bucket.openAhead(Math.min(inputs.concurrency, before.plan.writes.length))
    const { observed, isRecorded, ...look } = await looking
    plan = look.plan
    if (plan.release === undefined) return { kind: plan.isKept ? 'kept' : 'unchanged', plan, done }
    await act({ inputs, observed, plan, release: plan.release, isRecorded, lock, done }, ports)
    return { kind: 'deployed', plan, done, isSlow: false }
  } catch (error) {
    const cause: unknown = ports.signal.aborted ? ports.signal.reason : error
    if (plan?.release === undefined) throw cause
    return { kind: 'failed', plan, done, sentence: describeError(cause) }
  } finally {
    await lock.release().catch((error: unknown) => {
      ports.log.warning(`The deploy lock could not be given back. ${describeError(error)}`)
    })
  }
}

type Deployed = Extract<Outcome, { kind: 'deployed' }>

/** Waits for CloudFront; that it takes long, or may not be asked, is a warning. */
async function awaitEdges(
  outcome: Deployed,
  { distribution = '', waitMs }: Inputs,
  ports: Ports
): Promise<Outcome> {
  const { invalidation } = outcome.done
  if (invalidation === '' || waitMs === 0) return outcome
  const isCompleted = await poll(
    async () => ((await ports.cdn.isCompleted(distribution, invalidation)) ? true : undefined),
    { clock: ports.clock, everyMs: 3000, deadlineMs: waitMs, signal: ports.signal, isThrottled }
  ).catch((error: unknown) => {
    ports.log.warning(`Whether the invalidation is completed is not known. ${describeError(error)}`)
    return true
  })
  if (isCompleted === true) return outcome
  ports.log.warning(
    `Invalidation ${invalidation} is not completed after ${Math.round(waitMs / 1000)} s: some visitors still get the release before. It goes on by itself.`
  )
  return { ...outcome, isSlow: true }
}
