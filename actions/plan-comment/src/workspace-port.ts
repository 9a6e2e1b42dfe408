import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../../../lib/errors.ts'
import type { Exec } from '../../../lib/process.ts'
import type { SourceFile } from '../../../lib/terraform/portability.ts'
import { hashTree, readFolders } from '../../../lib/terraform/tree.ts'
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
  const workingDirectory = insideOf(root, folder)
  const temporary = env['RUNNER_TEMP'] || tmpdir()
  const at = (path: string): string => resolve(folder, path)
  return {
    folder,
    workingDirectory,
    isFolder: async (path) =>
      (await stat(resolve(root, path)).catch(() => undefined))?.isDirectory() === true,
    isFile: async (path) => (await stat(at(path)).catch(() => undefined))?.isFile() === true,
    readText: (path) => readFile(at(path), 'utf8'),
    readSources: async () =>
      (await Promise.all((await readFolders(folder)).map((one) => readSources(one, root)))).flat(),
    lockFile: () => describeLockFile(folder, { env, exec, signal }),
    hashTree: async (files) => {
      const paths = [...(await readFolders(folder)), ...files.map(at)].map((path) => insideOf(root, path))
      return hashTree(paths, { root, exec, signal, env })
    },
    withPlanFile: async (work) => {
      const room = await mkdtemp(join(temporary, 'caliber-plan-'))
      try {
        return await work(join(room, 'stack.tfplan'))
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

function insideOf(root: string, path: string): string {
  const inside = relative(root, path)
  if (inside.startsWith('..') || isAbsolute(inside)) {
    throw new UserError(`The path '${path}' is outside of the repository at ${root}. Give one inside of it.`)
  }
  return inside === '' ? '.' : inside.split(sep).join('/')
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
