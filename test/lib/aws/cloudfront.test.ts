import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { cloudFront } from '../../../lib/aws/cloudfront.ts'

const KEYS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'secret' }
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

async function serve(status: number, body: string) {
  const asked: string[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      asked.push(`${incoming.method} ${incoming.url} ${Buffer.concat(chunks).toString('utf8')}`)
      outgoing.writeHead(status, { 'content-type': 'text/xml' }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { asked, cdn: cloudFront({ region: 'eu-west-1', endpoint }) }
}

const invalidation = (status: string): string =>
  `<Invalidation><Id>I1</Id><Status>${status}</Status><CreateTime>2026-11-21T10:00:00Z</CreateTime></Invalidation>`

test('an invalidation has its paths and its reference', async () => {
  const { asked, cdn } = await serve(201, invalidation('InProgress'))
  const wanted = { distribution: 'E1', paths: ['/', '/a%20b'], reference: 'r1' }
  await expect(cdn.invalidate(wanted)).resolves.toBe('I1')
  expect(asked[0]).toMatch(/^POST \/\d{4}-\d\d-\d\d\/distribution\/E1\/invalidation /)
  expect(asked[0]).toContain('<Path>/</Path><Path>/a%20b</Path>')
  expect(asked[0]).toContain('<CallerReference>r1</CallerReference>')
})

test.each([
  ['InProgress', false],
  ['Completed', true]
])('%s is completed: %s', async (status, expected) => {
  const { cdn } = await serve(200, invalidation(status))
  await expect(cdn.isCompleted('E1', 'I1')).resolves.toBe(expected)
})

test('a refusal names the permission and the distribution', async () => {
  const { asked, cdn } = await serve(
    403,
    '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>'
  )
  await expect(cdn.invalidate({ distribution: 'E1', paths: ['/'], reference: 'r' })).rejects.toThrow(
    "CloudFront CreateInvalidation on distribution 'E1' is denied. The role of this job needs cloudfront:CreateInvalidation on distribution/E1."
  )
  expect(asked).toHaveLength(1)
})
