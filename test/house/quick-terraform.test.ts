import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectHttp2, type IncomingHttpHeaders } from 'node:http2'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { BinaryWriter, WireType } from '@protobuf-ts/runtime'
import { root } from './repository.ts'

/** A provider with schemas of two resources; any other question is one that it does not know. Notes when it starts. */
const PROVIDER = `#!${process.execPath}
const { createServer } = require('node:http2')
const { appendFileSync } = require('node:fs')
appendFileSync(__dirname + '/starts', 'x')
const start = { ':status': 200, 'content-type': 'application/grpc' }
const server = createServer().on('stream', (stream, { ':path': path }) => {
  if (!path.endsWith('/GetSchema')) return stream.respond({ ...start, 'grpc-status': 12, 'grpc-message': 'unknown method' }, { endStream: true })
  stream.respond(start, { waitForTrailers: true })
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': 0 }))
  stream.end(Buffer.from('SCHEMAS', 'base64'))
})
const socket = __dirname + '/' + process.pid
server.listen(socket, () => console.log('1|5|unix|' + socket + '|grpc|'))
`

let folder = ''
let child: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quick-'))
  mkdirSync(join(folder, 'memory'))
  writeFileSync(join(folder, 'memory/known.json'), JSON.stringify(['aws_vpc']))
  const schemas = framed([
    entry(2, 'aws_vpc'),
    entry(2, 'aws_zebra'),
    entry(3, 'aws_zebra'),
    entry(4, 'a diagnostic')
  ])
  writeFileSync(join(folder, 'provider'), PROVIDER.replace('SCHEMAS', schemas.toString('base64')))
  chmodSync(join(folder, 'provider'), 0o755)
})

afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** A field that holds a message whose first field is the text: as a map's entry and a diagnostic's sentence are. */
const entry = (number: number, text: string): Uint8Array =>
  new BinaryWriter()
    .tag(number, WireType.LengthDelimited)
    .bytes(new BinaryWriter().tag(1, WireType.LengthDelimited).string(text).finish())
    .finish()

function framed(fields: readonly Uint8Array[]): Buffer {
  const message = Buffer.concat(fields)
  const head = Buffer.alloc(5)
  head.writeUInt32BE(message.length, 1)
  return Buffer.concat([head, message])
}

/** Asks as Terraform does, of a process of its own. */
async function ask(method: string): Promise<Readonly<{ data: Buffer; status: unknown; message: unknown }>> {
  const script = join(root, 'test/quick/schemas.mjs')
  const paths = ['provider', 'memory'].map((name) => join(folder, name))
  child = spawn(process.execPath, [script, ...paths, mkdtempSync(join(folder, 'own-'))], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
  const session = connectHttp2('http://provider', {
    createConnection: () => connect(line.split('|')[3] ?? '')
  })
  const stream = session.request({ ':method': 'POST', ':path': `/tfplugin5.Provider/${method}` })
  let trailers: IncomingHttpHeaders = {}
  stream.once('trailers', (last: IncomingHttpHeaders) => (trailers = last)).end(Buffer.alloc(5))
  const data = Buffer.concat((await stream.toArray()) as Buffer[])
  session.destroy()
  await once(child, 'exit')
  return { data, status: trailers['grpc-status'], message: trailers['grpc-message'] }
}

test('Terraform is told the schemas of the types that files name, and the provider is asked once', async () => {
  const wanted = { data: framed([entry(2, 'aws_vpc'), entry(4, 'a diagnostic')]), status: '0' }
  expect(await ask('GetSchema')).toMatchObject(wanted)
  expect(await ask('GetSchema')).toMatchObject(wanted)
  expect(readFileSync(join(folder, 'starts'), 'utf8')).toBe('x')
})

test('a question of a newer Terraform that the provider does not know is answered as the provider does', async () => {
  const answer = { data: Buffer.alloc(0), status: '12', message: 'unknown method' }
  expect(await ask('GetResourceIdentitySchemas')).toEqual(answer)
})
