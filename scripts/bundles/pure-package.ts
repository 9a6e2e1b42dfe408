import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Which package, the node_modules that has it, and the folder that the bundler begins in. */
export type Wanted = Readonly<{ name: string; from: string; folder: string }>

/**
 * Puts a package beside the compiled files, as it is but for the word that its modules do nothing by being loaded: what
 * nobody calls stays out of a bundle then, and so does whatever only that needs.
 */
export async function declarePure({ name, from, folder }: Wanted): Promise<void> {
  const copy = join(folder, 'node_modules', name)
  await cp(join(from, name), copy, { recursive: true })
  const file = join(copy, 'package.json')
  const description = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  await writeFile(file, JSON.stringify({ ...description, sideEffects: false }))
}
