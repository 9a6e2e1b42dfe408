import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UserError } from '../../../lib/errors.ts'
import { inParallel } from './in-parallel.ts'
import type { BuildPort } from './ports.ts'
import type { BuiltFile } from './site.ts'

/** Contents that were read for their hash are kept for the upload, up to so many bytes of them. */
const KEPT_BYTES = 64 * 1024 ** 2

/** Files of a build in a folder of the workspace; hashing is bound by the disk, not by memory. */
export function workspaceBuild(root: string): BuildPort {
  const kept: Kept = { files: new Map(), room: KEPT_BYTES }
  return {
    listFiles: (folder) => listFiles(resolve(root, folder), folder, kept),
    read: async (folder, path) => {
      const file = join(resolve(root, folder), path)
      return kept.files.get(file) ?? readFile(file)
    }
  }
}

type Kept = { files: Map<string, Buffer>; room: number }

const LANES = 16

async function listFiles(folder: string, name: string, kept: Kept): Promise<readonly BuiltFile[]> {
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory() !== true) {
    throw new UserError(
      `Input 'build-dir' names '${name}', which is no folder of the workspace. Build the site before this step, and name the folder that the bundler writes. Nothing was changed.`
    )
  }
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files: BuiltFile[] = []
  await inParallel(
    entries.filter((entry) => !entry.isDirectory()),
    LANES,
    async (entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = relative(folder, file).replaceAll(sep, '/')
      if (!entry.isFile()) {
        throw new UserError(
          `'${path}' of the build is a link or no file at all. Let the build hold files only. Nothing was changed.`
        )
      }
      const { size } = await stat(file)
      files.push({ path, size, md5: await md5Of(file, size, kept) })
    }
  )
  return files.toSorted((left, right) => (left.path < right.path ? -1 : 1))
}

const WHOLE_BYTES = 4 * 1024 ** 2

/** A stream costs more than all the rest of a small file. */
async function md5Of(file: string, size: number, kept: Kept): Promise<string> {
  const hash = createHash('md5')
  if (size > WHOLE_BYTES) {
    await pipeline(createReadStream(file), hash)
    return hash.digest('hex')
  }
  const content = await readFile(file)
  if (content.length <= kept.room) {
    kept.files.set(file, content)
    kept.room -= content.length
  }
  return hash.update(content).digest('hex')
}
