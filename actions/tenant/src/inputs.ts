import { UserError } from '../../../lib/errors.ts'
import { asRecord } from '../../../lib/github/payload.ts'
import {
  choice,
  flag,
  integer,
  matching,
  optional,
  pathWithin,
  required,
  requiredMatching,
  type ReadInput
} from '../../../lib/input.ts'
import { parseRange, type Range } from '../../../lib/tenants/ranges.ts'
import {
  CLIENT,
  ENVIRONMENTS,
  isGuest,
  keyOf,
  parseJson,
  PLANS,
  renderTenant,
  type Env,
  type Plan,
  type Tenant
} from '../../../lib/tenants/tenant.ts'

/** Whose reservation: `key` is stg/acme. */
export type Name = Readonly<{ client: string; env: Env; key: string }>

/** Where addresses come from: a pool that is cut into blocks of one size, one block a tenant. */
export type Pool = Readonly<{ range: Range; bits: number }>

/** What the tenant is to be; addresses are allotted where none are given, and an image where none is settled. */
export type Wish = Readonly<{ tenant: Tenant; pool: Pool; image?: string }>

/** Variables to merge into a tenant's file; null takes one out. */
export type Change = Readonly<Record<string, unknown>>

export type Task =
  | Readonly<{ mode: 'validate' }>
  | Readonly<{ mode: 'list'; pool: Pool }>
  | Readonly<{ mode: 'reserve'; name: Name; wish: Wish }>
  | Readonly<{ mode: 'register'; name: Name }>
  | Readonly<{ mode: 'show'; name: Name; change: Change }>
  | Readonly<{ mode: 'amend'; name: Name; change: Change }>
  | Readonly<{ mode: 'retire'; name: Name }>
  | Readonly<{ mode: 'release'; name: Name }>

/** What the action was asked to do. */
export type Inputs = Readonly<{
  task: Task
  /** The registry's folder, relative to the repository. */
  folder: string
  dryRun: boolean
  token: string
  /** Where reservations are kept, when that is not the job's own region. */
  registryRegion?: string
}>

const SUBDOMAIN = {
  pattern: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  expected: 'one DNS label in lower case, such as acme-stg'
}
const DOMAIN = {
  pattern: /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  expected: 'a DNS zone in lower case, such as hicaliber.net'
}
const REGION = { pattern: /^[a-z]{2}(?:-gov)?-[a-z]+-\d$/, expected: 'an AWS region, such as us-east-1' }

/** All inputs, or one sentence on the first that is wrong. */
export function parseInputs(read: ReadInput): Inputs {
  const registryRegion = matching(read, 'registry-region', REGION)
  return {
    task: parseTask(read),
    folder: pathWithin(read, 'folder') ?? 'terraform/tenants',
    dryRun: flag(read, 'dry-run'),
    token: optional(read, 'github-token') ?? '',
    ...(registryRegion === undefined ? {} : { registryRegion })
  }
}

const MODES = ['validate', 'reserve', 'register', 'show', 'amend', 'retire', 'release', 'list'] as const

function parseTask(read: ReadInput): Task {
  required(read, 'mode')
  const mode = choice(read, 'mode', MODES)
  if (mode !== 'release' && mode !== 'show' && optional(read, 'confirm') !== undefined)
    throw new UserError("Input 'confirm' is only for modes 'release' and 'show'. Leave it out.")
  if (PROPOSING.has(mode)) required(read, 'github-token')
  if (mode === 'validate') return { mode }
  return mode === 'list' ? { mode, pool: parsePool(read) } : parseNamed(read, mode)
}

/** Modes that look into the repository beyond the checkout. */
const PROPOSING = new Set<string>(['register', 'amend', 'retire', 'release'])

type Named = Extract<Task, { name: Name }>

function parseNamed(read: ReadInput, mode: Named['mode']): Named {
  const isConfirmed = mode === 'release' || read('confirm') !== ''
  const name = isConfirmed ? parseConfirmed(read) : parseName(read)
  switch (mode) {
    case 'reserve':
      return { mode, name, wish: parseWish(read, name) }
    case 'show':
      return { mode, name, change: optional(read, 'settings') === undefined ? {} : parseChange(read) }
    case 'amend':
      return { mode, name, change: parseChange(read) }
    case 'register':
    case 'retire':
    case 'release':
      return { mode, name }
  }
}

function parseName(read: ReadInput): Name {
  const client = requiredMatching(read, 'client', CLIENT)
  const env = oneOf(read, 'env', ENVIRONMENTS)
  return { client, env, key: keyOf({ client, env }) }
}

