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

/** A tenant, and who else its service answers for. */
type Told = Readonly<{ tenant: Tenant; sharedBy: readonly string[] }>

export type Outcome =
  | Readonly<{ kind: 'valid'; tenants: readonly Tenant[] }>
  /** `tenants`: those whose files have no fault. */
  | Readonly<{ kind: 'invalid'; problems: readonly Problem[]; tenants: readonly Tenant[] }>
  | Readonly<{ kind: 'listed'; rows: readonly Row[]; freeBlocks: number }>
  /** Dry run: what would be done, in order. */
  | Readonly<{ kind: 'planned'; steps: readonly string[] } & Partial<Told>>
  /** `written`: the parameters that this attempt wrote. */
  | Readonly<{ kind: 'reserved'; written: readonly string[] } & Told>
  | Readonly<{ kind: 'proposed'; proposal: Proposal; changed: boolean } & Told>
  /** The registry has it already, as it is wanted. */
  | Readonly<{ kind: 'registered' } & Told>
  | Readonly<{ kind: 'shown' } & Told>
  /** The registry has no file of it any more. */
  | Readonly<{ kind: 'retired' }>
  | Readonly<{ kind: 'released'; freed: readonly string[] }>
  /** Nothing was changed, for these reasons. */
  | Readonly<{ kind: 'refused'; problems: readonly string[] }>
