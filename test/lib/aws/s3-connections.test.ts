import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { connectAhead } from '../../../lib/aws/s3-connections.ts'

/** A server that counts who connects, and an agent whose connections are opened ahead. */
async function open() {
  let connections = 0
  const server = createServer((_request, response) => void response.end('yes'))
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const ask = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, agent }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
      })
      asked.once('error', reject).end()
    })
  const until = async (count: number): Promise<void> => {
    for (let tries = 0; tries < 500; tries += 1) {
      if (connections >= count) return
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return {
    openAhead: connectAhead(agent),
    ask,
    until,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
    cut: () => server.closeAllConnections()
  }
}

test('connections opened ahead are those that the requests use', async () => {
  await using place = await open()
  await place.ask()
  place.openAhead(3)
  place.openAhead(3)
  await place.until(4)
  expect(await Promise.all([1, 2, 3, 4].map(() => place.ask()))).toEqual([200, 200, 200, 200])
  expect(place.connections()).toBe(4)
})

test('before the first request nothing is known to connect to, and what was cut meanwhile is not used', async () => {
  await using place = await open()
  place.openAhead(3)
  await place.ask()
  place.openAhead(2)
  await place.until(3)
  expect(place.connections()).toBe(3)
  place.cut()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await Promise.all([place.ask(), place.ask()])).toEqual([200, 200])
})
