import type { Proposal } from '../../../lib/github/proposals.ts'
import type { Problem } from '../../../lib/tenants/rules.ts'
import type { Tenant } from '../../../lib/tenants/tenant.ts'

/** One tenant as `list` tells it. */
export type Row = Readonly<{
  tenant: string
  plan: string
  subdomain: string
  vpcCidr: string
  /** `incomplete`: claims that no reservation names, of a run that ended early or lost. */
  state: 'registered' | 'reserved' | 'unreserved' | 'incomplete'
  since: string
  run: string
}>

export type Outcome =
  | Readonly<{ kind: 'valid'; tenants: readonly Tenant[] }>
  | Readonly<{ kind: 'invalid'; problems: readonly Problem[] }>
  | Readonly<{ kind: 'listed'; rows: readonly Row[]; freeBlocks: number }>
  /** Dry run: what would be done, in order. */
  | Readonly<{ kind: 'planned'; steps: readonly string[]; tenant?: Tenant }>
  /** `written`: the parameters that this attempt wrote. */
  | Readonly<{ kind: 'reserved'; tenant: Tenant; written: readonly string[] }>
  | Readonly<{ kind: 'proposed'; tenant: Tenant; proposal: Proposal; changed: boolean }>
  /** The registry has it already. */
  | Readonly<{ kind: 'registered'; tenant: Tenant }>
  | Readonly<{ kind: 'released'; freed: readonly string[] }>
  /** Nothing was changed, for these reasons. */
  | Readonly<{ kind: 'refused'; problems: readonly string[] }>
