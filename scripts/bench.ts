/** Measures what users wait for, as ratios to what cannot be avoided; asserts nothing and writes nothing. */
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { benchBundles } from './bench/bundles.ts'
import { renderSection, type Section } from './bench/section.ts'

/** Benches of other parts: each file exports a function that answers one table. */
const OTHERS = [
  { file: 'render.ts', name: 'benchRender' },
  { file: 'over-wait.ts', name: 'benchOverWait' },
  { file: 'sync.ts', name: 'benchSync' }
]

async function other({ file, name }: (typeof OTHERS)[number]): Promise<Section | undefined> {
  const path = join(import.meta.dirname, 'bench', file)
  if (!existsSync(path)) return undefined
  const module = (await import(path)) as Record<string, (() => Section | Promise<Section>) | undefined>
  return module[name]?.()
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} processors\n`)
console.log(renderSection(await benchBundles()))
for (const bench of OTHERS) {
  const section = await other(bench)
  if (section !== undefined) console.log(renderSection(section))
}
