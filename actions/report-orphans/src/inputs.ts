import { UserError } from '../../../lib/errors.ts'
import {
  durationWithin,
  flag,
  list,
  matching,
  pathWithin,
  required,
  type Pattern,
  type ReadInput
} from '../../../lib/input.ts'

/** Where to look, for what, and what becomes of it. */
export type Inputs = Readonly<{
  /** Only this one's things are looked at, as stg/acme, and no issue is kept about them. */
  tenant?: string
  /** Undefined takes those of the tenants. */
  regions?: readonly string[]
  project: string
  /** Tenants as stg/acme, and how ARNs begin. */
  ignored: readonly string[]
  /** How long a reservation with resources counts as an onboarding under way, in milliseconds. */
  graceMs: number
  folder: string
  registryRegion?: string
  label: string
  failOnOrphans: boolean
  dryRun: boolean
  token: string
}>

const REGION: Pattern = {
  pattern: /^[a-z]{2}(?:-gov)?-[a-z]+-\d$/,
  expected: 'an AWS region, such as us-east-1'
}
const PROJECT: Pattern = { pattern: /^[\p{L}\p{N} _.:/=+@-]{1,256}$/u, expected: 'the value of a tag' }
const LABEL: Pattern = {
  pattern: /^[^,\p{Cc}\p{Cf}]{1,50}$/u,
  expected: 'a label of at most 50 characters without commas'
}
const IGNORED: Pattern = {
  pattern: /^(?:(?:dev|stg|prod)\/[a-z][a-z0-9-]{0,12}|arn:aws[a-z-]*:[a-z0-9-]+:.+)$/,
  expected: 'a tenant such as stg/acme in small letters, or how an ARN begins'
}

const TENANT: Pattern = {
  pattern: /^(?:dev|stg|prod)\/[A-Za-z][A-Za-z0-9-]{0,12}$/,
  expected: 'a tenant, such as stg/acme'
}

const HOUR_MS = 3_600_000
const GRACES = { min: HOUR_MS, max: 8760 * HOUR_MS, words: '1h to 8760h' }

/** All inputs, or one sentence on the first that is wrong. */
export function parseInputs(read: ReadInput): Inputs {
  const regions = each(read, 'regions', REGION)
  const registryRegion = matching(read, 'registry-region', REGION)
  const tenant = matching(read, 'tenant', TENANT)?.toLowerCase()
  return {
    ...(tenant === undefined ? {} : { tenant }),
    ...(regions.length === 0 ? {} : { regions }),
    project: matching(read, 'project', PROJECT) ?? 'Caliber',
    ignored: each(read, 'ignore', IGNORED),
    graceMs: durationWithin(read, 'grace', GRACES) ?? 168 * HOUR_MS,
    folder: pathWithin(read, 'folder') ?? 'terraform/tenants',
    ...(registryRegion === undefined ? {} : { registryRegion }),
    label: matching(read, 'label', LABEL) ?? 'orphans',
    failOnOrphans: flag(read, 'fail-on-orphans'),
    dryRun: flag(read, 'dry-run'),
    token: required(read, 'github-token')
  }
}

function each(read: ReadInput, input: string, { pattern, expected }: Pattern): readonly string[] {
  const given = list(read, input)
  const wrong = given.find((one) => !pattern.test(one))
  if (wrong === undefined) return given
  throw new UserError(`Input '${input}' has '${wrong}', which is not ${expected}. Write one a line.`)
}
