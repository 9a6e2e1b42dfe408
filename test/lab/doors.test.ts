/** Whoever connects to port 443 or 80 reaches the host that they name; hosts that nobody has are hung up on. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Doors, openDoors } from '../../lab/doors/doors.ts'
import { hostOf } from '../../lab/doors/host.ts'

const server = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nwell'))
let doors: Doors

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const edge = { kind: 'load-balancer', address: '127.0.0.1', ports: { 80: port, 443: port } } as const
  doors = await openDoors(async () => ({ ca: '', hosts: { 'acme.test': edge } }))
})

afterAll(async () => {
  await doors.close()
  server.close()
})

/** What a process that goes through the doors prints. */
async function step(program: string): Promise<string> {
  const node = promisify(execFile)
  const { stdout } = await node(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env['PATH'], ...doors.env }
  })
  return stdout.trim()
}

const asking = (host: string): string => `
  import { get } from 'node:http'
  get({ host: '127.0.0.1', headers: { host: '${host}' } }, (answer) => answer.pipe(process.stdout))
    .on('error', ({ code }) => console.log(code))`

test('a request to port 80 reaches the host of its header', async () => {
  expect(await step(asking('Acme.test'))).toBe('well')
})

test('a host that nobody has is hung up on', async () => {
  expect(await step(asking('nobody.test'))).toBe('ECONNRESET')
})

test('a connection alone is taken', async () => {
  const connecting =
    "import { connect } from 'node:net'; connect(443, '127.0.0.1', function () { console.log('taken'); this.destroy() })"
  expect(await step(connecting)).toBe('taken')
})

test('a handshake is for its server name', async () => {
  const program = `
    import { createServer } from 'node:net'
    import { connect } from 'node:tls'
    const server = createServer((socket) => socket.once('data', (said) => { console.log(said.toString('base64')); process.exit() }))
    server.listen(0, '127.0.0.1', () => connect({ port: server.address().port, host: '127.0.0.1', servername: 'www.Acme.test' }))`
  const said = Buffer.from(await step(program), 'base64')
  expect(hostOf(said)).toBe('www.acme.test')
  expect(hostOf(said.subarray(0, 60))).toBeUndefined()
})

test('nonsense names nobody', () => {
  expect(hostOf(Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toBe('')
  expect(hostOf(Buffer.from([0x16, 3, 1, 0, 4, 1, 0, 0, 0]))).toBe('')
})
