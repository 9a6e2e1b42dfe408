import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto'
import type { Credentials } from './connection.ts'

/** A request as it is sent: path and query percent-encoded, names of headers in lower case. */
export type Unsigned = Readonly<{
  method: string
  host: string
  path: string
  query: Readonly<Record<string, string>>
  headers: Readonly<Record<string, string>>
  body: Uint8Array | undefined
}>

/** Gives a request's headers together with those that sign it. */
export type Sign = (request: Unsigned, now?: Date) => Record<string, string>

const ALGORITHM = 'AWS4-HMAC-SHA256'

/**
 * Signature version 4 for S3, at once and with a key derived once a day. Signers on Web Crypto hand each of their hashes
 * to another thread and back, which costs a sync of many small files more than all that it sends.
 */
export function s3Signer(who: Credentials, region: string): Sign {
  let derived: Readonly<{ day: string; key: KeyObject }> | undefined
  return (request, now = new Date()) => {
    const date = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
    const day = date.slice(0, 8)
    if (derived?.day !== day) derived = { day, key: deriveKey(who.secretAccessKey, [day, region]) }
    const headers: Record<string, string> = {
      ...request.headers,
      host: request.host,
      'x-amz-content-sha256': hash('sha256', request.body ?? ''),
      'x-amz-date': date,
      ...(who.sessionToken === undefined ? {} : { 'x-amz-security-token': who.sessionToken })
    }
    const names = Object.keys(headers).toSorted()
    const scope = `${day}/${region}/s3/aws4_request`
    const text = [ALGORITHM, date, scope, hash('sha256', canonical(request, headers, names))].join('\n')
    const signature = createHmac('sha256', derived.key).update(text).digest('hex')
    const signed = `SignedHeaders=${names.join(';')}, Signature=${signature}`
    return { ...headers, authorization: `${ALGORITHM} Credential=${who.accessKeyId}/${scope}, ${signed}` }
  }
}

function deriveKey(secret: string, scope: readonly string[]): KeyObject {
  const parts = [...scope, 's3', 'aws4_request']
  const begin = Buffer.from(`AWS4${secret}`)
  return createSecretKey(parts.reduce((key, part) => createHmac('sha256', key).update(part).digest(), begin))
}

/** The text that both sides make of a request. */
function canonical(
  { method, path, query }: Unsigned,
  headers: Readonly<Record<string, string>>,
  names: readonly string[]
): string {
  const pairs = Object.keys(query)
    .toSorted()
    .map((name) => `${encode(name)}=${encode(query[name] ?? '')}`)
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/\s+/g, ' ')}`)
  const body = headers['x-amz-content-sha256'] ?? ''
  return [method, path, pairs.join('&'), ...lines, '', names.join(';'), body].join('\n')
}

/** Percent-encoding as S3 signs it: all but letters, digits and `-._~`. */
export const encode = (text: string): string =>
  PLAIN.test(text)
    ? text
    : encodeURIComponent(text).replaceAll(
        /[!'()*]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
      )

/** Nothing to encode, as in nearly every key. */
const PLAIN = /^[\w.~-]*$/
