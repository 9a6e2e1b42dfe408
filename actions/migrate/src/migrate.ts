import type { Report } from '../../../lib/runner.ts'
import { act } from './act.ts'
import { describePlan } from './describe-plan.ts'
import type { Inputs } from './inputs.ts'
import { observe } from './observe.ts'
import { planMigration } from './plan.ts'
import type { Ports } from './ports.ts'
import { toDryReport, toReport } from './report.ts'

/** The whole migration: looks, plans and, unless it is a dry run, acts. */
export async function migrate(inputs: Inputs, ports: Ports): Promise<Report> {
  const began = ports.clock.now()
  const observed = await observe(inputs, ports).catch((error: unknown) => {
    ports.signal.throwIfAborted()
    throw error
  })
  const plan = planMigration(inputs, observed)
  const steps = describePlan(inputs, observed, plan)
  for (const step of steps) ports.log.info(step)
  for (const warning of plan.warnings) ports.log.warning(warning)
  if (inputs.dryRun) return toDryReport(inputs, observed, { plan, steps })
  return toReport(inputs, await act({ inputs, observed, plan, began }, ports))
}
