/**
 * Compiles lib, actions and cli, and bundles every folder of actions/ into <target>/<name>/, the command line into
 * <target>/cli/: the same bytes from the same sources and lock file, wherever the checkout lies.
 *
 *   npm run build [-- --target <folder>] [<action or cli> …]
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { minify } from '@swc/core'
import { declarePure } from './bundles/pure-package.ts'
import { type Account, renderLicenses } from './licenses.ts'

type Bundle = { code: string; assets: Record<string, { source: string | Buffer }>; stats: Account }
type Ncc = (entry: string, options: Record<string, unknown>) => Promise<Bundle>

const root = join(import.meta.dirname, '..')
const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc

async function compile(folder: string): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', folder]
  await promisify(execFile)(process.execPath, args, { cwd: root }).catch((error: { stdout: string }) => {
    throw new Error(`The sources do not compile:\n${error.stdout}`)
  })
}

async function bundle(name: string, folder: string, target: string): Promise<void> {
  const entry = join(folder, name === COMMAND_LINE ? 'cli/index.js' : `actions/${name}/src/index.js`)
  const { code, assets, stats } = await ncc(entry, { target: 'es2022', quiet: true, cache: false })
  const files = Object.entries(assets).map(([file, { source }]) => [file, source] as const)
  const destination = join(target, name)
  const all = [['index.js', code], ['licenses.txt', renderLicenses(stats)], ...files] as const
  await rm(destination, { recursive: true, force: true })
  await mkdir(destination, { recursive: true })
  let bytes = 0
  for (const [file, source] of all) {
    // The repository's own package.json says "type": "module" already.
    if (file === 'package.json') continue
    const written = file.endsWith('.js') ? await shorten(String(source)) : source
    if (file.endsWith('.js')) bytes += Buffer.byteLength(written)
    await writeFile(join(destination, file), written)
  }
  console.log(`${name}  ${(bytes / 1e6).toFixed(2)} MB`)
}

/** Every job of every caller fetches dist: it goes without comments, spaces and long local names; errors keep theirs. */
async function shorten(source: string): Promise<string> {
  const { code } = await minify(source, {
    module: true,
    ecma: 2022,
    compress: false,
    mangle: { keep_classnames: true, keep_fnames: true },
    format: { comments: false }
  })
  return `${code}\n`
}

const COMMAND_LINE = 'cli'

async function listActions(): Promise<string[]> {
  const entries = await readdir(join(root, 'actions'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

const { values, positionals } = parseArgs({
  options: { target: { type: 'string', default: 'dist' } },
  allowPositionals: true
})
// In the checkout, so that the compiled files find node_modules; of its own, so that two builds do not meet.
await mkdir(join(root, '.cache'), { recursive: true })
process.noDeprecation = true // ncc looks for a tsconfig in a way that Node is about to forbid; it needs none
const folder = await mkdtemp(join(root, '.cache/build-'))
const home = process.cwd()
try {
  // Module names in a bundle are relative to here: ./lib/…, ./actions/…, ../../node_modules/…
  process.chdir(folder)
  await compile(folder)
  // It brings an HTTP client of 1 MB, for tokens that few actions ask for.
  await declarePure({ name: '@actions/core', from: join(root, 'node_modules'), folder })
  const names = positionals.length > 0 ? positionals : [...(await listActions()), COMMAND_LINE]
  for (const name of names) await bundle(name, folder, resolve(root, values.target))
} finally {
  process.chdir(home)
  await rm(folder, { recursive: true, force: true })
}
