import { posix } from 'node:path'
import { UserError } from '../errors.ts'
import { placeOf, textsOf, type SourceFile, type SourceText as Text } from './sources.ts'

/**
 * Files and folders that the sources name outside of their own folders: what `file()` and its like read, and every path
 * that leaves a module by `${path.module}/..`. Where only the beginning of a path is written out, its folder stands for
 * it. Refuses what a function reads from a path that only Terraform knows: a sealed plan could not be bound to it.
 */
export function findReads(sources: readonly SourceFile[], workingDirectory: string): readonly string[] {
  const bound = new Set([workingDirectory, ...sources.map(({ path }) => posix.dirname(path))])
  const found = sources
    .flatMap((source) => textsOf(source))
    .flatMap((text) =>
      [...readsOf(text), ...exitsOf(text)].map((read) => resolveRead(read, workingDirectory))
    )
  return [...new Set(found)].filter((path) => ![...bound].some((folder) => isWithin(path, folder))).toSorted()
}

/** A path as far as it is written out; `isWhole` is false where an expression follows. */
type Read = Readonly<{ in: Text; at: number; base: 'module' | 'root'; path: string; isWhole: boolean }>

const FUNCTION =
  /(?<![\w.:-])(file(?:exists|set|base64(?:sha256|sha512)?|md5|sha(?:1|256|512))?|templatefile)\s*\(\s*/g
const ARGUMENT =
  /"(?:\$\{\s*path\.(module|root)\s*\})?((?:[^"\\$%]|\\.|\$(?!\{)|%(?!\{))*)("|[$%]\{)|path\.(module|root)\s*[,)]/y

function readsOf(text: Text): readonly Read[] {
  return [...text.code.matchAll(FUNCTION)].map((call) => {
    const at = call.index + call[0].length
    ARGUMENT.lastIndex = at
    const [, based, written = '', end, bare] = ARGUMENT.exec(text.text) ?? refuseRead(text, call)
    const isWhole = bare !== undefined || end === '"'
    const isKnown = based !== undefined || bare !== undefined || (written !== '' && !/^[/~]/.test(written))
    if (!isKnown) return refuseRead(text, call)
    return { in: text, at, base: (based ?? bare) === 'module' ? 'module' : 'root', path: written, isWhole }
  })
}

function refuseRead(text: Text, call: RegExpExecArray): never {
  throw new UserError(
    `${placeOf(text, call.index)} reads by ${call[1]}() from a path that is not written out there, so the sealed plan could not be bound to the file. Begin the path with path.module, as in ${call[1]}("\${path.module}/…").`
  )
}

const EXIT = /\$\{\s*path\.(module|root)\s*\}/g
const WRITTEN = /([^\s"'`$%;,\\]*)([$%]\{)?/y

/** Paths out of the module's folder anywhere else: what providers read is bound too. */
function exitsOf(text: Text): readonly Read[] {
  return [...text.code.matchAll(EXIT)].flatMap((found): readonly Read[] => {
    const at = found.index + found[0].length
    WRITTEN.lastIndex = at
    const [, path = '', more] = WRITTEN.exec(text.text) ?? []
    if (!path.split('/').includes('..')) return []
    return [
      { in: text, at, base: found[1] === 'module' ? 'module' : 'root', path, isWhole: more === undefined }
    ]
  })
}

function resolveRead(read: Read, workingDirectory: string): string {
  const base = read.base === 'module' ? posix.dirname(read.in.source) : workingDirectory
  const written = read.isWhole ? read.path : read.path.slice(0, read.path.lastIndexOf('/') + 1)
  const path = posix.join(base, written).replace(/(?<=.)\/$/, '')
  if (path !== '..' && !path.startsWith('../')) return path
  throw new UserError(
    `${placeOf(read.in, read.at)} reads '${read.path}', which is outside of the repository: a sealed plan cannot be bound to it. Move it inside.`
  )
}

function isWithin(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`)
}
