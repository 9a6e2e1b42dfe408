import type { Report } from '../../../lib/runner.ts'
import type { Observed } from './observe.ts'
import type { Entry, Plan } from './plan.ts'
import { renderSummary } from './summary.ts'

/** Outputs, summary and the sentence that makes the step red. */
export function toReport(plan: Plan, observed: Observed): Report {
  const summary = renderSummary(plan, observed)
  if (plan.kind === 'refused')
    return {
      outputs: outputsOf([], [], { outcome: 'refused', problem: plan.problem }),
      summary,
      failure: plan.problem
    }
  const { selected, known } = plan
  const waves = plan.waves.map((wave) => wave.map(({ entry }) => entry))
  const reasons = Object.fromEntries(selected.map(({ name, why }) => [name, why]))
  const facts = { outcome: 'selected', known, why: observed.why, reasons, removed: observed.removed }
  // One matrix takes no more; with several waves only the waves are complete.
  const stacks = waves.flat().length > 256 ? [] : waves.flat()
  return { outputs: outputsOf(stacks, waves, facts), summary }
}

/** Tenants of one wave have one environment. */
const ofTenants = (waves: readonly (readonly Entry[])[]): object =>
  Object.groupBy(
    waves.filter(([first]) => first?.['tenant'] !== undefined),
    ([first]) => String(first?.['env'])
  )

function outputsOf(
  stacks: readonly unknown[],
  waves: readonly (readonly Entry[])[],
  facts: Readonly<{ outcome: string; [fact: string]: unknown }>
): Readonly<Record<string, string>> {
  const count = waves.flat().length
  return {
    stacks: JSON.stringify(stacks),
    waves: JSON.stringify(waves),
    'waves-by-env': JSON.stringify(ofTenants(waves)),
    count: String(count),
    'has-stacks': String(count > 0),
    removed: JSON.stringify(facts['removed'] ?? []),
    result: JSON.stringify({ ...facts, count, waves })
  }
}
