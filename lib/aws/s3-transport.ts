import {
  Agent as PlainAgent,
  type ClientRequest,
  type IncomingMessage,
  request as plainRequest
} from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { urlToHttpOptions } from 'node:url'
import { retry } from '../retry.ts'
import type { AwsConnection } from './connection.ts'
import { connectAhead } from './s3-connections.ts'
import { encode, s3Signer, type Sign } from './s3-signature.ts'
import { sts } from './sts.ts'

/** One request to a bucket; `headers` are signed with it, and so is the body. */
export type S3Request = Readonly<{
  method: 'GET' | 'PUT' | 'DELETE'
  /** Key of the object; '' for the bucket itself. */
  key: string
  query?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
  body?: Uint8Array
}>

export type S3Answer = Readonly<{
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}>

/** Sends a signed request and gives whatever S3 answers, but patience: that is asked again. */
export type SendS3 = (request: S3Request) => Promise<S3Answer>

/** Requests to one bucket; `openAhead` connects so often already, for requests that are about to come all at once. */
export type S3Transport = Readonly<{ send: SendS3; openAhead: (connections: number) => void }>

/** Where a bucket is, and how many requests may be under way at once. */
export type S3Place = Readonly<{ bucket: string; connections: number }>

const ATTEMPTS = 9
const LONGEST_WAIT_MS = 8000
const DEADLINE_MS = 120_000
/** Without a byte for so long a connection is taken for dead. */
const SILENCE_MS = 30_000

/**
 * Requests over connections that stay open. The SDK's client needs 3.5 ms of processor time a request and would be the
 * bottleneck of a sync; here a signer of our own and Node's agent do the work.
 */
export function s3Transport(connection: AwsConnection, { bucket, connections }: S3Place): S3Transport {
  const base = new URL(addressOf(connection, bucket))
  const isPlain = base.protocol === 'http:'
  const settings = {
    keepAlive: true,
    maxSockets: connections,
    scheduling: 'lifo',
    timeout: SILENCE_MS
  } as const
  const agent = isPlain ? new PlainAgent(settings) : new SecureAgent(settings)
  const where = { ...urlToHttpOptions(base), agent, timeout: SILENCE_MS }
  const { signal } = connection
  const outgoing = cancelledBy(signal)
  let signer: Promise<Sign> | undefined
  const sendOnce = async (request: S3Request): Promise<S3Answer> => {
    const sign = await (signer ??= openSigner(connection))
    signal?.throwIfAborted()
    const sent = { ...where, ...signedParts(request, { sign, base }) }
    const begun = isPlain ? plainRequest(sent) : secureRequest(sent)
    outgoing.add(begun)
    const answer = await exchange(begun, request.body, signal).finally(() => outgoing.delete(begun))
    if (answer.status >= 500 || answer.status === 429) throw new Busy(answer)
    return answer
  }
  return { send: (request) => patiently(() => sendOnce(request), signal), openAhead: connectAhead(agent) }
}

/** Requests that end when the job is cancelled: one listener for them all. */
function cancelledBy(signal: AbortSignal | undefined): Set<ClientRequest> {
  const outgoing = new Set<ClientRequest>()
  signal?.addEventListener('abort', () => {
    for (const request of outgoing) request.destroy(new Error('cancelled'))
  })
  return outgoing
}

/** What of a request the signature is about, and the signature. */
function signedParts(
  { method, key, query = {}, headers = {}, body }: S3Request,
  { sign, base }: Readonly<{ sign: Sign; base: URL }>
): Readonly<{ method: string; path: string; headers: string[] }> {
  const path = `${base.pathname.replace(/\/$/, '')}/${encodeKey(key)}`
  const signed = sign({ method, host: base.host, path, query, headers, body })
  const length = method === 'PUT' ? ['content-length', String(body?.length ?? 0)] : []
  // One after the other, as they are sent: Node would look each up, and twice.
  const all = [...Object.entries(signed).flat(), ...length]
  return { method, path: `${path}${encodeQuery(query)}`, headers: all }
}

const openSigner = async (connection: AwsConnection): Promise<Sign> =>
  s3Signer(await sts(connection).credentials(), connection.region)

/** S3 asks for patience, or has a moment of weakness. */
class Busy extends Error {
  readonly answer: S3Answer
  constructor(answer: S3Answer) {
    super(`S3 answered ${answer.status}`)
    this.answer = answer
  }
}

/** The connection failed, or was cut. */
class Lost extends Error {
  readonly isTransient: boolean
  constructor(cause: NodeJS.ErrnoException) {
    super(`S3 could not be reached: ${cause.message}`, { cause })
    this.isTransient = LOST.has(cause.code ?? '')
  }
}

const LOST = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED', 'EAI_AGAIN', 'ENOTFOUND'])

const isTransient = (error: Error): boolean =>
  error instanceof Busy || (error instanceof Lost && error.isTransient)

/** As a rule the first answer is the last, and then nothing is set up for others. */
async function patiently(send: () => Promise<S3Answer>, signal: AbortSignal | undefined): Promise<S3Answer> {
  try {
    return await send()
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof Error && isTransient(error))) throw error
    return sendAgain(send, error, signal)
  }
}

/** The last answer that was not patience, or S3's last words when it never came to its senses. */
async function sendAgain(
  send: () => Promise<S3Answer>,
  first: Error,
  signal: AbortSignal | undefined
): Promise<S3Answer> {
  try {
    return await retry((attempt) => (attempt === 1 ? Promise.reject(first) : send()), {
      attempts: ATTEMPTS,
      maxWaitMs: LONGEST_WAIT_MS,
      deadlineMs: DEADLINE_MS,
      isTransient,
      ...(signal === undefined ? {} : { signal })
    })
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof Busy) return error.answer
    throw error
  }
}

/** Path-style at another address, as the lab has it; virtual-hosted at AWS's. */
function addressOf({ region, endpoint }: AwsConnection, bucket: string): string {
  if (endpoint !== undefined) return `${endpoint.replace(/\/$/, '')}/${bucket}`
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `https://${bucket}.s3.${region}.${domain}`
}

/** An ETag without its quotes. */
export const unquote = (etag: string): string => etag.replaceAll('"', '')

/** A key as the path of a URL: all but letters, digits and `-._~/` percent-encoded. */
export const encodeKey = (key: string): string => key.split('/').map(encode).join('/')

function encodeQuery(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function exchange(
  outgoing: ClientRequest,
  body: Uint8Array | undefined,
  signal: AbortSignal | undefined
): Promise<S3Answer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void =>
      reject(signal?.aborted === true ? (signal.reason as Error) : new Lost(error))
    outgoing.on('error', fail).on('timeout', () => {
      outgoing.destroy(Object.assign(new Error('S3 was silent for too long'), { code: 'ETIMEDOUT' }))
    })
    outgoing.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail)
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) })
      })
    })
    outgoing.end(body)
  })
}
