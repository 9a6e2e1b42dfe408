import { asRecord } from '../../../lib/github/payload.ts'
import type { Change } from './inputs.ts'

type Fields = Readonly<Record<string, unknown>>

/** A JSON Merge Patch (RFC 7396): objects are merged, everything else is replaced, null takes out; kept where patches are merged. */
export function merge(target: Fields, patch: Fields, { keepNull = false } = {}): Fields {
  const merged = new Map(Object.entries(target))
  for (const [name, value] of Object.entries(patch)) {
    const inner = asRecord(value)
    if (value === null && !keepNull) merged.delete(name)
    else if (inner === undefined) merged.set(name, value)
    else merged.set(name, merge(asRecord(merged.get(name)) ?? {}, inner, { keepNull }))
  }
  return Object.fromEntries(merged)
}

/** A change as the first line of a pull request, by which the next one is put on top of it; nothing in it ends the comment. */
export const writeChange = (change: Change): string =>
  `<!-- caliber:change:v1 ${JSON.stringify(change).replaceAll('>', String.raw`\u003e`)} -->`

/** The change that a pull request says it is; undefined for one that says none. */
export function readChange(body: string): Change | undefined {
  const text = /^<!-- caliber:change:v1 (\{.*\}) -->\r?$/m.exec(body.split('\n', 1)[0] ?? '')?.[1]
  try {
    return text === undefined ? undefined : asRecord(JSON.parse(text))
  } catch {
    return undefined
  }
}
