import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The parameters of a call, `Action` among them, and which service and region it was signed for. */
export type QueryCall = Readonly<{ query: URLSearchParams; scope: string }>
export type QueryAnswer = Readonly<{ status?: number; xml: string }>
export type FakeQueryAws = Readonly<{ url: string; calls: readonly QueryCall[]; close: () => Promise<void> }>

/** AWS's query protocol on a loopback port: XML by `Action`, a refusal for any other. */
export async function startFakeQueryAws(
  answers: Readonly<Record<string, (query: URLSearchParams) => QueryAnswer>>
): Promise<FakeQueryAws> {
  const calls: QueryCall[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const query = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
      const [, scope = ''] =
        /Credential=[^/]+\/\d+\/([^/]+\/[^/]+)\//.exec(incoming.headers.authorization ?? '') ?? []
      calls.push({ query, scope })
      const { status = 200, xml } = answers[query.get('Action') ?? '']?.(query) ?? DENIED
      outgoing.writeHead(status, { 'content-type': 'text/xml' })
      outgoing.end(xml)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      })
  }
}

const DENIED: QueryAnswer = {
  status: 403,
  xml: '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>'
}
