/** hashFiles, after the runner's own script (src/Misc/expressionFunc/hashFiles) and @actions/glob. */
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { minimatch } from 'minimatch'

type Pattern = Readonly<{ isNegated: boolean; glob: string }>

/** SHA-256 over the SHA-256 of every matching file of the workspace, in the order of the search; '' when none matches. */
export function hashFiles(workspace: string | undefined, patterns: readonly string[]): string {
  if (workspace === undefined) return ''
  const read = patterns.flatMap((text) => text.split('\n')).flatMap((line) => patternOf(line, workspace))
  const found = searchPaths(read)
    .flatMap((path) => walk(workspace, path))
    .filter((path) => isChosen(path, read) && !statSync(join(workspace, path)).isDirectory())
  if (found.length === 0) return ''
  const whole = createHash('sha256')
  for (const path of found) whole.update(digest(join(workspace, path)))
  return whole.digest('hex')
}

const digest = (file: string): Buffer => createHash('sha256').update(readFileSync(file)).digest()

/** A line as a pattern relative to the workspace; none for comments and for what lies outside of it. */
function patternOf(line: string, workspace: string): Pattern[] {
  const text = line.trim()
  if (text === '' || text.startsWith('#')) return []
  const isNegated = text.startsWith('!')
  const path = (isNegated ? text.slice(1) : text).trim().replace(`${workspace}/`, './')
  // A leading slash means the root of the machine, where nothing is of the workspace.
  return path.startsWith('/') ? [] : [{ isNegated, glob: path.replace(/^\.\//, '').replace(/\/$/, '') }]
}

/** The folders to look through: what comes before the first wildcard, without those inside others. */
function searchPaths(patterns: readonly Pattern[]): readonly string[] {
  const roots = patterns.filter(({ isNegated }) => !isNegated).map(({ glob }) => literalPart(glob))
  const unique = [...new Set(roots)]
  return unique.filter((path) => !unique.some((other) => other !== path && isInside(path, other)))
}

function literalPart(glob: string): string {
  const segments = glob.split('/')
  const wild = segments.findIndex((segment) => /[*?[]/.test(segment))
  return (wild < 0 ? segments : segments.slice(0, wild)).join('/')
}

const isInside = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`)

/** Depth first, each folder by name; links are not followed. */
function walk(workspace: string, path: string): string[] {
  const here = join(workspace, path)
  const stat = lstatSync(here, { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (!stat.isDirectory()) return [path]
  const names = readdirSync(here).toSorted((a, b) => (a < b ? -1 : 1))
  return names.flatMap((name) => walk(workspace, relative(workspace, join(here, name))))
}

/** The last pattern that speaks of a path decides; a pattern of a folder speaks of all in it. */
function isChosen(path: string, patterns: readonly Pattern[]): boolean {
  const options = { dot: true, nobrace: true, noext: true, nonegate: true, nocomment: true }
  let chosen = false
  for (const { isNegated, glob } of patterns) {
    const matches = minimatch(path, glob, options) || minimatch(path, join(glob, '**'), options)
    if (matches) chosen = !isNegated
  }
  return chosen
}
