import { UserError } from '../../../lib/errors.ts'
import { asRecord } from '../../../lib/github/payload.ts'
import { flag, integer, list, matching, optional, pathWithin, type ReadInput } from '../../../lib/input.ts'
import { ENVIRONMENTS, parseJson, type Env } from '../../../lib/tenants/tenant.ts'

/** A stack that is no tenant's, with the fields that terraform-plan.yml takes; `wave` orders these among themselves. */
export type Stack = Readonly<{
  stack: string
  folder: string
  varFiles: readonly string[]
  wave: number
  /** The object as it was given, but for `wave`. */
  given: Readonly<Record<string, unknown>>
}>

/** What to choose from, and how. Paths count from the repository's root. */
export type Inputs = Readonly<{
  stacks: readonly Stack[]
  tenantsFolder: string
  tenantStack: string
  environments: readonly Env[]
  /** Tenants that go before the others of their environment: stg/acme. */
  canaries: readonly string[]
  /** Files that every stack depends on. */
  sharedPaths: readonly string[]
  /** Commit to compare with, when the event does not say it. */
  base?: string
  all: boolean
  largest: number
  split: boolean
}>

const FOLDER = /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[\w./-]+$/
const COMMIT = { pattern: /^[0-9a-f]{40}$/, expected: 'a commit of 40 hexadecimal digits' }
const STACK = /^(?!fragment-)[A-Za-z0-9._-]{1,80}$/
const TENANT = /^(?:dev|stg|prod)\/[a-z][a-z0-9-]{1,12}$/

/** All inputs, or one sentence on the first that is wrong. */
export function parseInputs(read: ReadInput): Inputs {
  const base = matching(read, 'base', COMMIT)
  const all = flag(read, 'all')
  if (all && base !== undefined)
    throw new UserError(
      "Inputs 'all' and 'base' exclude each other: all stacks need no comparison. Leave one out."
    )
  return {
    stacks: parseStacks(optional(read, 'stacks')),
    tenantsFolder: pathWithin(read, 'tenants-folder') ?? 'terraform/tenants',
    tenantStack: pathWithin(read, 'tenant-stack') ?? 'terraform/stacks/caliber',
    environments: list(read, 'environments').map(parseEnvironment),
    canaries: list(read, 'canaries').map(parseCanary),
    sharedPaths: list(read, 'shared-paths').map(parsePattern),
    ...(base === undefined ? {} : { base }),
    all,
    largest: integer(read, 'largest', { min: 1, max: 256 }) ?? 256,
    split: flag(read, 'split')
  }
}

const folder = (path: string): string => path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')

function parseEnvironment(text: string): Env {
  const found = ENVIRONMENTS.find((one) => one === text)
  if (found !== undefined) return found
  throw new UserError(
    `Input 'environments' has '${text}', which is none of ${ENVIRONMENTS.join(', ')}. Write one a line.`
  )
}

function parseCanary(text: string): string {
  if (TENANT.test(text)) return text
  throw new UserError(
    `Input 'canaries' has '${text}', which is no tenant such as stg/acme in lower case. Write one a line.`
  )
}

function parsePattern(text: string): string {
  if (!text.startsWith('/') && !text.startsWith('!') && !text.includes('..')) return text
  throw new UserError(
    `Input 'shared-paths' has '${text}', which is no pattern of paths inside the repository. Write it as .terraform-version or scripts/**.`
  )
}

function parseStacks(text: string | undefined): readonly Stack[] {
  if (text === undefined) return []
  const items = parseJson(text, "Input 'stacks'")
  if (!Array.isArray(items))
    throw new UserError(
      'Input \'stacks\' is no JSON list. Write it as [{"stack": "…", "working-directory": "…"}].'
    )
  const stacks = items.map(parseStack)
  const names = stacks.map(({ stack }) => stack)
  const doubled = names.find((name, at) => names.indexOf(name) !== at)
  if (doubled !== undefined)
    throw new UserError(
      `Input 'stacks' has '${doubled}' twice: each stack of a run needs a name of its own. Rename one.`
    )
  return stacks
}

function parseStack(item: unknown, at: number): Stack {
  const { wave = 0, ...given } = asRecord(item) ?? {}
  const { stack, 'working-directory': directory = '.', 'var-files': varFiles = '' } = given
  if (!isText(stack, STACK))
    throw new UserError(
      `Input 'stacks' has an entry (${at + 1}) whose 'stack' is no name of 1 to 80 A-Z a-z 0-9 . _ -. Correct it.`
    )
  const refuse = (field: string, fault: string): never => {
    throw new UserError(`Input 'stacks' has '${stack}', whose '${field}' is ${fault}. Correct it.`)
  }
  if (!isText(directory, FOLDER)) return refuse('working-directory', 'not a folder inside the repository')
  if (!isText(varFiles, /^/)) return refuse('var-files', 'no text of one file a line')
  if (!isWave(wave)) return refuse('wave', 'no whole number from 0 to 99')
  const lines = varFiles.split(/\r?\n/).map((line) => line.trim())
  return { stack, folder: folder(directory), varFiles: lines.filter((line) => line !== ''), wave, given }
}

const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)

const isWave = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 99
