import { Ajv, type ErrorObject } from 'ajv'
import { parseDocument } from 'yaml'
import { UserError } from '../errors.ts'
import { companionOf, type Mapping } from './mapping.ts'
import { MAPPING_SCHEMA } from './mapping-schema.ts'

/** A mapping as YAML or JSON, with its defaults filled in; one sentence on the first fault otherwise. */
export function parseMapping(text: string): Mapping {
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
