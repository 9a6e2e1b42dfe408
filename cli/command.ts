import type { FlagName, Typed } from './flags.ts'
import type { Ports } from './ports.ts'

/** What commands take beside flags with values. */
export type Switches = Readonly<{
  /** True, or the tenant that was typed behind it. */
  yes?: string | boolean
  force?: boolean
  newPlan?: boolean
  withoutBackups?: boolean
  apiOnly?: boolean
  rotateDjangoKey?: boolean
}>

/** What was typed, checked as far as one flag can be by itself. */
export type Asked = Readonly<{ typed: Typed; switches: Switches }>

/** One script: what it is called, takes and does. `run` throws what the command ends with. */
export type Command = Readonly<{
  /** plan.sh */
  script: string
  about: string
  required: readonly FlagName[]
  optional: readonly FlagName[]
  switches: readonly Readonly<{ flags: string; about: string }>[]
  examples: readonly string[]
  run: (asked: Asked, ports: Ports) => Promise<void>
}>

/** Of whom a plan is made or applied. */
export const TENANT = ['client', 'plan', 'env', 'subdomain'] as const
/** What a SaaS tenant is told of SaaSShared. */
export const SHARED = [
  'saas-docdb-uri',
  'saas-docdb-secret-arn',
  'saas-rds-endpoint',
  'saas-api-lb-dns',
  'saas-api-lb-zone'
] as const

export const YES = {
  flags: '--yes [tenant]',
  about: 'asks nothing; in prod the tenant stands behind it, as --yes prod/acme'
} as const
