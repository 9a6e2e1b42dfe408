import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type AwsCall = Readonly<{ operation: string; body: Readonly<Record<string, unknown>> }>
export type FakeAws = Readonly<{ url: string; calls: readonly AwsCall[]; close: () => Promise<void> }>

type Answer = (call: AwsCall) => unknown

const DENIED = { __type: 'AccessDeniedException', message: 'no' }
const isFault = (said: unknown): boolean => typeof said === 'object' && said !== null && '__type' in said

/**
 * AWS's JSON protocol on a loopback port: answers by operation (`DescribeServices`), a denial for any other. What has a
 * `__type` is an error.
 */
export async function startFakeAws(answers: Readonly<Record<string, Answer>>): Promise<FakeAws> {
  const calls: AwsCall[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? ''
      const call = {
        operation,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
      }
      calls.push(call)
      const answer = answers[operation]
      const said = answer === undefined ? DENIED : answer(call)
      outgoing.writeHead(isFault(said) ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
      outgoing.end(JSON.stringify(said))
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
