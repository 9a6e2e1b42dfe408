/** Leaves out of a provider's schemas what no file names: Terraform reads 1,600 types in half a second, at every command. */

/** Bytes of a gRPC message before its content: whether it is compressed, and its length. */
const HEAD = 5
/** GetProviderSchema.Response of tfplugin5.proto: resources, data sources, ephemeral resources, each a map by type. */
const MAPS = new Set([2, 3, 8])
const DELIMITED = 2

/** The reply with the known types only; one that is no map of types stays as it is. */
export function keepKnown(reply, known) {
  const kept = [...fields(reply.subarray(HEAD))]
    .filter(({ number, content }) => !MAPS.has(number) || known.has(keyOf(content)))
    .map(({ bytes }) => bytes)
  const head = Buffer.from(reply.subarray(0, HEAD))
  const message = Buffer.concat(kept)
  head.writeUInt32BE(message.length, 1)
  return Buffer.concat([head, message])
}

/** A map's entry has its key in the first field. */
const keyOf = (entry) => [...fields(entry)].find(({ number }) => number === 1)?.content.toString()

/** A message's fields, one after the other; the schemas' messages have delimited ones at these depths. */
function* fields(message) {
  for (let at = 0; at < message.length;) {
    const start = at
    const [tag, afterTag] = varint(message, at)
    if ((tag & 7) !== DELIMITED)
      throw new Error(`A schema's reply has a field of wire type ${tag & 7} at ${start}`)
    const [length, from] = varint(message, afterTag)
    at = from + length
    yield { number: tag >> 3, content: message.subarray(from, at), bytes: message.subarray(start, at) }
  }
}

/** A number and where it ends, as Protocol Buffers write them: seven bits a byte, the lowest first. */
function varint(message, start) {
  let value = 0
  let at = start
  for (let shift = 0; ; shift += 7) {
    value += (message[at] & 127) << shift
    if (message[at++] < 128) return [value, at]
  }
}
