/** What stands between one step and the world: every request passes here, and at one of them something may strike. */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '../../lib/clock.ts'
import type { FaultEffect } from '../../lab/faults/fault.ts'
import { answerUnder } from '../../lab/github/faulty.ts'

/** `asked`: the request has not been passed on. `answered`: it has been done, and its answer is lost. */
export type Moment = Readonly<{ operation: string; nth?: number; at: 'asked' | 'answered' }>

export type Gateway = Readonly<{
  github: string
  aws: string
  /** Names of the operations so far, in order. */
  journal: readonly string[]
  /** Calls `strike` at that moment, once; the request that meets it is never answered. */
  arm: (moment: Moment, strike: () => void) => void
  /** Does something once, before the next call of an operation is passed on: what another job does in between. */
  before: (operation: string, act: () => void) => void
  /** What becomes of so many calls of an operation, every one when no number is given. */
  fault: (operation: string, effect: FaultEffect, times?: number) => void
  /** Ends all faults. */
  mend: () => void
  /** Whether the moment came. */
  struck: () => boolean
  close: () => Promise<void>
}>

type Arrived = Readonly<{ incoming: IncomingMessage; outgoing: ServerResponse; body: Buffer }>
type Answer = Readonly<{
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
}>
type Planned = { readonly operation: string; readonly effect: FaultEffect; left: number }

/** Opens a gateway; `/_chaos/<name>` on its AWS side is an operation of its own that is answered here. */
export async function openGateway(upstream: Readonly<{ github: string; aws: string }>): Promise<Gateway> {
  const journal: string[] = []
  let armed: (Moment & { strike: () => void; left: number }) | undefined
  const faults: Planned[] = []
  const meanwhile = new Map<string, () => void>()
  let hasStruck = false
  const strikes = (operation: string, at: Moment['at']): boolean => {
    if (armed?.operation !== operation || armed.at !== at) return false
    armed.left -= 1
    if (armed.left > 0) return false
    const { strike } = armed
    armed = undefined
    hasStruck = true
    strike()
    return true
  }
  const serve =
    (target: string, own: () => string) => async (incoming: IncomingMessage, outgoing: ServerResponse) => {
      const operation = nameOf(incoming)
      const body = await collect(incoming)
      journal.push(operation)
      meanwhile.get(operation)?.()
      meanwhile.delete(operation)
      if (strikes(operation, 'asked')) return outgoing.destroy()
      const ask = (): Promise<Answer> => pass({ incoming, outgoing, body }, target)
      const answer = incoming.url?.startsWith('/_chaos/')
        ? NOTHING
        : await under(effectFor(operation, faults), ask)
      if (answer === 'cut') return outgoing.destroy()
      if (strikes(operation, 'answered')) return outgoing.destroy()
      return send(outgoing, answer, [target, own()])
    }
  const servers: Server[] = []
  const open = async (target: string): Promise<string> => {
    let address = ''
    const handle = serve(target, () => address)
    const server = createServer(
      (incoming, outgoing) => void handle(incoming, outgoing).catch(() => outgoing.destroy())
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push(server)
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return address
  }
  return {
    github: await open(upstream.github),
    aws: await open(upstream.aws),
    journal,
    arm: (moment, strike) => {
      armed = { ...moment, strike, left: moment.nth ?? 1 }
      hasStruck = false
    },
    before: (operation, act) => void meanwhile.set(operation, act),
    fault: (operation, effect, times = Infinity) => void faults.push({ operation, effect, left: times }),
    mend: () => void faults.splice(0),
    struck: () => hasStruck,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    }
  }
}

const NOTHING: Answer = { status: 204, headers: {}, body: Buffer.alloc(0) }

function effectFor(operation: string, faults: readonly Planned[]): FaultEffect | undefined {
  const due = faults.find((one) => one.operation === operation && one.left > 0)
  if (due !== undefined) due.left -= 1
  return due?.effect
}

/** The lab's GitHub tells how an answer under a fault looks; a half one counts as cut. */
async function under(effect: FaultEffect | undefined, ask: () => Promise<Answer>): Promise<Answer | 'cut'> {
  if (effect === undefined) return ask()
  const { reply, cut } = await answerUnder(effect, systemClock, async () => {
    const { status, body } = await ask()
    return { status, body }
  })
  if (cut !== undefined) return 'cut'
  const body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(JSON.stringify(reply.body))
  return { status: reply.status, headers: { 'content-type': 'application/json', ...reply.headers }, body }
}

/** The operation without what differs between two runs: numbers, commits, names of states. */
function nameOf({ method = '', url = '', headers }: IncomingMessage): string {
  // AWS's JSON protocol posts everything to /.
  const target = headers['x-amz-target']
  if (typeof target === 'string') return target.slice(target.lastIndexOf('.') + 1)
  const { pathname, searchParams } = new URL(url, 'http://gateway')
  if (pathname.startsWith('/_chaos/')) return pathname.slice('/_chaos/'.length).replaceAll('/', ' ')
  const path = pathname
    .replace(/^\/caliber-terraform-state\/.*\.tfstate\.tflock$/, 'lock')
    .replace(/^\/caliber-terraform-state\/.*\.tfstate$/, 'state')
    .replace(/^\/caliber-terraform-state\/?$/, searchParams.has('list-type') ? 'bucket list' : 'bucket')
    .replace(/^\/repos\/[^/]+\/[^/]+/, '')
    .replace(/^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\//, 'artifact ')
    .replace(/^\/blob\/.*/, 'blob')
    .replace(/\/invalidation\/[A-Z0-9]+$/, '/invalidation/*')
    .replaceAll(/\/(?:\d+|[0-9a-f]{40})(?=\/|$)/g, '/*')
  return `${method} ${path}`
}

async function collect(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The same request, to the letter: signatures hold for the name that the client called. */
function pass({ incoming, body }: Arrived, target: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', url = '/' } = incoming
    const { 'transfer-encoding': _, ...headers } = incoming.headers
    const onward = request(
      `${target}${url}`,
      { method, headers: { ...headers, 'content-length': String(body.length) }, agent: false },
      (answer) => {
        collect(answer).then(
          (bytes) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: bytes }),
          reject
        )
      }
    )
    onward.once('error', reject)
    onward.end(body)
  })
}

/** Addresses of the server in its answers become the gateway's. */
function send(outgoing: ServerResponse, answer: Answer, [from, to]: readonly [string, string]): void {
  const isText = /json|xml|text/.test(String(answer.headers['content-type'] ?? ''))
  const body = isText ? Buffer.from(answer.body.toString('utf8').replaceAll(from, to)) : answer.body
  const { 'transfer-encoding': _, connection: __, 'content-length': length, ...headers } = answer.headers
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    outgoing.setHeader(name, typeof value === 'string' ? value.replaceAll(from, to) : value)
  }
  // A HEAD tells the length of what it does not send.
  outgoing.setHeader(
    'content-length',
    body.length === 0 && length !== undefined ? length : String(body.length)
  )
  outgoing.writeHead(answer.status).end(body)
}
