import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseBackendConfig } from '../lib/backend-config.ts'
import { UserError } from '../lib/errors.ts'
import type { Environment } from '../lib/terraform/environment.ts'
import { Refusal } from './failure.ts'

/** Where the states are, and what new tenants begin with. */
export type Settings = Readonly<{
  /** The backend's settings, one name=value each, without a key. */
  backend: readonly string[]
  /** Where they were found, for people. */
  from: string
  /** Image of new tenants; none is known when undefined. */
  image?: string
}>

/** What init.sh was given. */
export type Given = Readonly<{ bucket?: string; region?: string; image?: string }>

export const STACK = 'terraform/stacks/caliber'
/** What the commands keep: git and Terraform's own hashes leave it out. */
export const keptIn = (root: string): string => join(root, STACK, '.terraform/laptop')
const fileIn = (root: string): string => join(keptIn(root), 'settings.json')
const BACKEND_FILE = 'backend.hcl'

/** Settings by what was typed, else the environment, else what init.sh kept, else backend.hcl of the stack. */
export async function findSettings(
  { env, root }: Readonly<{ env: Environment; root: string }>,
  given: Given = {}
): Promise<Settings> {
  const kept = await readKept(root)
  const image = imageOf(given, env) ?? kept?.image
  const found = typed(given, env) ?? ofEnvironment(env) ?? kept ?? (await ofFile(root))
  if (found === undefined)
    throw new Refusal(
      `Nothing says where Terraform's states are. Run init.sh --state-bucket <bucket>, set TERRAFORM_BACKEND_CONFIG as the workflows have it (output backend_config of the bootstrap stack), or write ${STACK}/${BACKEND_FILE} after examples/${BACKEND_FILE}.`
    )
  return { ...checked(found), ...(image === undefined ? {} : { image }) }
}

const imageOf = (given: Given, env: Environment): string | undefined =>
  given.image ?? (env['CALIBER_IMAGE'] || undefined)

/** Keeps settings for later commands. */
export async function keepSettings(root: string, settings: Settings): Promise<void> {
  await mkdir(keptIn(root), { recursive: true, mode: 0o700 })
  await writeFile(fileIn(root), `${JSON.stringify(settings, undefined, 2)}\n`)
}

type Found = Pick<Settings, 'backend' | 'from'>

function typed({ bucket, region }: Given, env: Environment): Found | undefined {
  if (bucket === undefined) {
    if (region === undefined) return undefined
    throw new Refusal('--state-region is given without --state-bucket. Give both, or neither.')
  }
  const where = region ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'])
  if (where === undefined || where === '')
    throw new Refusal(
      "--state-region is missing, and AWS_REGION is not set. Give the bucket's region, as --state-region us-east-1."
    )
  return {
    backend: [`bucket=${bucket}`, `region=${where}`, 'encrypt=true', 'use_lockfile=true'],
    from: '--state-bucket'
  }
}

function ofEnvironment(env: Environment): Found | undefined {
  const lines = (env['TERRAFORM_BACKEND_CONFIG'] ?? '').split('\n').map((line) => line.trim())
  const backend = lines.filter((line) => line !== '')
  return backend.length === 0 ? undefined : { backend, from: 'TERRAFORM_BACKEND_CONFIG' }
}

async function readKept(root: string): Promise<Settings | undefined> {
  const text = await readFile(fileIn(root), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : { ...(JSON.parse(text) as Settings), from: 'init.sh' }
}

async function ofFile(root: string): Promise<Found | undefined> {
  const text = await readFile(join(root, STACK, BACKEND_FILE), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : { backend: parseBackendFile(text), from: BACKEND_FILE }
}

/** The lines of a backend's file, `name = "value"`, as name=value. */
export function parseBackendFile(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:#|\/\/).*$/, '').trim())
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [, name, quoted, bare] =
        /^([A-Za-z_]\w*)\s*=\s*(?:"([^"\\]*)"|([\w.-]+))\s*(?:#.*)?$/.exec(line) ?? []
      if (name !== undefined) return `${name}=${quoted ?? bare ?? ''}`
      throw new Refusal(`${BACKEND_FILE} has a line that is not name = "value": write one setting a line.`)
    })
}

/** Refuses credentials, a key, and settings without bucket or region. */
function checked({ backend, from }: Found): Found {
  const lines = withoutFault(() => parseBackendConfig(() => backend.join('\n')), from)
  if (lines.some((line) => /^key\s*=/.test(line)))
    throw new Refusal(
      `The backend's settings (${from}) name a key, but each tenant has a state of its own. Take 'key' out.`
    )
  const missing = ['bucket', 'region'].find((name) => valueOf(lines, name) === undefined)
  if (missing === undefined) return { backend: lines, from }
  throw new Refusal(`The backend's settings (${from}) have no ${missing}. Add ${missing}=….`)
}

/** The library names the input of an action, which nobody has typed here. */
function withoutFault<T>(work: () => T, from: string): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new Refusal(error.message.replace(/^Input 'backend-config'/, `The backend's settings (${from})`), {
      cause: error
    })
  }
}

/** The value of one of the backend's settings. */
export function valueOf(backend: readonly string[], name: string): string | undefined {
  const line = backend.find((one) => one.slice(0, one.indexOf('=')).trim() === name)
  return line === undefined
    ? undefined
    : line
        .slice(line.indexOf('=') + 1)
        .trim()
        .replaceAll(/^"|"$/g, '')
}
