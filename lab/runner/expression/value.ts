/** What an expression yields: JSON. */
import { data } from '@actions/expressions'
import { WorkflowFault } from '../fault.ts'

/** What an expression yields. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }
/** A mapping of values, such as a context. */
export type Values = Readonly<Record<string, Value>>

/** The parser's data for a value. */
export const toData = (value: Value | undefined): data.ExpressionData =>
  JSON.parse(JSON.stringify(value ?? null), data.reviver) as data.ExpressionData

/** The value of the parser's data. */
export const fromData = (found: data.ExpressionData): Value =>
  JSON.parse(JSON.stringify(found, data.replacer) ?? 'null') as Value

/** GitHub's notion of truth: false, 0, '' and null are not. */
export const isTruthy = (value: Value): boolean =>
  value !== null && value !== false && value !== 0 && value !== ''

/** The text of a scalar where GitHub expects one; a mapping or a sequence there is a fault. */
export function textOf(value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return textOfNumber(value)
  if (typeof value !== 'object') return String(value)
  throw new WorkflowFault(`A ${Array.isArray(value) ? 'sequence' : 'mapping'} was not expected`)
}

/** Fifteen digits at most, and an exponent where they do not suffice: the runner's number format G15. */
function textOfNumber(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(14).split('e')
  const power = Number(exponent)
  if (value === 0 || !Number.isFinite(value)) return String(value)
  if (power >= -5 && power < 15) return String(Number(value.toPrecision(15)))
  return `${String(Number(mantissa))}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

/** A value in a word: JSON for what is no scalar, as in names and messages. */
export function wordOf(value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A mapping of texts, such as `env` or `with`; nothing when the value is absent. */
export function textsOf(value: Value | undefined): Record<string, string> {
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) throw new WorkflowFault('A mapping was expected')
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, textOf(item)]))
}

/** Whether a value is a mapping. */
export const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
