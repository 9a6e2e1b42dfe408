// The command-line form of a fault: github:GET /repos/*/comments:2:fail=502, or the fault itself as JSON.
import { checkFault, CUTS, KINDS } from './check-fault.ts'
import type { CutAt, Fault, FaultEffect, FaultMatch } from './fault.ts'

const FORM =
  'SERVICE:CALLS:NTH:EFFECT, such as "github:GET /repos/*/comments:2:fail=502" or "aws:ecs:UpdateService:all:delay=500"'

/** Reads a fault; throws a sentence that says which part of the text is wrong and what it can be. */
export function parseFault(text: string): Fault {
  if (text.trimStart().startsWith('{')) return checkFault(JSON.parse(text) as Partial<Fault>, text)
  const [, service = '', calls = '', nth = '', effect = ''] = /^(\w+):(.+?):(all|\d+):(.+)$/s.exec(text) ?? []
  if (effect === '') throw new Error(`The fault '${text}' does not read as ${FORM}.`)
  const fault = { service, match: parseMatch(calls), nth: nth === 'all' ? nth : Number(nth) }
  return checkFault({ ...fault, effect: parseEffect(text, effect) } as Fault, text)
}

/** `GET /path`, `/path`, `GET https://host/path`, `DNS host`, or an AWS action. */
function parseMatch(calls: string): FaultMatch {
  const [, method, where] = /^(?:([A-Z]+|\*) +|(?=\/|https?:))(.*)$/s.exec(calls) ?? []
  if (where === undefined) return { action: calls }
  const [, host, path] = /^https?:\/\/([^/]*)(\/.*)?$/s.exec(where) ?? []
  const place = host !== undefined ? { host, ...(path === undefined ? {} : { path }) } : { path: where }
  if (method === 'DNS') return { method, host: where }
  return method === undefined || method === '*' ? place : { method, ...place }
}

function parseEffect(text: string, effect: string): FaultEffect {
  const [, kind = '', value = ''] = /^(\w+)(?:=(.*))?$/s.exec(effect) ?? []
  const parse = EFFECTS[kind]
  if (parse === undefined) throw refusal(text, `no effect '${kind}'; there are ${KINDS}`)
  return parse(text, value)
}

type ParseEffect = (text: string, value: string) => FaultEffect

const EFFECTS: Readonly<Record<string, ParseEffect>> = {
  fail: (text, value) => {
    const [status = '', ...options] = value.split(',')
    return { kind: 'fail', status: numberIn(text, status, 'a status'), ...failOptions(text, options) }
  },
  delay: (text, value) => ({ kind: 'delay', ms: numberIn(text, value, 'milliseconds') }),
  throttle: (text, value) => {
    const [seconds = '', ...options] = value.split(',')
    const retryAfter = numberIn(text, seconds, 'seconds')
    return { kind: 'throttle', retryAfter, ...throttleOptions(text, options) }
  },
  cut: (text, value) => {
    if (value === '') return { kind: 'cut' }
    if (CUTS.includes(value)) return { kind: 'cut', at: value as CutAt }
    throw refusal(text, `a cut at '${value}'; it can be at ${CUTS.join(', ')}`)
  },
  wrong: (_, value) => ({ kind: 'wrong', ...parseWrong(value) })
}

const refusal = (text: string, what: string): Error => new Error(`The fault '${text}' names ${what}.`)

function numberIn(text: string, value: string, what: string): number {
  if (!/^\d+$/.test(value))
    throw refusal(text, `'${value}' where ${what} should be: the effects are ${KINDS}`)
  return Number(value)
}

/** `fail=503,after` does what was asked first; `fail=400,ServerException` names an AWS error. */
function failOptions(text: string, options: readonly string[]) {
  const codes = options.filter((option) => option !== 'after')
  if (codes.length > 1) throw refusal(text, `the error codes ${codes.join(' and ')}; there can be one`)
  return {
    ...(codes[0] === undefined ? {} : { code: codes[0] }),
    ...(options.includes('after') ? { after: true } : {})
  }
}

/** `throttle=60,primary,403`. */
function throttleOptions(text: string, options: readonly string[]) {
  const made: { limit?: 'primary' | 'secondary'; status?: number } = {}
  for (const option of options) {
    if (option === 'primary' || option === 'secondary') made.limit = option
    else made.status = numberIn(text, option, 'primary, secondary or a status')
  }
  return made
}

/** An object sets fields of the right answer; anything else is the whole body. */
function parseWrong(value: string): Readonly<{ body?: unknown; fields?: Record<string, unknown> }> {
  try {
    const parsed: unknown = JSON.parse(value)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return { body: parsed }
    return { fields: parsed as Record<string, unknown> }
  } catch {
    return { body: value }
  }
}
