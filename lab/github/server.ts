/** GitHub on loopback: REST, artifacts, OIDC and git over HTTP, and the people who use it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JSONWebKeySet } from 'jose'
import { type Clock, systemClock } from '../../lib/clock.ts'
import type { Fault } from '../faults/fault.ts'
import { createFaultPlan, type FaultReport, type Served } from '../faults/fault-plan.ts'
import type { Platform } from '../runner/ports.ts'
import { readDescription } from './description.ts'
import { type Parts, respond } from './exchange.ts'
import { createGate, type Pending } from './gate.ts'
import { createSigner, OIDC_PREFIX } from './oidc.ts'
import { createPeople, type People } from './people.ts'
import { createPlatform } from './platform.ts'
import { createRaised, type Listener } from './raised.ts'
import type { JournalEntry } from './records.ts'
import { SERVICE_PREFIX } from './results/artifact-service.ts'
import { BLOB_PREFIX } from './results/blobs.ts'
import type { Route } from './route.ts'
import { createRouter } from './router.ts'
import { routesOf } from './routes.ts'
import { createStore } from './store.ts'
import type { Urls, World } from './world.ts'

export type GitHubOptions = Readonly<{
  /** Where repositories lie; a temporary folder that `close` removes otherwise. */
  folder?: string
  clock?: Clock
  /** Issuer in OIDC tokens: this server otherwise. Whoever trusts another name is given its keys by hand. */
  issuer?: string
  /** Calls an hour that all jobs of a repository have together; 15,000 otherwise. */
  rateLimit?: number
  /** What is to go wrong; faults of other services are passed over. */
  faults?: readonly Fault[]
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
  /** Answers that GitHub's description does not allow, a sentence each: faults of the lab, not of who asked. */
  defects: () => readonly string[]
  /** Adds a fault; calls count for it from now on. */
  inject: (fault: Fault) => void
  /** Each fault, how many calls matched it, and how often it came about. */
  faults: () => readonly FaultReport[]
  /** The operations that the server has, with the permissions that they need. */
  operations: readonly Pick<Route, 'operation' | 'needs'>[]
  /** Environment in which git finds this server under its name, and asks nobody for a password. */
  gitConfigEnv: () => Readonly<Record<string, string>>
  /** The listener hears of every review that begins to be waited for. */
  onPendingReview: (listener: (pending: Pending) => void) => void
  /** Who starts what requests and runs cause: dispatches, pushes with a person's token, runs that follow others. */
  onEvent: (listener: Listener) => void
  /** Resolves when everything that was caused so far has been started or refused. */
  settled: () => Promise<void>
  close: () => Promise<void>
}>

/** Starts a GitHub without repositories on a free port of the loopback interface. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubServer> {
  const clock = options.clock ?? systemClock
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'caliber-github-')))
  await mkdir(join(folder, 'repositories'), { recursive: true })
  const server = createServer()
  const store = createStore(clock, options.rateLimit)
  const raised = createRaised()
  const world: World = { store, urls: await listen(server, options.issuer), folder, raised }
  const gate = createGate(store)
  const signer = createSigner(clock.now)
  const routes = routesOf(gate)
  const plan = createFaultPlan('github', options.faults, served(routes))
  const parts: Parts = { world, signer, plan, router: createRouter(world, routes, readDescription()) }
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
    journal: () => store.journal,
    defects: () => store.defects,
    inject: plan.add,
    faults: plan.report,
    operations: routes,
    gitConfigEnv: () => gitConfiguration(world),
    onPendingReview: gate.onPending,
    onEvent: raised.listen,
    settled: raised.settled,
    close: async () => {
      await stop(server)
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    }
  }
}

/** What a fault can be about: the operations, and what is not REST. */
const served = (routes: readonly Route[]): Served => [
  ...routes.map(({ operation }) => {
    const [method = '', path = ''] = operation.split(' ')
    return { method, path: path.replaceAll(/\{[^}]+\}/g, '*') }
  }),
  ...[`${OIDC_PREFIX}/*`, `${BLOB_PREFIX}*`, `${SERVICE_PREFIX}*`, '/*/*/info/refs', '/*/*/git-*-pack'].map(
    (path) => ({ method: '*', path })
  )
]

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
    // Not every resolver knows that names under .localhost are this machine.
    ['http.curloptResolve', `${new URL(world.urls.server).host}:127.0.0.1`],
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
