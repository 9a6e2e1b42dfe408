import { canonicalJson, isObject, member } from './canonical.ts'
import type { Json, Path, PlanJson, ResourceChange } from './plan-model.ts'

/** Objects that were changed outside of Terraform: those the plan depends on, and how many others there are. */
export type Drift = Readonly<{ relevant: readonly ResourceChange[]; others: number }>

/** Sorts drift by whether a relevant attribute changed; where drift is all the plan is about, everything is relevant. */
export function findDrift(plan: PlanJson, refreshOnly: boolean): Drift {
  const drifted = (plan.resource_drift ?? []).filter(({ change }) =>
    change.actions.some((action) => action !== 'no-op')
  )
  const paths = relevantPaths(plan)
  const relevant = drifted.filter((one) => refreshOnly || matters(one, paths))
  return { relevant, others: drifted.length - relevant.length }
}

function relevantPaths(plan: PlanJson): ReadonlyMap<string, readonly Path[]> {
  const paths = new Map<string, Path[]>()
  for (const { resource, attribute } of plan.relevant_attributes ?? []) {
    const known = paths.get(resource)
    if (known === undefined) paths.set(resource, [attribute])
    else known.push(attribute)
  }
  return paths
}

/** A deleted object always matters; so does one the plan changes in the same attribute or that another one reads. */
function matters(drifted: ResourceChange, paths: ReadonlyMap<string, readonly Path[]>): boolean {
  const { change, address } = drifted
  if (change.actions.includes('delete')) return true
  const withoutIndex = address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, '')
  const candidates = [...new Set([address, withoutIndex])].flatMap((one) => paths.get(one) ?? [])
  return candidates.some((path) => differs(change.before, change.after, path))
}

function differs(before: Json | undefined, after: Json | undefined, path: Path): boolean {
  const [key] = path
  if (key === undefined || !canDescend(before, after)) return canonicalJson(before) !== canonicalJson(after)
  return differs(member(before, key), member(after, key), path.slice(1))
}

function canDescend(before: Json | undefined, after: Json | undefined): boolean {
  return [before, after].every((side) => isObject(side) || Array.isArray(side))
}

/**
 * What a refresh-only plan writes into the state. Such a plan has no resource changes at all, where every other one lists
 * each object of the state, be it as a no-op; `plan-file` may hold one without any input saying so.
 */
export function recordedDrift(plan: PlanJson): readonly ResourceChange[] {
  if (plan.resource_changes.length > 0) return []
  return (plan.resource_drift ?? []).filter(({ change }) =>
    change.actions.some((action) => action !== 'no-op')
  )
}
