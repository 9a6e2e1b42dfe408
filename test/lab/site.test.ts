import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Edges } from '../../lab/aws/dataplane/api.ts'
import { visitSite } from '../../lab/demo/site.ts'

const PAGE = '<head><link rel="stylesheet" href="/assets/a.css" /><title>Ready</title></head>'
const ANSWERS: Readonly<Record<string, string>> = {
  'www.acme.test/': PAGE,
  'www.acme.test/assets/a.css': 'body { color: $& red }',
  'acme.test/healthz': '{"status":"ok"}'
}

let server: Server
let edges: Edges
beforeAll(async () => {
  server = createServer((request, response) => {
    const text = ANSWERS[`${request.headers.host}${request.url}`]
    response.writeHead(text === undefined ? 503 : 200, { 'content-type': 'text/html' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const edge = { kind: 'distribution', address: '127.0.0.1', ports: { 80: port } } as const
  edges = { ca: '', hosts: { 'www.acme.test': edge, 'acme.test': edge } }
})
afterAll(() => new Promise((done) => server.close(done)))

test('a site is shown as a browser shows it, with what each address answered', async () => {
  const site = await visitSite(
    { edges: async () => edges },
    { site: 'http://www.acme.test/', api: 'http://acme.test' }
  )
  expect(site).toEqual({
    address: 'http://www.acme.test/',
    html: '<head><style>body { color: $& red }</style><title>Ready</title></head>',
    answers: [
      { address: 'http://www.acme.test/', status: 200, text: 'text/html' },
      { address: 'http://acme.test/healthz', status: 200, text: '{"status":"ok"}' },
      { address: 'http://acme.test/version', status: 503, text: '' }
    ]
  })
})
