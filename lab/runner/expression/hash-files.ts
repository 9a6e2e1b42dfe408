import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { minimatch } from 'minimatch'

/** SHA-256 over the SHA-256 of every matching file of the workspace; '' when none matches. */
export function hashFiles(workspace: string | undefined, patterns: readonly string[]): string {
  if (workspace === undefined) return ''
  const found = filesOf(workspace).filter((path) => isChosen(path, patterns))
  if (found.length === 0) return ''
  const whole = createHash('sha256')
  for (const path of found)
    whole.update(
      createHash('sha256')
        .update(readFileSync(join(workspace, path)))
        .digest()
    )
  return whole.digest('hex')
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('.git/'))
    .toSorted()
}

/** As in GitHub's globs, the last pattern that speaks of a path decides. */
function isChosen(path: string, patterns: readonly string[]): boolean {
  let chosen = false
  for (const pattern of patterns.flatMap((text) => text.split('\n')).map((text) => text.trim())) {
    const isNegated = pattern.startsWith('!')
    const glob = (isNegated ? pattern.slice(1) : pattern).replace(/^\.\//, '')
    if (minimatch(path, glob, { dot: true })) chosen = !isNegated
  }
  return chosen
}
