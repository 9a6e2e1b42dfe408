/** Asks a host as its public name would be asked, wherever it listens on this machine. */
import { request as plain, type OutgoingHttpHeaders, type IncomingHttpHeaders } from 'node:http'
import { request as secure } from 'node:https'
import type { Edges } from './api.ts'

export type Visit = Readonly<{ method?: string; headers?: OutgoingHttpHeaders; body?: string }>
export type Visited = Readonly<{ status: number; headers: IncomingHttpHeaders; text: string }>

/** One request to `https://host/path` (or http, or with a port of AWS's); throws for a host that nobody serves. */
export function visit(
  edges: Edges,
  address: string,
  { method = 'GET', headers = {}, body }: Visit = {}
): Promise<Visited> {
  const url = new URL(address)
  const edge = edges.hosts[url.hostname]
  const port = edge?.ports[url.port || (url.protocol === 'https:' ? '443' : '80')]
  if (edge === undefined || port === undefined)
    throw new Error(
      `${address} is not served; there are ${Object.keys(edges.hosts).join(', ') || 'no hosts'}`
    )
  const options = {
    host: edge.address,
    port,
    method,
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, ...headers }
  }
  return new Promise((resolve, reject) => {
    const sent =
      url.protocol === 'https:'
        ? secure({ ...options, ca: edges.ca, servername: url.hostname, agent: false })
        : plain({ ...options, agent: false })
    sent.on('error', reject).on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
      })
    })
    sent.end(body)
  })
}
