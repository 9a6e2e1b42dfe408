import { isAbsolute } from 'node:path'
import { UserError } from '../../../lib/errors.ts'
import { duration, optional, type ReadInput } from '../../../lib/input.ts'

/** Where Terraform comes from: a release server, or a binary that is already there. */
export type Source =
  | Readonly<{ kind: 'release'; mirror: string; timeoutMs: number }>
  | Readonly<{ kind: 'binary'; binary: string }>

export type Inputs = Readonly<{ workingDirectory: string; source: Source }>

const RELEASE_SERVER = 'https://releases.hashicorp.com'
const LONGEST_MS = 3_600_000

/** Reads the inputs once; refuses what cannot be meant, in one sentence. */
export function parseInputs(read: ReadInput): Inputs {
  const source = parseSource(read)
  return { workingDirectory: parseFolder(optional(read, 'working-directory') ?? '.'), source }
}

function parseSource(read: ReadInput): Source {
  const binary = optional(read, 'binary')
  const mirror = optional(read, 'mirror')
  // Read in any case: a wrong value is told, also where it would not be used.
  const timeoutMs = parseTimeout(read)
  if (binary === undefined) return { kind: 'release', mirror: parseMirror(mirror), timeoutMs }
  if (mirror !== undefined) {
    throw new UserError(
      `Inputs 'binary' (${binary}) and 'mirror' (${mirror}) exclude each other: an installed Terraform is not downloaded. Set one of them.`
    )
  }
  if (/[\0\r\n]/.test(binary)) {
    throw new UserError(
      `Input 'binary' has more than one line: it is the path or the name of one file. Correct it.`
    )
  }
  return { kind: 'binary', binary }
}

function parseTimeout(read: ReadInput): number {
  const timeoutMs = duration(read, 'timeout') ?? 120_000
  if (timeoutMs > 0 && timeoutMs <= LONGEST_MS) return timeoutMs
  throw new UserError(
    `Input 'timeout' is '${read('timeout').trim()}', which is not from 1ms to 1h. Write it as 90s or 10m.`
  )
}

/** The server's address without a trailing slash. Any scheme of HTTP will do: the digest is what is trusted. */
function parseMirror(value: string | undefined): string {
  if (value === undefined) return RELEASE_SERVER
  const url = URL.canParse(value) ? new URL(value) : undefined
  const refuse = (why: string): UserError =>
    new UserError(`Input 'mirror' ${why}. Write it as https://mirror.example.com/hashicorp.`)
  if (url === undefined) throw refuse(`is '${value}', which is no URL`)
  if (url.username !== '' || url.password !== '') throw refuse('holds credentials, which would be logged')
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw refuse(`is '${value}', which is neither https nor http`)
  if (url.search !== '' || url.hash !== '') throw refuse(`is '${value}', which holds a query or a fragment`)
  return url.href.replace(/\/+$/, '')
}

function parseFolder(value: string): string {
  if (isAbsolute(value) || value.split(/[\\/]/).includes('..')) {
    throw new UserError(
      `Input 'working-directory' is '${value}', which may lie outside of the workspace. Write it relative to the repository's root, without '..'.`
    )
  }
  return value
}
