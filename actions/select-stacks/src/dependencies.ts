import { posix } from 'node:path'
import type { SourceFile } from '../../../lib/terraform/sources.ts'

/** Where a folder's sources point to inside the repository: modules, and files that they read. */
export type References = Readonly<{ modules: readonly string[]; files: readonly string[] }>

/** Local modules and files outside of its own folder that one folder of Terraform uses; paths count from the root. */
export function referencesOf(folder: string, sources: readonly SourceFile[]): References {
  const texts = sources.map(({ path, text }) => (path.endsWith('.json') ? text : withoutComments(text)))
  const found = (pattern: RegExp): readonly string[] =>
    texts
      .flatMap((text) => [...text.matchAll(pattern)].map(([, path = '']) => posix.join(folder, path)))
      .map((path) => path.replace(/\/+$/, ''))
  return {
    modules: [...new Set(found(/"?\bsource"?\s*[=:]\s*"(\.{1,2}\/[^"\n]*)"/g))],
    files: [...new Set(found(/\$\{path\.(?:module|root)\}\/(\.\.\/[^"$\n]*)/g))]
  }
}

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*(?:#|\/\/).*$/gm, '')

/** All folders and files that a folder depends on, itself included, through any number of modules. */
export async function closureOf(
  folder: string,
  read: (folder: string) => Promise<References>
): Promise<References> {
  const modules = new Set<string>()
  const files = new Set<string>()
  const next = [folder]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (modules.has(at)) continue
    modules.add(at)
    const references = await read(at)
    for (const file of references.files) files.add(file)
    next.push(...references.modules)
  }
  return { modules: [...modules], files: [...files] }
}

/** What of a folder no plan depends on. */
const IDLE = /(?:^|\/)(?:tests|examples)\/|\.md$/i

/** The changed file that a folder's plan depends on, the first one; undefined when there is none. */
export function touched(changed: readonly string[], { modules, files }: References): string | undefined {
  return changed.find((path) => {
    const isIn = modules.some((folder) => {
      const inside =
        folder === '.' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
      return inside !== undefined && !IDLE.test(inside)
    })
    return isIn || files.some((file) => path === file || path.startsWith(`${file}/`))
  })
}
