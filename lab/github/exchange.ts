/** One request and its answer over HTTP: which part of GitHub it is for, the fault it meets, and the journal. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FaultPlan } from '../faults/fault-plan.ts'
import { answerUnder, type Outgoing } from './faulty.ts'
import { isGitPath, serveGit } from './git/smart-http.ts'
import { OIDC_PREFIX, serveOidc, type Signer } from './oidc.ts'
import type { Caller } from './records.ts'
import { SERVICE_PREFIX, serveResults } from './results/artifact-service.ts'
import { BLOB_PREFIX, serveBlob } from './results/blobs.ts'
import { HttpError, type Reply } from './route.ts'
import { describeFailure, type Request, type Router } from './router.ts'
import { identify } from './tokens.ts'
import type { World } from './world.ts'

export type Parts = Readonly<{ world: World; signer: Signer; router: Router; plan: FaultPlan }>

/** Answers a request. Rejects when the client has gone before it was read. */
export async function respond(
  parts: Parts,
  incoming: IncomingMessage,
  outgoing: ServerResponse
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const { store, urls } = parts.world
  const request: Request = {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', urls.api),
    authorization: incoming.headers.authorization,
    known: incoming.headers['if-none-match'],
    headers: gitHeaders(incoming),
    body: Buffer.concat(chunks)
  }
  const caller = identify(store, request.authorization)
  const effect = parts.plan.meet({ method: request.method, path: request.url.pathname })
  const answer = (): Promise<Reply> => dispatch(parts, request)
  const out = await answerUnder(effect, store.clock, answer).catch((error: unknown) => ({
    reply: describeFailure(error)
  }))
  record(parts.world, { request, reply: out.reply, caller, fault: effect?.kind })
  send(outgoing, out, request.method)
}

/** What git's server program is to hear of. */
const gitHeaders = ({ headers }: IncomingMessage): NonNullable<Request['headers']> => ({
  'content-type': headers['content-type'],
  'content-encoding': headers['content-encoding'],
  'git-protocol': [headers['git-protocol']].flat()[0]
})

async function dispatch(parts: Parts, request: Request): Promise<Reply> {
  const { world, signer, router } = parts
  const { pathname } = request.url
  if (pathname.startsWith(SERVICE_PREFIX)) return serveResults(world, request)
  if (isGitPath(pathname)) return serveGit(world, request)
  try {
    if (pathname.startsWith(`${OIDC_PREFIX}/`)) return await serveOidc(world, signer, request)
    if (pathname.startsWith(BLOB_PREFIX)) return serveBlob(world, request)
    if (pathname.startsWith('/twirp/')) throw new HttpError(501, `The lab has no service ${pathname}.`)
  } catch (error) {
    return describeFailure(error)
  }
  return router(request)
}

type Answered = Readonly<{
  request: Request
  reply: Reply
  caller: Caller | undefined
  fault: string | undefined
}>

function record({ store }: World, { request, reply, caller, fault }: Answered): void {
  const { pathname } = request.url
  const body = pathname.startsWith(BLOB_PREFIX) || isGitPath(pathname) ? undefined : jsonOf(request.body)
  store.journal.push({
    at: store.clock.now(),
    method: request.method,
    path: `${request.url.pathname}${request.url.search}`,
    status: reply.status,
    ...(fault === undefined ? {} : { fault }),
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

function send(outgoing: ServerResponse, { reply, cut }: Outgoing, method: string): void {
  if (cut === 'whole') {
    outgoing.destroy()
    return
  }
  const isRaw = reply.body === undefined || Buffer.isBuffer(reply.body)
  const body = bytesOf(reply.body)
  outgoing.writeHead(reply.status, {
    ...(isRaw ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(reply.status === 204 || reply.status === 304 ? {} : { 'content-length': body.length }),
    ...reply.headers
  })
  if (cut === 'half') outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy())
  else outgoing.end(method === 'HEAD' ? undefined : body)
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body
  return Buffer.from(body === undefined ? '' : JSON.stringify(body))
}
