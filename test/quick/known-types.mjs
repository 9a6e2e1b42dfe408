/** Leaves out of a provider's schemas what no file names: Terraform reads 1,500 types in half a second, at every command. */
import { BinaryReader, WireType } from '@protobuf-ts/runtime'

/** Bytes of a gRPC message before its content: whether it is compressed, and its length. */
const HEAD = 5
/** GetProviderSchema.Response of tfplugin5.proto: resources, data sources, ephemeral resources, each a map by type. */
const MAPS = new Set([2, 3, 8])

/** The reply to `GetSchema` with the known types only. */
export function keepKnown(reply, known) {
  const kept = [...fields(reply.subarray(HEAD))]
    .filter(({ number, content }) => !MAPS.has(number) || known.has(keyOf(content)))
    .map(({ bytes }) => bytes)
  const head = Buffer.from(reply.subarray(0, HEAD))
  const message = Buffer.concat(kept)
  head.writeUInt32BE(message.length, 1)
  return Buffer.concat([head, message])
}

/** A map's entry begins with its key. */
function keyOf(entry) {
  const reader = new BinaryReader(entry)
  const [number] = reader.tag()
  return number === 1 ? reader.string() : undefined
}

function* fields(message) {
  const reader = new BinaryReader(message)
  while (reader.pos < reader.len) {
    const start = reader.pos
    const [number, type] = reader.tag()
    const content = type === WireType.LengthDelimited ? reader.bytes() : reader.skip(type)
    yield { number, content, bytes: message.subarray(start, reader.pos) }
  }
}
