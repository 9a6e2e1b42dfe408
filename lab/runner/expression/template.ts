/** Values of token trees: literals as they stand, expressions evaluated in exactly the contexts the schema allows. */
import { ensureStatusFunction } from '@actions/workflow-parser/model/converter/if-condition'
import {
  isBasicExpression,
  isMapping,
  isSequence,
  itemsOf,
  literalOf,
  type Token
} from '../workflow/token.ts'
import { evaluate, type Scope } from './evaluate.ts'
import { WorkflowFault } from '../fault.ts'
import { isTruthy, textOf, type Value, wordOf } from './value.ts'

/** The value of a token; undefined when there is none. */
export function valueOf(token: Token | undefined, scope: Scope): Value | undefined {
  if (token === undefined) return undefined
  if (isBasicExpression(token))
    return evaluate(token.expression, token.definitionInfo?.allowedContext ?? [], scope)
  if (isSequence(token)) return itemsOf(token).map((item) => valueOf(item, scope) ?? null)
  if (!isMapping(token)) return literalOf(token)
  return Object.fromEntries(
    [...token].map(({ key, value }) => [
      isBasicExpression(key) ? textOf(valueOf(key, scope)) : key.toString(),
      valueOf(value, scope) ?? null
    ])
  )
}

/** A number where GitHub expects one; undefined without a token or for null. Text, `'3'` too, is a fault. */
export const numberOf = (token: Token | undefined, scope: Scope): number | undefined =>
  ofType(valueOf(token, scope), 'number')

/** A boolean where GitHub expects one; undefined without a token or for null. Text, `'true'` too, is a fault. */
export const booleanOf = (token: Token | undefined, scope: Scope): boolean | undefined =>
  ofType(valueOf(token, scope), 'boolean')

type Typed = Readonly<{ number: number; boolean: boolean }>

/** The value when it has the type. */
export function ofType<T extends keyof Typed>(value: Value | undefined, type: T): Typed[T] | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === type) return value as Typed[T]
  throw new WorkflowFault(`The template is not valid. Unexpected value '${wordOf(value)}'`)
}

/** Whether an `if` holds; without a status function in it, it also asks for success(). */
export function conditionHolds(token: Token | undefined, scope: Scope): boolean {
  const allowed = token?.definitionInfo?.allowedContext ?? ['success(0,0)']
  const written =
    token === undefined ? '' : isBasicExpression(token) ? token.expression : textOf(literalOf(token))
  if (written.trim() === '') return scope.status.success([])
  return isTruthy(evaluate(ensureStatusFunction(written.trim(), token?.definitionInfo), allowed, scope))
}

/** Whether an action's pre-if or post-if holds; without one it always does. */
export function hookHolds(token: Token | undefined, scope: Scope): boolean {
  const written = textOf(literalOf(token))
  return written === '' || isTruthy(evaluate(written, token?.definitionInfo?.allowedContext ?? [], scope))
}
