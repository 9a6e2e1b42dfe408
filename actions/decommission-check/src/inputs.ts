import {
  choice,
  durationWithin,
  flag,
  list,
  matching,
  pathWithin,
  required,
  requiredMatching,
  type ReadInput
} from '../../../lib/input.ts'
import { UserError } from '../../../lib/errors.ts'
import { nameOf } from '../../../lib/tenants/names.ts'
import { CLIENT, ENVIRONMENTS, keyOf, PLANS, type Env, type Plan } from '../../../lib/tenants/tenant.ts'
import { type Kind, KINDS } from './kinds.ts'

/** Whose end is looked at, and what may be lost with it. */
export type Inputs = Readonly<{
  client: string
  env: Env
  plan: Plan
  /** stg/acme. */
  key: string
  /** What the names of its resources begin with. */
  name: string
  /** Where these are not the stack's own, but restored ones. */
  cluster: string
  instance: string
  /** Snapshots that the destruction would leave behind. */
  finalSnapshots: readonly string[]
  /** Buckets beside those of the stack. */
  buckets: readonly string[]
  requireBackups: boolean
  /** How old the newest snapshot may be, in milliseconds. */
  backupAgeMs: number
  force: boolean
  /** What would stop it, and is about to be seen to. */
  tolerated: readonly Kind[]
  folder: string
  registryRegion?: string
  reportOnly: boolean
}>

const DATABASE = {
  pattern: /^(?!.*(?:--|-$))[a-z][a-z0-9-]{0,62}$/,
  expected: "a database's identifier: at most 63 small letters, digits and single hyphens"
}
const REGION = { pattern: /^[a-z]{2}(?:-gov)?-[a-z]+-\d$/, expected: 'an AWS region, such as us-east-1' }
const SNAPSHOT = /^(?!.*(?:--|-$))[A-Za-z][A-Za-z0-9-]{0,254}$/
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const DAY_MS = 24 * 60 * 60 * 1000
const AGES = { min: 60_000, max: 35 * DAY_MS, words: '1m to 840h' }

/** All inputs, or one sentence on the first that is wrong. */
export function parseInputs(read: ReadInput): Inputs {
  required(read, 'env')
  required(read, 'plan')
  const client = requiredMatching(read, 'client', CLIENT).toLowerCase()
  const env = choice(read, 'env', ENVIRONMENTS)
  const plan = choice(read, 'plan', PLANS)
  if (client === 'saasshared' && plan !== 'SaaS')
    throw new UserError(
      "Input 'plan' is 'Dedicated', and SaaSShared holds what SaaS tenants share. Write SaaS."
    )
  const name = nameOf({ client, env, plan })
  const registryRegion = matching(read, 'registry-region', REGION)
  return {
    client,
    env,
    plan,
    key: keyOf({ client, env }),
    name,
    cluster: matching(read, 'documentdb-cluster', DATABASE) ?? `${name}-documentdb`,
    instance: matching(read, 'postgres-instance', DATABASE) ?? `${name}-postgres`,
    finalSnapshots: names(read, 'final-snapshots', { pattern: SNAPSHOT, expected: "a snapshot's name" }),
    buckets: names(read, 'buckets', { pattern: BUCKET, expected: "a bucket's name" }),
    requireBackups: choice(read, 'require-backups', ['true', 'false']) === 'true',
    backupAgeMs: durationWithin(read, 'backup-age', AGES) ?? DAY_MS,
    force: flag(read, 'force'),
    tolerated: parseTolerated(read),
    folder: pathWithin(read, 'folder') ?? 'terraform/tenants',
    ...(registryRegion === undefined ? {} : { registryRegion }),
    reportOnly: flag(read, 'report-only')
  }
}

/** Of these a person, and nobody else, decides; no step of a run sees to them. */
const NEVER: ReadonlySet<Kind> = new Set(['force', 'guests', 'registry', 'database'])

function parseTolerated(read: ReadInput): readonly Kind[] {
  const allowed = KINDS.filter((kind) => !NEVER.has(kind))
  return list(read, 'tolerate').map((given) => {
    const kind = allowed.find((one) => one === given)
    if (kind !== undefined) return kind
    throw new UserError(
      `Input 'tolerate' has '${given}', which is none of ${allowed.join(', ')}. Write one a line.`
    )
  })
}

type Rule = Readonly<{ pattern: RegExp; expected: string }>

function names(read: ReadInput, input: string, { pattern, expected }: Rule): readonly string[] {
  const given = list(read, input)
  const wrong = given.find((one) => !pattern.test(one))
  if (wrong === undefined) return given
  throw new UserError(`Input '${input}' has '${wrong}', which is not ${expected}. Write one a line.`)
}
