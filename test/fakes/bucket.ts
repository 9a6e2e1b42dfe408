import { createHash } from 'node:crypto'
import { AwsError } from '../../lib/aws/denied.ts'
import type { ObjectHeaders, S3Bucket } from '../../lib/aws/s3.ts'
import type { FakeClock } from './clock.ts'

type Kept = Readonly<{ body: Buffer; headers: ObjectHeaders; etag: string; at: number }>

/** A bucket in memory; with `kms` its ETags are no MD5, as those of objects that KMS encrypts. */
export type FakeBucket = S3Bucket &
  Readonly<{
    /** Every call, as `put index.html`. */
    calls: readonly string[]
    text: (key: string) => string | undefined
    headers: (key: string) => ObjectHeaders | undefined
    keys: () => readonly string[]
    /** Called before each call of these kinds with its words; what it throws is the answer. */
    before: (strike: (call: string) => void) => void
    /** The same once the call has been carried out. */
    after: (strike: (call: string) => void) => void
  }>

export function fakeBucket(clock: FakeClock, { kms = false } = {}): FakeBucket {
  const objects = new Map<string, Kept>()
  const calls: string[] = []
  let before: (call: string) => void = () => {}
  let after: (call: string) => void = () => {}
  let count = 0
  const write = (key: string, body: Buffer, headers: ObjectHeaders): string => {
    count += 1
    const salt = kms ? `kms ${count}` : ''
    const etag = createHash('md5').update(body).update(salt).digest('hex')
    objects.set(key, { body, headers, etag, at: clock.now() })
    return etag
  }
  const call = async <T>(words: string, work: () => T): Promise<T> => {
    calls.push(words)
    before(words)
    const answer = work()
    after(words)
    return answer
  }
  return {
    calls,
    text: (key) => objects.get(key)?.body.toString('utf8'),
    headers: (key) => objects.get(key)?.headers,
    keys: () => [...objects.keys()].toSorted(),
    before: (strike) => (before = strike),
    after: (strike) => (after = strike),
    list: (prefix) =>
      call(`list ${prefix}`, () =>
        [...objects]
          .filter(([key]) => key.startsWith(prefix))
          .map(([key, { etag, body }]) => ({ key, etag, size: body.length }))
      ),
    get: (key) =>
      call(`get ${key}`, () => {
        const found = objects.get(key)
        if (found === undefined) return undefined
        return { text: found.body.toString('utf8'), etag: found.etag, ageMs: clock.now() - found.at }
      }),
    put: ({ key, body, headers, onlyIf }) =>
      call(`put ${key}`, () => {
        const found = objects.get(key)
        if (onlyIf === 'absent' && found !== undefined) return undefined
        if (typeof onlyIf === 'object' && found?.etag !== onlyIf.etag) return undefined
        return write(key, Buffer.from(body), headers)
      }),
    copy: ({ from, to, headers }) =>
      call(`copy ${from} ${to}`, () => {
        const found = objects.get(from)
        if (found === undefined) throw new AwsError('NoSuchKey', `there is no ${from}`, 404)
        return write(to, found.body, headers ?? found.headers)
      }),
    remove: (key, etag) =>
      call(`remove ${key}`, () => {
        if (etag !== undefined && objects.get(key)?.etag !== etag) return !objects.has(key)
        objects.delete(key)
        return true
      }),
    openAhead: () => {}
  }
}
