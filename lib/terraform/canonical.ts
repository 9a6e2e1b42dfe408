import type { Json, JsonObject } from './plan-model.ts'

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** JSON with sorted keys: equal text exactly when the values are equal. */
export function canonicalJson(value: Json | undefined): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value ?? null)
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
  return `{${members.join(',')}}`
}

/** One member of an object or list; undefined for anything else. A map that is plainly `true` holds for every member. */
export function member(value: Json | undefined, key: string | number): Json | undefined {
  if (value === true) return true
  if (isList(value)) return value[Number(key)]
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
