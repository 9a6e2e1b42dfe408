import { UserError } from '../../../lib/errors.ts'
import type { Subject } from './inputs.ts'

/** AWS' codes, without the word Fault that some APIs put behind, and what to do. */
const ADVICE: Readonly<Record<string, string>> = {
  DBClusterQuotaExceeded:
    'The account may have no more clusters in this region. Delete one that nobody needs, or have the quota raised (aws service-quotas list-service-quotas --service-code docdb).',
  InstanceQuotaExceeded:
    'The account may have no more database instances in this region. Delete one that nobody needs, or have the quota raised (aws service-quotas list-service-quotas --service-code rds).',
  StorageQuotaExceeded:
    'The account may have no more database storage in this region. Have the quota raised (aws service-quotas list-service-quotas --service-code rds).',
  SnapshotQuotaExceeded:
    'The account may have no more snapshots in this region. Delete old ones, or have the quota raised (aws service-quotas list-service-quotas --service-code rds).',
  InsufficientDBClusterCapacity: 'AWS has no room in these zones at the moment. Run this job again later.',
  InsufficientDBInstanceCapacity: 'AWS has no room in these zones at the moment. Run this job again later.',
  InsufficientStorageClusterCapacity:
    'AWS has no room in these zones at the moment. Run this job again later.',
  InvalidRestore:
    'The backup cannot be restored into this network. See that the subnet group is in the VPC of the tenant (aws rds describe-db-subnet-groups).',
  InvalidVPCNetworkState:
    'The subnets do not suffice any more. Apply the stack of the tenant, then run this job again.',
  InvalidSubnet: 'A subnet is gone. Apply the stack of the tenant, then run this job again.',
  DBSubnetGroupNotFound:
    'The subnet group of the tenant is gone. Apply the stack of the tenant, then run this job again.',
  DBParameterGroupNotFound:
    'The parameter group of the lost database is gone. Apply the stack of the tenant, then run this job again.',
  DBClusterParameterGroupNotFound:
    'The parameter group of the lost database is gone. Apply the stack of the tenant, then run this job again.',
  KMSKeyNotAccessible:
    'The key that the backup is encrypted with cannot be used: it is disabled, or scheduled for deletion, or the role may not create grants on it. See aws kms describe-key; aws kms cancel-key-deletion and enable-key bring it back.',
  PointInTimeRestoreNotEnabled:
    "The database keeps no automatic backups, so it has no point in time to go back to. Restore a snapshot: input 'snapshot'.",
  InvalidDBSnapshotState: 'The snapshot is not ready. Run this job again when it is available.',
  InvalidDBClusterSnapshotState: 'The snapshot is not ready. Run this job again when it is available.',
  InvalidDBInstanceState: 'The database is being changed. Run this job again when it is available.',
  InvalidDBClusterState: 'The database is being changed. Run this job again when it is available.',
  DBSnapshotNotFound: 'The snapshot is gone meanwhile. Choose another one.',
  DBClusterSnapshotNotFound: 'The snapshot is gone meanwhile. Choose another one.'
}

const codeOf = (error: unknown): string => (error instanceof Error ? error.name.replace(/Fault$/, '') : '')

/** Whether AWS has something of that name already. */
export const isTaken = (error: unknown): boolean =>
  /^DB(?:Cluster|Instance|ClusterSnapshot|Snapshot)AlreadyExists$/.test(codeOf(error))

/** AWS' refusal as a sentence with what to do; anything that is not known stays as it is. */
export function explain(error: unknown, { kind, source }: Subject): unknown {
  const advice = ADVICE[codeOf(error)]
  if (advice === undefined || !(error instanceof Error)) return error
  const cause = error.cause instanceof Error ? ` AWS says: ${error.cause.message.replace(/\.$/, '')}.` : ''
  return new UserError(
    `AWS refuses what is asked for ${kind} '${source}' (${error.name}). ${advice}${cause} Nothing was made.`,
    { cause: error }
  )
}
