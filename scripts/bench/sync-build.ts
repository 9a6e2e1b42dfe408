import { randomBytes } from 'node:crypto'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export const FILES = 600
export const BYTES = 20_000

const NAMES = Array.from(
  { length: FILES - 1 },
  (_, at) => `assets/chunk-${at.toString(16).padStart(8, '0')}.js`
)

/** A page and assets with hashes in their names, as bundlers make them. */
export async function makeBuild(folder: string): Promise<string> {
  await mkdir(join(folder, 'assets'), { recursive: true })
  for (const name of NAMES)
    await writeFile(join(folder, name), `// ${randomBytes(BYTES / 2).toString('hex')}\n`)
  await writeFile(join(folder, 'index.html'), `<script type="module" src="/${NAMES[0]}"></script>\n`)
  return folder
}

/** Builds anew: the same bytes, two seconds younger, since S3's listing counts in seconds. */
export async function touch(folder: string): Promise<void> {
  const later = new Date(Date.now() + 2000)
  for (const name of ['index.html', ...NAMES]) await utimes(join(folder, name), later, later)
}
