import { DATABASE_WORDS, type DatabaseKind } from './databases.ts'

/** Names and values of tags. */
export type Tags = Readonly<Record<string, string>>

/** What a restored database takes over from the one that is lost. */
export type Settings = Readonly<{
  subnetGroup: string
  securityGroups: readonly string[]
  isProtected: boolean
  /** Undefined where AWS' default is taken until Terraform sets its own. */
  parameterGroup?: string
  /** Undefined where the backup's own key stays. */
  kmsKey?: string
  /** Further members of the request, such as DBInstanceClass. */
  further: Readonly<Record<string, string>>
}>

/** What is restored: a database at a time (milliseconds), or a snapshot. */
export type Origin =
  | Readonly<{ source: string; at: number | 'latest' }>
  | Readonly<{ snapshot: string; engine: string }>

/** A database that is to be made, and what from. */
export type RestoreOrder = Readonly<{
  kind: DatabaseKind
  identifier: string
  origin: Origin
  settings: Settings
  tags: Tags
}>

const OPERATIONS = {
  cluster: { time: 'RestoreDBClusterToPointInTime', snapshot: 'RestoreDBClusterFromSnapshot' },
  instance: { time: 'RestoreDBInstanceToPointInTime', snapshot: 'RestoreDBInstanceFromDBSnapshot' }
} as const

/** The operation that carries an order out. */
export const operationOf = ({ kind, origin }: RestoreOrder): string =>
  OPERATIONS[kind]['source' in origin ? 'time' : 'snapshot']

/** Members of the request. A cluster that is restored to a time has no parameter group in DocumentDB's API. */
export function parametersOf(order: RestoreOrder): Readonly<Record<string, string>> {
  const { kind, origin, settings, tags } = order
  const { subnetGroup, securityGroups, isProtected, parameterGroup, kmsKey } = settings
  const group = kind === 'instance' || 'snapshot' in origin ? parameterGroup : undefined
  return {
    ...originOf(order),
    DBSubnetGroupName: subnetGroup,
    DeletionProtection: String(isProtected),
    ...(group === undefined
      ? {}
      : { [kind === 'cluster' ? 'DBClusterParameterGroupName' : 'DBParameterGroupName']: group }),
    ...(kmsKey === undefined || kind === 'instance' ? {} : { KmsKeyId: kmsKey }),
    ...settings.further,
    ...numbered('VpcSecurityGroupIds.VpcSecurityGroupId', securityGroups),
    ...toTags(tags)
  }
}

function originOf({ kind, identifier, origin }: RestoreOrder): Readonly<Record<string, string>> {
  if ('snapshot' in origin)
    return kind === 'cluster'
      ? { DBClusterIdentifier: identifier, SnapshotIdentifier: origin.snapshot, Engine: origin.engine }
      : { DBInstanceIdentifier: identifier, DBSnapshotIdentifier: origin.snapshot }
  const { thing } = DATABASE_WORDS[kind]
  const time = kind === 'cluster' ? 'RestoreToTime' : 'RestoreTime'
  const target = kind === 'cluster' ? 'DBClusterIdentifier' : 'TargetDBInstanceIdentifier'
  return {
    [`Source${thing}Identifier`]: origin.source,
    [target]: identifier,
    ...(origin.at === 'latest'
      ? { UseLatestRestorableTime: 'true' }
      : { [time]: new Date(origin.at).toISOString() })
  }
}

const numbered = (name: string, values: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(values.map((value, at) => [`${name}.${at + 1}`, value]))

/** Members that set tags. */
export const toTags = (tags: Tags): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], at) => [
      [`Tags.Tag.${at + 1}.Key`, key],
      [`Tags.Tag.${at + 1}.Value`, value]
    ])
  )
