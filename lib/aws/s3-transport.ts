import { createHash } from 'node:crypto'
import { Agent as PlainAgent, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { retry } from '../retry.ts'
import type { AwsConnection, Credentials } from './connection.ts'
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

/** Where a bucket is, and how many requests may be under way at once. */
export type S3Place = Readonly<{ bucket: string; connections: number }>

const ATTEMPTS = 9
const LONGEST_WAIT_MS = 8000
const DEADLINE_MS = 120_000
/** Without a byte for so long a connection is taken for dead. */
const SILENCE_MS = 30_000

/**
 * Requests over connections that stay open. The SDK's client needs 3.5 ms of processor time a request and would be the
 * bottleneck of a sync; here a small signer and Node's own agent do the work.
 */
export function s3Transport(connection: AwsConnection, { bucket, connections }: S3Place): SendS3 {
  const base = addressOf(connection, bucket)
  const isPlain = base.startsWith('http:')
  const settings = { keepAlive: true, maxSockets: connections, scheduling: 'lifo' } as const
  const agent = isPlain ? new PlainAgent(settings) : new SecureAgent(settings)
  let credentials: Promise<Credentials> | undefined
  const keys = new Map<string, ArrayBuffer>()
  const sendOnce = async (request: S3Request): Promise<S3Answer> => {
    const url = `${base}/${encodeKey(request.key)}${encodeQuery(request.query ?? {})}`
    const who = await (credentials ??= sts(connection).credentials())
    const headers = await sign(request, url, { who, keys, region: connection.region })
    const sent = { method: request.method, headers, agent, timeout: SILENCE_MS }
    const answer = await exchange({ url, isPlain, sent, request, signal: connection.signal })
    if (answer.status >= 500 || answer.status === 429) throw new Busy(answer)
    return answer
  }
  return (request) => patiently(() => sendOnce(request), connection.signal)
}

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

/** The last answer that was not patience, or S3's last words when it never came to its senses. */
async function patiently(send: () => Promise<S3Answer>, signal: AbortSignal | undefined): Promise<S3Answer> {
  try {
    return await retry(send, {
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

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )

/** A key as the path of a URL: all but letters, digits and `-._~/` percent-encoded. */
export const encodeKey = (key: string): string => key.split('/').map(encode).join('/')

function encodeQuery(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

type Signing = Readonly<{ who: Credentials; keys: Map<string, ArrayBuffer>; region: string }>

async function sign(
  { method, headers = {}, body }: S3Request,
  url: string,
  { who, keys, region }: Signing
): Promise<Record<string, string>> {
  const { AwsV4Signer } = await import('aws4fetch')
  const own = {
    ...headers,
    'x-amz-content-sha256': createHash('sha256')
      .update(body ?? '')
      .digest('hex')
  }
  const signer = new AwsV4Signer({ ...who, service: 's3', region, method, url, headers: own, cache: keys })
  const signed = await signer.sign()
  return {
    ...Object.fromEntries(signed.headers),
    ...(method === 'PUT' ? { 'content-length': String(body?.length ?? 0) } : {})
  }
}

type Exchange = Readonly<{
  url: string
  isPlain: boolean
  sent: Readonly<{
    method: string
    headers: Record<string, string>
    agent: PlainAgent | SecureAgent
    timeout: number
  }>
  request: S3Request
  signal: AbortSignal | undefined
}>

function exchange({ url, isPlain, sent, request, signal }: Exchange): Promise<S3Answer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void =>
      reject(signal?.aborted === true ? (signal.reason as Error) : new Lost(error))
    const options = { ...sent, ...(signal === undefined ? {} : { signal }) }
    const outgoing = isPlain ? plainRequest(url, options) : secureRequest(url, options)
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
    outgoing.end(request.body)
  })
}
