/** GitHub on loopback: REST, artifacts and OIDC over HTTP, git over local folders, and the people who use it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JSONWebKeySet } from 'jose'
import { type Clock, systemClock } from '../../lib/clock.ts'
import type { Platform } from '../runner/ports.ts'
import { artifactRoutes } from './api/artifacts.ts'
import { checkRoutes } from './api/checks.ts'
import { commentRoutes } from './api/comments.ts'
import { contentRoutes } from './api/contents.ts'
import { environmentRoutes } from './api/environments.ts'
import { pullRoutes } from './api/pulls.ts'
import { repositoryRoutes } from './api/repositories.ts'
import { runRoutes } from './api/runs.ts'
import { createGate, type Gate, type Pending } from './gate.ts'
import { createSigner, OIDC_PREFIX, serveOidc, type Signer } from './oidc.ts'
import { createPeople, type People } from './people.ts'
import { createPlatform } from './platform.ts'
import type { Caller, JournalEntry } from './records.ts'
import { SERVICE_PREFIX, serveResults } from './results/artifact-service.ts'
import { BLOB_PREFIX, serveBlob } from './results/blobs.ts'
import { HttpError, type Reply, type Route } from './route.ts'
import { createRouter, describeFailure, type Request, type Router } from './router.ts'
import { createStore } from './store.ts'
import { identify } from './tokens.ts'
import type { Urls, World } from './world.ts'

export type GitHubOptions = Readonly<{
  /** Where repositories lie; a temporary folder that `close` removes otherwise. */
  folder?: string
  clock?: Clock
  /** Issuer in OIDC tokens: this server otherwise. Whoever trusts another name is given its keys by hand. */
  issuer?: string
}>

export type GitHubServer = Readonly<{
  /** Base address of the REST API. */
  url: string
  urls: Urls
  platform: Platform
  /** What a person can do in the browser or with git. */
  people: People
  oidc: Readonly<{ issuer: string; jwks: () => Promise<JSONWebKeySet> }>
  /** Every request so far, in order. */
  journal: () => readonly JournalEntry[]
  /** The operations that the server has, with the permissions that they need. */
  operations: readonly Pick<Route, 'operation' | 'needs'>[]
  /** Environment in which `git fetch <server url>/owner/name.git` reads the local repositories. */
  gitConfigEnv: () => Readonly<Record<string, string>>
  /** The listener hears of every review that begins to be waited for. */
  onPendingReview: (listener: (pending: Pending) => void) => void
  close: () => Promise<void>
}>

type Parts = Readonly<{ world: World; gate: Gate; signer: Signer; router: Router }>

/** Starts a GitHub without repositories on a free port of the loopback interface. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubServer> {
  const clock = options.clock ?? systemClock
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'caliber-github-')))
  await mkdir(join(folder, 'repositories'), { recursive: true })
  const server = createServer()
  const world: World = { store: createStore(clock), urls: await listen(server, options.issuer), folder }
  const gate = createGate(world.store)
  const signer = createSigner(clock.now)
  const routes = routesOf(gate)
  const parts: Parts = { world, gate, signer, router: createRouter(world, routes) }
  server.on('request', (incoming, outgoing) => {
    // A client that is killed in the middle of a request is no fault of the server's.
    respond(parts, incoming, outgoing).catch(() => outgoing.destroy())
  })
  return {
    url: world.urls.api,
    urls: world.urls,
    platform: createPlatform(world, gate, signer),
    people: createPeople(world, gate),
    oidc: { issuer: world.urls.issuer, jwks: signer.jwks },
    journal: () => world.store.journal,
    operations: routes,
    gitConfigEnv: () => gitConfiguration(world),
    onPendingReview: gate.onPending,
    close: async () => {
      await stop(server)
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    }
  }
}

function routesOf(gate: Gate): readonly Route[] {
  return [
    ...repositoryRoutes,
    ...commentRoutes,
    ...pullRoutes,
    ...checkRoutes,
    ...environmentRoutes,
    ...runRoutes(gate),
    ...artifactRoutes,
    ...contentRoutes
  ]
}

async function listen(server: Server, issuer?: string): Promise<Urls> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const api = `http://127.0.0.1:${port}`
  return {
    api,
    // The artifact client takes hosts under .localhost for github.com's equals, others for Enterprise Server.
    server: `http://github.localhost:${port}`,
    graphql: `${api}/graphql`,
    issuer: issuer ?? `${api}${OIDC_PREFIX}`
  }
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function gitConfiguration(world: World): Readonly<Record<string, string>> {
  const settings = [
    [`url.file://${join(world.folder, 'repositories')}/.insteadOf`, `${world.urls.server}/`],
    ['protocol.file.allow', 'always'],
    ['safe.directory', '*']
  ]
  const entries = settings.flatMap(([key = '', value = ''], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value]
  ])
  return {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(entries)
  }
}

async function respond(parts: Parts, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const request: Request = {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', parts.world.urls.api),
    authorization: incoming.headers.authorization,
    body: Buffer.concat(chunks)
  }
  const caller = identify(parts.world.store, request.authorization)
  const reply = await dispatch(parts, request)
  record(parts.world, { request, reply, caller })
  send(outgoing, reply, request.method)
}

async function dispatch(parts: Parts, request: Request): Promise<Reply> {
  const { world, signer, router } = parts
  const { pathname } = request.url
  if (pathname.startsWith(SERVICE_PREFIX)) return serveResults(world, request)
  try {
    if (pathname.startsWith(`${OIDC_PREFIX}/`)) return await serveOidc(world, signer, request)
    if (pathname.startsWith(BLOB_PREFIX)) return serveBlob(world, request)
    if (pathname.startsWith('/twirp/')) throw new HttpError(501, `The lab has no service ${pathname}.`)
  } catch (error) {
    return describeFailure(error)
  }
  return router(request)
}

type Answered = Readonly<{ request: Request; reply: Reply; caller: Caller | undefined }>

function record({ store }: World, { request, reply, caller }: Answered): void {
  const body = request.url.pathname.startsWith(BLOB_PREFIX) ? undefined : jsonOf(request.body)
  store.journal.push({
    at: store.clock.now(),
    method: request.method,
    path: `${request.url.pathname}${request.url.search}`,
    status: reply.status,
    ...(caller === undefined ? {} : { login: caller.user.login }),
    ...(caller?.job === undefined ? {} : { job: caller.job.name, jobId: caller.job.id }),
    ...(body === undefined ? {} : { body })
  })
}

function jsonOf(body: Buffer): unknown {
  if (body.length === 0) return undefined
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

function send(outgoing: ServerResponse, reply: Reply, method: string): void {
  const raw = Buffer.isBuffer(reply.body)
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body)
  const body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(text)
  outgoing.writeHead(reply.status, {
    ...(raw || text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(reply.status === 204 ? {} : { 'content-length': body.length }),
    ...reply.headers
  })
  outgoing.end(method === 'HEAD' ? undefined : body)
}
