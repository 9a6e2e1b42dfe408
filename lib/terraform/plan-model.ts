import { UserError } from '../errors.ts'
import { misshapenMember } from './plan-shape.ts'
import { hideShapes } from './secret-shapes.ts'

/** Any JSON value, read-only. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = Readonly<{ [key: string]: Json }>

export type PlanAction =
  | 'no-op'
  | 'create'
  | 'read'
  | 'update'
  | 'delete'
  | 'forget'
  | 'open'
  | 'renew'
  | 'close'

/** A way into a value: attribute names and list positions. */
export type Path = readonly (string | number)[]

/** Before and after of one object. The maps beside the values are true where a value is unknown or sensitive. */
export type Change = Readonly<{
  actions: readonly PlanAction[]
  before?: Json
  after?: Json
  after_unknown?: Json
  before_sensitive?: Json
  after_sensitive?: Json
  replace_paths?: readonly Path[]
  importing?: Readonly<{ id?: string; unknown?: boolean; identity?: Json }>
  generated_config?: string
}>

export type ResourceChange = Readonly<{
  address: string
  previous_address?: string
  module_address?: string
  mode: 'managed' | 'data' | 'ephemeral'
  type: string
  name: string
  provider_name?: string
  deposed?: string
  change: Change
  action_reason?: string
}>

export type DeferredChange = Readonly<{ reason?: string; resource_change: ResourceChange }>

/** An action of Terraform 1.14 that the apply will invoke. */
export type ActionInvocation = Readonly<{
  address: string
  type?: string
  name?: string
  config_values?: Json
  config_sensitive?: Json
  config_unknown?: Json
  lifecycle_action_trigger?: Readonly<{ triggering_resource_address?: string; action_trigger_event?: string }>
  invoke_action_trigger?: Json
}>

export type CheckInstance = Readonly<{
  address: Readonly<{ to_display?: string }>
  status: string
  problems?: readonly Readonly<{ message: string }>[]
}>
export type Check = Readonly<{
  address: Readonly<{ to_display?: string; kind?: string }>
  status: string
  instances?: readonly CheckInstance[]
}>

/** What `terraform show -json` writes for a plan, as far as it is read here. */
export type PlanJson = Readonly<{
  format_version: string
  terraform_version?: string
  variables?: Readonly<Record<string, Readonly<{ value?: Json }>>>
  resource_changes: readonly ResourceChange[]
  resource_drift?: readonly ResourceChange[]
  relevant_attributes?: readonly Readonly<{ resource: string; attribute: Path }>[]
  output_changes?: Readonly<Record<string, Change>>
  deferred_changes?: readonly DeferredChange[]
  action_invocations?: readonly ActionInvocation[]
  deferred_action_invocations?: readonly Readonly<{ reason?: string; action_invocation: ActionInvocation }>[]
  checks?: readonly Check[]
  configuration?: Readonly<{
    root_module?: Readonly<{
      variables?: Readonly<Record<string, Readonly<{ sensitive?: boolean; ephemeral?: boolean }>>>
    }>
  }>
  errored?: boolean
  complete?: boolean
  applyable?: boolean
}>

/** The plan in `text`, or one sentence on why it is none; `name` says in that sentence where the text is from. */
export function parsePlanJson(text: string, name: string): PlanJson {
  const refuse = (why: string): never => {
    throw new UserError(
      `${name} is no plan: ${why}. Pass the whole output of 'terraform show -json <plan file>'.`
    )
  }
  const document = text.replace(/^\uFEFF/, '').trim()
  const fault = faultOfText(document)
  if (fault !== undefined) return refuse(fault)
  let value: unknown
  try {
    value = parseExactly(document)
  } catch (error) {
    return refuse(faultOfSyntax(error as Error))
  }
  const wrong = faultOfPlan(value)
  return wrong === undefined ? withDefaults(value as PlanJson) : refuse(wrong)
}

function faultOfText(text: string): string | undefined {
  if (text === '') return 'it is empty'
  if (text.startsWith('PK')) return 'it is a binary plan file, not its JSON'
  if (text.startsWith('{')) return undefined
  const first = JSON.stringify(hideShapes(text.slice(0, 40)))
  return `something else stands before the JSON (${first}), as a wrapper's output would`
}

/** The engine's own words can quote the text, and so a secret: only the position is told. */
function faultOfSyntax(error: Error): string {
  const at = /position \d+/.exec(error.message)?.[0] ?? 'its end'
  if (/after JSON/.test(error.message))
    return `something follows the JSON document at ${at}, a second one perhaps`
  return `it is cut off or damaged at ${at}`
}

/** Whole numbers beyond 2^53 stay exact, as text: a digest must tell them apart. */
function parseExactly(text: string): unknown {
  if (!/[:[,]\s*-?\d{16}/.test(text)) return JSON.parse(text)
  const reviver = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? (context?.source ?? value)
      : value
  return JSON.parse(text, reviver)
}

function faultOfPlan(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'it is not a JSON object'
  const plan = value as Readonly<Record<string, unknown>>
  return faultOfVersion(plan['format_version']) ?? faultOfContent(plan)
}

function faultOfVersion(version: unknown): string | undefined {
  if (typeof version !== 'string') return "it has no 'format_version'"
  if (!/^(?:0|1)\.\d+$/.test(version))
    return `its format_version ${JSON.stringify(version)} is of a major version not known here`
  return undefined
}

function faultOfContent(plan: Readonly<Record<string, unknown>>): string | undefined {
  if (plan['errored'] === true) return 'Terraform marked it as errored, planning ended before it was whole'
  if ('values' in plan) return 'it describes a state, not a plan'
  if (plan['resource_changes'] === undefined && plan['planned_values'] === undefined)
    return "it has neither 'resource_changes' nor 'planned_values'"
  const member = misshapenMember(plan)
  return member === undefined ? undefined : `its '${member}' is not what Terraform writes`
}

function withDefaults(plan: PlanJson): PlanJson {
  return { ...plan, resource_changes: plan.resource_changes ?? [] }
}
