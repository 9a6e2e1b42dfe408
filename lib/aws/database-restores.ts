import type { AwsConnection } from './connection.ts'
import {
  DATABASE_WORDS,
  type DatabaseKind,
  describeDatabase,
  listDatabaseSnapshots,
  statusOf
} from './databases.ts'
import { orAbsent } from './denied.ts'
import {
  operationOf,
  parametersOf,
  type RestoreOrder,
  type Settings,
  type Tags,
  toTags
} from './restore-request.ts'
import { askRds, type Fields, listAt, listRds, textAt, timeAt } from './rds-query.ts'

/** A database as far as restoring is concerned; times in milliseconds, 0 where AWS tells none; `endpoint` is '' while it is made. */
export type RestorableDatabase = Readonly<{
  identifier: string
  status: string
  engine: string
  endpoint: string
  /** Back to when and up to when its backups go; of an instance only the latter is told here. */
  earliest: number
  latest: number
  kmsKey: string
  /** State of the secret in which AWS keeps the master user's password, `active` in the end; '' while nobody keeps it. */
  secretStatus: string
  tags: Tags
  settings: Settings
}>

/** `createdAt` in milliseconds, 0 while it is made; `source` is the database that it is of. */
export type RestorableSnapshot = Readonly<{
  name: string
  source: string
  status: string
  engine: string
  createdAt: number
  kmsKey: string
  tags: Tags
}>

export type SnapshotOrder = Readonly<{ kind: DatabaseKind; source: string; name: string; tags: Tags }>

/** Something that AWS has noted about a database. */
export type DatabaseEvent = Readonly<{ at: number; message: string }>

export type DatabaseRestores = Readonly<{
  /** Undefined when there is no such database. */
  describe: (kind: DatabaseKind, identifier: string) => Promise<RestorableDatabase | undefined>
  /** Back to when the backups of an instance go, in milliseconds; 0 when that is not told. */
  earliestOf: (instance: string) => Promise<number>
  /** Undefined when there is no such snapshot. */
  describeSnapshot: (kind: DatabaseKind, name: string) => Promise<RestorableSnapshot | undefined>
  /** All of a database, automatic ones and those of one that is gone among them. */
  listSnapshots: (kind: DatabaseKind, source: string) => Promise<readonly RestorableSnapshot[]>
  restore: (order: RestoreOrder) => Promise<void>
  /** Has AWS make, keep and rotate the master user's password; under `kmsKey`, or AWS' own key without one. */
  keepPassword: (kind: DatabaseKind, identifier: string, kmsKey?: string) => Promise<void>
  takeSnapshot: (order: SnapshotOrder) => Promise<void>
  /** Of the last hours, oldest first. */
  listEvents: (kind: DatabaseKind, identifier: string, hours: number) => Promise<readonly DatabaseEvent[]>
}>

/** Restores and snapshots by RDS' API. */
export const databaseRestores = (connection: AwsConnection): DatabaseRestores => ({
  describe: async (kind, identifier) => {
    const found = await describeDatabase(connection, kind, identifier)
    return found === undefined ? undefined : toDatabase(found, kind)
  },
  earliestOf: (instance) => earliestOf(connection, instance),
  describeSnapshot: (kind, name) => describeSnapshot(connection, kind, name),
  listSnapshots: async (kind, identifier) =>
    (await listDatabaseSnapshots(connection, { kind, identifier })).map((fields) => toSnapshot(fields, kind)),
  restore: async (order) => {
    await askRds(connection, {
      operation: operationOf(order),
      on: `${order.kind} '${order.identifier}'`,
      resource: `${DATABASE_WORDS[order.kind].resource}:${order.identifier}`,
      parameters: parametersOf(order)
    })
  },
  keepPassword: async (kind, identifier, kmsKey) => {
    const { thing, resource } = DATABASE_WORDS[kind]
    await askRds(connection, {
      operation: `Modify${thing}`,
      on: `${kind} '${identifier}'`,
      resource: `${resource}:${identifier}`,
      parameters: {
        [`${thing}Identifier`]: identifier,
        ManageMasterUserPassword: 'true',
        ApplyImmediately: 'true',
        ...(kmsKey === undefined ? {} : { MasterUserSecretKmsKeyId: kmsKey })
      }
    })
  },
  takeSnapshot: async ({ kind, source, name, tags }) => {
    const { thing, snapshot, snapshotResource } = DATABASE_WORDS[kind]
    await askRds(connection, {
      operation: `Create${snapshot}`,
      on: `${kind} '${source}'`,
      resource: `${snapshotResource}:${name}`,
      parameters: { [`${thing}Identifier`]: source, [`${snapshot}Identifier`]: name, ...toTags(tags) }
    })
  },
  listEvents: (kind, identifier, hours) => listEvents(connection, { kind, identifier, hours })
})

async function earliestOf(connection: AwsConnection, instance: string): Promise<number> {
  const name = 'DBInstanceAutomatedBackup'
  const query = {
    operation: `Describe${name}s`,
    on: `the backups of instance '${instance}'`,
    resource: `db:${instance}`,
    parameters: { DBInstanceIdentifier: instance }
  }
  const found = await orAbsent(listRds(connection, query, name), `${name}NotFound`, `${name}NotFoundFault`)
  const times = (found ?? []).map((one) => timeAt(one, 'RestoreWindow', 'EarliestTime'))
  return times.filter((time) => time > 0).toSorted((one, other) => one - other)[0] ?? 0
}

