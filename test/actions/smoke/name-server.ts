/** A DNS server of this machine that knows a few hosts (RFC 1035, as much as a resolver asks). */
import { createSocket } from 'node:dgram'

export type NameServer = Readonly<{ address: string; close: () => Promise<void> }>

const TYPE_A = 1
const NXDOMAIN = 3

/** Hosts by name, with their IPv4 addresses; every other name does not exist. */
export function startNameServer(hosts: Readonly<Record<string, readonly string[]>>): Promise<NameServer> {
  const socket = createSocket('udp4')
  socket.on('message', (question, { address, port }) => socket.send(answer(question, hosts), port, address))
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.bind(0, '127.0.0.1', () =>
      resolve({
        address: `127.0.0.1:${socket.address().port}`,
        close: () => new Promise((done) => socket.close(() => done()))
      })
    )
  })
}

function answer(question: Buffer, hosts: Readonly<Record<string, readonly string[]>>): Buffer {
  const { name, end } = readName(question)
  const known = hosts[name.toLowerCase()]
  const addresses = question.readUInt16BE(end) === TYPE_A ? (known ?? []) : []
  const head = Buffer.alloc(12)
  question.copy(head, 0, 0, 2)
  head.writeUInt16BE(0x8580 | (known === undefined ? NXDOMAIN : 0), 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(addresses.length, 6)
  // The name by its place in the question, type A, class IN, ten seconds, four bytes.
  const records = addresses.map((address) =>
    Buffer.from([0xc0, 12, 0, TYPE_A, 0, 1, 0, 0, 0, 10, 0, 4, ...address.split('.').map(Number)])
  )
  return Buffer.concat([head, question.subarray(12, end + 4), ...records])
}

function readName(question: Buffer): Readonly<{ name: string; end: number }> {
  const labels: string[] = []
  let at = 12
  while (at < question.length && question[at] !== 0) {
    const length = question[at] ?? 0
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.'), end: at + 1 }
}
