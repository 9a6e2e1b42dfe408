import { codeSpan, details, escapeHtml, fence, tableHead } from '../markdown.ts'
import { diffAttributes } from './attribute-diff.ts'
import { countChanges, isOutputChange, kindOf, type ChangeKind, type Counts } from './changes.ts'
import { findDrift, type Drift } from './drift.ts'
import type { ActionInvocation, Change, Json, JsonObject, PlanJson, ResourceChange } from './plan-model.ts'
import { describeDeferral } from './reasons.ts'
import { collectSecrets, scrubber } from './redaction.ts'
import { renderChecks } from './render-checks.ts'
import { renderChange, renderRow } from './render-change.ts'
import { findStatefulDestroys, nameOf } from './risk.ts'
import { SECTION_KINDS, type Section, type SectionKind } from './sections.ts'

/** A plan as Markdown without secrets, in sections that a comment or a summary picks from. */
export type RenderedPlan = Readonly<{
  counts: Counts
  statefulDestroys: readonly string[]
  sections: readonly Section[]
}>

/** Room that no reader of one plan ever needs more of: blocks beyond it are counted, not made. */
const MOST_CHARACTERS = 2_000_000

const TITLES: Readonly<Record<SectionKind, string>> = {
  failure: '',
  stateful: '',
  differences: '',
  partial: '',
  table: tableHead(['Change', 'Resource', 'Notes']),
  replace: '#### Replace',
  delete: '#### Delete',
  forget: '#### Forget (Terraform stops managing them, they stay)',
  overview: '',
  update: '#### Update',
  create: '#### Create',
  import: '#### Import',
  move: '#### Move',
  read: '#### Read during the apply',
  actions: '#### Actions',
  deferred: '#### Deferred to a later plan',
  outputs: '#### Outputs',
  drift: '#### Changed outside of Terraform',
  checks: '#### Checks',
  warnings: '#### Warnings',
  ephemeral: '#### Ephemeral'
}

/** Renders every change of a plan. Time and memory grow with the plan's size and no faster. */
export function renderPlan(plan: PlanJson, options: Readonly<{ refreshOnly: boolean }>): RenderedPlan {
  const drift = findDrift(plan, options.refreshOnly)
  const groups = groupByKind(plan.resource_changes)
  const blocks: Readonly<Partial<Record<SectionKind, Blocks>>> = {
    partial: renderPartial(plan),
    ...renderTables(groups),
    ...renderGroups(groups),
    outputs: renderOutputs(plan),
    drift: withNote(collect(drift.relevant, renderDrifted), drift),
    actions: collect(plan.action_invocations ?? [], renderInvocation),
    deferred: renderDeferred(plan),
    checks: collect(renderChecks(plan.checks ?? []), (line) => line)
  }
  const scrub = scrubber(collectSecrets(plan))
  const sections = SECTION_KINDS.flatMap((kind) => toSection(kind, blocks[kind], scrub))
  return {
    counts: countChanges(plan, drift.relevant.length),
    statefulDestroys: findStatefulDestroys(plan),
    sections
  }
}

/** An apply of such a plan leaves something to do: nobody should take it for all there is. */
function renderPartial({ complete }: PlanJson): Blocks {
  if (complete !== false) return { blocks: [], total: 0 }
  const note =
    '> [!NOTE]\n> Terraform marks this plan as incomplete: targets or deferred changes leave something out of it.'
  return { blocks: [note], total: 1 }
}

/** A section of its own, for what does not come from the plan's JSON. */
export function makeSection(kind: SectionKind, blocks: readonly string[]): Section {
  return { kind, title: TITLES[kind], blocks, total: blocks.length }
}

type Blocks = Readonly<{ blocks: readonly string[]; total: number }>
type Groups = ReadonlyMap<ChangeKind, readonly ResourceChange[]>

function groupByKind(changes: readonly ResourceChange[]): Groups {
  const groups = new Map<ChangeKind, ResourceChange[]>()
  for (const change of changes) {
    const kind = kindOf(change)
    const group = groups.get(kind)
    if (group === undefined) groups.set(kind, [change])
    else group.push(change)
  }
  return groups
}

const SHOWN_KINDS = ['replace', 'delete', 'forget', 'update', 'create', 'import', 'move', 'read'] as const

/** More rows than this push the diffs off the screen: then only those that take something away stay in sight. */
const MOST_ROWS = 15
const GRAVE: ReadonlySet<ChangeKind> = new Set(['replace', 'delete', 'forget'])

function renderTables(groups: Groups): Partial<Record<SectionKind, Blocks>> {
  const kinds = [...SHOWN_KINDS, 'open' as const]
  const of = (chosen: readonly ChangeKind[]): readonly ResourceChange[] =>
    chosen.flatMap((kind) => groups.get(kind) ?? [])
  const all = of(kinds)
  if (all.length <= MOST_ROWS) return { table: collect(all, renderRow) }
  const grave = of(kinds.filter((kind) => GRAVE.has(kind)))
  const rest = of(kinds.filter((kind) => !GRAVE.has(kind)))
  return { table: collect(grave, renderRow), overview: foldRows(rest, grave.length > 0) }
}

