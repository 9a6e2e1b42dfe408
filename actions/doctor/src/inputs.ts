import { UserError } from '../../../lib/errors.ts'
import { asRecord } from '../../../lib/github/payload.ts'
import { choice, integer, list, matching, optional, type ReadInput, required } from '../../../lib/input.ts'

/** A tenant with roles of its own, and the environment whose jobs take them. */
export type Tenant = Readonly<{ client: string; env: string; environment: string }>

/** What to look at, checked. */
export type Inputs = Readonly<{
  /** owner/name; undefined for the repository that the workflow runs in. */
  repository?: string
  /** Environments that the roles trust; those whose names end in -deploy never apply. */
  environments: readonly string[]
  /** Roles that the repository gets. */
  roles: readonly RoleKind[]
  tenants: readonly Tenant[]
  /** Those of dev, stg and prod that have roles for who operates. */
  operatedEnvironments: readonly string[]
  /** owner/name of the suite whose reusable workflows the roles trust. */
  suite: string
  /** Commits of the suite that are to be trusted beside those that the repository's workflows pin. */
  suiteCommits: readonly string[]
  /** Undefined: no account is looked at. */
  region?: string
  accountId?: string
  namePrefix: string
  /** How many more tenants the account should have room for. */
  newTenants: number
  /** Repository variables that the workflows read. */
  variables: readonly string[]
  secrets: readonly string[]
  /** Variables as the workflow sees them; undefined outside of workflows. */
  knownVariables?: Readonly<Record<string, string>>
  /** Which secrets the workflow sees, by name. */
  knownSecrets: Readonly<Record<string, boolean>>
  gate: 'environment' | 'dispatch'
  /** ARN of a role that this job must not be given. */
  refusedRole?: string
  /** Name of a secret that the credentials must not be able to read. */
  unreadableSecret?: string
  issuer?: string
  token: string
}>

const REPOSITORY = { pattern: /^[\w.-]+\/[\w.-]+$/, expected: 'owner/name of a repository' }
const PREFIX = { pattern: /^[a-z][a-z0-9-]{0,20}$/, expected: 'a prefix of role names, as caliber' }
const REGION = { pattern: /^[a-z]{2}(?:-[a-z]+)+-\d$/, expected: 'an AWS region, as us-east-1' }
const ACCOUNT = { pattern: /^\d{12}$/, expected: 'the twelve digits of an AWS account' }
const ROLE = { pattern: /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/, expected: "a role's ARN" }
const SECRET = { pattern: /^[\w/+=.@-]{1,512}$/, expected: "a secret's name" }
const ISSUER = { pattern: /^https?:\/\/\S+$/, expected: 'the address of an OIDC issuer' }

/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
export function parseInputs(read: ReadInput): Inputs {
  const given = {
    repository: matching(read, 'repository', REPOSITORY),
    region: matching(read, 'aws-region', REGION),
    accountId: matching(read, 'account-id', ACCOUNT),
    refusedRole: matching(read, 'refused-role', ROLE),
    unreadableSecret: matching(read, 'unreadable-secret', SECRET),
    issuer: matching(read, 'oidc-issuer', ISSUER),
    knownVariables: parseVariables(optional(read, 'vars'))
  }
  const operatedEnvironments = words(read, 'operated-environments').map(parseOperated)
  return {
    environments: words(read, 'environments'),
    roles: parseRoles(words(read, 'roles'), operatedEnvironments.length > 0),
    operatedEnvironments,
    tenants: words(read, 'tenants').map(parseTenant),
    suite: matching(read, 'suite-repository', REPOSITORY) ?? 'caliber/actions',
    suiteCommits: words(read, 'suite-commits').map(parseCommit),
    namePrefix: matching(read, 'name-prefix', PREFIX) ?? 'caliber',
    newTenants: integer(read, 'new-tenants', { min: 0, max: 1000 }) ?? 1,
    variables: words(read, 'variables'),
    secrets: words(read, 'secrets'),
    knownSecrets: Object.fromEntries(list(read, 'known-secrets').map(parseKnownSecret)),
    gate: choice(read, 'gate', ['environment', 'dispatch']),
    token: required(read, 'github-token'),
    ...onlySet(given)
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that have a value. */
const onlySet = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>

/** Items on lines or separated by spaces and commas: a form of GitHub's has one line. */
const words = (read: ReadInput, name: string): readonly string[] =>
  list(read, name).flatMap((line) => line.split(/[\s,]+/).filter((word) => word !== ''))

const ROLES = ['plan', 'apply', 'deploy', 'seed', 'operate'] as const
export type RoleKind = (typeof ROLES)[number]
/** What a repository gets whose entry names no roles. */
export const USUAL_ROLES: readonly RoleKind[] = ['plan', 'apply', 'deploy', 'seed']

function parseRoles(given: readonly string[], isOperated: boolean): readonly RoleKind[] {
  const wrong = given.find((name) => !ROLES.some((role) => role === name))
  if (wrong !== undefined)
    throw new UserError(`Input 'roles' has '${wrong}', which is not one of ${ROLES.join(', ')}.`)
  const wanted: readonly string[] = given.length > 0 ? given : isOperated ? ROLES : USUAL_ROLES
  return ROLES.filter((role) => wanted.includes(role))
}

function parseOperated(text: string): string {
  if (['dev', 'stg', 'prod'].includes(text)) return text
  throw new UserError(`Input 'operated-environments' has '${text}', which is not one of dev, stg, prod.`)
}

function parseTenant(text: string): Tenant {
  const [, client, env, environment] =
    /^([a-z][a-z0-9-]{1,12})\/(dev|stg|prod)(?:=([\w.-]+))?$/.exec(text) ?? []
  if (client !== undefined && env !== undefined)
    return { client, env, environment: environment ?? `caliber-${env}` }
  throw new UserError(
    `Input 'tenants' has '${text}', which is not <client>/<dev|stg|prod> in lower case. Write acme/stg, or acme/stg=<environment> where that is not caliber-stg.`
  )
}

function parseCommit(text: string): string {
  if (/^[0-9a-f]{40}$/.test(text)) return text
  throw new UserError(
    `Input 'suite-commits' has '${text}', which is no commit of 40 hexadecimal digits. Give the commit itself, no tag and no branch.`
  )
}

function parseKnownSecret(text: string): readonly [name: string, isSet: boolean] {
  const [, name, isSet] = /^(\w+)=(true|false)$/.exec(text) ?? []
  if (name !== undefined) return [name, isSet === 'true']
  // The line is not repeated: whoever wrote it may have put the secret there.
  throw new UserError(
    "Input 'known-secrets' has a line that is not NAME=true or NAME=false. Write SEAL_KEY=${{ secrets.SEAL_KEY != '' }}."
  )
}

function parseVariables(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined
  const fields = asRecord(parseJson(text))
  if (fields === undefined)
    throw new UserError("Input 'vars' is no JSON object. Write vars: ${{ toJSON(vars) }}.")
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
