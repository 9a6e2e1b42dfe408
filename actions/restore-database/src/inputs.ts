import type { DatabaseKind } from '../../../lib/aws/databases.ts'
import { parseBackendConfig } from '../../../lib/backend-config.ts'
import { UserError } from '../../../lib/errors.ts'
import { type GateInputs, parseGate } from '../../../lib/github/gate-inputs.ts'
import {
  choice,
  durationWithin,
  flag,
  matching,
  optional,
  type Pattern,
  pathWithin,
  type ReadInput,
  required,
  requiredMatching
} from '../../../lib/input.ts'
import { nameOf } from '../../../lib/tenants/names.ts'
import {
  CLIENT,
  type Env,
  ENVIRONMENTS,
  isGuest,
  keyOf,
  type Plan,
  PLANS
} from '../../../lib/tenants/tenant.ts'
import { type DatabaseName, KINDS } from './names.ts'

/** What a restored database is to hold: the data of a moment, in milliseconds, or of a snapshot. */
export type Wanted =
  | Readonly<{ kind: 'time'; at: number | 'latest' }>
  | Readonly<{ kind: 'snapshot'; name: string }>

/** Which database it is about. */
export type Subject = Readonly<{
  /** In lower case. */
  client: string
  env: Env
  plan: Plan
  /** stg/acme. */
  tenant: string
  database: DatabaseName
  kind: DatabaseKind
  /** What the names of the tenant's resources begin with, with the hyphen. */
  prefix: string
  /** Identifier of the database that is lost, or is to be kept. */
  source: string
  timeoutMs: number
  dryRun: boolean
}>

/** Where the stack's state is, and Terraform with it. */
export type Place = Readonly<{
  workingDirectory: string
  backendConfig: readonly string[]
  bucket: string
  key: string
  /** The bucket's region; the job's own when it is not said. */
  region?: string
  /** As Terraform wants it: 90s. */
  lockTimeout: string
}>

/** What the workflow asks for, checked; without a `name` it follows from all the rest. */
export type Inputs =
  | (Subject & Readonly<{ mode: 'restore'; name?: string; wanted: Wanted }>)
  | (Subject & Readonly<{ mode: 'snapshot'; name?: string }>)
  | (Subject & Readonly<{ mode: 'forget'; name: string; place: Place; gate: GateInputs }>)

const MODES = ['restore', 'snapshot', 'forget'] as const
const DATABASES = ['documentdb', 'postgres'] as const

/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
export function parseInputs(read: ReadInput): Inputs {
  for (const name of ['mode', 'env', 'plan', 'database']) required(read, name)
  const mode = choice(read, 'mode', MODES)
  const subject = parseSubject(read)
  const wanted = parseWanted(read, mode)
  const name = parseName(read, mode, subject)
  if (mode === 'forget')
    return {
      ...subject,
      mode,
      name: name ?? required(read, 'name'),
      place: parsePlace(read),
      gate: parseGate(read)
    }
  const named = name === undefined ? {} : { name }
  return mode === 'snapshot'
    ? { ...subject, ...named, mode }
    : { ...subject, ...named, mode, wanted: wanted ?? refuseNothing() }
}

const IDENTIFIER = /^(?!.*(?:--|-$))[a-z][a-z0-9-]{0,62}$/
const SOURCE: Pattern = {
  pattern: IDENTIFIER,
  expected: "a database's identifier: at most 63 small letters, digits and single hyphens"
}
const TIMEOUT = { min: 60_000, max: 12 * 3_600_000, words: '1m to 12h' }
const LOCK_TIMEOUT = { min: 0, max: 3_600_000, words: '0s to 1h' }

function parseSubject(read: ReadInput): Subject {
  const client = requiredMatching(read, 'client', CLIENT).toLowerCase()
  const env = choice(read, 'env', ENVIRONMENTS)
  const plan = choice(read, 'plan', PLANS)
  checkOwner({ client, plan })
  const database = choice(read, 'database', DATABASES)
  const prefix = `${nameOf({ client, env, plan })}-`
  const source = matching(read, 'source', SOURCE) ?? `${prefix}${database}`
  if (!source.startsWith(prefix))
    throw new UserError(
      `Input 'source' is '${source}', which does not begin with '${prefix}': it is no database of this tenant. Name one of its own.`
    )
  return {
    client,
    env,
    plan,
    tenant: keyOf({ client, env }),
    database,
    kind: KINDS[database],
    prefix,
    source,
    timeoutMs: durationWithin(read, 'timeout', TIMEOUT) ?? 2 * 3_600_000,
    dryRun: flag(read, 'dry-run')
  }
}

