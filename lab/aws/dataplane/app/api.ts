/** The application behind gunicorn: health, version, and what a request looked like when it arrived. */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse
} from 'node:http'
import type { Behaviour } from './behaviour.ts'
import type { Control } from './control.ts'
import { crash } from './ends.ts'
import { sayTraceback } from './migrations.ts'
import { pause } from './pause.ts'

type Reply = Readonly<{ status: number; body: unknown }>

/** Serves until SIGTERM; resolves with the exit code. */
export async function serve(control: Control): Promise<number> {
  const { behaviour, port } = control.order
  const log = (level: string, text: string): void => {
    const time = new Date().toISOString().replace('T', ' ').slice(0, 19)
    process.stdout.write(`[${time} +0000] [1] [${level}] ${text}\n`)
  }
  const terminated = untilTerminated(behaviour)
  control.tell({ kind: 'ready' })
  log('INFO', 'Starting gunicorn 23.0.0')
  for (const line of behaviour.log ?? []) process.stdout.write(`${line}\n`)
  const fallen = await crash(control)
  if (fallen !== undefined) return fallen
  const gone = await Promise.race([pause(control, behaviour.startDelay ?? 0), terminated.then(() => true)])
  if (gone === true) return 0
  const { error } = await control.ask({ kind: 'connect' })
  if (error !== undefined) sayTraceback(error)
  const started = Date.now()
  const server = createServer((request, response) => {
    const seconds = secondsOf(behaviour, request)
    void pause(control, seconds)
      .then(() => answer(control, request, started))
      .then((reply) =>
        send(response, reply, { 'x-app-version': behaviour.version ?? '', 'x-lab-took': seconds })
      )
  })
  // What a load balancer keeps open must not be closed under its hands: longer than its idle timeout.
  server.keepAliveTimeout = 75_000
  const listening = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  )
  log('INFO', `Listening at: http://0.0.0.0:${behaviour.port ?? port} (1)`)
  control.tell({ kind: 'listening', port: behaviour.port ?? port, local: listening })
  await terminated
  return end(control, server)
}

function untilTerminated({ ignoreSigterm = false }: Behaviour): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => {
      if (ignoreSigterm) return
      process.stdout.write('Handling signal: term\n')
      resolve()
    })
  })
}

/** Goes on serving while it drains, lets requests end, and is done. */
async function end(control: Control, server: Server): Promise<number> {
  await pause(control, control.order.behaviour.drain ?? 0)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  process.stdout.write('Shutting down: Master\n')
  return 0
}

function send(response: ServerResponse, { status, body }: Reply, headers: OutgoingHttpHeaders): void {
  const isText = typeof body === 'string'
  const text = isText ? body : `${JSON.stringify(body)}\n`
  response.writeHead(status, {
    'content-type': isText ? 'text/html; charset=utf-8' : 'application/json',
    'content-length': Buffer.byteLength(text),
    server: 'gunicorn',
    ...headers
  })
  response.end(text)
}

/** How many of AWS's seconds an answer takes; `?seconds=` adds to it. */
function secondsOf({ latency = 0 }: Behaviour, { url = '/' }: IncomingMessage): number {
  return latency + Number(new URL(url, 'http://app').searchParams.get('seconds') ?? 0)
}

async function answer(control: Control, request: IncomingMessage, started: number): Promise<Reply> {
  const { behaviour, speed } = control.order
  const { pathname } = new URL(request.url ?? '/', 'http://app')
  if (pathname === '/healthz') return health(control, ((Date.now() - started) / 1000) * speed)
  return page(behaviour, request, pathname)
}

function page(behaviour: Behaviour, request: IncomingMessage, pathname: string): Reply {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  if (behaviour.allowedHosts !== undefined && !behaviour.allowedHosts.includes(host))
    return { status: 400, body: '<h1>Bad Request (400)</h1>' }
  if (pathname === '/version') return { status: 200, body: { version: behaviour.version } }
  if (pathname === '/') return { status: 200, body: seen(request, behaviour.version) }
  if (pathname.startsWith('/environment/')) return variable(pathname.slice('/environment/'.length))
  return { status: 404, body: '<h1>Not Found</h1>' }
}

/** Unhealthy when it is told to be, and when its databases do not let it in. */
async function health(control: Control, age: number): Promise<Reply> {
  const { unhealthyAfter = Infinity, version } = control.order.behaviour
  const { error } = await control.ask({ kind: 'connect' })
  const isWell = age < unhealthyAfter && error === undefined
  const reason = error === undefined ? {} : { error }
  return { status: isWell ? 200 : 503, body: { status: isWell ? 'ok' : 'unavailable', version, ...reason } }
}

function variable(name: string): Reply {
  const value = process.env[name]
  return value === undefined ? { status: 404, body: { name } } : { status: 200, body: { name, value } }
}

function seen({ headers, method }: IncomingMessage, version: string | undefined): unknown {
  return { method, host: headers.host, version, headers, pid: process.pid }
}
