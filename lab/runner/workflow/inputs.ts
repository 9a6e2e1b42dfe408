/** Typed inputs of workflow_dispatch and workflow_call. */
import { WorkflowFault } from '../fault.ts'
import { textOf, type Value, type Values } from '../expression/value.ts'
import { child, entriesOf, isBasicExpression, literalOf, textAt, textsAt, type Token } from './token.ts'

const isRequired = (definition: Token): boolean => literalOf(child(definition, 'required')) === true

/** Inputs of a manual start as their declared types; refuses unknown, missing and impossible ones in GitHub's words. */
export function dispatchInputs(declared: Token | undefined, given: Readonly<Record<string, string>>): Values {
  const definitions = entriesOf(declared)
  const unknown = Object.keys(given).filter((name) => !definitions.some(([key]) => key === name))
  if (unknown.length > 0) throw new WorkflowFault(`Unexpected inputs provided: ${JSON.stringify(unknown)}`)
  return Object.fromEntries(
    definitions.map(([name, definition]) => [name, dispatchInput(name, definition, given[name])])
  )
}

function dispatchInput(name: string, definition: Token, given: string | undefined): Value {
  const value = given ?? literalOf(child(definition, 'default')) ?? ''
  if (value === '' && isRequired(definition)) throw new WorkflowFault(`Required input '${name}' not provided`)
  switch (textAt(definition, 'type') ?? 'string') {
    case 'boolean':
      return parseBoolean(name, value)
    case 'number':
      return parseNumber(name, value)
    case 'choice':
      return parseChoice(name, definition, value)
    default:
      return textOf(value)
  }
}

function parseBoolean(name: string, value: Value): boolean {
  if (value === '' || value === false || value === 'false') return false
  if (value === true || value === 'true') return true
  throw new WorkflowFault(`Provided value '${textOf(value)}' for input '${name}' is not a boolean`)
}

function parseNumber(name: string, value: Value): number | string {
  if (value === '') return ''
  const number = Number(value)
  if (Number.isNaN(number))
    throw new WorkflowFault(`Provided value '${textOf(value)}' for input '${name}' is not a number`)
  return number
}

function parseChoice(name: string, definition: Token, value: Value): string {
  const options = textsAt(definition, 'options') ?? []
  const chosen = value === '' ? (options[0] ?? '') : textOf(value)
  if (options.includes(chosen)) return chosen
  throw new WorkflowFault(`Provided value '${chosen}' for input '${name}' not in the list of allowed values`)
}

/** Inputs of a called workflow: `given` are the caller's evaluated values, `fallback` evaluates a default. */
export function callInputs(
  declared: Token | undefined,
  given: Values,
  fallback: (token: Token | undefined) => Value | undefined
): Values {
  return Object.fromEntries(
    entriesOf(declared).map(([name, definition]) => {
      const value = given[name] ?? fallback(child(definition, 'default'))
      return [name, callInput(name, textAt(definition, 'type') ?? 'string', value)]
    })
  )
}

function callInput(name: string, type: string, value: Value | undefined): Value {
  if (value === undefined || value === null) return { boolean: false, number: 0 }[type] ?? ''
  if (type === 'string') return textOf(value)
  if (typeof value === type) return value
  throw new WorkflowFault(`Unexpected value '${textOf(value)}' for input '${name}': expected ${type}`)
}

/** What a call gets wrong before anything is evaluated: unknown, missing and mistyped inputs, and secrets. */
export function callMistakes(call: Token | undefined, job: Token): readonly string[] {
  const inherits = literalOf(child(job, 'secrets')) === 'inherit'
  return [
    ...mistyped(child(call, 'inputs'), child(job, 'with')),
    ...mistakes(child(call, 'inputs'), child(job, 'with'), {
      unknown: (name) => `Invalid input, ${name} is not defined in the referenced workflow.`,
      missing: (name) => `Input ${name} is required, but not provided while calling.`
    }),
    ...(inherits
      ? []
      : mistakes(child(call, 'secrets'), child(job, 'secrets'), {
          unknown: (name) => `Invalid secret, ${name} is not defined in the referenced workflow.`,
          missing: (name) => `Secret ${name} is required, but not provided while calling.`
        }))
  ]
}

/** Values that are written out; what an expression gives is known only when the call comes. */
function mistyped(declared: Token | undefined, given: Token | undefined): string[] {
  return entriesOf(given).flatMap(([name, token]) => {
    const type = textAt(child(declared, name), 'type')
    const value = isBasicExpression(token) ? undefined : literalOf(token)
    if (value === undefined || value === null || (type !== 'boolean' && type !== 'number')) return []
    return typeof value === type
      ? []
      : [`Unexpected value '${textOf(value)}' for input '${name}': expected ${type}.`]
  })
}

type Wording = Readonly<{ unknown: (name: string) => string; missing: (name: string) => string }>

function mistakes(declared: Token | undefined, given: Token | undefined, wording: Wording): string[] {
  const definitions = entriesOf(declared)
  const names = new Set(entriesOf(given).map(([name]) => name))
  return [
    ...[...names].filter((name) => !definitions.some(([key]) => key === name)).map(wording.unknown),
    ...definitions
      .filter(([name, it]) => isRequired(it) && !names.has(name))
      .map(([name]) => wording.missing(name))
  ]
}
