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

/** Text that matches `pattern`; `expected` says in words what would. */
export function matching(
  read: ReadInput,
  name: string,
  rule: Readonly<{ pattern: RegExp; expected: string }>
): string | undefined {
  const value = optional(read, name)
  if (value === undefined || rule.pattern.test(value)) return value
  throw new UserError(`Input '${name}' is '${value}', which is not ${rule.expected}. Correct it.`)
}
