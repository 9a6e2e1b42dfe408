import { isList, isObject, member } from './canonical.ts'
import type { Change, Json, JsonObject, PlanJson } from './plan-model.ts'
import { HIDDEN, hideShapes, isHarmlessValue, isReferenceName, isSecretName } from './secret-shapes.ts'

/** What stands where the schema, a variable or an output says that a value is sensitive. */
export const SENSITIVE = '(sensitive value)'

/** A copy of `value` without what `sensitive` marks and without what looks secret by name or shape. */
export function maskSecrets(value: Json, sensitive?: Json): Json {
  if (sensitive === true) return value === null ? null : SENSITIVE
  if (typeof value === 'string') return hideText(value)
  if (isList(value)) return value.map((item, index) => maskSecrets(item, member(sensitive, index)))
  return isObject(value) ? maskMembers(value, sensitive) : value
}

function maskMembers(value: JsonObject, sensitive: Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      hasSecretName(key, value) ? hideLeaves(item) : maskSecrets(item, member(sensitive, key))
    ])
  )
}

/** A text without the secrets in it; one that is itself JSON is masked by the names in it and written anew. */
export function hideText(text: string): string {
  const parsed = parseEmbedded(text)
  return parsed === undefined ? hideShapes(text) : JSON.stringify(maskSecrets(parsed))
}

/** True when the member `key` of `parent` holds a secret: by its own name, or by the name beside it as in `{name, value}`. */
export function hasSecretName(key: string, parent: JsonObject): boolean {
  if (isSecretName(key)) return true
  if (key !== 'value' && key !== 'Value' && key !== 'default') return false
  const name = parent['name'] ?? parent['Name'] ?? parent['key'] ?? parent['Key']
  return typeof name === 'string' && isSecretName(name)
}

/** Every text below a secret name is hidden, but for references to secrets, switches and numbers. */
export function hideLeaves(value: Json): Json {
  if (typeof value === 'string') return isHarmlessValue(value) ? value : HIDDEN
  if (isList(value)) return value.map(hideLeaves)
  return isObject(value) ? hideMembers(value) : value
}

/** Below a plural such as `secrets` a member may say that it only names one: `name`, `valueFrom`. */
function hideMembers(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      isReferenceName(key) ? maskSecrets(item) : hideLeaves(item)
    ])
  )
}

/** The value inside a text that is a JSON object or list, as policies and container definitions are. */
export function parseEmbedded(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text) || !/[\]}]\s*$/.test(text)) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Values the plan itself declares sensitive: they must appear nowhere, not even where a provider lost the mark. */
export function collectSecrets(plan: PlanJson): readonly string[] {
  const found = new Set<string>()
  for (const change of allChanges(plan)) {
    addSensitive(change.before, change.before_sensitive, found)
    addSensitive(change.after, change.after_sensitive, found)
  }
  const { action_invocations: invocations = [], variables = {} } = plan
  for (const { config_values: values, config_sensitive: marks } of invocations)
    addSensitive(values, marks, found)
  const sensitive = sensitiveVariables(plan)
  for (const [name, { value }] of Object.entries(variables)) addSensitive(value, sensitive.has(name), found)
  return [...found]
}

/** The root module's variables that are declared sensitive. */
function sensitiveVariables(plan: PlanJson): ReadonlySet<string> {
  const declared = Object.entries(plan.configuration?.root_module?.variables ?? {})
  return new Set(declared.flatMap(([name, { sensitive }]) => (sensitive === true ? [name] : [])))
}

function allChanges(plan: PlanJson): readonly Change[] {
  const { resource_changes: changes, resource_drift: drift = [], deferred_changes: deferred = [] } = plan
  const resources = [...changes, ...drift, ...deferred.map(({ resource_change: change }) => change)]
  return [...resources.map(({ change }) => change), ...Object.values(plan.output_changes ?? {})]
}

function addSensitive(value: Json | undefined, marks: Json | undefined, found: Set<string>): void {
  if (marks === undefined || marks === false || value === undefined) return
  if (typeof value === 'string') {
    if (marks === true) found.add(value)
  } else if (isList(value)) value.forEach((item, index) => addSensitive(item, member(marks, index), found))
  else if (isObject(value))
    for (const key of Object.keys(value)) addSensitive(value[key], member(marks, key), found)
}

/** Texts shorter than this are too common to be taken out wherever they stand. */
const SHORTEST = 8

/** Forms by their first characters, and a table that rules most places of a text out at a glance. */
type Forms = Readonly<{ byStart: ReadonlyMap<string, readonly string[]>; begins: Uint8Array }>

/** A function that takes every one of the `secrets`, raw or encoded, out of a text in time linear in the text. */
export function scrubber(secrets: readonly string[]): (text: string) => string {
  const byStart = new Map<string, string[]>()
  const begins = new Uint8Array(65_536)
  for (const form of new Set(secrets.flatMap(formsOf))) {
    const start = form.slice(0, SHORTEST)
    const known = byStart.get(start)
    if (known === undefined) byStart.set(start, [form])
    else known.push(form)
    begins[glance(form, 0)] = 1
  }
  for (const forms of byStart.values()) forms.sort((a, b) => b.length - a.length)
  return byStart.size === 0 ? (text) => text : (text) => scrub(text, { byStart, begins })
}

function glance(text: string, at: number): number {
  return (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 7)) & 0xffff
}

function scrub(text: string, { byStart, begins }: Forms): string {
  const kept: string[] = []
  let from = 0
  for (let at = 0; at + SHORTEST <= text.length;) {
    const form =
      begins[glance(text, at)] === 1
        ? byStart.get(text.slice(at, at + SHORTEST))?.find((one) => text.startsWith(one, at))
        : undefined
    if (form === undefined) {
      at += 1
      continue
    }
    kept.push(text.slice(from, at), SENSITIVE)
    at += form.length
    from = at
  }
  return from === 0 ? text : [...kept, text.slice(from)].join('')
}

function formsOf(secret: string): readonly string[] {
  const raw = [secret, ...secret.split(/\r?\n/)]
  const forms = raw.flatMap((one) => [
    one,
    JSON.stringify(one).slice(1, -1),
    encodeURIComponent(Buffer.from(one).toString()),
    Buffer.from(one).toString('base64').replace(/=+$/, '')
  ])
  return forms.filter((form) => form.length >= SHORTEST)
}
