import { createHmac, hash as hashOnce, hkdfSync } from 'node:crypto'
import { canonicalJson, isObject, member } from './canonical.ts'
import { recordedDrift } from './drift.ts'
import type { ActionInvocation, Change, Json, JsonObject, PlanJson, ResourceChange } from './plan-model.ts'
import { maskSecrets } from './redaction.ts'
import { nameOf } from './risk.ts'

/** One resource, as the fingerprint knows it: its actions, and 8 hex digits for each top-level attribute. */
export type ResourceFingerprint = Readonly<{ actions: string; attributes: Readonly<Record<string, string>> }>

/**
 * What a plan means, without its values: equal digests mean the same changes to the same objects. `resources` is keyed
 * by address; `outputs` holds outputs (`output.x`) and variables (`var.x`).
 */
export type Fingerprint = Readonly<{
  digest: string
  resources: Readonly<Record<string, ResourceFingerprint>>
  outputs: Readonly<Record<string, string>>
}>

/** Stands in where there is no seal key. Secret values are then left out, for anyone could guess them from the digest. */
export const NO_KEY: Buffer = Buffer.alloc(32)

/** The plan's fingerprint under a key derived from the 32-byte seal key (or NO_KEY): time, order and prior state do not matter. */
export function fingerprintPlan(plan: PlanJson, key: Buffer): Fingerprint {
  const keyed = !key.equals(NO_KEY)
  const derived = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'caliber plan digest v2', 32))
  const hash = (value: Json): string =>
    createHmac('sha256', derived).update(canonicalJson(value)).digest('hex')
  const reduce = keyed ? reduceChange : (change: Change): JsonObject => reduceChange(withoutSecrets(change))
  const changes = [...significantChanges(plan), ...recordedDrift(plan)]
  const resources = changes.map((change): [string, JsonObject, Change] => [
    nameOf(change),
    { ...identity(change), change: reduce(change.change) },
    change.change
  ])
  const outputs = [...reduceOutputs(plan, reduce), ...reduceVariables(plan, keyed)]
  const rest = reduceRest(plan, reduce, keyed)
  const content = {
    resources: sorted(resources.map(([name, value]) => [name, value])),
    outputs: sorted(outputs),
    rest
  }
  const short = shortHmac(derived)
  return {
    digest: hash(content),
    resources: Object.fromEntries(
      resources.map(([name, value, change]) => [
        name,
        { actions: change.actions.join(','), attributes: attributesOf(value['change'] as JsonObject, short) }
      ])
    ),
    outputs: Object.fromEntries(outputs.map(([name, value]) => [name, short(value)]))
  }
}

/**
 * HMAC-SHA256 of a value, its first 8 hex digits. Written out in two plain hashes, which for thousands of short values
 * is ten times as fast as an Hmac object each, and remembered, for most attributes are null or unknown.
 */
function shortHmac(key: Buffer): (value: Json) => string {
  const block = Buffer.alloc(64)
  key.copy(block)
  const [inner, outer] = [block.map((byte) => byte ^ 0x36), block.map((byte) => byte ^ 0x5c)]
  const known = new Map<string, string>()
  return (value) => {
    const text = canonicalJson(value)
    const before = known.get(text)
    if (before !== undefined) return before
    const digest = hashOnce('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer')
    const result = hashOnce('sha256', Buffer.concat([outer, digest])).slice(0, 8)
    if (text.length < 100) known.set(text, result)
    return result
  }
}

/** Changes that do something: a no-op counts only when it moves or imports. */
export function significantChanges(plan: PlanJson): readonly ResourceChange[] {
  return plan.resource_changes.filter(
    ({ change, previous_address: previous }) =>
      change.actions.some((action) => action !== 'no-op') ||
      previous !== undefined ||
      change.importing !== undefined
  )
}

function identity(change: ResourceChange): JsonObject {
  const { mode, previous_address: previous = null, deposed = null, action_reason: reason = null } = change
  return { mode, previous, deposed, reason }
}

