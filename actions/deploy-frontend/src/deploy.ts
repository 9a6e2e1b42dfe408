import { describeError, UserError } from '../../../lib/errors.ts'
import { isThrottled } from '../../../lib/aws/call.ts'
import { poll } from '../../../lib/poll.ts'
import { act } from './act.ts'
import { PREVIOUS, type Inputs } from './inputs.ts'
import { clearLock, takeLock } from './lock.ts'
import { releaseId, toFile, type Release } from './manifest.ts'
import { observe } from './observe.ts'
import { liveRelease, type Observed } from './observed.ts'
import { newProgress, type Deployment, type Outcome, type Progress } from './outcome.ts'
import { deletedPercent } from './plan-deletes.ts'
import { findMissing, planDeployment, type Plan } from './plan.ts'
import type { Ports } from './ports.ts'
import type { ReadSite } from './read-site.ts'
import type { SiteFile } from './site.ts'

/** The whole deployment: looks, plans and, unless it is a dry run or nothing is to be done, acts under the lock. */
export async function deploy(inputs: Inputs, ports: Ports): Promise<Deployment> {
  const began = ports.clock.now()
  const site = inputs.target.kind === 'build' ? await readBuild(inputs, inputs.target, ports) : undefined
  const observed = await observe(inputs.prefix, ports)
  const plan = decide(inputs, { site, observed, ports })
  const end = (outcome: Outcome): Deployment => ({ outcome, observed, elapsedMs: ports.clock.now() - began })
  if (inputs.dryRun) return end({ kind: 'planned', plan, done: newProgress() })
  if (plan.release === undefined) {
    if (observed.isLocked) await clearLock(inputs, ports)
    return end({ kind: 'unchanged', plan, done: newProgress() })
  }
  const outcome = await underLock(inputs, { site, ports })
  return end(outcome.kind === 'deployed' ? await awaitEdges(outcome, inputs, ports) : outcome)
}

/** The parsers are loaded only for a build. */
async function readBuild(...[inputs, target, ports]: Parameters<ReadSite>): ReturnType<ReadSite> {
  const { readSite } = await import('./read-site.ts')
  return readSite(inputs, target, ports)
}

type Scene = Readonly<{ site: readonly SiteFile[] | undefined; observed: Observed; ports: Ports }>

/** What is to be done; refuses what must not be. */
function decide(inputs: Inputs, { site, observed, ports }: Scene): Plan {
  const release = site === undefined ? findRelease(inputs, observed, ports.deployer.run) : undefined
  const files = site ?? Object.entries(release?.files ?? {}).map(([key, recorded]) => toFile(key, recorded))
  const plan = planDeployment(
    {
      prefix: inputs.prefix,
      id: release?.id ?? releaseId(files),
      files,
      source: release?.source ?? ports.deployer.source,
      run: ports.deployer.run,
      now: ports.clock.now(),
      keepReleases: inputs.keepReleases,
      isRollback: release !== undefined,
      hasDistribution: inputs.distribution !== undefined
    },
    observed
  )
  checkPlan(inputs, plan, observed)
  return plan
}

function checkPlan({ maxDeletePercent }: Inputs, plan: Plan, observed: Observed): void {
  const missing = findMissing(plan, observed)
  if (missing.length > 0)
    throw new UserError(
      `Release ${plan.id} cannot be brought back: ${missing.slice(0, 5).join(', ')} ${missing.length === 1 ? 'is' : 'are'} no longer in the bucket as it had them. Nothing was changed. Deploy its build again.`
    )
  const percent = deletedPercent(plan.deletes)
  if (percent > maxDeletePercent)
    throw new UserError(
      `This would delete ${plan.deletes.keys.length} of ${plan.deletes.managed} files (${percent} %), but 'max-delete-percent' is ${maxDeletePercent}. Nothing was changed. If the build is whole, raise it for this run, or raise 'keep-releases'.`
    )
}

function findRelease({ target }: Inputs, observed: Observed, run: string): Release {
  const to = target.kind === 'rollback' ? target.to : ''
  const found = to === PREVIOUS ? findPrevious(observed, run) : observed.releases.find(({ id }) => id === to)
  if (found !== undefined) return found
  const known = observed.releases.filter(({ isDone }) => isDone).map(({ id }) => id)
  throw new UserError(
    `Input 'rollback-to' is '${to}', but the bucket has ${known.length === 0 ? 'no releases' : `only ${known.join(', ')} (newest first)`}. Nothing was changed. Name one of those, or deploy a build.`
  )
}

/** A rollback that was interrupted goes on, and one that this run has done already is not undone when it runs again. */
function findPrevious(observed: Observed, run: string): Release | undefined {
  const [newest] = observed.releases
  if (newest?.rolledBackBy !== undefined && (!newest.isDone || (run !== '' && newest.rolledBackBy === run)))
    return newest
  const live = liveRelease(observed)
  return observed.releases.find(({ id, isDone }) => isDone && id !== live?.id)
}

type Ended = Extract<Outcome, { kind: 'deployed' | 'unchanged' | 'failed' }>

/** Looks and plans again, now that nobody else writes, and does it. */
async function underLock(inputs: Inputs, { site, ports }: Omit<Scene, 'observed'>): Promise<Ended> {
  const lock = await takeLock(inputs, ports)
  const done: Progress = newProgress()
  let plan: Plan | undefined
  try {
    const observed = await observe(inputs.prefix, ports)
    plan = decide(inputs, { site, observed, ports })
    if (plan.release === undefined) return { kind: 'unchanged', plan, done }
    await act({ inputs, observed, plan, release: plan.release, lock, done }, ports)
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
