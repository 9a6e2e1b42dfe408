import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { describeError, UserError } from '../../../lib/errors.ts'
import { compareVersions, satisfies } from './constraint.ts'
import { findRequiredVersions, findRequiredVersionsInJson } from './required-version.ts'

/** A place in the repository that says which Terraform it wants. */
export type Pin = Readonly<{ kind: 'version-file' | 'required-version'; file: string; text: string }>

/** Reads what the working directory says: its .terraform-version (or the nearest above it) and its .tf files. */
export async function readPins(workspace: string, workingDirectory: string): Promise<readonly Pin[]> {
  const folder = join(workspace, workingDirectory)
  const facts = await stat(folder).catch(() => undefined)
  if (facts?.isDirectory() !== true) {
    throw new UserError(
      `Input 'working-directory' is '${workingDirectory}', which is no folder of the workspace. Correct it, or check the repository out first.`
    )
  }
  return [...(await readVersionFile(workspace, folder)), ...(await readRequiredVersions(workspace, folder))]
}

async function readVersionFile(workspace: string, from: string): Promise<readonly Pin[]> {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, '.terraform-version')
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text !== undefined)
      return [{ kind: 'version-file', file: relative(workspace, file), text: firstLine(text) }]
    if (relative(workspace, folder) === '' || folder === dirname(folder)) return []
  }
}

function firstLine(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim())
  return lines.find((line) => line !== '') ?? ''
}

async function readRequiredVersions(workspace: string, folder: string): Promise<readonly Pin[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory() && /\.tf(?:\.json)?$/.test(entry.name))
  const names = files.map((entry) => entry.name).toSorted()
  const pins = names.map(async (name) => {
    const path = join(folder, name)
    const text = await readFile(path, 'utf8')
    const found = name.endsWith('.json') ? findRequiredVersionsInJson(text) : findRequiredVersions(text)
    return found.map((one): Pin => ({ kind: 'required-version', file: relative(workspace, path), text: one }))
  })
  return (await Promise.all(pins)).flat()
}

/** Refuses a pin that `version` contradicts, naming both. */
export function checkPins(pins: readonly Pin[], version: string): void {
  for (const pin of pins) {
    if (!agrees(pin, version)) throw new UserError(contradiction(pin, version))
  }
}

function agrees({ kind, file, text }: Pin, version: string): boolean {
  switch (kind) {
    case 'version-file':
      return /^v?\d+\.\d+\.\d+$/.test(text) && compareVersions(version, text) === 0
    case 'required-version':
      try {
        return satisfies(version, text)
      } catch (error) {
        throw new UserError(`${file}: ${describeError(error)}`, { cause: error })
      }
  }
}

function contradiction({ kind, file, text }: Pin, version: string): string {
  const says = kind === 'version-file' ? `says '${text}'` : `requires Terraform '${text}'`
  return `${file} ${says}, but this step sets up Terraform ${version}. Change ${file} or use the Terraform that it names.`
}
