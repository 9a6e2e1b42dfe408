import type { Change, PlanAction, PlanJson, ResourceChange } from './plan-model.ts'

/** What happens to one object, the most dangerous first. */
export type ChangeKind =
  | 'replace'
  | 'delete'
  | 'forget'
  | 'update'
  | 'create'
  | 'import'
  | 'move'
  | 'read'
  | 'open'
  | 'none'

/** How many of each a plan has. An object that is moved or imported counts there and under what else happens to it. */
export type Counts = Readonly<{
  create: number
  update: number
  replace: number
  delete: number
  import: number
  move: number
  forget: number
  read: number
  outputs: number
  drift: number
  deferred: number
  actions: number
}>

export const NO_COUNTS: Counts = {
  create: 0,
  update: 0,
  replace: 0,
  delete: 0,
  import: 0,
  move: 0,
  forget: 0,
  read: 0,
  outputs: 0,
  drift: 0,
  deferred: 0,
  actions: 0
}

const SINGLE: Readonly<Partial<Record<PlanAction, ChangeKind>>> = {
  create: 'create',
  update: 'update',
  delete: 'delete',
  forget: 'forget',
  read: 'read',
  open: 'open',
  renew: 'open',
  close: 'open'
}

/** The kind of a change; a no-op that moves or imports is a move or an import. */
export function kindOf(resource: ResourceChange): ChangeKind {
  const { actions } = resource.change
  const action = actions[0] ?? 'no-op'
  if (actions.length > 1) return actions.includes('create') ? 'replace' : 'delete'
  if (action === 'no-op') return passiveKind(resource)
  // A kind of action that Terraform learns later must not go unseen.
  return SINGLE[action] ?? 'update'
}

function passiveKind(resource: ResourceChange): ChangeKind {
  if (resource.change.importing !== undefined) return 'import'
  return isMove(resource) ? 'move' : 'none'
}

/** Counts resources and outputs; `drift` is how many drifted objects matter. */
export function countChanges(plan: PlanJson, drift: number): Counts {
  const {
    deferred_changes: deferred = [],
    deferred_action_invocations: waiting = [],
    action_invocations: actions = []
  } = plan
  const kinds = new Map<ChangeKind, number>()
  for (const resource of plan.resource_changes) {
    const kind = kindOf(resource)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  const of = (kind: ChangeKind): number => kinds.get(kind) ?? 0
  return {
    create: of('create'),
    update: of('update'),
    replace: of('replace'),
    delete: of('delete'),
    forget: of('forget'),
    read: of('read'),
    import: plan.resource_changes.filter(({ change }) => change.importing !== undefined).length,
    move: plan.resource_changes.filter(isMove).length,
    outputs: Object.values(plan.output_changes ?? {}).filter(isOutputChange).length,
    drift,
    deferred: deferred.length + waiting.length,
    actions: actions.length
  }
}

export function isMove({ previous_address: previous, address }: ResourceChange): boolean {
  return previous !== undefined && previous !== address
}

export function isOutputChange(change: Change): boolean {
  return change.actions.some((action) => action !== 'no-op')
}

/** True when applying the plan would change objects, state or outputs; drift counts where it is all the plan is about. */
export function hasChanges(counts: Counts, refreshOnly: boolean): boolean {
  const {
    create,
    update,
    replace,
    delete: deleted,
    import: imported,
    move,
    forget,
    outputs,
    actions,
    drift
  } = counts
  const changes = create + update + replace + deleted + imported + move + forget + outputs + actions
  return changes > 0 || (refreshOnly && drift > 0)
}

/** The counts in words, the zero ones left out: `1 to replace, 2 to create`. */
export function describeCounts(counts: Counts): string {
  const named: readonly (readonly [number, string])[] = [
    [counts.replace, 'to replace'],
    [counts.delete, 'to delete'],
    [counts.forget, 'to forget'],
    [counts.update, 'to update'],
    [counts.create, 'to create'],
    [counts.import, 'to import'],
    [counts.move, 'to move'],
    [counts.read, 'to read during the apply'],
    [counts.actions, counts.actions === 1 ? 'action to invoke' : 'actions to invoke'],
    [counts.deferred, 'deferred'],
    [counts.outputs, counts.outputs === 1 ? 'output changes' : 'outputs change'],
    [counts.drift, 'changed outside of Terraform']
  ]
  return (
    named.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`])).join(', ') || 'no changes'
  )
}
