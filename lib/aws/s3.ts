import { AwsCallError } from './call.ts'
import type { AwsConnection } from './connection.ts'
import { AwsError, credentialsAdvice, isDenied, isUnauthenticated } from './denied.ts'
import type { ListedObject } from './s3-answers.ts'
import {
  encodeKey,
  s3Transport,
  unquote,
  type S3Answer,
  type S3Request,
  type SendS3
} from './s3-transport.ts'

export type { ListedObject } from './s3-answers.ts'

/** What S3 says of an object to whoever asks for it. */
export type ObjectHeaders = Readonly<{ cacheControl: string; contentType: string }>

/** An object to write. `onlyIf`: nothing is there, or what is there has this ETag. */
export type NewObject = Readonly<{
  key: string
  body: Uint8Array
  headers: ObjectHeaders
  onlyIf?: 'absent' | Readonly<{ etag: string }>
}>

/** A copy within the bucket; with `headers` it gets new ones, otherwise it keeps its own. */
export type Copy = Readonly<{ from: string; to: string; headers?: ObjectHeaders }>

/** An object's text; `ageMs` is by S3's own clock. */
export type FetchedObject = Readonly<{ text: string; etag: string; ageMs: number }>

/** The objects of one bucket. Keys are as they are, never encoded. */
export type S3Bucket = Readonly<{
  list: (prefix: string) => Promise<readonly ListedObject[]>
  /** Undefined when there is none. */
  get: (key: string) => Promise<FetchedObject | undefined>
  /** The ETag; undefined when the condition does not hold. */
  put: (object: NewObject) => Promise<string | undefined>
  /** The copy's ETag. */
  copy: (copy: Copy) => Promise<string>
  /** False when the object is there with another ETag. */
  remove: (key: string, etag?: string) => Promise<boolean>
  /** Connects so often, at once, for requests that are about to come; only a matter of speed. */
  openAhead: (connections: number) => void
}>

/** S3 within one bucket, over connections that stay open; signed with the credentials that the SDK finds. */
export function s3Bucket(connection: AwsConnection, bucket: string, connections = 64): S3Bucket {
  const { send, openAhead } = s3Transport(connection, { bucket, connections })
  const ask = asker(send, { bucket, region: connection.region })
  return {
    list: (prefix) => list(ask, prefix),
    get: (key) => get(ask, key),
    put: (object) => put(ask, object),
    copy: (copy) => copyWithin(ask, bucket, copy),
    remove: (key, etag) => remove(ask, key, etag),
    openAhead
  }
}

/** The parser of XML is loaded while S3 makes its answer. */
const answers = () => import('./s3-answers.ts')

/** One call; statuses of `expected` are answers, all others faults. */
type Ask = (operation: string, request: S3Request, expected?: readonly number[]) => Promise<S3Answer>

type Place = Readonly<{ bucket: string; region: string }>

const PERMISSIONS: Readonly<Record<string, string>> = {
  ListObjectsV2: 's3:ListBucket',
  GetObject: 's3:GetObject',
  PutObject: 's3:PutObject',
  CopyObject: 's3:PutObject and s3:GetObject',
  DeleteObject: 's3:DeleteObject'
}

const asker =
  (send: SendS3, place: Place): Ask =>
  async (operation, request, expected = []) => {
    const answer = await send(request)
    if ((answer.status >= 200 && answer.status < 300) || expected.includes(answer.status)) return answer
    throw await faultOf(operation, { key: request.key, answer, place })
  }

type Refused = Readonly<{ key: string; answer: S3Answer; place: Place }>

/** An error as a sentence that names operation, object, AWS's code and what to do. */
async function faultOf(operation: string, { key, answer, place }: Refused): Promise<Error> {
  const { parseFailure } = await answers()
  const { Code = `HTTP ${answer.status}`, Message = '' } = parseFailure(answer.body.toString('utf8'))
  const { bucket } = place
  const request = String(answer.headers['x-amz-request-id'] ?? '')
  const what = `S3 ${operation} on ${key === '' ? `bucket '${bucket}'` : `'${key}' of bucket '${bucket}'`}`
  const cause = new AwsError(
    Code,
    `${Message}${request === '' ? '' : ` (AWS request ${request})`}`,
    answer.status
  )
  return new AwsCallError(Code, `${what} ${describe(operation, { cause, key, answer, place })}`, cause)
}

