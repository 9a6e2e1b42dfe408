// Zip archives as artifacts are: written without compression, read with and without it (PKWARE's APPNOTE 4.3).
import { crc32, inflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const UTF8 = 0x0800
const FIRST_DAY = 0x21 // 1 January 1980, the first that there is

/** An archive of `[name, bytes]`. */
export function zip(files) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [path, bytes] of files) {
    const name = Buffer.from(path)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(UTF8, 2)
    about.writeUInt16LE(FIRST_DAY, 8)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(bytes.length, 14)
    about.writeUInt32LE(bytes.length, 18)
    about.writeUInt16LE(name.length, 22)
    parts.push(word(LOCAL), about, name, bytes)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(word(CENTRAL), Buffer.from([20, 3]), about, rest, name)
    offset += 30 + name.length + bytes.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, word(END), end])
}

/** The `[name, bytes]` of an archive. */
export function unzip(archive) {
  let at = archive.lastIndexOf(word(END))
  if (at === -1) throw new Error('the artifact is no zip archive')
  const count = archive.readUInt16LE(at + 10)
  at = archive.readUInt32LE(at + 16)
  return Array.from({ length: count }, () => {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place))
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const bytes = contentOf(archive, at)
    at += 46 + nameLength + extra + comment
    return [name, bytes]
  })
}

function contentOf(archive, at) {
  const local = archive.readUInt32LE(at + 42)
  const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const packed = archive.subarray(begin, begin + archive.readUInt32LE(at + 20))
  return archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
}

function word(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
