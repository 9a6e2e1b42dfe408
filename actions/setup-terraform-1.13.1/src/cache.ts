import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as toolCache from '@actions/tool-cache'
import { unzipSync } from 'fflate'

/** Where installed tools are kept between jobs: '' when it has none of that version. */
export type Cache = Readonly<{
  find: (version: string) => string
  store: (folder: string, version: string) => Promise<string>
}>

/** Not `terraform`: whatever another action keeps under that name has no zip beside it to be checked by. */
const TOOL = 'caliber-terraform'

/** The runner's own tool cache (RUNNER_TOOL_CACHE). */
export const runnerToolCache: Cache = {
  find: (version) => toolCache.find(TOOL, version),
  store: (folder, version) => toolCache.cacheDir(folder, TOOL, version)
}

/** Puts the binary beside its verified zip: the zip stays, so that a later job can check the binary by it. */
export async function unpack(zipFile: string): Promise<void> {
  const file = join(dirname(zipFile), 'terraform')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, terraformIn(await readFile(zipFile)))
  await chmod(file, 0o755)
}

/** What is wrong with a folder that `unpack` made; undefined when its zip is the release and its binary the zip's. */
export async function findDamage(zipFile: string, digest: string): Promise<string | undefined> {
  const zip = await readFile(zipFile).catch(() => undefined)
  if (zip === undefined) return 'the zip is missing'
  if (createHash('sha256').update(zip).digest('hex') !== digest) return 'the zip has another digest'
  const file = join(dirname(zipFile), 'terraform')
  const facts = await lstat(file).catch(() => undefined)
  if (facts?.isFile() !== true) return 'the binary is missing'
  if ((facts.mode & 0o100) === 0) return 'the binary cannot be executed'
  const isSame = Buffer.compare(await readFile(file), terraformIn(zip)) === 0
  return isSame ? undefined : 'the binary is not the one in the zip'
}

function terraformIn(zip: Uint8Array): Uint8Array {
  const entry = unzipSync(zip, { filter: ({ name }) => name === 'terraform' })['terraform']
  if (entry === undefined) throw new Error(`The release's zip holds no file 'terraform'.`)
  return entry
}
