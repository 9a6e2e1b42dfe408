/** Servers of this machine that stand for a load balancer: one with TLS, one without. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Issued } from './authority.ts'

/** An answer; without one the connection is closed. */
export type Reply = Readonly<{ status?: number; headers?: Readonly<Record<string, string>>; body?: string }>
/** `count` is how many requests came before this one. */
export type Answers = (path: string, host: string, count: number) => Reply | undefined
export type Site = Readonly<{ port: number; asked: readonly string[]; close: () => Promise<void> }>

/** What a good answer carries beside its body. */
export const SAFE = {
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff'
}

/** Listens on a free port, with TLS where there is a certificate. */
export async function startSite(answers: Answers, issued?: Issued): Promise<Site> {
  const asked: string[] = []
  const respond = ({ method = '', url = '', headers }: IncomingMessage, response: ServerResponse): void => {
    const reply = answers(url, (headers.host ?? '').replace(/:\d+$/, ''), asked.length)
    asked.push(`${method} ${headers.host} ${url}`)
    if (reply === undefined) response.destroy()
    else response.writeHead(reply.status ?? 200, reply.headers).end(reply.body)
  }
  const server = issued === undefined ? createServer(respond) : createSecureServer({ ...issued }, respond)
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return { port: (server.address() as AddressInfo).port, asked, close: () => end(server) }
}

const end = (server: Server | ReturnType<typeof createSecureServer>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
