/** True when a value has the shape that the code behind relies on. */
type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isFlag: Check = (value) => typeof value === 'boolean'
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const mapOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check)
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
function objectOf(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members)
  return (value) => isRecord(value) && checks.every(([name, check]) => check(value[name]))
}

const isPath = listOf((step) => typeof step === 'string' || typeof step === 'number')

/** Values and the maps beside them may be any JSON: they are walked, never trusted. */
const isChange = objectOf({
  actions: listOf(isText),
  replace_paths: maybe(listOf(isPath)),
  importing: maybe(objectOf({ id: maybe(isText), unknown: maybe(isFlag) })),
  generated_config: maybe(isText)
})

const isResourceChange = objectOf({
  address: isText,
  type: isText,
  change: isChange,
  previous_address: maybe(isText),
  module_address: maybe(isText),
  deposed: maybe(isText),
  action_reason: maybe(isText)
})

const isInvocation = objectOf({
  address: isText,
  type: maybe(isText),
  lifecycle_action_trigger: maybe(
    objectOf({
      triggering_resource_address: maybe(isText),
      action_trigger_event: maybe(isText)
    })
  )
})

const isDisplayed = objectOf({ to_display: maybe(isText), kind: maybe(isText) })
const isCheck = objectOf({
  address: isDisplayed,
  status: isText,
  instances: maybe(
    listOf(
      objectOf({
        address: isDisplayed,
        status: isText,
        problems: maybe(listOf(objectOf({ message: isText })))
      })
    )
  )
})

const isDeclaration = objectOf({ sensitive: maybe(isFlag), ephemeral: maybe(isFlag) })

const MEMBERS: Readonly<Record<string, Check>> = {
  terraform_version: isText,
  planned_values: isRecord,
  variables: mapOf(isRecord),
  resource_changes: listOf(isResourceChange),
  resource_drift: listOf(isResourceChange),
  relevant_attributes: listOf(objectOf({ resource: isText, attribute: isPath })),
  output_changes: mapOf(isChange),
  deferred_changes: listOf(objectOf({ reason: maybe(isText), resource_change: isResourceChange })),
  action_invocations: listOf(isInvocation),
  deferred_action_invocations: listOf(objectOf({ reason: maybe(isText), action_invocation: isInvocation })),
  checks: listOf(isCheck),
  configuration: objectOf({ root_module: maybe(objectOf({ variables: maybe(mapOf(isDeclaration)) })) })
}

/** The first member of a plan's JSON that has not the shape Terraform gives it; undefined when all have. */
export function misshapenMember(plan: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(MEMBERS).find((name) => plan[name] !== undefined && MEMBERS[name]?.(plan[name]) !== true)
}
