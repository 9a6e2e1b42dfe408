/** Compiles the sources and bundles every folder of actions/ into dist/<name>/. */
import { execFile } from 'node:child_process'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'

type Bundle = { code: string; assets: Record<string, { source: string | Buffer }> }
type Ncc = (entry: string, options: Record<string, unknown>) => Promise<Bundle>

const root = join(import.meta.dirname, '..')
const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc
const target = process.argv[2] ?? 'dist'

async function bundle(name: string): Promise<void> {
  const entry = join(root, 'build/actions', name, 'src/index.js')
  const { code, assets } = await ncc(entry, {
    target: 'es2022',
    license: 'licenses.txt',
    quiet: true,
    cache: false
  })
  const folder = join(root, target, name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'index.js'), code)
  for (const [file, { source }] of Object.entries(assets)) {
    if (file !== 'package.json') await writeFile(join(folder, file), source)
  }
  console.log(`${target}/${name}/index.js  ${(code.length / 1e6).toFixed(2)} MB`)
}

await rm(join(root, 'build'), { recursive: true, force: true })
await promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], {
  cwd: root
}).catch((error: { stdout: string }) => {
  throw new Error(`The sources do not compile:\n${error.stdout}`)
})
const actions = (await readdir(join(root, 'actions'), { withFileTypes: true })).filter((entry) =>
  entry.isDirectory()
)
for (const { name } of actions) await bundle(name)