/** Who has databases at all. */
function checkOwner({ client, plan }: Pick<Subject, 'client' | 'plan'>): void {
  if (client === 'saasshared' && plan !== 'SaaS')
    throw new UserError(
      "Input 'plan' is 'Dedicated', and SaaSShared holds what SaaS tenants share. Write SaaS."
    )
  if (isGuest({ client, plan }))
    throw new UserError(
      `Tenant '${client}' is SaaS and has no database of its own: its data lies in SaaSShared's, with everybody else's. Restore those, client SaaSShared, if all its tenants are to go back.`
    )
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/
const SNAPSHOT: Pattern = {
  pattern: /^(?:rds:)?(?!.*(?:--|-$))[A-Za-z][A-Za-z0-9-]{0,254}$/,
  expected:
    "'latest' or a snapshot's name: letters, digits and single hyphens, automatic ones with 'rds:' in front"
}

function parseWanted(read: ReadInput, mode: Inputs['mode']): Wanted | undefined {
  const moment = optional(read, 'restore-to')
  const snapshot = matching(read, 'snapshot', SNAPSHOT)
  if (mode !== 'restore' && (moment ?? snapshot) !== undefined)
    throw new UserError(
      `Inputs 'restore-to' and 'snapshot' say nothing in mode '${mode}'. Remove what is set of them.`
    )
  if (moment !== undefined && snapshot !== undefined)
    throw new UserError(
      "Inputs 'restore-to' and 'snapshot' are both set, but a database is restored from one of them. Remove one."
    )
  if (snapshot !== undefined) return { kind: 'snapshot', name: snapshot }
  return moment === undefined ? undefined : { kind: 'time', at: parseMoment(moment) }
}

function parseMoment(text: string): number | 'latest' {
  if (text === 'latest') return text
  if (!INSTANT.test(text))
    throw new UserError(
      `Input 'restore-to' is '${text}', which is neither 'latest' nor a moment with a zone. Write it as 2026-03-01T09:30:00Z or 2026-03-01T10:30:00+01:00.`
    )
  const at = Date.parse(text)
  // JavaScript takes the 30th of February for the 2nd of March.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  if (!Number.isNaN(at) && !Number.isNaN(day.valueOf()) && day.getUTCDate() === Number(text.slice(8, 10)))
    return at
  throw new UserError(`Input 'restore-to' is '${text}', a moment that there is not. Correct it.`)
}

const refuseNothing = (): never => {
  throw new UserError(
    "Neither 'restore-to' nor 'snapshot' is set: nothing says which data is wanted. Set one; 'latest' is the newest."
  )
}

/** The longest name whose instances and final snapshot are named within AWS' 63 characters. */
const LONGEST = { restore: 45, snapshot: 63, forget: 63 } as const

function parseName(read: ReadInput, mode: Inputs['mode'], { prefix, source }: Subject): string | undefined {
  const most = LONGEST[mode]
  const rule = {
    pattern: new RegExp(`^(?=.{1,${most}}$)${IDENTIFIER.source.slice(1)}`),
    expected: `an identifier: at most ${most} small letters, digits and single hyphens`
  }
  const name = matching(read, 'name', rule)
  if (name === undefined) return undefined
  if (!name.startsWith(prefix))
    throw new UserError(
      `Input 'name' is '${name}', which does not begin with '${prefix}': the tenant's roles, key and alarms reach such names only. Put that in front.`
    )
  if (name !== source) return name
  throw new UserError(
    `Inputs 'name' and 'source' are both '${name}', but the restored one stands beside the lost one. Give it another name.`
  )
}

function parsePlace(read: ReadInput): Place {
  const backendConfig = parseBackendConfig(read)
  const settings = new Map(
    backendConfig.map((line) => {
      const at = line.indexOf('=')
      return [
        line.slice(0, at).trim(),
        line
          .slice(at + 1)
          .trim()
          .replaceAll(/^"|"$/g, '')
      ] as const
    })
  )
  const [bucket, key, region] = ['bucket', 'key', 'region'].map((name) => settings.get(name))
  if (bucket === undefined || key === undefined)
    throw new UserError(
      "Input 'backend-config' lacks 'bucket' or 'key', so nobody knows which state is to forget the database. Give both, as in TERRAFORM_BACKEND_CONFIG and key=caliber/<client>/<env>/terraform.tfstate."
    )
  return {
    workingDirectory: pathWithin(read, 'working-directory') ?? 'terraform/stacks/caliber',
    backendConfig,
    bucket,
    key,
    ...(region === undefined ? {} : { region }),
    lockTimeout: `${Math.ceil((durationWithin(read, 'lock-timeout', LOCK_TIMEOUT) ?? 300_000) / 1000)}s`
  }
}
