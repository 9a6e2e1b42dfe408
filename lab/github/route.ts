/** One REST operation: its name as GitHub documents it, the permission it needs, and how it answers. */
import type { Permission } from '../runner/ports.ts'
import type { Caller, Repository } from './records.ts'
import { findRepository } from './store.ts'
import type { World } from './world.ts'

export type Reply = Readonly<{
  status: number
  /** Sent as JSON, or as it is when it is a Buffer. */
  body?: unknown
  headers?: Readonly<Record<string, string>>
}>

export type Call = Readonly<{
  world: World
  caller: Caller
  /** Decoded values of the path's {placeholders}. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  body: Readonly<Record<string, unknown>>
  /** Path without query, for links to other pages. */
  path: string
}>

/** Scope as workflow files write it, and the least level: `pull-requests: read`. Several: any one is enough. */
export type Need = Readonly<{ scope: string; level: Permission }>

export type Route = Readonly<{
  /** `GET /repos/{owner}/{repo}/pulls/{pull_number}`; `{path+}` takes slashes too. */
  operation: string
  needs: readonly Need[]
  handle: (call: Call) => Reply | Promise<Reply>
}>

/** An answer that is no success; GitHub's message goes to the client. */
export class HttpError extends Error {
  readonly status: number
  readonly fields: Readonly<Record<string, unknown>>
  constructor(status: number, message: string, fields: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.status = status
    this.fields = fields
  }
}

export const notFound = (): HttpError => new HttpError(404, 'Not Found')

/** GitHub's answer to a body that fails its checks. */
export function invalid(resource: string, field: string, message: string): HttpError {
  return new HttpError(422, 'Validation Failed', {
    errors: [{ resource, code: 'unprocessable', field, message }]
  })
}

export const ok = (body: unknown): Reply => ({ status: 200, body })
export const created = (body: unknown): Reply => ({ status: 201, body })
export const noContent: Reply = { status: 204 }

/** A need of one scope at that level. */
export const needs = (scope: string, level: 'read' | 'write' = 'read'): readonly Need[] => [{ scope, level }]

/** The repository that {owner} and {repo} name; 404 otherwise. */
export function repositoryOf(call: Call): Repository {
  const found = findRepository(call.world.store, `${call.params['owner']}/${call.params['repo']}`)
  if (found === undefined) throw notFound()
  return found
}

/** A number in the path; what is none is not found. */
export function numberIn(call: Call, name: string): number {
  const value = Number(call.params[name])
  if (!Number.isSafeInteger(value)) throw notFound()
  return value
}

/** What the map holds under that key; 404 otherwise. */
export function existing<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key)
  if (found === undefined) throw notFound()
  return found
}

/** A text of the body, or undefined when it is absent or null; 422 when it is something else. */
export function textIn(call: Call, name: string): string | undefined {
  const value = call.body[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string')
    throw new HttpError(422, `Invalid request.\n\nFor '${name}', ${JSON.stringify(value)} is not a string.`)
  return value
}