/** One of the choices, none of which is taken for granted. */
function oneOf<T extends string>(read: ReadInput, name: string, choices: readonly [T, ...T[]]): T {
  required(read, name)
  return choice(read, name, choices)
}

function parseConfirmed(read: ReadInput): Name {
  const name = parseName(read)
  if (required(read, 'confirm') === name.key) return name
  throw new UserError(
    `Input 'confirm' is not '${name.key}', the tenant that this would be done to. Write '${name.key}' if that is meant.`
  )
}

function parseWish(read: ReadInput, { client, env }: Name): Wish {
  const plan: Plan = oneOf(read, 'plan', PLANS)
  const own = {
    client,
    plan,
    env,
    subdomain: requiredMatching(read, 'subdomain', SUBDOMAIN),
    region: requiredMatching(read, 'region', REGION)
  }
  const domain = matching(read, 'domain', DOMAIN)
  const cidr = parseCidr(read)
  const settings = parseSettings(read)
  const tenant: Tenant = {
    ...settings,
    ...own,
    ...(domain === undefined ? {} : { domain }),
    ...(cidr === undefined ? {} : { vpc_cidr: cidr })
  }
  const image = isGuest(tenant) ? undefined : optional(read, 'image')
  const longest = { ...tenant, image: tenant['image'] ?? image }
  if (Buffer.byteLength(renderTenant(longest)) > LONGEST_TENANT)
    throw new UserError(
      `Input 'settings' is longer than a reservation can hold (${LONGEST_TENANT} bytes in all). Leave out what is the stack's default.`
    )
  return { tenant, pool: parsePool(read), ...(image === undefined ? {} : { image }) }
}

/** A standard parameter holds 4 KB; names, addresses and the run's page stand in it too. */
export const LONGEST_TENANT = 3000

function parseCidr(read: ReadInput): string | undefined {
  const cidr = optional(read, 'vpc-cidr')
  const range = parseRange(cidr ?? '10.0.0.0/16')
  if (range !== undefined && range.bits >= 16 && range.bits <= 22) return cidr
  throw new UserError(
    `Input 'vpc-cidr' is '${cidr}', which is no range between /16 and /22 such as 10.20.0.0/16. Correct it, or leave it out to be given one.`
  )
}

function parsePool(read: ReadInput): Pool {
  const bits = integer(read, 'cidr-size', { min: 16, max: 22 }) ?? 16
  const text = optional(read, 'cidr-pool') ?? '10.0.0.0/8'
  const range = parseRange(text)
  if (range !== undefined && range.bits <= bits) return { range, bits }
  const fault =
    range === undefined ? 'no range of addresses such as 10.0.0.0/8' : `smaller than a block of /${bits}`
  throw new UserError(`Input 'cidr-pool' is '${text}', which is ${fault}. Correct it.`)
}

/** Variables that have inputs of their own. */
export const OWN = ['client', 'plan', 'env', 'subdomain', 'domain', 'region', 'vpc_cidr']

function parseSettings(read: ReadInput): Readonly<Record<string, unknown>> {
  const settings = parseObject(read)
  if (settings === undefined) return {}
  const doubled = OWN.find((name) => Object.hasOwn(settings, name))
  if (doubled === undefined) return settings
  throw new UserError(
    `Input 'settings' has '${doubled}', which is input '${doubled.replace('_', '-')}'. Leave it out there.`
  )
}

function parseObject(read: ReadInput): Readonly<Record<string, unknown>> | undefined {
  const text = optional(read, 'settings')
  if (text === undefined) return undefined
  const settings = asRecord(parseJson(text, "Input 'settings'"))
  if (settings !== undefined) return settings
  throw new UserError('Input \'settings\' is no JSON object. Write it as {"image": "…", "cpu": 512}.')
}

const FROZEN = ['client', 'env', 'plan', 'region', 'vpc_cidr']
const RESERVED = ['subdomain', 'domain', 'api_host', 'frontend_host']

/** What may be amended: neither what a tenant is, nor what is reserved under its name. */
function parseChange(read: ReadInput): Change {
  required(read, 'settings')
  const change = parseObject(read) ?? {}
  const frozen = FROZEN.find((name) => Object.hasOwn(change, name))
  if (frozen !== undefined)
    throw new UserError(
      `Input 'settings' has '${frozen}', which never changes: decommission the tenant, then onboard it anew.`
    )
  const reserved = RESERVED.find((name) => Object.hasOwn(change, name))
  if (reserved === undefined && Object.keys(change).length > 0) return change
  throw new UserError(
    reserved === undefined
      ? "Input 'settings' is empty, so nothing would change. Name a variable."
      : `Input 'settings' has '${reserved}', which is reserved for the tenant by name. Propose it by a pull request of your own.`
  )
}
