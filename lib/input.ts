import { posix } from 'node:path'
import { UserError } from './errors.ts'

/** The raw text of one input, '' when it is not set. */
export type ReadInput = (name: string) => string

/** The input's trimmed text; refused when empty. */
export function required(read: ReadInput, name: string): string {
  const value = read(name).trim()
  if (value === '') throw new UserError(`Input '${name}' is required: it is empty. Set it under 'with:'.`)
  return value
}

/** The input's trimmed text, or undefined when empty. */
export function optional(read: ReadInput, name: string): string | undefined {
  const value = read(name).trim()
  return value === '' ? undefined : value
}

/** One of `choices`, the first when empty. */
export function choice<T extends string>(read: ReadInput, name: string, choices: readonly [T, ...T[]]): T {
  const value = read(name).trim()
  if (value === '') return choices[0]
  const found = choices.find((one) => one === value)
  if (found === undefined) {
    throw new UserError(
      `Input '${name}' is '${value}', which is none of ${choices.join(', ')}. Use one of those.`
    )
  }
  return found
}

/** 'true' or 'false'; false when empty. */
export function flag(read: ReadInput, name: string): boolean {
  return choice(read, name, ['false', 'true']) === 'true'
}

/** One item a line; blank lines and lines that start with # are left out. */
export function list(read: ReadInput, name: string): readonly string[] {
  return read(name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** A whole number within `range`, both ends included; undefined when empty. */
export function integer(
  read: ReadInput,
  name: string,
  range: Readonly<{ min: number; max: number }>
): number | undefined {
  const value = optional(read, name)
  if (value === undefined) return undefined
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < range.min || number > range.max) {
    throw new UserError(
      `Input '${name}' is '${value}', which is no whole number from ${range.min} to ${range.max}. Write digits only.`
    )
  }
  return number
}

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const

/** A duration such as 90s, 10m or 1h30m, in milliseconds; undefined when empty. */
export function duration(read: ReadInput, name: string): number | undefined {
  const value = optional(read, name)
  if (value === undefined) return undefined
  if (!/^(?:\d{1,6}(?:ms|s|m|h))+$/.test(value)) {
    throw new UserError(`Input '${name}' is '${value}', which is no duration. Write it as 90s, 10m or 1h30m.`)
  }
  const parts = [...value.matchAll(/(\d+)(ms|s|m|h)/g)]
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit as keyof typeof UNITS], 0)
}

/** A path below the repository's root, with forward slashes and none at its end; undefined when empty. */
export function pathWithin(read: ReadInput, name: string): string | undefined {
  const value = optional(read, name)
  if (value === undefined) return undefined
  const path = posix.normalize(value.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '')
  if (!posix.isAbsolute(path) && path !== '..' && !path.startsWith('../')) return path
  throw new UserError(
    `Input '${name}' is '${path}', which is outside the repository. Name a path relative to its root.`
  )
}

/** From and to which a duration goes, both included, in milliseconds and in words: `1s to 6h`. */
export type Bounds = Readonly<{ min: number; max: number; words: string }>

/** A duration within bounds, in milliseconds; undefined when empty. */
export function durationWithin(read: ReadInput, name: string, bounds: Bounds): number | undefined {
  const ms = duration(read, name)
  if (ms === undefined || (ms >= bounds.min && ms <= bounds.max)) return ms
  throw new UserError(
    `Input '${name}' is '${optional(read, name)}', which is not from ${bounds.words}. Name a time within.`
  )
}

/** What a text looks like; `expected` says in words what would match. */
export type Pattern = Readonly<{ pattern: RegExp; expected: string }>

/** Text that matches `rule`, or undefined when empty. */
export function matching(read: ReadInput, name: string, rule: Pattern): string | undefined {
  const value = optional(read, name)
  if (value === undefined || rule.pattern.test(value)) return value
  throw new UserError(`Input '${name}' is '${value}', which is not ${rule.expected}. Correct it.`)
}

/** Text that matches `rule`; refused when empty. */
export function requiredMatching(read: ReadInput, name: string, rule: Pattern): string {
  required(read, name)
  return matching(read, name, rule) ?? ''
}

/** How entries are written: a line's name and value as the two groups, the same in words, and an object as an example. */
export type EntryForm = Readonly<{ line: RegExp; written: string; json: string }>

/** Texts by name, from one entry a line or a JSON object; none when empty. A fault shows no value: it may be a secret. */
export function entries(
  read: ReadInput,
  name: string,
  form: EntryForm
): readonly (readonly [name: string, value: string])[] {
  const text = optional(read, name) ?? ''
  const found = text.startsWith('{')
    ? jsonEntries(text, name, form)
    : list(read, name).map((line, at) => lineEntry(line, `Input '${name}': entry ${at + 1}`, form))
  const names = found.map(([key]) => key)
  const twice = names.find((key, at) => names.indexOf(key) !== at)
  if (twice === undefined) return found
  throw new UserError(`Input '${name}' names '${twice}' twice. Remove one of the two.`)
}

function lineEntry(
  line: string,
  where: string,
  { line: form, written }: EntryForm
): readonly [string, string] {
  const [, key, value] = form.exec(line) ?? []
  if (key !== undefined && value !== undefined) return [key, value]
  throw new UserError(`${where} is not ${written}. Write one a line.`)
}

function jsonEntries(
  text: string,
  name: string,
  { json }: EntryForm
): readonly (readonly [string, string])[] {
  try {
    const found = Object.entries(JSON.parse(text) as object)
    if (found.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return found
  } catch {
    // Said below.
  }
  throw new UserError(`Input '${name}' begins like JSON, but is no object of texts. Write it as ${json}.`)
}
