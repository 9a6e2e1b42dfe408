import type { Role, OidcProvider } from '../../../lib/aws/iam.ts'
import type { Identity } from '../../../lib/aws/sts.ts'
import type { Environment } from '../../../lib/github/environments.ts'
import type { SubjectFormat } from '../../../lib/github/oidc.ts'
import type { RepositoryFacts } from '../../../lib/github/settings.ts'
import type { Seen } from './finding.ts'
import type { QuotaName } from './quota-codes.ts'
import type { RoleKind, Tenant } from './inputs.ts'

/** A call of one of the suite's reusable workflows in a workflow file of the repository. */
export type Call = Readonly<{ file: string; workflow: string; ref: string }>

/** `apply` environments need a review; `deploy` ones, whose names end in -deploy, only a branch rule. */
export type EnvironmentSeen = Readonly<{
  name: string
  kind: 'apply' | 'deploy'
  seen: Seen<Environment | undefined>
}>

/** What a role of who operates trusts: files, and the environment of their jobs; without one, jobs of main outside of any. */
export type Operator = Readonly<{ files: readonly string[]; environment?: string }>

export type RoleSeen = Readonly<{
  kind: RoleKind
  name: string
  tenant?: Tenant
  operator?: Operator
  seen: Seen<Role | undefined>
}>

export type QuotaSeen = Readonly<{
  name: QuotaName
  region: string
  used: Seen<number>
  limit: Seen<number>
}>

/** A copy of a password that AWS rotates: when it was written, and when the password was last changed. */
export type Copy = Readonly<{ name: string; copiedAt: number; rotatedAt?: number }>

/** A tenant's DocumentDB URI; undefined where there is none yet. */
export type CopySeen = Readonly<{ tenant: Tenant; seen: Seen<Copy | undefined> }>

/** An account, as far as its credentials may read. */
export type Account = Readonly<{
  identity: Identity
  issuer: string
  provider: Seen<OidcProvider | undefined>
  roles: readonly RoleSeen[]
  quotas: readonly QuotaSeen[]
  copies: readonly CopySeen[]
}>

/** Everything that was read, before anything is judged. */
export type Observed = Readonly<{
  repository: RepositoryFacts
  subject: Seen<SubjectFormat | undefined>
  /** Claims of this job's own token. */
  claims: Seen<Readonly<Record<string, string>>>
  calls: Seen<readonly Call[]>
  environments: readonly EnvironmentSeen[]
  isMainProtected: Seen<boolean>
  /** Names and values. */
  variables: Seen<Readonly<Record<string, string>>>
  /** Names of secrets that are known to be set or not. */
  secrets: Seen<Readonly<Record<string, boolean>>>
  account: Seen<Account>
  proofs: Proofs
}>

/** What was tried because it must not succeed; undefined where nothing was to be tried. */
export type Proofs = Readonly<{ roleGiven?: Seen<boolean>; secretRead?: Seen<boolean> }>
