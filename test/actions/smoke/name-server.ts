/** A DNS server of this machine that knows a few hosts (RFC 1035, as much as a resolver asks). */
import { createSocket } from 'node:dgram'
import { isIP } from 'node:net'

export type NameServer = Readonly<{ address: string; close: () => Promise<void> }>

const TYPE_A = 1
const TYPE_CNAME = 5
const NXDOMAIN = 3

/** Hosts by name, with their IPv4 addresses or the one other name that they have; every other name does not exist. */
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
  const alias = known?.find((one) => isIP(one) === 0)
  const isAsked = alias !== undefined || question.readUInt16BE(end) === TYPE_A
  const found = isAsked ? (known ?? []) : []
  const head = Buffer.alloc(12)
  question.copy(head, 0, 0, 2)
  head.writeUInt16BE(0x8580 | (known === undefined ? NXDOMAIN : 0), 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(found.length, 6)
  const records = found.map((one) =>
    one === alias ? record(TYPE_CNAME, labelsOf(one)) : record(TYPE_A, one.split('.').map(Number))
  )
  return Buffer.concat([head, question.subarray(12, end + 4), ...records])
}

/** The name by its place in the question, type, class IN, ten seconds, and the data after their length. */
const record = (type: number, data: readonly number[]): Buffer =>
  Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 10, 0, data.length, ...data])

const labelsOf = (name: string): readonly number[] => [
  ...name.split('.').flatMap((label) => [label.length, ...Buffer.from(label)]),
  0
]

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
