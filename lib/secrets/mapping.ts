import type { ErrorObject } from 'ajv'
import { UserError } from '../errors.ts'
import { MAPPING_SCHEMA } from './mapping-schema.ts'

/** What the value of one secret is made of. */
export type Entry =
  | Readonly<{ kind: 'output'; output: string; form: 'text' | 'endpoint' }>
  | Readonly<{ kind: 'documentdb-uri'; uri: string; credentials: string }>
  | Readonly<{ kind: 'random'; bytes: number; fallbacks?: string; keep: number }>

/** Name below caliber/<client>/<env>/ → what its value is made of. */
export type Mapping = Readonly<Record<string, Entry>>

/** Caliber's secrets, from the outputs of stacks/caliber. */
export const CALIBER_MAPPING: Mapping = {
  'docdb-uri': {
    kind: 'documentdb-uri',
    uri: 'documentdb_uri',
    credentials: 'documentdb_master_secret_arn'
  },
  'postgres-endpoint': { kind: 'output', output: 'postgresql_endpoint', form: 'endpoint' },
  'django-secret-key': { kind: 'random', bytes: 48, fallbacks: 'django-secret-key-fallbacks', keep: 2 }
}

/** A mapping as YAML or JSON, with its defaults filled in; one sentence on the first fault otherwise. The parsers are loaded for it. */
export async function parseMapping(text: string): Promise<Mapping> {
  const [{ Ajv }, { parseDocument }] = await Promise.all([import('ajv'), import('yaml')])
  const document = parseDocument(text)
  const [fault] = document.errors
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line
    throw new UserError(
      `Input 'mapping' is no YAML${line === undefined ? '' : `: line ${line}`} (${fault.code}). Correct it.`
    )
  }
  const mapping: unknown = document.toJS()
  // strict mode knows no `discriminator` beside `additionalProperties`.
  const validate = new Ajv({ discriminator: true, useDefaults: true, strict: false }).compile<Mapping>(
    MAPPING_SCHEMA
  )
  if (!validate(mapping)) throw new UserError(describe(validate.errors?.[0]))
  checkNames(mapping)
  return mapping
}

function describe(error: ErrorObject | undefined): string {
  if (error === undefined) return "Input 'mapping' is wrong. Correct it."
  const { instancePath, propertyName, params, message = 'does not fit' } = error
  const name = propertyName ?? (params as { additionalProperty?: string }).additionalProperty
  const where = instancePath === '' ? '' : ` at ${instancePath.slice(1).replaceAll('/', ' → ')}`
  const what = name === undefined ? where : `${where} ('${name}')`
  const fault =
    error.keyword === 'discriminator' ? 'must have a kind of output, documentdb-uri or random' : message
  return `Input 'mapping' is wrong${what}: it ${fault}. Write it as mapping.schema.json beside the action says.`
}

/** One secret is not written from two places. */
function checkNames(mapping: Mapping): void {
  const names = Object.entries(mapping).flatMap(([name, entry]) => [name, ...companionOf(entry)])
  const doubled = names.find((name, at) => names.indexOf(name) !== at)
  if (doubled === undefined) return
  throw new UserError(
    `Input 'mapping' names the secret '${doubled}' twice: a secret that keeps earlier keys is no entry of its own. Leave one out.`
  )
}

/** The secret that keeps earlier keys of this one. */
export function companionOf(entry: Entry): readonly string[] {
  return entry.kind === 'random' && entry.fallbacks !== undefined ? [entry.fallbacks] : []
}
