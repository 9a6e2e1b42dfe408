/**
 * A bucket that costs next to nothing: the ground on which syncs are compared, as a process of its own. It keeps sizes and
 * ETags, no bytes, and answers every request LATENCY_MS late, as a network does. Prints its port; GET /-/puts counts.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const LATENCY_MS = Number(process.env['LATENCY_MS'] ?? 30)
const PAGE = 1000

type Kept = Readonly<{ etag: string; size: number; at: string; body?: Buffer }>

const objects = new Map<string, Kept>()
let puts = 0

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    setTimeout(() => answer(request, response, Buffer.concat(chunks)), LATENCY_MS)
  })
})

function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const url = new URL(request.url ?? '/', 'http://localhost')
  // The bench asks before and after a sync, too seldom for a connection that stays open.
  if (url.pathname === '/-/puts')
    return void response.writeHead(200, { connection: 'close' }).end(String(puts))
  const key = decodeURIComponent(url.pathname.replace(/^\/[^/]*\/?/, ''))
  if (key === '') return list(url, response)
  const say = { PUT: put, GET: get, HEAD: get, DELETE: remove }[request.method ?? '']
  if (say === undefined) return void response.writeHead(405).end()
  say(key, { request, response, body })
}

type Call = Readonly<{ request: IncomingMessage; response: ServerResponse; body: Buffer }>

function put(key: string, { request, response, body }: Call): void {
  if (request.headers['if-none-match'] !== undefined && objects.has(key))
    return void response.writeHead(412).end()
  puts += 1
  const etag = createHash('md5').update(body).digest('hex')
  const size = Number(request.headers['x-amz-decoded-content-length'] ?? body.length)
  // The action reads back what it keeps beside the site, and nothing else.
  const kept = key.includes('caliber-releases/') ? { body } : {}
  objects.set(key, { etag, size, at: new Date().toISOString(), ...kept })
  response.writeHead(200, { etag: `"${etag}"` }).end()
}

function get(key: string, { response }: Call): void {
  const found = objects.get(key)
  if (found === undefined) return void response.writeHead(404).end()
  response.writeHead(200, { etag: `"${found.etag}"`, 'last-modified': new Date(found.at).toUTCString() })
  response.end(found.body)
}

function remove(key: string, { response }: Call): void {
  objects.delete(key)
  response.writeHead(204).end()
}

function list(url: URL, response: ServerResponse): void {
  const from = Number(url.searchParams.get('continuation-token') ?? 0)
  const prefix = url.searchParams.get('prefix') ?? ''
  const all = [...objects].filter(([key]) => key.startsWith(prefix)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const contents = all.slice(from, from + PAGE).map(([key, { etag, size, at }]) => {
    const inner = `<Key>${key}</Key><LastModified>${at}</LastModified><ETag>"${etag}"</ETag><Size>${size}</Size>`
    return `<Contents>${inner}<StorageClass>STANDARD</StorageClass></Contents>`
  })
  const isCut = all.length > from + PAGE
  const next = isCut ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : ''
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isCut}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`
  )
}

server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
