/** Answers REST requests: who asks, what is asked for, and whether it is allowed. */
import { AskedQuery } from './asked-query.ts'
import { conditional } from './conditional.ts'
import type { Description } from './description.ts'
import { acceptedPermissions, requireOwnRepository, requirePermission } from './permissions.ts'
import { meterOf, rateHeaders, requireAllowance } from './rate-limit.ts'
import type { Caller } from './records.ts'
import { type Call, HttpError, type Reply, type Route } from './route.ts'
import { findRepository } from './store.ts'
import { callerOf } from './tokens.ts'
import type { World } from './world.ts'

export type Request = Readonly<{
  method: string
  url: URL
  authorization: string | undefined
  /** If-None-Match. */
  known?: string | undefined
  headers?: Readonly<Record<string, string | undefined>>
  body: Buffer
}>

export type Router = (request: Request) => Promise<Reply>

type Compiled = Readonly<{ route: Route; method: string; pattern: RegExp }>

const DOCUMENTATION = 'https://docs.github.com/rest'

type Table = Readonly<{ world: World; routes: readonly Compiled[]; description: Description }>

/** A router of these operations; others are answered 501 by name, so that nothing is missed in silence. */
export function createRouter(world: World, routes: readonly Route[], description: Description): Router {
  const table = { world, routes: routes.map(compile), description }
  return async (request) => {
    const caller = callerOf(world.store, request.authorization, 'api')
    if (caller === undefined) return describeFailure(unauthenticated(request))
    const meter = meterOf(world.store, caller)
    const reply = await answer(table, request, caller).catch(describeFailure)
    // Neither an answer that the client has already nor the question itself counts.
    if (reply.status !== 304 && request.url.pathname !== '/rate_limit') meter.used += 1
    return { ...reply, headers: { ...rateHeaders(meter), ...reply.headers } }
  }
}

const unauthenticated = ({ authorization }: Request): HttpError =>
  new HttpError(401, authorization === undefined ? 'Requires authentication' : 'Bad credentials')

async function answer(table: Table, request: Request, caller: Caller): Promise<Reply> {
  const { url, method } = request
  requireAllowance(meterOf(table.world.store, caller))
  // A HEAD is a GET whose body is not sent.
  const asked = method === 'HEAD' ? 'GET' : method
  const found = table.routes.find((one) => one.method === asked && one.pattern.test(url.pathname))
  if (found === undefined) {
    throw new HttpError(501, `The lab's GitHub does not have the operation ${method} ${url.pathname}.`)
  }
  const accepted = { 'x-accepted-github-permissions': acceptedPermissions(found.route.needs) }
  const reply = await operate(table, request, { caller, found }).catch(describeFailure)
  return { ...reply, headers: { ...accepted, ...reply.headers } }
}

type Asked = Readonly<{ caller: Caller; found: Compiled }>

async function operate(table: Table, request: Request, { caller, found }: Asked): Promise<Reply> {
  const { url } = request
  const { operation, needs } = found.route
  const params = paramsOf(found.pattern, url.pathname)
  const repository = findRepository(table.world.store, `${params['owner']}/${params['repo']}`)
  const level = found.method === 'GET' ? 'read' : 'write'
  if (repository !== undefined) requireOwnRepository(caller, repository, level)
  requirePermission(caller, needs)
  const body = parseBody(request.body)
  const { requestFaults, queryFaults } = table.description
  const faults = [...queryFaults(operation, url.searchParams), ...requestFaults(operation, body)]
  if (faults.length > 0) throw new HttpError(422, `Invalid request.\n\n${faults.join('\n')}`)
  const query = new AskedQuery(url.searchParams)
  const reply = await described(table, found.route, {
    world: table.world,
    caller,
    params,
    query,
    body,
    path: url.pathname
  })
  requireHeeded(table, operation, query)
  return conditional(request.known, reply)
}

/** A filter that GitHub knows and the lab does not must not seem to have been applied. */
function requireHeeded({ description }: Table, operation: string, query: AskedQuery): void {
  const unheeded = query.unheeded(description.queryNames(operation))
  if (unheeded.length === 0) return
  throw new HttpError(
    501,
    `The lab's GitHub does not know ${unheeded.join(', ')} in the query of ${operation}.`
  )
}

/** Holds the answer against GitHub's description: one that differs is a defect of the lab, and says so. */
async function described({ world, description }: Table, route: Route, call: Call): Promise<Reply> {
  const { operation } = route
  const reply = await Promise.resolve(call).then(route.handle).catch(describeFailure)
  const faults = description.answerFaults(operation, reply)
  if (faults.length === 0) return reply
  const defect = `${operation} answered ${reply.status} unlike GitHub's description: ${faults.join(', ')}.`
  world.store.defects.push(defect)
  throw new HttpError(500, `The lab's GitHub is at fault: ${defect}`)
}

function compile(route: Route): Compiled {
  const [method = '', path = ''] = route.operation.split(' ')
  const pattern = path
    .replaceAll('.', '\\.')
    .replace(/\{(\w+)\+\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return { route, method, pattern: new RegExp(`^${pattern}$`) }
}

function paramsOf(pattern: RegExp, path: string): Record<string, string> {
  const groups = pattern.exec(path)?.groups ?? {}
  return Object.fromEntries(Object.entries(groups).map(([key, value]) => [key, decoded(value)]))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new HttpError(400, 'Problems parsing the path')
  }
}

function parseBody(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {}
  let parsed: unknown
  try {
    parsed = JSON.parse(body.toString())
  } catch {
    throw new HttpError(400, 'Problems parsing JSON')
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed }
  throw new HttpError(400, 'Body should be a JSON object')
}

/** GitHub's words on a failure. */
export function describeFailure(error: unknown): Reply {
  const known = error instanceof HttpError ? error : new HttpError(500, String(error))
  return {
    status: known.status,
    body: {
      message: known.message,
      ...known.fields,
      documentation_url: DOCUMENTATION,
      status: String(known.status)
    }
  }
}
