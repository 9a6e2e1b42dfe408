/**
 * What Terraform starts first of a provider, and asks for nothing but its schemas: the provider answers once a test run, this
 * says it again, of the types in `known.json` of the memory. `node schemas.mjs <provider> <memory> <own folder>`, in the
 * environment that Terraform gives its providers.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { connect as connectHttp2, constants, createServer } from 'node:http2'
import { connect } from 'node:net'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { deserialize, serialize } from 'node:v8'

const [provider, memory, folder] = process.argv.slice(2)
const LOOK_MS = 1000
const OK = '0'
const UNIMPLEMENTED = '12'
const { NGHTTP2_CANCEL } = constants

/** A reply as gRPC has it: messages, then how it ended. */
async function ask(path) {
  // It speaks its own protocol's words on its own streams, and is gone with this question.
  const child = spawn(provider, { stdio: ['ignore', 'pipe', 'ignore'] })
  process.once('exit', () => child.kill('SIGKILL'))
  try {
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    const session = connectHttp2('http://provider', { createConnection: () => connect(line.split('|')[3]) })
    const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' }
    const stream = session.request(headers)
    const NOTHING = Buffer.alloc(5)
    let ending = {}
    stream.once('response', (first) => (ending = first)).once('trailers', (last) => (ending = last))
    stream.end(NOTHING)
    const data = Buffer.concat(await stream.toArray())
    session.destroy()
    return { data, status: ending['grpc-status'] ?? UNIMPLEMENTED, message: ending['grpc-message'] ?? '' }
  } finally {
    child.kill('SIGKILL')
  }
}

/** The first who asks keeps the answer for all others; renamed when complete, as many ask at once. */
async function remembered(path) {
  const file = join(memory, basename(path))
  if (existsSync(file)) return deserialize(readFileSync(file))
  const reply = await shortened(path, await ask(path))
  writeFileSync(`${file}.${process.pid}`, serialize(reply))
  renameSync(`${file}.${process.pid}`, file)
  return reply
}

/** Only `GetSchema` has much to leave out; a provider that does not know another question answers it with no data at all. */
async function shortened(path, reply) {
  if (!path.endsWith('/GetSchema') || reply.status !== OK) return reply
  const { keepKnown } = await import('./known-types.mjs')
  const known = new Set(JSON.parse(readFileSync(join(memory, 'known.json'), 'utf8')))
  return { ...reply, data: keepKnown(reply.data, known) }
}

const start = { ':status': 200, 'content-type': 'application/grpc' }

async function answer(stream, path) {
  const reply = await remembered(path)
  stream.respond(start, { waitForTrailers: true })
  const ending = { 'grpc-status': reply.status, 'grpc-message': reply.message }
  stream.once('wantTrailers', () => stream.sendTrailers(ending))
  stream.end(reply.data)
}

const server = createServer().on('stream', (stream, headers) => {
  const path = headers[':path']
  stream.on('error', () => stream.close(NGHTTP2_CANCEL))
  if (path.endsWith('/Shutdown')) process.exit()
  if (/\/Get\w*Schemas?$/.test(path)) return void answer(stream, path)
  const why = `Only schemas are answered here, not ${path}`
  stream.respond({ ...start, 'grpc-status': UNIMPLEMENTED, 'grpc-message': why }, { endStream: true })
})
// Terraform may be killed, even before it has connected: nobody says Shutdown then.
server.on('session', (session) => session.once('close', () => process.exit()))
const terraform = process.ppid
setInterval(() => process.ppid === terraform || process.exit(1), LOOK_MS)
const socket = join(folder, 'socket')
server.listen(socket, () => process.stdout.write(`1|5|unix|${socket}|grpc|\n`))
