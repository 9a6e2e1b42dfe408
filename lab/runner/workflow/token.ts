/** Reading the parser's token tree: it keeps what the converted model drops, and each expression's allowed contexts. */
import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index'
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString
} from '@actions/workflow-parser/templates/tokens/type-guards'
import { type Value, wordOf } from '../expression/value.ts'

/** Any node of the tree. */
export type Token = TemplateToken
/** A node with keys. */
export type Mapping = MappingToken
export { isBasicExpression, isMapping, isSequence }

/** The value under `key`, when the token is a mapping that has it. */
export const child = (token: Token | undefined, key: string): Token | undefined =>
  token !== undefined && isMapping(token) ? token.find(key) : undefined

/** The value at the end of a path of keys. */
export const descend = (token: Token | undefined, ...keys: readonly string[]): Token | undefined =>
  keys.reduce(child, token)

/** Keys and values of a mapping in the file's order; nothing for any other token. */
export const entriesOf = (token: Token | undefined): readonly (readonly [string, Token])[] =>
  token !== undefined && isMapping(token) ? [...token].map(({ key, value }) => [key.toString(), value]) : []

/** Items of a sequence; a lone scalar counts as a sequence of one. */
export function itemsOf(token: Token | undefined): readonly Token[] {
  if (token === undefined) return []
  return isSequence(token) ? Array.from({ length: token.count }, (_, index) => token.get(index)) : [token]
}

/** The value of a token that holds no expression; expressions read as null. */
export function literalOf(token: Token | undefined): Value | undefined {
  if (token === undefined) return undefined
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value
  if (isSequence(token)) return itemsOf(token).map((item) => literalOf(item) ?? null)
  if (isMapping(token)) {
    return Object.fromEntries(entriesOf(token).map(([key, value]) => [key, literalOf(value) ?? null]))
  }
  return null
}

/** The text of a scalar under `key`, or undefined when it is absent or empty. */
export function textAt(token: Token | undefined, key: string): string | undefined {
  const value = literalOf(child(token, key))
  return value === undefined || value === null || value === '' ? undefined : wordOf(value)
}

/** The texts of a scalar or a sequence of scalars under `key`; undefined when the key is absent. */
export function textsAt(token: Token | undefined, key: string): readonly string[] | undefined {
  const found = child(token, key)
  return found === undefined ? undefined : itemsOf(found).map((item) => wordOf(literalOf(item)))
}

/** A scalar as the file shows it, expressions unevaluated. */
export function writtenOf(token: Token | undefined): string {
  if (token === undefined) return ''
  return isBasicExpression(token) ? (token.source ?? `\${{ ${token.expression} }}`) : wordOf(literalOf(token))
}
