/** Expressions, by GitHub's own lexer, parser and evaluator. */
import { data, Evaluator, type Expr, Lexer, Parser } from '@actions/expressions'
import type { FunctionDefinition } from '@actions/expressions/funcs/info'
import { splitAllowedContext } from '@actions/workflow-parser/templates/allowed-context'
import { WorkflowFault, messageOf } from '../fault.ts'
import { hashFiles } from './hash-files.ts'
import { fromData, isRecord, toData, type Value } from './value.ts'

/** What the status functions answer; `of` narrows them to the jobs named in their arguments. */
export type Status = Readonly<{
  success: (of: readonly string[]) => boolean
  failure: (of: readonly string[]) => boolean
  cancelled: () => boolean
}>

/** What an expression sees. */
export type Scope = Readonly<{
  contexts: Readonly<Record<string, Value | undefined>>
  status: Status
  /** The folder that hashFiles reads. */
  workspace?: string
}>

/** A status in which nothing has happened yet. */
export const untroubled: Status = { success: () => true, failure: () => false, cancelled: () => false }

/** Evaluates an expression; `allowed` lists contexts and functions as the schema does. */
export function evaluate(source: string, allowed: readonly string[], scope: Scope): Value {
  try {
    const { tree, names } = parse(source, allowed)
    const seen = names.filter((name) => source.toLowerCase().includes(name.toLowerCase()))
    const contexts = new data.Dictionary(
      ...seen.map((key) => ({ key, value: contextData(key, scope.contexts[key] ?? {}) }))
    )
    return fromData(new Evaluator(tree, contexts, functionsOf(scope)).evaluate())
  } catch (error) {
    throw new WorkflowFault(`The template is not valid. ${messageOf(error)}`, { cause: error })
  }
}

/** Names of environment variables have a case on Linux; the package's dictionaries know none. */
function contextData(name: string, value: Value): data.ExpressionData {
  if (name !== 'env' || !isRecord(value)) return toData(value)
  const items = Object.entries(value).map(([key, item]) => ({ key, value: toData(item) }))
  return Object.assign(new data.Dictionary(), {
    get: (key: string) => items.find((item) => item.key === key)?.value,
    values: () => items.map((item) => item.value),
    pairs: () => items
  })
}

type Tree = Readonly<{ tree: Expr; names: readonly string[] }>
const trees = new Map<string, Tree>()

function parse(source: string, allowed: readonly string[]): Tree {
  const key = `${source}\0${allowed.join()}`
  const known = trees.get(key)
  if (known !== undefined) return known
  const { namedContexts, functions } = splitAllowedContext([...allowed])
  const tree = new Parser(lex(source), namedContexts, functions).parse()
  const made = { tree, names: namedContexts }
  trees.set(key, made)
  return made
}

/** The lexer unescapes only the first '' of a literal (0.3.61, lexer.js:248), so it is done again here. */
function lex(source: string): ReturnType<Lexer['lex']>['tokens'] {
  const { tokens } = new Lexer(source).lex()
  for (const token of tokens) {
    if (!token.lexeme.startsWith("'")) continue
    Object.assign(token, { value: token.lexeme.slice(1, -1).replaceAll("''", "'") })
  }
  return tokens
}

function functionsOf({ status, workspace }: Scope): Map<string, FunctionDefinition> {
  const texts = (of: readonly data.ExpressionData[]): string[] => of.map((item) => item.coerceString())
  const claim = (name: string, call: (of: readonly string[]) => boolean): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: 255,
    call: (...of) => new data.BooleanData(call(texts(of)))
  })
  const all = [
    claim('success', status.success),
    claim('failure', status.failure),
    claim('cancelled', () => status.cancelled()),
    claim('always', () => true),
    {
      name: 'hashfiles',
      minArgs: 1,
      maxArgs: 255,
      call: (...of: data.ExpressionData[]) => new data.StringData(hashFiles(workspace, texts(of)))
    }
  ]
  return new Map(all.map((definition) => [definition.name, definition]))
}
