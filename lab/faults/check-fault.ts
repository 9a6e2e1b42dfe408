/** What a fault must be like, wherever it comes from: a fault that can never come about would make a green run look like proof. */
import type { CutAt, Fault, FaultEffect, FaultMatch, Service } from './fault.ts'

export const SERVICES = ['github', 'aws'] as const satisfies readonly Service[]
export const CUTS: readonly string[] = ['request', 'answer', 'body'] satisfies readonly CutAt[]
export const KINDS = 'fail=STATUS, delay=MS, throttle=SECONDS, cut, wrong=JSON'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'DNS']
const STATUSES = { least: 300, most: 599 }

/** The fault as it is. Throws a sentence with the fault in it, `said` where it was a text. */
export function checkFault(fault: Partial<Fault>, said = JSON.stringify(fault)): Fault {
  const whole = { match: {}, nth: 1, ...fault } as Fault
  const wrong = wrongIn(whole)
  if (wrong !== undefined) throw new Error(`The fault '${said}' names ${wrong}.`)
  return whole
}

function wrongIn(fault: Fault): string | undefined {
  const { service, match, nth, effect } = fault
  const odd = strangers(fault, ['service', 'match', 'nth', 'effect'])
  const place = firstWrong([
    [isOneOf(SERVICES, service), `the service '${service}'; it can be ${SERVICES.join(' or ')}`],
    [isNth(nth), `call number ${nth}; calls are counted from 1, and 'all' takes each`]
  ])
  return odd ?? place ?? wrongEffect(effect) ?? wrongMatch(service, match)
}

const isOneOf = (known: readonly unknown[], value: unknown): boolean => known.includes(value)
const isWhole = (value: unknown, least = 0, most = Infinity): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
const isNth = (nth: unknown): boolean => nth === 'all' || isWhole(nth, 1)

function strangers(given: object, known: readonly string[]): string | undefined {
  const odd = Object.keys(given).filter((name) => !known.includes(name))
  return odd.length === 0 ? undefined : `${odd.join(', ')}; there are ${known.join(', ')}`
}

type Rule = readonly [isFine: boolean, wrong: string]
const firstWrong = (rules: readonly Rule[]): string | undefined => rules.find(([isFine]) => !isFine)?.[1]

function wrongMatch(service: Service, match: FaultMatch): string | undefined {
  const { method, path, action } = match
  return (
    strangers(match, ['method', 'host', 'path', 'action']) ??
    (method === undefined || METHODS.includes(method)
      ? undefined
      : `the method '${method}'; a call has one of ${METHODS.join(', ')}`) ??
    wrongPath(path) ??
    (action === undefined ? undefined : wrongAction(service, action, match)) ??
    wrongHost(service, match)
  )
}

const wrongPath = (path: string | undefined): string | undefined =>
  path === undefined || /^[/*][^?#\s]*$/.test(path)
    ? undefined
    : `the path '${path}'; paths begin with / and are matched without their query`

function wrongAction(service: Service, action: string, { host }: FaultMatch): string | undefined {
  return firstWrong([
    [service === 'aws', `'${action}' where GitHub's calls have a path, such as "GET /repos/*/comments"`],
    [host === undefined, `an action beside the host '${host}'; only calls of AWS's API have actions`],
    [
      /^[a-z0-9*-]+:[A-Za-z0-9*]+$|\*/.test(action),
      `'${action}', which no call is; actions are like ecs:UpdateService, paths begin with /`
    ]
  ])
}

function wrongHost(service: Service, { method, host, path }: FaultMatch): string | undefined {
  if (host === undefined) return method === 'DNS' ? 'no host; a question of DNS is about one' : undefined
  return firstWrong([
    [service === 'aws', `the host '${host}'; only what runs on AWS is asked by its host`],
    [/^[a-z0-9*][a-z0-9*.-]*$/.test(host), `the host '${host}'; hosts have no port and are lower case`],
    [method !== 'DNS' || path === undefined, `the path '${path}'; a question of DNS has none`]
  ])
}

function wrongEffect(effect: FaultEffect | undefined): string | undefined {
  if (effect === undefined || !(effect.kind in FIELDS)) return `no effect; there are ${KINDS}`
  return strangers(effect, ['kind', ...FIELDS[effect.kind]]) ?? firstWrong(RULES[effect.kind](effect))
}

const FIELDS: Readonly<Record<FaultEffect['kind'], readonly string[]>> = {
  fail: ['status', 'code', 'body', 'after'],
  delay: ['ms'],
  throttle: ['retryAfter', 'limit', 'status'],
  cut: ['at'],
  wrong: ['status', 'body', 'fields']
}

const statusRule = (status: unknown): Rule => [
  isWhole(status, STATUSES.least, STATUSES.most),
  `'${String(status)}' where a status should be`
]
const optional = (value: unknown, rule: Rule): readonly Rule[] => (value === undefined ? [] : [rule])

const RULES: Readonly<Record<FaultEffect['kind'], (effect: object) => readonly Rule[]>> = {
  fail: (effect) => {
    const { status, code } = effect as { status?: unknown; code?: unknown }
    return [
      statusRule(status),
      ...optional(code, [typeof code === 'string' && code !== '', `'${String(code)}' where a code should be`])
    ]
  },
  delay: (effect) => {
    const { ms } = effect as { ms?: unknown }
    return [[isWhole(ms), `'${String(ms)}' where milliseconds should be`]]
  },
  throttle: (effect) => {
    const { retryAfter, limit, status } = effect as Record<string, unknown>
    return [
      [isWhole(retryAfter), `'${String(retryAfter)}' where seconds should be`],
      ...optional(limit, [
        isOneOf(['primary', 'secondary'], limit),
        `the limit '${String(limit)}'; there are primary and secondary`
      ]),
      ...optional(status, statusRule(status))
    ]
  },
  cut: (effect) => {
    const { at } = effect as { at?: unknown }
    return optional(at, [isOneOf(CUTS, at), `a cut at '${String(at)}'; it can be at ${CUTS.join(', ')}`])
  },
  wrong: (effect) => {
    const { status, fields } = effect as { status?: unknown; fields?: object }
    const isChange = status !== undefined || 'body' in effect || Object.keys(fields ?? {}).length > 0
    return [[isChange, 'an answer that is not wrong; it needs a status, a body or fields']]
  }
}
