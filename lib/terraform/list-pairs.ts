import { canonicalJson, isObject, member } from './canonical.ts'
import type { Json } from './plan-model.ts'

/** Two list items that belong together: their positions, and the name to show instead of a position where they have one; `named` is the attribute that holds it. */
export type Pair = Readonly<{ before?: number; after?: number; label: string | number; named?: string }>

/** Attributes that name an object within its list, the best first. */
const NAMES = ['name', 'Name', 'key', 'Sid', 'sid', 'id', 'arn', 'containerPort', 'Key'] as const

/**
 * Pairs the items of two lists so that an insertion in the middle shows as an insertion: by name where every item has
 * one of its own, else equal items first and the rest in order.
 */
export function pairItems(before: readonly Json[], after: readonly Json[]): readonly Pair[] {
  const name = NAMES.find((one) => isNamedBy(before, one) && isNamedBy(after, one))
  return name === undefined ? pairByValue(before, after) : pairByName(before, after, name)
}

function isNamedBy(items: readonly Json[], name: string): boolean {
  const names = items.map((item) => (isObject(item) ? nameIn(item, name) : undefined))
  return names.every((one) => one !== undefined) && new Set(names).size === items.length
}

function nameIn(item: Json, name: string): string | number | undefined {
  const value = member(item, name)
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

function pairByName(before: readonly Json[], after: readonly Json[], name: string): readonly Pair[] {
  const labelOf = (item: Json): string => String(nameIn(item, name))
  const later = new Map(after.map((item, index) => [labelOf(item), index]))
  const known = new Set(before.map(labelOf))
  const pairs = before.map((item, index): Pair => {
    const other = later.get(labelOf(item))
    return {
      before: index,
      ...(other === undefined ? {} : { after: other }),
      label: labelOf(item),
      named: name
    }
  })
  const added = after.flatMap((item, index): Pair[] =>
    known.has(labelOf(item)) ? [] : [{ after: index, label: labelOf(item), named: name }]
  )
  return [...pairs, ...added]
}

function pairByValue(before: readonly Json[], after: readonly Json[]): readonly Pair[] {
  const waiting = new Map<string, number[]>()
  after.forEach((item, index) => {
    const key = canonicalJson(item)
    const known = waiting.get(key)
    if (known === undefined) waiting.set(key, [index])
    else known.push(index)
  })
  const taken = new Set<number>()
  const left = before.flatMap((item, index) => {
    const equal = waiting.get(canonicalJson(item))?.pop()
    if (equal === undefined) return [index]
    taken.add(equal)
    return []
  })
  const free = after.flatMap((_, index) => (taken.has(index) ? [] : [index]))
  return Array.from({ length: Math.max(left.length, free.length) }, (_, at) => pairRest(left[at], free[at]))
}

function pairRest(before: number | undefined, after: number | undefined): Pair {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    label: after ?? before ?? 0
  }
}
