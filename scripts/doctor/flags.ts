/** The doctor's flags: the inputs of its action.yml, but for those that only a workflow can fill. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { UserError } from '../../lib/errors.ts'
import type { ReadInput } from '../../lib/input.ts'

type Fields = Readonly<Record<string, Readonly<{ description: string; default: string }>>>

const { inputs: fields } = parse(
  readFileSync(join(import.meta.dirname, '../../actions/doctor/action.yml'), 'utf8')
) as Readonly<{ inputs: Fields }>

const UNUSED = new Set(['github-token', 'vars', 'known-secrets'])
const names = Object.keys(fields).filter((name) => !UNUSED.has(name))

/** For node:util's parseArgs; a list's flag is repeated. */
export const options = Object.fromEntries(
  names.map((name) => [name, { type: 'string' as const, multiple: true as const }])
)

/** What `--help` says. */
export function usage(): string {
  const flags = names.map((name) => `  --${name}\n      ${fields[name]?.description.replaceAll('`', '')}`)
  const output = '  --json, --markdown\n      The whole result instead of lines.'
  return ['Usage: npm run doctor -- [flags]', '', ...flags, output].join('\n')
}

/** Reads an input: the flag, else what the environment or the folder says, else the action's default. */
export const readFlags =
  (given: Readonly<Record<string, unknown>>): ReadInput =>
  (name) => {
    const values = given[name]
    if (Array.isArray(values)) return values.join('\n')
    if (name === 'github-token') return tokenOf(process.env)
    if (name === 'repository') return originOf()
    return UNUSED.has(name) ? '' : (fields[name]?.default ?? '')
  }

function tokenOf({ GITHUB_TOKEN, GH_TOKEN }: NodeJS.ProcessEnv): string {
  const token = GITHUB_TOKEN || GH_TOKEN
  if (token) return token
  throw new UserError(
    'GitHub is asked with a token, and neither GITHUB_TOKEN nor GH_TOKEN is set. Run: GH_TOKEN=$(gh auth token) npm run doctor'
  )
}

/** owner/name of the remote `origin` of the folder that the command was typed in. */
function originOf(): string {
  const git = ['remote', 'get-url', 'origin']
  const { stdout } = spawnSync('git', git, { encoding: 'utf8' })
  const found = /([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(stdout.trim())?.[1]
  if (found !== undefined) return found
  throw new UserError(
    "This folder has no remote 'origin' that names a repository. Say --repository owner/name."
  )
}
