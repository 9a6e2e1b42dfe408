import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UserError } from '../../../lib/errors.ts'
import type { Installed } from './plan.ts'

export type InstalledPorts = Readonly<{
  workspace: string
  /** The PATH to look a name up in. */
  path: string
  /** The version that a Terraform says it has; rejects when the program is none. */
  askVersion: (file: string) => Promise<string>
}>

/** Looks at the Terraform that `binary`, a path or a name on PATH, names. */
export async function describeInstalled(binary: string, ports: InstalledPorts): Promise<Installed> {
  const path = await locate(binary, ports)
  if (path === undefined) {
    const where = isName(binary) ? 'no program on PATH' : 'no program that can be run'
    throw new UserError(
      `Input 'binary' is '${binary}', which is ${where}. Install it there, or leave 'binary' out.`
    )
  }
  return { path, version: await readVersion(path, ports), sha256: await hashFile(path) }
}

/** The full path of a program, undefined when there is none. */
export async function locate(
  binary: string,
  ports: Pick<InstalledPorts, 'workspace' | 'path'>
): Promise<string | undefined> {
  const folders = isName(binary) ? ports.path.split(delimiter).filter((folder) => folder !== '') : ['']
  for (const folder of folders) {
    const file = resolve(ports.workspace, join(folder, binary))
    if (await isProgram(file)) return file
  }
  return undefined
}

const isName = (binary: string): boolean => !binary.includes('/')

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}

async function readVersion(path: string, { askVersion }: InstalledPorts): Promise<string> {
  const refuse = (cause?: unknown): UserError =>
    new UserError(
      `${path} does not say its version when run as 'terraform version -json': it is no Terraform. Correct 'binary'.`,
      { cause }
    )
  const version: unknown = await askVersion(path).catch((error: unknown) => {
    throw refuse(error)
  })
  if (typeof version !== 'string' || !/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version)) throw refuse()
  return version
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
