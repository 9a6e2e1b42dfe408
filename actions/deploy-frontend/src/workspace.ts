import { createHash, hash } from 'node:crypto'
import { createReadStream, type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { UserError } from '../../../lib/errors.ts'
import type { BuildPort } from './ports.ts'
import type { FoundFile } from './site.ts'

/** Contents that were read for their hash are kept for the upload, up to so many bytes of them. */
const KEPT_BYTES = 64 * 1024 ** 2

/** Files of a build in a folder of the workspace. */
export function workspaceBuild(root: string): BuildPort {
  const known: Known = { contents: new Map(), hashes: new Map(), room: KEPT_BYTES }
  const base = resolve(root)
  const place = (folder: string, path: string): string => join(base, folder, path)
  return {
    listFiles: async (folder) => listFiles(resolve(root, folder), folder),
    hash: async (folder, path) =>
      known.hashes.get(place(folder, path)) ?? hashFile(place(folder, path), known),
    read: async (folder, path) => {
      const file = place(folder, path)
      return known.contents.get(file) ?? readAgain(file, path, known)
    }
  }
}

type Known = { contents: Map<string, Buffer>; hashes: Map<string, string>; room: number }

async function readAgain(file: string, path: string, { hashes }: Known): Promise<Buffer> {
  const content = await readFile(file)
  if (hash('md5', content) === hashes.get(file)) return content
  throw new Error(
    `${path} has changed since the build was read. Let nothing write into it meanwhile, and run this again.`
  )
}

function listFiles(folder: string, name: string): readonly FoundFile[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UserError(
      `Input 'build-dir' names '${name}', which is no folder of the workspace. Build the site before this step, and name the folder that the bundler writes. Nothing was changed.`
    )
  }
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => describeFile(folder, entry))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1))
}

function describeFile(folder: string, entry: Dirent): FoundFile {
  const file = join(entry.parentPath, entry.name)
  const path = relative(folder, file).replaceAll(sep, '/')
  if (entry.isFile()) return { path, size: statSync(file).size }
  throw new UserError(
    `'${path}' of the build is a link or no file at all. Let the build hold files only. Nothing was changed.`
  )
}

/** So many files are read before the answers of S3 that have come meanwhile are looked at. */
const A_TURN = 25

async function hashFile(file: string, known: Known): Promise<string> {
  if (known.hashes.size % A_TURN === 0) await nextTurn()
  const md5 = statSync(file).size > WHOLE_BYTES ? await hashStream(file) : hashWhole(file, known)
  known.hashes.set(file, md5)
  return md5
}

const WHOLE_BYTES = 4 * 1024 ** 2

async function hashStream(file: string): Promise<string> {
  const made = createHash('md5')
  await pipeline(createReadStream(file), made)
  return made.digest('hex')
}

/** At once: a build was written a moment ago, and to ask another thread for a small file costs more than to read it. */
function hashWhole(file: string, known: Known): string {
  const content = readFileSync(file)
  if (content.length <= known.room) {
    known.contents.set(file, content)
    known.room -= content.length
  }
  return hash('md5', content)
}
