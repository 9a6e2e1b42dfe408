import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { parseCopy, parseListing } from '../../../lib/aws/s3-answers.ts'
import { encodeKey } from '../../../lib/aws/s3-transport.ts'
import { s3Bucket } from '../../../lib/aws/s3.ts'

type Answer = Readonly<{ status?: number; body?: string; headers?: Readonly<Record<string, string>> }> | 'cut'
type Asked = Readonly<{
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
  port: number
}>

const KEYS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' }
const before: Record<string, string | undefined> = {}
beforeAll(() => {
  for (const [name, value] of Object.entries(KEYS)) {
    before[name] = process.env[name]
    process.env[name] = value
  }
})
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})

let close = async (): Promise<void> => {}
afterEach(() => close())

/** A server that gives these answers in turn, the last one again and again. */
async function serve(...answers: readonly Answer[]) {
  const asked: Asked[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? {}
      const { method = '', url = '', headers } = incoming
      const body = Buffer.concat(chunks).toString('utf8')
      asked.push({ method, url, headers, body, port: incoming.socket.remotePort ?? 0 })
      if (answer === 'cut') return void incoming.socket.destroy()
      outgoing.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { asked, endpoint, bucket: s3Bucket({ region: 'eu-west-1', endpoint }, 'site', 4) }
}

const error = (code: string, message = ''): string =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
const HTML = { cacheControl: 'no-cache', contentType: 'text/html; charset=utf-8' }
const page = (key: string) => ({ key, body: Buffer.from('hello'), headers: HTML })

test('a write is signed as AWS says, with its body, its headers and every header of AWS', async () => {
  const { asked, bucket } = await serve({ headers: { etag: '"e1"' } })
  await expect(bucket.put(page('a b/ü+(1).html'))).resolves.toBe('e1')
  const [{ method, url, headers, body }] = asked as [Asked]
  expect({ method, url, body }).toEqual({
    method: 'PUT',
    url: '/site/a%20b/%C3%BC%2B%281%29.html',
    body: 'hello'
  })
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/html; charset=utf-8',
    'content-length': '5',
    'x-amz-security-token': 'token',
    'x-amz-content-sha256': createHash('sha256').update('hello').digest('hex')
  })
  const [, signed = ''] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? []
  expect(signed.split(';')).toEqual(
    expect.arrayContaining([
      'cache-control',
      'host',
      'x-amz-content-sha256',
      'x-amz-date',
      'x-amz-security-token'
    ])
  )
})

test('connections stay open', async () => {
  const { asked, bucket } = await serve({ headers: { etag: '"e"' } })
  for (const key of ['a', 'b', 'c']) await bucket.put(page(key))
  expect(new Set(asked.map(({ port }) => port)).size).toBe(1)
})

test('a listing goes to its last page', async () => {
  const contents = (key: string): string =>
    `<Contents><Key>${key}</Key><ETag>&quot;m&quot;</ETag><Size>3</Size></Contents>`
  const { asked, bucket } = await serve(
    {
      body: `<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>n/x=</NextContinuationToken>${contents('p/a%20b%2Bc')}</ListBucketResult>`
    },
    { body: `<ListBucketResult><IsTruncated>false</IsTruncated>${contents('p/d')}</ListBucketResult>` }
  )
  await expect(bucket.list('p/')).resolves.toEqual([
    { key: 'p/a b+c', etag: 'm', size: 3 },
    { key: 'p/d', etag: 'm', size: 3 }
  ])
  expect(asked.map(({ url }) => url)).toEqual([
    '/site/?list-type=2&encoding-type=url&prefix=p%2F',
    '/site/?list-type=2&encoding-type=url&prefix=p%2F&continuation-token=n%2Fx%3D'
  ])
})

test('a listing of a thousand objects is read, and an empty one', () => {
  const one = '<Contents><Key>k</Key><ETag>&quot;e&quot;</ETag><Size>0</Size></Contents>'
  expect(parseListing(`<ListBucketResult>${one.repeat(1000)}</ListBucketResult>`).objects).toHaveLength(1000)
  expect(parseListing('<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>')).toEqual({ objects: [] })
})

test.each([
  ['absent', { 'if-none-match': '*' }],
  [{ etag: 'e0' }, { 'if-match': '"e0"' }]
] as const)('a write only if %j says so, and that it was not made', async (onlyIf, headers) => {
  const { asked, bucket } = await serve({ status: 412, body: error('PreconditionFailed') })
  await expect(bucket.put({ ...page('lock'), onlyIf })).resolves.toBeUndefined()
  expect(asked[0]?.headers).toMatchObject(headers)
})

