import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, tracked } from '../workflows/files.ts'

export { root, tracked }

/** Text of a file of the repository. */
export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Whether the repository has this file or folder. */
export const has = (path: string): boolean => existsSync(join(root, path))

/** Names of the folders in a folder. */
export const folders = (path: string): readonly string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

/** TypeScript and its scripts, written by hand. */
export const sources = tracked.filter(
  (file) => /\.(?:ts|mjs)$/.test(file) && !file.startsWith('dist/') && has(file)
)

/** What a source imports: packages by name, relative imports as paths of the repository. */
export function importsOf(file: string): readonly string[] {
  const text = read(file)
  const statements = /^(?:import|export)\b[^'"`;=(]*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  const found = [...text.matchAll(statements)].map(([, name, late]) => name ?? late ?? '')
  return found.map((name) => (name.startsWith('.') ? join(dirname(file), name) : name))
}
