import { Ajv, type ErrorObject } from 'ajv'
import { parseDocument } from 'yaml'
import { UserError } from '../../../lib/errors.ts'
import type { Checks } from './checks.ts'
import { CHECKS_SCHEMA } from './checks-schema.ts'

/** Input 'checks' as YAML or JSON, with its defaults filled in; one sentence on the first fault otherwise. */
export function parseChecks(text: string): Checks {
  const document = parseDocument(text)
  const [fault] = document.errors
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line
    throw new UserError(
      `Input 'checks' is no YAML${line === undefined ? '' : `: line ${line}`} (${fault.code}). Correct it.`
    )
  }
  const checks: unknown = document.toJS()
  const validate = new Ajv({ useDefaults: true, allowUnionTypes: true }).compile<Checks>(CHECKS_SCHEMA)
  if (!validate(checks)) throw new UserError(describe(validate.errors?.[0]))
  const { 'warn-days': warn, 'fail-days': fail } = checks.certificate
  if (warn < fail) {
    throw new UserError(
      `Input 'checks' is wrong at certificate: it fails ${fail} days before the end, but warns ${warn} days before. Let warn-days be the larger.`
    )
  }
  return checks
}

function describe(error: ErrorObject | undefined): string {
  if (error === undefined) return "Input 'checks' is wrong. Correct it."
  const { instancePath, params, message = 'does not fit' } = error
  const named = params as { additionalProperty?: string; allowedValues?: readonly string[] }
  const where = instancePath === '' ? '' : ` at ${instancePath.slice(1).replaceAll('/', ' → ')}`
  const what = named.additionalProperty === undefined ? where : `${where} ('${named.additionalProperty}')`
  const choices = named.allowedValues === undefined ? '' : ` (${named.allowedValues.join(', ')})`
  return `Input 'checks' is wrong${what}: it ${message}${choices}. Write it as checks.schema.json beside the action says.`
}
