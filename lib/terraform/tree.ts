import { createHash } from 'node:crypto'
import { lstat, readFile, readlink } from 'node:fs/promises'
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'
import type { Exec } from '../process.ts'

export type TreeOptions = Readonly<{
  /** The repository's root: paths are told relative to it, and nothing outside it is read. */
  root: string
  exec: Exec
  signal: AbortSignal
  env: Readonly<Record<string, string | undefined>>
  /** Files that do not count, relative to the root: what a job wrote there itself. */
  except?: readonly string[]
}>

/** What Terraform writes by itself, unless git tracks it: another checkout will not have it. */
const WRITTEN_BY_TERRAFORM = [
  '.terraform/',
  '*.tfstate',
  '*.tfstate.*',
  '*.tfplan',
  'crash.log',
  'crash.*.log'
]

/**
 * SHA-256 of what each folder (or file) holds: path and content of every file, whether git tracks or even ignores it, for
 * a plan may read what a build left there. Two checkouts with the same files agree. Keys are paths relative to the root, with forward slashes.
 */
export async function hashTree(
  paths: readonly string[],
  options: TreeOptions
): Promise<Record<string, string>> {
  const entries: [string, string][] = []
  for (const path of [...new Set(paths.map((one) => withinRoot(one, options.root)))].toSorted()) {
    entries.push([path, await hashPath(path, options)])
  }
  return Object.fromEntries(entries)
}

/** The stack's folder and those of its local modules, as Terraform recorded them at init; told as `workingDirectory` is. */
export async function readFolders(workingDirectory: string): Promise<readonly string[]> {
  const manifest = join(workingDirectory, '.terraform/modules/modules.json')
  const text = await readFile(manifest, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const { Modules: modules = [] } = JSON.parse(text) as { Modules?: readonly { Dir: string }[] }
  const local = modules
    .map(({ Dir: folder }) => normalize(folder))
    .filter((folder) => !folder.split(sep).includes('.terraform'))
  return [
    ...new Set(
      [workingDirectory, ...local.map((folder) => join(workingDirectory, folder))].map((one) =>
        normalize(one)
      )
    )
  ]
}

function withinRoot(path: string, root: string): string {
  const inside = relative(root, resolve(root, path))
  if (inside.startsWith('..') || isAbsolute(inside)) {
    throw new UserError(
      `The path '${path}' is outside the repository: a sealed plan cannot be bound to it. Move it inside.`
    )
  }
  return inside === '' ? '.' : inside.split(sep).join('/')
}

async function hashPath(path: string, options: TreeOptions): Promise<string> {
  const hash = createHash('sha256')
  for (const file of await listFiles(path, options)) {
    const content = await hashFile(join(options.root, file))
    if (content !== undefined) hash.update(`${file}\0${content}\n`)
  }
  return hash.digest('hex')
}

async function listFiles(path: string, options: TreeOptions): Promise<readonly string[]> {
  const { root, exec, signal, env, except = [] } = options
  const args = [
    '--literal-pathspecs',
    '-c',
    'safe.directory=*',
    'ls-files',
    '-z',
    '--cached',
    '--others',
    ...WRITTEN_BY_TERRAFORM.map((pattern) => `--exclude=${pattern}`),
    '--',
    path
  ]
  const { code, stdout, stderr } = await exec('git', args, { cwd: root, env, signal })
  if (code !== 0)
    throw new UserError(
      `git cannot list the files of '${path}': ${stderr.trim()}. Check the repository out first.`
    )
  const files = stdout
    .split('\0')
    .filter((file) => file !== '' && !file.split('/').includes('.terraform') && !except.includes(file))
  return [...new Set(files)].toSorted()
}

/** The content's SHA-256; of a link its target's name; undefined for what is no file (a submodule) or was deleted. */
async function hashFile(file: string): Promise<string | undefined> {
  const stats = await lstat(file).catch(() => undefined)
  if (stats === undefined || stats.isDirectory()) return undefined
  const content = stats.isSymbolicLink() ? `link ${await readlink(file)}` : await readFile(file)
  return createHash('sha256').update(content).digest('hex')
}
