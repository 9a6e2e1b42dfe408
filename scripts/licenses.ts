import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The part of webpack's account of a build that names what went into it. */
export type Account = Readonly<{
  compilation: Readonly<{ modules: Iterable<Module>; chunkGraph: ChunkGraph }>
}>
type Module = Readonly<{ resource?: string; modules?: Iterable<Module> }>
type ChunkGraph = Readonly<{ getNumberOfModuleChunks: (module: Module) => number }>

/**
 * Names and licences of every package in a bundle, its lazy chunks included: ncc's own list is written anew for each
 * chunk, so that only the last one's packages would be left in it.
 */
export function renderLicenses({ compilation: { modules, chunkGraph } }: Account): string {
  // Some were looked at, and found to be of no use.
  const bundled = [...modules].filter((module) => chunkGraph.getNumberOfModuleChunks(module) > 0)
  const folders = new Set([...filesOf(bundled)].flatMap((file) => packageFolder(file) ?? []))
  return [...new Set([...folders].map((folder) => renderPackage(folder)))].toSorted().join('\n')
}

function* filesOf(modules: Iterable<Module>): Generator<string> {
  for (const { resource, modules: inner } of modules) {
    if (resource !== undefined) yield resource
    if (inner !== undefined) yield* filesOf(inner)
  }
}

/** …/node_modules/@scope/name of a file within it; undefined for files of our own. */
function packageFolder(file: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]
}

function renderPackage(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const file = readdirSync(folder)
    .toSorted()
    .find((one) => /^(?:licen[cs]e|copying)(?:[-.].*)?$/i.test(one))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
  return `${String(name)} ${String(version)}\n${String(license)}\n${text}\n`
}
