import { request as askPlain, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as askSecure } from 'node:https'
import { connect, isIP, type LookupFunction } from 'node:net'
import { checkServerIdentity, connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls'
import { toFault } from './fault.ts'
import type { Fault } from './finding.ts'
import type { Answer, Ask, Connected, Handshake, NetPort, Spot } from './ports.ts'

/** `ca`: certificates in PEM that are trusted in place of the public ones. */
type Trust = Readonly<{ ca?: string; signal: AbortSignal }>

/** Real connections; nothing of them outlives its answer. */
export function netPort(trust: Trust): NetPort {
  return {
    connect: (spot) => reach(spot, trust),
    handshake: (spot) => shakeHands(spot, trust),
    ask: (ask) => send(ask, trust)
  }
}

const timedOut: Fault = { kind: 'fault', code: 'ETIMEDOUT', words: 'no answer in time' }

/** Both families are pinned to the address: whatever the name says now, this machine is asked. */
const pin =
  (address: string): LookupFunction =>
  (_host, options, done) => {
    const family = isIP(address)
    if (options.all === true) done(null, [{ address, family }])
    else done(null, address, family)
  }

/** Of an address there is nothing to tell the server in advance. */
const named = (host: string): Readonly<{ servername?: string }> =>
  isIP(host) === 0 ? { servername: host } : {}

function reach({ address, port, timeoutMs }: Spot, { signal }: Trust): Promise<Connected | Fault> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, signal })
    const end = (result: Connected | Fault): void => {
      socket.destroy()
      resolve(result)
    }
    socket.setTimeout(timeoutMs, () => end(timedOut))
    socket.on('connect', () => end({ kind: 'connected', ms: performance.now() - began }))
    socket.on('error', (error) => (signal.aborted ? reject(signal.reason) : end(toFault(error))))
  })
}

function shakeHands(spot: Spot, { ca, signal }: Trust): Promise<Handshake | Fault> {
  const { host, address, port, timeoutMs } = spot
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      host: address,
      port,
      ...named(host),
      ...(ca === undefined ? {} : { ca }),
      // Anything is taken here, so that what is wrong can be told; every request afterwards is strict.
      rejectUnauthorized: false,
      minVersion: 'TLSv1',
      ciphers: 'DEFAULT@SECLEVEL=0'
    })
    const onAbort = (): void => void socket.destroy(new Error('cancelled'))
    signal.addEventListener('abort', onAbort, { once: true })
    const end = (result: Handshake | Fault): void => {
      signal.removeEventListener('abort', onAbort)
      socket.destroy()
      if (signal.aborted) reject(signal.reason)
      else resolve(result)
    }
    socket.setTimeout(timeoutMs, () => end(timedOut))
    socket.on('secureConnect', () => end(describe(socket, host)))
    socket.on('error', (error) => end(toFault(error)))
  })
}

function describe(socket: TLSSocket, host: string): Handshake {
  const certificate = socket.getPeerCertificate()
  return {
    kind: 'handshake',
    protocol: socket.getProtocol() ?? '',
    mistrust: mistrustOf(socket),
    names: namesOf(certificate),
    issuer: String(certificate.issuer?.CN ?? certificate.issuer?.O ?? ''),
    isNamed: checkServerIdentity(host, certificate) === undefined,
    validFrom: Date.parse(certificate.valid_from),
    validTo: Date.parse(certificate.valid_to)
  }
}

/** Its code, which Node gives as a text where its types say an error. */
function mistrustOf({ authorized, authorizationError }: TLSSocket): string {
  return authorized ? '' : String(authorizationError)
}

const namesOf = ({ subjectaltname = '' }: PeerCertificate): readonly string[] =>
  subjectaltname === '' ? [] : subjectaltname.split(', ').map((name) => name.replace(/^[A-Za-z ]+:/, ''))

const LARGEST_BODY = 2 * 1024 * 1024

function send(ask: Ask, { ca, signal }: Trust): Promise<Answer | Fault> {
  const began = performance.now()
  const { host, port, address, method, path, secure, timeoutMs, hostHeader } = ask
  const late = AbortSignal.timeout(Math.max(1, Math.round(timeoutMs)))
  const shown = host.includes(':') ? `[${host}]` : host
  const usual = port === (secure ? 443 : 80) ? shown : `${shown}:${port}`
  const options: RequestOptions = {
    host,
    port,
    method,
    path,
    agent: false,
    lookup: pin(address),
    headers: { host: hostHeader ?? usual, accept: '*/*', 'user-agent': 'caliber-smoke' },
    signal: AbortSignal.any([signal, late])
  }
  return new Promise((resolve, reject) => {
    const sent = secure
      ? askSecure({ ...options, ...named(host), ...(ca === undefined ? {} : { ca }) })
      : askPlain(options)
    const fail = (error: unknown): void => {
      if (signal.aborted) reject(signal.reason)
      else resolve(late.aborted ? timedOut : toFault(error))
    }
    sent.on('error', fail)
    sent.on('response', (message) => {
      readBody(message)
        .then((body) => resolve(toAnswer(message, body, performance.now() - began)))
        .catch(fail)
    })
    sent.end()
  })
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= LARGEST_BODY) break
  }
  return Buffer.concat(chunks).subarray(0, LARGEST_BODY).toString('utf8')
}

function toAnswer({ statusCode = 0, headers }: IncomingMessage, body: string, ms: number): Answer {
  const entries = Object.entries(headers).map(([name, value = '']) => [name, String(value)] as const)
  return { kind: 'answer', status: statusCode, headers: Object.fromEntries(entries), body, ms }
}
