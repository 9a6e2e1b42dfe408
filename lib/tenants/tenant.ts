import { UserError } from '../errors.ts'

export const ENVIRONMENTS = ['dev', 'stg', 'prod'] as const
export type Env = (typeof ENVIRONMENTS)[number]
export const PLANS = ['Dedicated', 'SaaS'] as const
export type Plan = (typeof PLANS)[number]

/** One tenant as its file of the registry has it: variables of the stack, by their names there. */
export type Tenant = Readonly<{
  client: string
  plan: Plan
  env: Env
  /** One DNS label below the domain. */
  subdomain: string
  region: string
  /** Of tenants with a network of their own. */
  vpc_cidr?: string
  domain?: string | null
  api_host?: string | null
  frontend_host?: string | null
  frontend_enabled?: boolean
  /** Databases of a restore that have taken the place of the stack's own. */
  restored_cluster_identifier?: string | null
  restored_postgres_identifier?: string | null
  /** What else the stack takes. */
  [variable: string]: unknown
}>

/** A file of the registry; `file` counts from the registry's folder: stg/acme.tfvars.json. */
export type Entry = Readonly<{ file: string; tenant: Tenant }>

/** The tenants of a registry. */
export const tenantsOf = (entries: readonly Entry[]): readonly Tenant[] => entries.map(({ tenant }) => tenant)

/** The zone of tenants that name none. */
export const DOMAIN = 'hicaliber.net'

/** How a client may be called, as an input's rule. */
export const CLIENT = {
  pattern: /^(?!.*(?:--|-$))[A-Za-z][A-Za-z0-9-]{1,12}$/,
  expected: "a tenant's name: 2 to 13 letters, digits and single hyphens, a letter first"
}

/** What a tenant is known by everywhere: stg/acme. */
export const keyOf = ({ env, client }: Pick<Tenant, 'env' | 'client'>): string =>
  `${env}/${client.toLowerCase()}`

/** The tenant's file, counted from the registry's folder. */
export const fileOf = (tenant: Pick<Tenant, 'env' | 'client'>): string => `${keyOf(tenant)}.tfvars.json`

/** Whether it holds what the SaaS tenants of its environment share. */
export const isShared = ({ client }: Pick<Tenant, 'client'>): boolean => client.toLowerCase() === 'saasshared'

/** Whether it lives in the network of SaaSShared. */
export const isGuest = (tenant: Pick<Tenant, 'client' | 'plan'>): boolean =>
  tenant.plan === 'SaaS' && !isShared(tenant)

export const domainOf = ({ domain }: Pick<Tenant, 'domain'>): string => domain ?? DOMAIN

/** The hosts that a tenant answers at; the subdomain's own counts always. */
export function hostsOf(tenant: Tenant): readonly string[] {
  const { subdomain, api_host: api, frontend_host: frontend, frontend_enabled: hasFrontend = true } = tenant
  const hosts = [`${subdomain}.${domainOf(tenant)}`, api, hasFrontend ? frontend : undefined]
  return hosts.flatMap((host) => (host == null ? [] : [host.toLowerCase()]))
}

/** The names right below the domain that a tenant takes records in: acme-stg.hicaliber.net. */
export function claimedNames(tenant: Tenant): readonly string[] {
  const labels = domainOf(tenant).split('.').length + 1
  return [...new Set(hostsOf(tenant).map((host) => host.split('.').slice(-labels).join('.')))]
}

/** What comes first in a tenant's file; the rest follows by name. */
const FIRST = ['client', 'plan', 'env', 'subdomain', 'domain', 'region', 'vpc_cidr', 'image']

/** The text of a tenant's file, the same for the same tenant. */
export function renderTenant(tenant: Tenant): string {
  const rank = (name: string): string => `${String(FIRST.indexOf(name) + 1 || 99).padStart(2, '0')}${name}`
  const names = Object.keys(tenant).filter((name) => tenant[name] !== undefined)
  const sorted = names.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(sorted.map((name) => [name, tenant[name]])), null, 2)}\n`
}

/** A value as JSON, or a refusal that names where the text is from. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError(`${name} is no JSON. Correct it.`, { cause })
  }
}
