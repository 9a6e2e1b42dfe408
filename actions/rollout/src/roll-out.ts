import type { Report } from '../../../lib/runner.ts'
import { act } from './act.ts'
import { describePlan } from './describe-plan.ts'
import type { Inputs } from './inputs.ts'
import { isKept, keptRollout } from './keep.ts'
import { observe } from './observe.ts'
import type { Observed } from './observed.ts'
import { planRollout } from './plan.ts'
import type { Ports } from './ports.ts'
import { toDryReport, toReport } from './report.ts'

/** The whole rollout: looks, plans and, unless it is a dry run, acts. */
export async function rollOut(given: Inputs, ports: Ports): Promise<Report> {
  const began = ports.clock.now()
  const observed = await observe(given, ports).catch((error: unknown) => {
    ports.signal.throwIfAborted()
    throw error
  })
  if (isKept(given, observed)) return toReport(given, keptRollout(observed, ports.clock.now() - began))
  const inputs = withInitialCount(given, observed)
  const plan = planRollout(inputs, observed)
  for (const step of describePlan(inputs, observed, plan)) ports.log.info(step)
  if (inputs.dryRun) return toDryReport(inputs, observed, plan)
  for (const fault of observed.faults) ports.log.warning(fault)
  const rollout = await act({ inputs, observed, plan, began }, ports)
  const { outcome } = rollout
  const report = toReport(inputs, rollout)
  if (outcome.kind === 'scaled-to-zero' && !outcome.asked)
    ports.log.warning(`Service '${inputs.service}' has no tasks: what was deployed does not run.`)
  return report
}

/** A service that has tasks keeps its number of them. */
function withInitialCount(inputs: Inputs, { service }: Observed): Inputs {
  const { initialCount: desiredCount } = inputs
  return desiredCount === undefined || service.desired > 0 ? inputs : { ...inputs, desiredCount }
}