test('an object is read with its age by the clock of S3', async () => {
  const headers = {
    etag: '"e"',
    date: 'Sat, 21 Nov 2026 10:01:00 GMT',
    'last-modified': 'Sat, 21 Nov 2026 10:00:00 GMT'
  }
  const { bucket } = await serve({ body: 'text', headers }, { status: 404, body: error('NoSuchKey') })
  await expect(bucket.get('a')).resolves.toEqual({ text: 'text', etag: 'e', ageMs: 60_000 })
  await expect(bucket.get('a')).resolves.toBeUndefined()
})

test('a copy onto itself replaces its headers; one elsewhere keeps them', async () => {
  const { asked, bucket } = await serve({ body: '<CopyObjectResult><ETag>"c"</ETag></CopyObjectResult>' })
  await expect(bucket.copy({ from: 'a b', to: 'a b', headers: HTML })).resolves.toBe('c')
  await bucket.copy({ from: 'a', to: 'b' })
  expect(asked[0]?.headers).toMatchObject({
    'x-amz-copy-source': '/site/a%20b',
    'x-amz-metadata-directive': 'REPLACE',
    'cache-control': 'no-cache'
  })
  expect(asked[1]?.headers).not.toHaveProperty('x-amz-metadata-directive')
})

test('a copy that fails with status 200 is a fault', async () => {
  const { bucket } = await serve({ body: error('InternalError', 'We encountered an internal error.') })
  await expect(bucket.copy({ from: 'a', to: 'b' })).rejects.toMatchObject({ name: 'InternalError' })
  expect(parseCopy('<CopyObjectResult><ETag>&quot;x&quot;</ETag></CopyObjectResult>')).toBe('x')
})

test('a delete is done when nothing is there, and not when something else is', async () => {
  const { asked, bucket } = await serve({ status: 204 }, { status: 404 }, { status: 412 })
  await expect(bucket.remove('a')).resolves.toBe(true)
  await expect(bucket.remove('a', 'e')).resolves.toBe(true)
  await expect(bucket.remove('a', 'e')).resolves.toBe(false)
  expect(asked[2]?.headers['if-match']).toBe('"e"')
})

test('patience is asked again, and so is a connection that was cut', async () => {
  const { asked, bucket } = await serve({ status: 503, body: error('SlowDown') }, 'cut', {
    headers: { etag: '"e"' }
  })
  await expect(bucket.put(page('a'))).resolves.toBe('e')
  expect(asked).toHaveLength(3)
})

test('a refusal is told at once with the permission and the object, KMS with its key', async () => {
  const { asked, bucket } = await serve(
    { status: 403, body: error('AccessDenied', 'no') },
    { status: 403, body: error('AccessDenied', 'not authorized to perform: kms:GenerateDataKey') }
  )
  await expect(bucket.put(page('a/b'))).rejects.toThrow(
    "S3 PutObject on 'a/b' of bucket 'site' is denied. The role of this job needs s3:PutObject on arn:aws:s3:::site/a/b."
  )
  await expect(bucket.put(page('a/b'))).rejects.toThrow('allow kms:GenerateDataKey and kms:Decrypt')
  expect(asked).toHaveLength(2)
})

test('another region and no bucket are told in a sentence', async () => {
  const { bucket } = await serve(
    { status: 301, body: error('PermanentRedirect'), headers: { 'x-amz-bucket-region': 'us-east-1' } },
    { status: 404, body: error('NoSuchBucket') }
  )
  await expect(bucket.list('')).rejects.toThrow('the bucket is in us-east-1, but AWS_REGION is eu-west-1')
  await expect(bucket.list('')).rejects.toThrow("there is no such bucket. Correct input 'bucket'.")
})

test('a cancelled job ends its requests with its own reason', async () => {
  const { endpoint } = await serve({ status: 503, body: error('SlowDown') })
  const controller = new AbortController()
  const bucket = s3Bucket({ region: 'eu-west-1', endpoint, signal: controller.signal }, 'site', 4)
  const listing = bucket.list('')
  controller.abort(new Error('The job was cancelled.'))
  await expect(listing).rejects.toThrow('The job was cancelled.')
})

test('keys are encoded as S3 signs them', () => {
  expect(encodeKey("a/b c/~x*'()!+&=?#é.js")).toBe('a/b%20c/~x%2A%27%28%29%21%2B%26%3D%3F%23%C3%A9.js')
})
