/** Answers REST requests: who asks, what is asked for, and whether it is allowed. */
import { acceptedPermissions, requirePermission } from './permissions.ts'
import { HttpError, type Reply, type Route } from './route.ts'
import { callerOf } from './tokens.ts'
import type { World } from './world.ts'

export type Request = Readonly<{
  method: string
  url: URL
  authorization: string | undefined
  body: Buffer
}>

export type Router = (request: Request) => Promise<Reply>

type Compiled = Readonly<{ route: Route; method: string; pattern: RegExp }>

const DOCUMENTATION = 'https://docs.github.com/rest'

/** A router of these operations; others are answered 501 by name, so that nothing is missed in silence. */
export function createRouter(world: World, routes: readonly Route[]): Router {
  const compiled = routes.map(compile)
  return async (request) => {
    try {
      return await answer(world, compiled, request)
    } catch (error) {
      return describeFailure(error)
    }
  }
}

async function answer(world: World, routes: readonly Compiled[], request: Request): Promise<Reply> {
  const { url, method } = request
  const caller = callerOf(world.store, request.authorization, 'api')
  if (caller === undefined) {
    throw new HttpError(
      401,
      request.authorization === undefined ? 'Requires authentication' : 'Bad credentials'
    )
  }
  const found = routes.find((one) => one.method === method && one.pattern.test(url.pathname))
  if (found === undefined) {
    throw new HttpError(501, `The lab's GitHub does not have the operation ${method} ${url.pathname}.`)
  }
  requirePermission(caller, found.route.needs)
  const reply = await found.route.handle({
    world,
    caller,
    params: paramsOf(found.pattern, url.pathname),
    query: url.searchParams,
    body: parseBody(request.body),
    path: url.pathname
  })
  const accepted = acceptedPermissions(found.route.needs)
  return { ...reply, headers: { 'x-accepted-github-permissions': accepted, ...reply.headers } }
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
  return Object.fromEntries(Object.entries(groups).map(([key, value]) => [key, decodeURIComponent(value)]))
}

function parseBody(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {}
  try {
    const parsed: unknown = JSON.parse(body.toString())
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>
  } catch {
    // Falls through to GitHub's words.
  }
  throw new HttpError(400, 'Problems parsing JSON')
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