/** Folded rows are an overview: beyond some, the sections below and the counts above say it better. */
const MOST_FOLDED = 200

function foldRows(changes: readonly ResourceChange[], isRest: boolean): Blocks {
  if (changes.length === 0) return { blocks: [], total: 0 }
  const rows = changes.slice(0, MOST_FOLDED).map(renderRow)
  const more = changes.length > rows.length ? [`\n_and ${changes.length - rows.length} more_`] : []
  const table = [TITLES.table, ...rows, ...more].join('\n')
  return { blocks: [details(`All ${changes.length} ${isRest ? 'other ' : ''}changes`, table)], total: 1 }
}

function renderGroups(groups: Groups): Partial<Record<SectionKind, Blocks>> {
  const rendered = SHOWN_KINDS.map((kind) => [kind, collect(groups.get(kind) ?? [], renderChange)])
  const ephemeral = collect(
    groups.get('open') ?? [],
    (change) => `- ${codeSpan(change.address)}: ${change.change.actions.join(', ')}`
  )
  return { ...(Object.fromEntries(rendered) as Partial<Record<SectionKind, Blocks>>), ephemeral }
}

/** Renders items until there is more than anybody reads; the rest is only counted. */
function collect<T>(items: readonly T[], render: (item: T) => string): Blocks {
  const blocks: string[] = []
  let room = MOST_CHARACTERS
  for (const item of items) {
    if (room <= 0) break
    const block = render(item)
    blocks.push(block)
    room -= block.length
  }
  return { blocks, total: items.length }
}

function toSection(
  kind: SectionKind,
  blocks: Blocks | undefined,
  scrub: (text: string) => string
): readonly Section[] {
  if (blocks === undefined || blocks.blocks.length === 0) return []
  return [{ kind, title: TITLES[kind], blocks: blocks.blocks.map(scrub), total: blocks.total }]
}

/** All outputs in one diff; their names are looked at as an attribute's name would be. */
function renderOutputs(plan: PlanJson): Blocks {
  const changing = Object.entries(plan.output_changes ?? {}).filter(([, change]) => isOutputChange(change))
  const lines = changing.flatMap(([name, change]) => diffAttributes(asAttribute(name, change)))
  const blocks =
    lines.length === 0 ? changing.map(([name]) => `- ${codeSpan(name)}`) : [fence(lines.join('\n'), 'diff')]
  return { blocks, total: blocks.length }
}

function asAttribute(name: string, change: Change): Change {
  const within = (value: Json | undefined): JsonObject => (value === undefined ? {} : { [name]: value })
  return {
    actions: change.actions,
    before: within(change.before),
    after: within(change.after),
    after_unknown: within(change.after_unknown),
    before_sensitive: within(change.before_sensitive),
    after_sensitive: within(change.after_sensitive)
  }
}

function renderDrifted(resource: ResourceChange): string {
  const gone = resource.change.actions.includes('delete')
  const lines = gone ? [] : diffAttributes(resource.change)
  if (lines.length === 0) return `- ${codeSpan(nameOf(resource))}${gone ? ' is gone' : ' changed'}`
  return details(`<code>${escapeHtml(nameOf(resource))}</code> was changed`, fence(lines.join('\n'), 'diff'))
}

function withNote({ blocks, total }: Blocks, { others }: Drift): Blocks {
  if (others === 0) return { blocks, total }
  return {
    blocks: [...blocks, `- ${others} more changed in ways that this plan does not depend on`],
    total: total + 1
  }
}

function renderInvocation(invocation: ActionInvocation): string {
  const { address, config_values: values, config_sensitive: sensitive, config_unknown: unknown } = invocation
  const { triggering_resource_address: trigger, action_trigger_event: event } =
    invocation.lifecycle_action_trigger ?? {}
  const when = trigger === undefined ? 'asked for' : `${words(event)} of ${codeSpan(trigger)}`
  const lines = diffAttributes({
    actions: ['create'],
    ...(values === undefined ? {} : { after: values }),
    ...(sensitive === undefined ? {} : { after_sensitive: sensitive }),
    ...(unknown === undefined ? {} : { after_unknown: unknown })
  })
  if (lines.length === 0) return `- ${codeSpan(address)}: ${when}`
  return `${codeSpan(address)}: ${when}\n\n${fence(lines.join('\n'), 'diff')}`
}

/** `AfterCreate` and `after_create` are both `after create`. */
function words(event = 'part'): string {
  return event
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/\W|_/g, ' ')
    .toLowerCase()
}

function renderDeferred(plan: PlanJson): Blocks {
  const changes = (plan.deferred_changes ?? []).map(({ reason, resource_change: change }) => {
    return `- ${codeSpan(nameOf(change))}: ${kindOf(change)}, ${describeDeferral(reason)}`
  })
  const actions = (plan.deferred_action_invocations ?? []).map(({ reason, action_invocation: one }) => {
    return `- ${codeSpan(one.address)}: action, ${describeDeferral(reason)}`
  })
  return collect([...changes, ...actions], (line) => line)
}