function reduceChange(change: Change): JsonObject {
  return {
    actions: change.actions,
    ...sidesOf(change),
    unknown: change.after_unknown ?? null,
    sensitive: [change.before_sensitive ?? null, change.after_sensitive ?? null],
    replace: change.replace_paths ?? null,
    importing: change.importing ?? null
  }
}

/** What says which object it is, whether it changes or not. */
const IDENTITY = new Set(['id', 'arn'])

/**
 * Both sides; of an update without what is the same on both. It is left alone, and AWS tells some of it anew at every look,
 * such as the moment up to which a database can be restored.
 */
function sidesOf({ actions, before = null, after = null }: Change): Readonly<{ before: Json; after: Json }> {
  if (actions.join() !== 'update' || !isObject(before) || !isObject(after)) return { before, after }
  const isKept = (name: string): boolean =>
    IDENTITY.has(name) ||
    canonicalJson(member(before, name) ?? null) !== canonicalJson(member(after, name) ?? null)
  const keep = (side: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(side).filter(([name]) => isKept(name)))
  return { before: keep(before), after: keep(after) }
}

function withoutSecrets(change: Change): Change {
  return {
    ...change,
    before: maskSecrets(change.before ?? null, change.before_sensitive),
    after: maskSecrets(change.after ?? null, change.after_sensitive)
  }
}

type Entry = readonly [string, Json]

function reduceOutputs(plan: PlanJson, reduce: (change: Change) => JsonObject): Entry[] {
  return Object.entries(plan.output_changes ?? {})
    .filter(([, change]) => change.actions.some((action) => action !== 'no-op'))
    .map(([name, change]) => [`output.${name}`, reduce(change)])
}

function reduceVariables(plan: PlanJson, keyed: boolean): Entry[] {
  const declared = plan.configuration?.root_module?.variables ?? {}
  return Object.entries(plan.variables ?? {})
    .filter(([name]) => declared[name]?.ephemeral !== true)
    .map(([name, { value = null }]) => {
      const masked = (): Json =>
        member(maskSecrets({ [name]: value }, { [name]: declared[name]?.sensitive === true }), name) ?? null
      return [`var.${name}`, keyed ? value : masked()]
    })
}

function reduceRest(plan: PlanJson, reduce: (change: Change) => JsonObject, keyed: boolean): JsonObject {
  const deferred = (plan.deferred_changes ?? []).map(({ reason = null, resource_change: change }): Entry => {
    return [nameOf(change), { reason, ...identity(change), change: reduce(change.change) }]
  })
  const invocations = [
    ...(plan.action_invocations ?? []).map((one) => reduceInvocation(one, null, keyed)),
    ...(plan.deferred_action_invocations ?? []).map((one) =>
      reduceInvocation(one.action_invocation, one.reason ?? '', keyed)
    )
  ]
  return { deferred: sorted(deferred), invocations: sorted(invocations) }
}

function reduceInvocation(invocation: ActionInvocation, deferred: string | null, keyed: boolean): Entry {
  const { address, config_values: values = null, config_sensitive: sensitive } = invocation
  const trigger = (invocation.lifecycle_action_trigger ?? null) as Json
  return [address, { deferred, trigger, values: keyed ? values : maskSecrets(values, sensitive) }]
}

/** By name, and by value where a name comes twice, as an action does that several objects trigger. */
function sorted(entries: readonly Entry[]): Json {
  const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
  return entries
    .map(([name, value]): readonly [string, string] => [name, canonicalJson(value)])
    .toSorted(([a, one], [b, other]) => order(a, b) || order(one, other))
}

function attributesOf(change: JsonObject, short: (value: Json) => string): Readonly<Record<string, string>> {
  const { before, after, unknown } = change
  const names = new Set([before, after, unknown].flatMap((side) => (isObject(side) ? Object.keys(side) : [])))
  return Object.fromEntries(
    [...names]
      .toSorted()
      .map((name) => [name, short([before, after, unknown].map((side) => member(side, name) ?? null))])
  )
}
