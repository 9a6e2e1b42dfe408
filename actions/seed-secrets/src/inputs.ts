import { parseBackendConfig } from '../../../lib/backend-config.ts'
import { UserError } from '../../../lib/errors.ts'
import { durationWithin, flag, list, optional, type ReadInput, requiredMatching } from '../../../lib/input.ts'
import { CALIBER_MAPPING, type Mapping } from '../../../lib/secrets/mapping.ts'
import { parseOutputs, type StackOutputs } from '../../../lib/secrets/stack-outputs.ts'

/** Whose secrets: `path` is caliber/<client>/<env>/. */
export type Tenant = Readonly<{ client: string; env: string; path: string }>

/** Where the stack's outputs come from; paths are as given. */
export type OutputsFrom =
  | Readonly<{ kind: 'json'; outputs: StackOutputs }>
  | Readonly<{ kind: 'file'; path: string }>
  | Readonly<{ kind: 'folder'; path: string; backendConfig: readonly string[] }>

/** What the action was asked to do. Names are those below the tenant's path. */
export type Inputs = Readonly<{
  tenant: Tenant
  from: OutputsFrom
  mapping: Mapping
  rotate: readonly string[]
  /** Milliseconds before AWS's own rotation of a database's password from which on it is made at once; undefined: never. */
  rotateAhead: number | undefined
  createContainers: boolean
  dryRun: boolean
}>

const CLIENT = {
  pattern: /^(?!.*(?:--|-$))[A-Za-z][A-Za-z0-9-]{1,12}$/,
  expected: "a tenant's name: 2 to 13 letters, digits and single hyphens, a letter first"
}
const HOUR_MS = 3_600_000
const AHEAD = { min: 1000, max: 30 * 24 * HOUR_MS, words: '1s to 720h, which are 30 days' }
const ENV = { pattern: /^(?:dev|stg|prod)$/, expected: 'one of dev, stg and prod' }

/** All inputs, or one sentence on the first that is wrong. */
export async function parseInputs(read: ReadInput): Promise<Inputs> {
  const client = requiredMatching(read, 'client', CLIENT).toLowerCase()
  const env = requiredMatching(read, 'env', ENV)
  const tenant: Tenant = { client, env, path: `caliber/${client}/${env}/` }
  const mapping = optional(read, 'mapping')
  const inputs = {
    tenant,
    mapping: mapping === undefined ? CALIBER_MAPPING : await parse(mapping),
    rotate: list(read, 'rotate').map((name) => name.replace(tenant.path, '')),
    rotateAhead: durationWithin(read, 'rotate-ahead', AHEAD),
    createContainers: flag(read, 'create-containers'),
    dryRun: flag(read, 'dry-run'),
    from: parseSource(read)
  }
  for (const name of inputs.rotate) checkRotatable(name, inputs.mapping)
  return inputs
}

/** The parsers are loaded only for a mapping of one's own. */
async function parse(mapping: string): Promise<Mapping> {
  const { parseMapping } = await import('../../../lib/secrets/parse-mapping.ts')
  return parseMapping(mapping)
}

function parseSource(read: ReadInput): OutputsFrom {
  const json = optional(read, 'outputs')
  const file = optional(read, 'outputs-file')
  const folder = optional(read, 'working-directory')
  const backendConfig = parseBackendConfig(read)
  const given = [json, file, folder].filter((one) => one !== undefined).length
  if (given !== 1) {
    const fault = given === 0 ? 'none is' : `${given} are`
    throw new UserError(
      `Exactly one of the inputs 'outputs', 'outputs-file' and 'working-directory' says where the stack's outputs are, but ${fault} given. Set one.`
    )
  }
  if (folder !== undefined) return { kind: 'folder', path: folder, backendConfig }
  if (backendConfig.length > 0) {
    throw new UserError(
      "Input 'backend-config' is only for 'working-directory': nothing else asks Terraform. Leave it out."
    )
  }
  return file === undefined
    ? { kind: 'json', outputs: parseOutputs(json ?? '', "Input 'outputs'") }
    : { kind: 'file', path: file }
}

function checkRotatable(name: string, mapping: Mapping): void {
  const entry = Object.hasOwn(mapping, name) ? mapping[name] : undefined
  if (entry?.kind === 'random') return
  const random = Object.keys(mapping).filter((one) => mapping[one]?.kind === 'random')
  const why =
    entry === undefined
      ? 'which the mapping does not have'
      : 'which is copied from elsewhere and rotates where it comes from'
  throw new UserError(
    `Input 'rotate' names '${name}', ${why}. What can be rotated: ${random.join(', ') || 'nothing'}.`
  )
}
