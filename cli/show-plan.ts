import { describeCounts, hasChanges } from '../lib/terraform/changes.ts'
import { parsePlanJson, type PlanJson } from '../lib/terraform/plan-model.ts'
import { renderPlan } from '../lib/terraform/render-plan.ts'
import { renderSection } from '../lib/terraform/sections.ts'
import { plainMarkdown } from './plain-markdown.ts'
import type { Paint } from './terminal.ts'

/** A plan for a person at a terminal. */
export type ShownPlan = Readonly<{
  /** Whether applying it would change anything. */
  hasChanges: boolean
  /** `2 to replace, 1 to create`. */
  counts: string
  /** What the comment of a pull request would show, as plain text. */
  text: string
  /** Databases and the like that it destroys. */
  losses: readonly string[]
  json: PlanJson
}>

/** Renders the JSON of a saved plan as the comment on a pull request does, without secrets. */
export function showPlan(json: string, paint: Paint): ShownPlan {
  const plan = parsePlanJson(json, "Terraform's plan")
  const { counts, sections, statefulDestroys: losses } = renderPlan(plan, { refreshOnly: false })
  const changes = hasChanges(counts, false)
  // What a stack without changes was found to be otherwise is the provider's to know, and no change of this plan's.
  const shown = changes ? sections : sections.filter(({ kind }) => kind === 'checks' || kind === 'partial')
  const markdown = shown.map((section) => renderSection(section, "'terraform show' has them")).join('\n\n')
  const warning = losses.map((address) => paint('red', `  - ${address}`))
  const lost =
    losses.length === 0 ? [] : [paint('red', 'This plan destroys objects that hold data:'), ...warning, '']
  return {
    hasChanges: changes,
    counts: describeCounts(changes ? counts : { ...counts, drift: 0 }),
    text: [...lost, plainMarkdown(markdown, paint)].join('\n'),
    losses,
    json: plan
  }
}

/** Names of the snapshots that the databases of a plan leave behind when they are destroyed. */
export function finalSnapshots({ resource_changes: changes }: PlanJson): readonly string[] {
  return changes
    .filter(({ type }) => DATABASES.has(type))
    .flatMap(({ change }) => {
      const before = (change.before ?? {}) as Readonly<Record<string, unknown>>
      const name = before['final_snapshot_identifier']
      return before['skip_final_snapshot'] === false && typeof name === 'string' ? [name] : []
    })
}

const DATABASES: ReadonlySet<string> = new Set(['aws_docdb_cluster', 'aws_db_instance'])

/** Whether the stack refuses the plan that destroys it, by its state: what AWS has of that may differ, or be nothing. */
export const protects = ({ resource_changes: changes }: PlanJson): boolean =>
  changes.some(({ address, change }) => {
    const { output } = (change.before ?? {}) as Readonly<{ output?: Readonly<{ on?: unknown }> }>
    return address === 'terraform_data.protection' && output?.on === true
  })
