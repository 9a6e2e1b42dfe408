import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../../../lib/errors.ts'
import type { Exec } from '../../../lib/process.ts'
import { findReads } from '../../../lib/terraform/file-reads.ts'
import type { SourceFile } from '../../../lib/terraform/sources.ts'
import { hashTree, readFolders } from '../../../lib/terraform/tree.ts'
import { GIVEN_VARIABLES } from '../../../lib/terraform/arguments.ts'
import type { WorkspacePort } from './ports.ts'

type Options = Readonly<{
  workingDirectory: string
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
  exec: Exec
}>

/** The real checkout; `folder` is the working directory, absolute. Refuses one outside of the repository. */
export function workspacePort(options: Options): WorkspacePort & Readonly<{ folder: string }> {
  const { env, exec, signal } = options
  const root = env['GITHUB_WORKSPACE'] || process.cwd()
  const folder = resolve(root, options.workingDirectory)
  const workingDirectory = insideOf(
    root,
    folder,
    `Input 'working-directory' is '${options.workingDirectory}'`
  )
  const temporary = env['RUNNER_TEMP'] || tmpdir()
  const at = (path: string): string => resolve(folder, path)
  return {
    folder,
    workingDirectory,
    isFolder: async (path) =>
      (await stat(resolve(root, path)).catch(() => undefined))?.isDirectory() === true,
    isFile: async (path) => (await stat(at(path)).catch(() => undefined))?.isFile() === true,
    readText: (path) => readFile(at(path), 'utf8'),
    readSources: () => readAllSources(folder, root),
    lockFile: () => describeLockFile(folder, { env, exec, signal }),
    hashTree: async (files, planFile) => {
      const inside = (path: string): string => insideOf(root, at(path), `A file of the plan is '${path}'`)
      const named = [...(await readFolders(folder)), ...files].map(inside)
      const read = findReads(await readAllSources(folder, root), workingDirectory)
      const except = planFile === undefined ? [] : [relative(root, at(planFile)).split(sep).join('/')]
      return hashTree([...named, ...read], { root, exec, signal, env, except })
    },
    withPlanFiles: async (variables, work) => {
      const room = await mkdtemp(join(temporary, 'caliber-plan-'))
      try {
        const files = { plan: join(room, 'stack.tfplan') }
        if (variables === undefined) return await work(files)
        const given = join(room, GIVEN_VARIABLES)
        await writeFile(given, variables, { mode: 0o600 })
        return await work({ ...files, variables: given })
      } finally {
        await rm(room, { recursive: true, force: true })
      }
    },
    readBytes: (file) => readFile(at(file)),
    writeReport: async (name, text) => {
      const path = join(temporary, `${name}-${randomUUID().slice(0, 8)}.md`)
      await writeFile(path, text)
      return path
    }
  }
}

/** Relative to the root, with forward slashes; `what` says in the refusal who named it. */
function insideOf(root: string, path: string, what: string): string {
  const inside = relative(root, path)
  if (inside.split(sep)[0] === '..' || isAbsolute(inside)) {
    throw new UserError(`${what}, which is outside of the repository. Give a path inside of it.`)
  }
  return inside === '' ? '.' : inside.split(sep).join('/')
}

async function readAllSources(folder: string, root: string): Promise<readonly SourceFile[]> {
  const folders = await readFolders(folder)
  return (await Promise.all(folders.map((one) => readSources(one, root)))).flat()
}

async function readSources(folder: string, root: string): Promise<readonly SourceFile[]> {
  const names = (await readdir(folder)).filter((name) => /\.tf(?:\.json)?$/.test(name)).toSorted()
  return Promise.all(
    names.map(async (name) => ({
      path: relative(root, join(folder, name)).split(sep).join('/'),
      text: await readFile(join(folder, name), 'utf8')
    }))
  )
}

async function describeLockFile(
  folder: string,
  { env, exec, signal }: Pick<Options, 'env' | 'exec' | 'signal'>
): Promise<Readonly<{ sha256: string; isCommitted: boolean }>> {
  const name = '.terraform.lock.hcl'
  const content = await readFile(join(folder, name)).catch(() => undefined)
  if (content === undefined) return { sha256: '', isCommitted: true }
  const args = ['-c', 'safe.directory=*', 'status', '--porcelain', '--ignored', '--', name]
  const { code, stdout } = await exec('git', args, { cwd: folder, env, signal })
  return {
    sha256: createHash('sha256').update(content).digest('hex'),
    isCommitted: code === 0 && stdout.trim() === ''
  }
}
