import type { ParameterClaims } from '../../../lib/aws/parameter-claims.ts'
import type { TaggedResources } from '../../../lib/aws/tagged-resources.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { Issue } from '../../../lib/github/issues.ts'
import type { IssuePorts } from '../../../lib/github/kept-issue.ts'
import type { Log } from '../../../lib/log.ts'
import type { RegistryFile } from '../../../lib/tenants/registry.ts'

/** Of AWS everything is read, nothing is written. */
export type Ports = IssuePorts &
  Readonly<{
    tagged: TaggedResources
    /** Region of the job. */
    region: string
    /** Parameters of the region in which reservations are kept. */
    reservations: ParameterClaims['list']
    readRegistry: () => Promise<readonly RegistryFile[]>
    /** Our issues with the label, the oldest first. */
    listIssues: () => Promise<readonly Issue[]>
    run: Readonly<{ id: number; url: string }>
    clock: Clock
    log: Log
  }>
