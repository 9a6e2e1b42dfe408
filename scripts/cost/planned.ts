/** The resources that there will be after a plan (`terraform show -json`), and what of the whole their cost depends on. */

export type Values = Readonly<Record<string, unknown>>
export type Resource = Readonly<{ address: string; type: string; values: Values }>

export type Planned = Readonly<{
  resources: readonly Resource[]
  /** Availability zones that the plan has subnets in. */
  zones: number
  /** Tasks that serve once the first deployment is through; a fresh service is planned with none. */
  tasks: number
  regions: readonly string[]
}>

type Module = Readonly<{
  resources?: readonly Readonly<{ address: string; type: string; mode: string; values: Values }>[]
  child_modules?: readonly Module[]
}>
type PlanJson = Readonly<{
  planned_values?: Readonly<{
    root_module?: Module
    outputs?: Readonly<Record<string, Readonly<{ value?: unknown }>>>
  }>
}>

/** Reads the plan's JSON; `tasks` counts before what the plan says. */
export function readPlanned(text: string, tasks?: number): Planned {
  const { planned_values: planned } = JSON.parse(text) as PlanJson
  if (planned?.root_module === undefined)
    throw new Error('This is no plan with planned_values. Make it with: terraform show -json <plan file>.')
  const resources = flatten(planned.root_module)
  const zones = resources
    .filter(({ type }) => type === 'aws_subnet')
    .map(({ values }) => values['availability_zone'])
  const known = [...new Set(zones)].filter((zone): zone is string => typeof zone === 'string')
  return {
    resources,
    zones: known.length,
    tasks: tasks ?? tasksOf(resources, planned.outputs?.['api_desired_count']?.value),
    regions: [...new Set(known.map((zone) => zone.replace(/[a-z]$/, '')))]
  }
}

function flatten({ resources = [], child_modules: children = [] }: Module): readonly Resource[] {
  return [...resources.filter(({ mode }) => mode === 'managed'), ...children.flatMap(flatten)]
}

function tasksOf(resources: readonly Resource[], output: unknown): number {
  if (typeof output === 'number') return output
  const counts = resources
    .filter(({ type }) => type === 'aws_ecs_service')
    .map(({ values }) => values['desired_count'])
  return Math.max(0, ...counts.filter((count) => typeof count === 'number'))
}

/** How many zones a resource stands in: its subnets where they are known, else all that the plan has. */
export function zonesOf({ values }: Resource, attribute: string, { zones }: Planned): number {
  const subnets = values[attribute]
  return Array.isArray(subnets) && subnets.length > 0 ? subnets.length : zones
}
