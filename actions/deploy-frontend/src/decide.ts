import { UserError } from '../../../lib/errors.ts'
import { PREVIOUS, type Inputs } from './inputs.ts'
import { releaseId, toFile, type Release } from './manifest.ts'
import { liveRelease, type Observed } from './observed.ts'
import { deletedPercent } from './plan-deletes.ts'
import { findMissing, planDeployment, type Plan } from './plan.ts'
import type { Ports } from './ports.ts'
import type { SiteFile } from './site.ts'

/** The build, undefined for a rollback, and the bucket that it goes to. */
export type Scene = Readonly<{ site: readonly SiteFile[] | undefined; observed: Observed }>

/** What is to be done; refuses what must not be. */
export function decide(
  inputs: Inputs,
  { site, observed }: Scene,
  ports: Pick<Ports, 'deployer' | 'clock'>
): Plan {
  const plan = planFor(inputs, { site, observed }, ports)
  const live = liveRelease(observed)
  const isOwn = live?.id === plan.id || (ports.deployer.run !== '' && live?.source === ports.deployer.source)
  if (inputs.onlyFirst && live !== undefined && !isOwn) return keep(live)
  checkPlan(inputs, plan, observed)
  return plan
}

function planFor(
  inputs: Inputs,
  { site, observed }: Scene,
  { deployer, clock }: Pick<Ports, 'deployer' | 'clock'>
): Plan {
  const release = site === undefined ? findRelease(inputs, observed, deployer.run) : undefined
  const files = site ?? Object.entries(release?.files ?? {}).map(([key, recorded]) => toFile(key, recorded))
  return planDeployment(
    {
      prefix: inputs.prefix,
      id: release?.id ?? releaseId(files),
      files,
      source: release?.source ?? deployer.source,
      run: deployer.run,
      now: clock.now(),
      keepReleases: inputs.keepReleases,
      isRollback: release !== undefined,
      hasDistribution: inputs.distribution !== undefined
    },
    observed
  )
}

/** Nothing is done where another release is live. */
const keep = ({ id }: Release): Plan => ({
  id,
  release: undefined,
  isKept: true,
  saves: [],
  writes: [],
  unchanged: 0,
  deletes: { keys: [], state: [], kept: [], managed: 0 },
  paths: []
})

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

/**
 * The newest that was live before and was not taken back itself. A rollback that was interrupted goes on, and one that
 * this run has done already is not undone when it runs again.
 */
function findPrevious(observed: Observed, run: string): Release | undefined {
  const [newest] = observed.releases
  if (newest?.rolledBackBy !== undefined && (!newest.isDone || (run !== '' && newest.rolledBackBy === run)))
    return newest
  const live = liveRelease(observed)
  const takenBack = live?.takenBack ?? []
  return observed.releases.find(({ id, isDone }) => isDone && id !== live?.id && !takenBack.includes(id))
}