async function describeSnapshot(
  connection: AwsConnection,
  kind: DatabaseKind,
  name: string
): Promise<RestorableSnapshot | undefined> {
  const { snapshot, snapshotResource, absentSnapshot } = DATABASE_WORDS[kind]
  const query = {
    operation: `Describe${snapshot}s`,
    on: `snapshot '${name}'`,
    resource: `${snapshotResource}:${name}`,
    parameters: { [`${snapshot}Identifier`]: name }
  }
  const [found] = (await orAbsent(listRds(connection, query, snapshot), ...absentSnapshot)) ?? []
  return found === undefined ? undefined : toSnapshot(found, kind)
}

async function listEvents(
  connection: AwsConnection,
  { kind, identifier, hours }: Readonly<{ kind: DatabaseKind; identifier: string; hours: number }>
): Promise<readonly DatabaseEvent[]> {
  const query = {
    operation: 'DescribeEvents',
    on: `${kind} '${identifier}'`,
    resource: '*',
    parameters: {
      SourceIdentifier: identifier,
      SourceType: `db-${kind}`,
      Duration: String(Math.max(1, Math.ceil(hours * 60)))
    }
  }
  const events = (await listRds(connection, query, 'Event')).map((one) => ({
    at: timeAt(one, 'Date'),
    message: textAt(one, 'Message')
  }))
  return events.toSorted((one, other) => one.at - other.at)
}

function toDatabase(fields: Fields, kind: DatabaseKind): RestorableDatabase {
  const host = textAt(fields, 'Endpoint') || textAt(fields, 'Endpoint', 'Address')
  const port = textAt(fields, 'Port') || textAt(fields, 'Endpoint', 'Port')
  return {
    identifier: textAt(fields, `${DATABASE_WORDS[kind].thing}Identifier`),
    status: statusOf(fields),
    engine: textAt(fields, 'Engine'),
    endpoint: host === '' ? '' : `${host}:${port}`,
    earliest: timeAt(fields, 'EarliestRestorableTime'),
    latest: timeAt(fields, 'LatestRestorableTime'),
    kmsKey: textAt(fields, 'KmsKeyId'),
    secretStatus: textAt(fields, 'MasterUserSecret', 'SecretStatus'),
    tags: fromTags(fields),
    settings: {
      subnetGroup: textAt(fields, 'DBSubnetGroup') || textAt(fields, 'DBSubnetGroup', 'DBSubnetGroupName'),
      securityGroups: listAt(fields, 'VpcSecurityGroups', 'VpcSecurityGroupMembership').map((one) =>
        textAt(one, 'VpcSecurityGroupId')
      ),
      isProtected: textAt(fields, 'DeletionProtection') === 'true',
      ...parameterGroupOf(fields),
      further: kind === 'instance' ? furtherOf(fields) : {}
    }
  }
}

/** The group that a cluster has, or an instance's first; AWS' own is taken without being named. */
function parameterGroupOf(fields: Fields): Pick<Settings, 'parameterGroup'> {
  const [first = {}] = listAt(fields, 'DBParameterGroups', 'DBParameterGroup')
  const parameterGroup = textAt(fields, 'DBClusterParameterGroup') || textAt(first, 'DBParameterGroupName')
  return parameterGroup === '' || parameterGroup.startsWith('default.') ? {} : { parameterGroup }
}

/** Members of a request for an instance, and where the instance tells them. */
const FURTHER = {
  AutoMinorVersionUpgrade: 'AutoMinorVersionUpgrade',
  CACertificateIdentifier: 'CACertificateIdentifier',
  CopyTagsToSnapshot: 'CopyTagsToSnapshot',
  DBInstanceClass: 'DBInstanceClass',
  EnableIAMDatabaseAuthentication: 'IAMDatabaseAuthenticationEnabled',
  MultiAZ: 'MultiAZ',
  PubliclyAccessible: 'PubliclyAccessible',
  StorageType: 'StorageType'
} as const

function furtherOf(fields: Fields): Settings['further'] {
  const told = Object.entries(FURTHER).map(([name, member]) => [name, textAt(fields, member)] as const)
  return Object.fromEntries(told.filter(([, value]) => value !== ''))
}

function toSnapshot(fields: Fields, kind: DatabaseKind): RestorableSnapshot {
  const { thing, snapshot } = DATABASE_WORDS[kind]
  return {
    name: textAt(fields, `${snapshot}Identifier`),
    source: textAt(fields, `${thing}Identifier`),
    status: textAt(fields, 'Status'),
    engine: textAt(fields, 'Engine'),
    createdAt: timeAt(fields, 'SnapshotCreateTime'),
    kmsKey: textAt(fields, 'KmsKeyId'),
    tags: fromTags(fields)
  }
}

const fromTags = (fields: Fields): Tags =>
  Object.fromEntries(
    listAt(fields, 'TagList', 'Tag').map((one) => [textAt(one, 'Key'), textAt(one, 'Value')])
  )
