import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How one request is answered. */
export type Answer = (response: ServerResponse) => void

export type Mirror = Readonly<{ url: string; requests: readonly string[]; close: () => Promise<void> }>

/** A release server on loopback: the first request gets the first answer, the last answer repeats. */
export async function startMirror(...answers: readonly Answer[]): Promise<Mirror> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)]
    requests.push(request.url ?? '')
    answer?.(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** Answers with the whole file. */
export const sends =
  (body: Uint8Array): Answer =>
  (response) =>
    void response.writeHead(200, { 'content-length': body.length }).end(body)

/** Answers with a status and nothing else. */
export const fails =
  (status: number): Answer =>
  (response) =>
    void response.writeHead(status).end()

/** Promises the whole file, sends its first half, and hangs up. */
export const hangsUp =
  (body: Uint8Array): Answer =>
  (response) => {
    response.writeHead(200, { 'content-length': body.length })
    response.write(body.subarray(0, body.length / 2), () => response.destroy())
  }

/** Sends a first byte and then nothing for as long as the client waits. */
export const stalls = (): Answer => (response) => {
  response.writeHead(200, { 'content-length': 1000 })
  response.write('P')
}
