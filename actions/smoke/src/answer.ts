import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import type { Expectation } from './checks.ts'
import { type Place, curlCommand, TARGETS_COMMAND } from './commands.ts'
import { describeFault } from './fault.ts'
import type { Fault, Flaw } from './finding.ts'
import type { Answer } from './ports.ts'
import { explainStatus } from './statuses.ts'

/** A request as its answer is judged; `what` is how it is called. */
export type Asked = Readonly<{ place: Place; path: string }>

/** What is wrong with an answer, the first thing only. */
export function judgeAnswer(answer: Answer | Fault, expected: Expectation, asked: Asked): Flaw | undefined {
  const next = curlCommand(asked.place, asked)
  if (answer.kind === 'fault') return { ...judgeFault(answer, asked.path), next }
  if (answer.status !== expected.status) {
    const { layer, words, asksTargets = false, byRelease } = explainStatus(answer)
    const body = asksTargets ? '' : excerpt(answer.body)
    return {
      layer,
      byRelease,
      sentence: `${asked.path} is ${answer.status}, not ${expected.status}: ${words}.${body}`,
      next: asksTargets ? TARGETS_COMMAND : next
    }
  }
  const fault = headerFault(answer, expected) ?? bodyFault(answer, expected)
  if (fault === undefined) return undefined
  return {
    layer: 'health',
    sentence: `${asked.path} is ${answer.status}, but ${fault}`,
    next,
    byRelease: true
  }
}

function judgeFault(fault: Fault, path: string): Flaw {
  return {
    layer: 'http',
    sentence: `${path} was not answered: ${describeFault(fault)}.`,
    byRelease: true
  }
}

function headerFault({ headers }: Answer, expected: Expectation): string | undefined {
  for (const [name, wanted] of Object.entries(expected.headers)) {
    const value = headers[name.toLowerCase()]
    if (value === undefined) return `it has no header ${name}.`
    if (!value.toLowerCase().includes(wanted.toLowerCase()))
      return `its header ${name} is '${hideShapes(value)}', without '${wanted}'.`
  }
  return undefined
}

function bodyFault({ body }: Answer, { json, contains }: Expectation): string | undefined {
  if (contains !== undefined && !body.includes(contains))
    return `its body does not contain '${contains}'.${excerpt(body)}`
  const wanted = Object.entries(json)
  if (wanted.length === 0) return undefined
  const value = parseJson(body)
  if (value === undefined) return `its body is no JSON.${excerpt(body)}`
  for (const [path, want] of wanted) {
    const found = valueAt(value, path)
    if (found !== want) return `its '${path}' is ${shown(found)}, not ${shown(want)}.`
  }
  return undefined
}

/** JSON, or undefined for anything else. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** What a path such as `items.0.name` leads to; undefined when it leads nowhere. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    return (at as Readonly<Record<string, unknown>>)[name]
  }, value)
}

function shown(value: unknown): string {
  return value === undefined ? 'not there' : hideShapes(JSON.stringify(value).slice(0, LONGEST))
}

const LONGEST = 200

function excerpt(body: string): string {
  const text = body.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return ''
  return ` It says: ${hideShapes(text).slice(0, LONGEST)}${text.length > LONGEST ? '…' : ''}`
}