function describe(operation: string, { cause, key, answer, place }: Refused & { cause: AwsError }): string {
  if (isDenied(cause)) return describeDenial(operation, { cause, key, place })
  if (isUnauthenticated(cause)) return credentialsAdvice(cause.name)
  if (cause.name === 'NoSuchBucket') return "failed: there is no such bucket. Correct input 'bucket'."
  const elsewhere = answer.headers['x-amz-bucket-region']
  if (
    answer.status === 301 ||
    (answer.status === 400 && elsewhere !== undefined && elsewhere !== place.region)
  )
    return `failed: the bucket is in ${String(elsewhere)}, but AWS_REGION is ${place.region}. Configure the credentials for the bucket's region.`
  if (answer.status >= 500)
    return `was answered ${answer.status} (${cause.name}) for two minutes. Run this job again.`
  return `failed with ${cause.name}: ${cause.message}`
}

function describeDenial(
  operation: string,
  { cause, key, place }: Pick<Refused, 'key' | 'place'> & { cause: AwsError }
): string {
  const kms = /kms/i.test(cause.message)
    ? ' AWS speaks of KMS: allow kms:GenerateDataKey and kms:Decrypt on the bucket’s key.'
    : ''
  const arn = `arn:aws:s3:::${place.bucket}${key === '' ? '' : `/${key}`}`
  return `is denied. The role of this job needs ${PERMISSIONS[operation]} on ${arn}.${kms}`
}

async function list(ask: Ask, prefix: string): Promise<readonly ListedObject[]> {
  const found: ListedObject[] = []
  let token: string | undefined
  do {
    const query = {
      'list-type': '2',
      'encoding-type': 'url',
      ...(prefix === '' ? {} : { prefix }),
      ...(token === undefined ? {} : { 'continuation-token': token })
    }
    const asked = ask('ListObjectsV2', { method: 'GET', key: '', query })
    const [{ body }, { parseListing }] = await Promise.all([asked, answers()])
    const { objects, next } = parseListing(body.toString('utf8'))
    found.push(...objects)
    token = next
  } while (token !== undefined)
  return found
}

async function get(ask: Ask, key: string): Promise<FetchedObject | undefined> {
  const { status, headers, body } = await ask('GetObject', { method: 'GET', key }, [404])
  if (status === 404) return undefined
  const [now = 0, changed = 0] = [headers.date, headers['last-modified']].map((date) =>
    Date.parse(date ?? '')
  )
  return {
    text: body.toString('utf8'),
    etag: unquote(headers.etag ?? ''),
    ageMs: Math.max(0, now - changed) || 0
  }
}

const NOT_MET = [404, 409, 412]

async function put(ask: Ask, { key, body, headers, onlyIf }: NewObject): Promise<string | undefined> {
  const condition: Readonly<Record<string, string>> =
    onlyIf === undefined
      ? {}
      : onlyIf === 'absent'
        ? { 'if-none-match': '*' }
        : { 'if-match': `"${onlyIf.etag}"` }
  const all = { ...written(headers), ...condition }
  const expected = onlyIf === undefined ? [] : NOT_MET.slice(onlyIf === 'absent' ? 1 : 0)
  const answer = await ask('PutObject', { method: 'PUT', key, headers: all, body }, expected)
  return answer.status === 200 ? unquote(answer.headers.etag ?? '') : undefined
}

const written = ({ cacheControl, contentType }: ObjectHeaders): Readonly<Record<string, string>> => ({
  'cache-control': cacheControl,
  'content-type': contentType
})

async function copyWithin(ask: Ask, bucket: string, { from, to, headers }: Copy): Promise<string> {
  const own = headers === undefined ? {} : { ...written(headers), 'x-amz-metadata-directive': 'REPLACE' }
  const all = { ...own, 'x-amz-copy-source': `/${bucket}/${encodeKey(from)}` }
  const answer = await ask('CopyObject', { method: 'PUT', key: to, headers: all })
  const text = answer.body.toString('utf8')
  const { parseCopy, parseFailure } = await answers()
  const etag = parseCopy(text)
  if (etag === undefined) {
    const { Code = 'InternalError', Message = 'no result' } = parseFailure(text)
    throw new AwsCallError(
      Code,
      `S3 CopyObject to '${to}' of bucket '${bucket}' failed with ${Code}: ${Message}`,
      undefined
    )
  }
  return etag
}

async function remove(ask: Ask, key: string, etag: string | undefined): Promise<boolean> {
  const headers = etag === undefined ? {} : { 'if-match': `"${etag}"` }
  const answer = await ask(
    'DeleteObject',
    { method: 'DELETE', key, headers },
    etag === undefined ? [404] : NOT_MET
  )
  return answer.status < 300 || answer.status === 404
}
