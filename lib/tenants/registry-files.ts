import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RegistryFile } from './registry.ts'

/** Every file of a registry's folder, none when there is no such folder. */
export async function readRegistryFiles(folder: string): Promise<readonly RegistryFile[]> {
  const found: string[] = []
  for await (const file of glob('*/*', { cwd: folder })) found.push(file.replaceAll('\\', '/'))
  return Promise.all(
    found.toSorted().map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') }))
  )
}
