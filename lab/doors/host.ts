/** Whom the first bytes of a connection are for, without taking part in what follows. */

const HANDSHAKE = 0x16
const LONGEST = 64 * 1024

/**
 * The host that a TLS handshake (its server name) or an HTTP request (its header Host) is for, in lower case; undefined
 * while more has to be read, '' when none is named.
 */
export function hostOf(said: Buffer): string | undefined {
  if (said.length === 0) return undefined
  if (said.length > LONGEST) return ''
  return said[0] === HANDSHAKE ? serverNameOf(said) : headerOf(said)
}

function headerOf(said: Buffer): string | undefined {
  const text = said.toString('latin1')
  if (!text.includes('\r\n\r\n')) return undefined
  return (/^host:[ \t]*([^\s:]+)/im.exec(text)?.[1] ?? '').toLowerCase()
}

/** Lengths before what they measure, as TLS writes them: RFC 8446 4.1.2, RFC 6066 3. */
function serverNameOf(said: Buffer): string | undefined {
  if (said.length < 5 || said.length < 5 + said.readUInt16BE(3)) return undefined
  try {
    const afterRandom = 5 + 4 + 2 + 32
    const afterSession = afterRandom + 1 + said.readUInt8(afterRandom)
    const afterCiphers = afterSession + 2 + said.readUInt16BE(afterSession)
    const afterCompression = afterCiphers + 1 + said.readUInt8(afterCiphers)
    return nameAmong(said, afterCompression + 2, afterCompression + 2 + said.readUInt16BE(afterCompression))
  } catch {
    return ''
  }
}

function nameAmong(said: Buffer, from: number, end: number): string {
  for (let at = from; at + 4 <= end; at += 4 + said.readUInt16BE(at + 2)) {
    const isServerName = said.readUInt16BE(at) === 0
    if (isServerName) return said.toString('latin1', at + 9, at + 9 + said.readUInt16BE(at + 7)).toLowerCase()
  }
  return ''
}
