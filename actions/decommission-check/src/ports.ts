import type { BucketContent } from '../../../lib/aws/bucket-versions.ts'
import type { Databases } from '../../../lib/aws/databases.ts'
import type { LoadBalancers } from '../../../lib/aws/load-balancers.ts'
import type { ParameterClaims } from '../../../lib/aws/parameter-claims.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { Log } from '../../../lib/log.ts'
import type { RegistryFile } from '../../../lib/tenants/registry.ts'

/** Everything is read, nothing is written. */
export type Ports = Readonly<{
  databases: Databases
  loadBalancers: LoadBalancers
  bucketContent: (bucket: string) => Promise<BucketContent | undefined>
  /** Parameters of the tenant's region, below a path. */
  parameters: ParameterClaims['list']
  /** Parameters of the region in which reservations are kept. */
  reservations: ParameterClaims['list']
  accountId: () => Promise<string>
  readRegistry: () => Promise<readonly RegistryFile[]>
  clock: Clock
  log: Log
}>
