import { canonicalJson, isList, isObject, member } from './canonical.ts'
import type { Json } from './plan-model.ts'
import { maskSecrets } from './redaction.ts'

/** One side of a change at some place, with its part of the maps beside it. */
export type Side = Readonly<{
  value: Json | undefined
  sensitive: Json | undefined
  unknown: Json | undefined
}>
/** `named` is a member that the path already tells, as `environment["PORT"]` does. */
export type Place = Readonly<{ path: string; before: Side; after: Side; named?: string }>
/** True for what is not there: neither a value nor members that will be known later. */
export function isNothing(side: Side): boolean {
  return (side.value === undefined || side.value === null) && !isBranch(side)
}

/** True where members can be compared one by one, all of one side perhaps missing. */
export function isBranchOrNothing(side: Side): boolean {
  return isBranch(side) || isNothing(side)
}

/** A value with members; one that is unknown in parts has them in the map when it has none itself. */
function isBranch({ value, unknown }: Side): boolean {
  return isList(value) || isObject(value) || (value === undefined && (isObject(unknown) || isList(unknown)))
}

/** Names of the members that any of the sides has, or will have once it is known. */
export function keysOf(sides: readonly Side[]): readonly string[] {
  const keys = new Set<string>()
  for (const { value, unknown } of sides) {
    if (isObject(value)) for (const key of Object.keys(value)) keys.add(key)
    if (isObject(unknown)) for (const key of Object.keys(unknown)) keys.add(key)
  }
  return [...keys]
}

/** The items, those among them that are wholly unknown. */
export function itemsOf({ value, unknown }: Side): readonly Json[] {
  const items = isList(value) ? value : []
  const length = Math.max(items.length, isList(unknown) ? unknown.length : 0)
  return items.length === length ? items : Array.from({ length }, (_, index) => items[index] ?? null)
}

/** What a member is that the other side alone has. */
export const NOTHING: Side = { value: undefined, sensitive: undefined, unknown: undefined }

/** One member of a side, with its part of the maps. */
export function sideOf({ value, sensitive, unknown }: Side, key: string | number): Side {
  return { value: member(value, key), sensitive: member(sensitive, key), unknown: member(unknown, key) }
}

/** True when nothing changes that can be known now. */
export function isSame({ before, after }: Place): boolean {
  if (hasUnknown(after.unknown)) return false
  const [old, now] = [before.value ?? null, after.value ?? null]
  if (typeof old !== 'object' || typeof now !== 'object') return old === now
  return canonicalJson(old) === canonicalJson(now)
}

function hasUnknown(unknown: Json | undefined): boolean {
  if (unknown === undefined || typeof unknown === 'boolean') return unknown === true
  return canonicalJson(unknown).includes('true')
}

/** A value whose type changes is shown whole: what the map marks inside it must still stay hidden. */
export function withoutSensitive({ value = null, sensitive }: Side): Json {
  return typeof value === 'string' ? value : maskSecrets(value, sensitive)
}

/** `tags_all` without what `tags` says already, before and after. */
export function withoutTags({ before, after }: Place, side: Side): Side {
  const all = sideOf(side, 'tags_all')
  if (!isObject(all.value)) return all
  const repeats = (key: string): boolean =>
    [before, after].every(({ value }) => {
      return (
        canonicalJson(member(member(value, 'tags'), key)) ===
        canonicalJson(member(member(value, 'tags_all'), key))
      )
    })
  return { ...all, value: Object.fromEntries(Object.entries(all.value).filter(([key]) => !repeats(key))) }
}
