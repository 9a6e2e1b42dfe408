import { cutRunes } from '../markdown.ts'
import { canonicalJson } from './canonical.ts'
import type { Json } from './plan-model.ts'
import { hideText, maskSecrets } from './redaction.ts'

/** What stands for a value that only the apply will know. */
export const UNKNOWN = '(known after apply)'

const LONGEST = 400

/** A value on one line, without secrets; a long one shows the part around `focus`. */
export function renderLeaf(value: Json, focus = 0): string {
  const text = typeof value === 'string' ? JSON.stringify(hideText(value)) : canonicalJson(maskSecrets(value))
  if (text.length <= LONGEST) return text
  const start = Math.max(0, Math.min(focus - 80, text.length - LONGEST))
  const head = cutRunes(text, start)
  const shown = cutRunes(text.slice(head.length), LONGEST)
  const [before, after] = [start === 0 ? '' : '…', head.length + shown.length < text.length ? '…' : '']
  return `${before}${shown}${after} (${text.length.toLocaleString('en')} characters)`
}

/** Where two texts begin to differ, as they will be shown. */
export function firstDifference(a: Json, b: Json): number {
  if (typeof a !== 'string' || typeof b !== 'string' || Math.max(a.length, b.length) <= LONGEST) return 0
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

/** The way to a member: `tags`, `tags["a b"]`, `ingress[0]`, `environment["DB_HOST"]`. */
export function memberPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}

/** A whole path such as those of `replace_paths`. */
export function renderPath(path: readonly (string | number)[]): string {
  return path.reduce<string>(memberPath, '')
}
