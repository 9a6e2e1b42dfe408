import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connectGitHub, type GitHub } from '../../lib/github/connection.ts'
import { readContext } from '../../lib/github/context.ts'
import type { Log } from '../../lib/log.ts'

export type Request = Readonly<{
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Readonly<Record<string, unknown>>
}>
export type Response = Readonly<{
  /** Promises twice the bytes and breaks off in between. */
  hangUp?: boolean
  status?: number
  body?: unknown
  headers?: Readonly<Record<string, string>>
}>
export type Route = (request: Request) => Response

export type FakeGitHub = Readonly<{
  url: string
  github: GitHub
  /** Every request, in order, as 'GET /path'. */
  requests: readonly string[]
  close: () => Promise<void>
}>

/** A GitHub of a few canned answers on a loopback port; routes are keyed 'GET /repos/acme/infra/...'. */
export async function startFakeGitHub(
  routes: Readonly<Record<string, Route>>,
  options: Readonly<{ token?: string; signal?: AbortSignal }> = {}
): Promise<FakeGitHub> {
  const requests: string[] = []
  const server = createServer((incoming, outgoing) => {
    void readRequest(incoming).then((request) => {
      const key = `${request.method} ${request.path}`
      requests.push(key)
      answer(outgoing, routes[key]?.(request) ?? { status: 404, body: { message: 'Not Found' } })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const github = connectGitHub({
    token: options.token ?? 'ghs_job',
    context: readContext({ ...ENV, GITHUB_API_URL: url }),
    log: silentLog,
    signal: options.signal ?? new AbortController().signal,
    maxWaitMs: 10
  })
  return {
    url,
    github,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      })
  }
}

function answer(
  outgoing: ServerResponse,
  { status = 200, body = {}, headers = {}, hangUp = false }: Response
): void {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  const type = Buffer.isBuffer(body) ? 'application/zip' : 'application/json'
  const length = hangUp ? { 'content-length': bytes.length * 2 } : {}
  outgoing.writeHead(status, { 'content-type': type, ...length, ...headers })
  if (!hangUp) outgoing.end(bytes)
  else outgoing.write(bytes, () => outgoing.destroy())
}

/** A page of a list, with the Link header that leads to the next. */
export function page(
  request: Request,
  url: string,
  items: readonly unknown[]
): Readonly<{ items: readonly unknown[]; headers: Record<string, string> }> {
  const size = Number(request.query.get('per_page') ?? 30)
  const number = Number(request.query.get('page') ?? 1)
  const next = `<${url}${request.path}?per_page=${size}&page=${number + 1}>; rel="next"`
  return {
    items: items.slice((number - 1) * size, number * size),
    headers: number * size < items.length ? { link: next } : {}
  }
}

const ENV = {
  GITHUB_REPOSITORY: 'acme/infra',
  GITHUB_REPOSITORY_ID: '42',
  GITHUB_ACTOR: 'alice',
  GITHUB_SHA: 'c'.repeat(40),
  GITHUB_REF: 'refs/heads/main',
  GITHUB_RUN_ID: '1234',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_EVENT_NAME: 'push'
}

export const silentLog: Log = {
  info: () => undefined,
  debug: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_title, work) => work()
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const url = new URL(incoming.url ?? '/', 'http://loopback')
  const text = Buffer.concat(chunks).toString('utf8')
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: incoming.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  }
}
