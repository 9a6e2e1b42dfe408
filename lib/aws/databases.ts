import type { AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'
import { type Fields, listRds, textAt, timeAt } from './rds-query.ts'

/** DocumentDB's clusters and RDS' instances, which AWS keeps behind one API. */
export type DatabaseKind = 'cluster' | 'instance'

/** A database as far as its end is concerned; `kmsKey` is '' where it is not encrypted. */
export type Database = Readonly<{ identifier: string; status: string; isProtected: boolean; kmsKey: string }>

/** A snapshot that somebody made, or that a database left behind; `createdAt` in milliseconds, 0 while it is made. */
export type Snapshot = Readonly<{ name: string; status: string; createdAt: number; kmsKey: string }>

export type Databases = Readonly<{
  /** Undefined when there is no such database. */
  describe: (kind: DatabaseKind, identifier: string) => Promise<Database | undefined>
  /** All whose names begin so; an instance within a cluster is the cluster's. */
  list: (kind: DatabaseKind, prefix: string) => Promise<readonly Database[]>
  /** Manual snapshots of a database, also of one that is gone; automatic ones end with it. */
  listSnapshots: (kind: DatabaseKind, identifier: string) => Promise<readonly Snapshot[]>
}>

/** What a kind is called in the API. */
export const DATABASE_WORDS = {
  cluster: {
    thing: 'DBCluster',
    resource: 'cluster',
    snapshot: 'DBClusterSnapshot',
    snapshotResource: 'cluster-snapshot',
    absent: ['DBClusterNotFoundFault'],
    absentSnapshot: ['DBClusterSnapshotNotFoundFault']
  },
  instance: {
    thing: 'DBInstance',
    resource: 'db',
    snapshot: 'DBSnapshot',
    snapshotResource: 'snapshot',
    absent: ['DBInstanceNotFound', 'DBInstanceNotFoundFault'],
    absentSnapshot: ['DBSnapshotNotFound', 'DBSnapshotNotFoundFault']
  }
} as const

/** Databases and their snapshots, by signed reads of RDS' API. */
export const databases = (connection: AwsConnection): Databases => ({
  describe: async (kind, identifier) => {
    const found = await describeDatabase(connection, kind, identifier)
    return found === undefined ? undefined : toDatabase(found, kind)
  },
  list: async (kind, prefix) => {
    const all = (await listDatabases(connection, kind)).filter((fields) => isWhole(fields, kind))
    return all
      .map((fields) => toDatabase(fields, kind))
      .filter(({ identifier }) => identifier.startsWith(prefix))
  },
  listSnapshots: async (kind, identifier) => {
    const found = await listDatabaseSnapshots(connection, { kind, identifier, type: 'manual' })
    return found.map((fields) => toSnapshot(fields, kind))
  }
})

/** All that AWS tells of a database; undefined when there is no such one. */
export async function describeDatabase(
  connection: AwsConnection,
  kind: DatabaseKind,
  identifier: string
): Promise<Fields | undefined> {
  const { thing, resource, absent } = DATABASE_WORDS[kind]
  const query = {
    operation: `Describe${thing}s`,
    on: `${kind} '${identifier}'`,
    resource: `${resource}:${identifier}`,
    parameters: { [`${thing}Identifier`]: identifier }
  }
  const [found] = (await orAbsent(listRds(connection, query, thing), ...absent)) ?? []
  return found
}

/** Every database of a kind: AWS filters by whole names only, and judges the call on all of them. */
function listDatabases(connection: AwsConnection, kind: DatabaseKind): Promise<readonly Fields[]> {
  const { thing, resource } = DATABASE_WORDS[kind]
  const query = {
    operation: `Describe${thing}s`,
    on: `every ${kind} of the region`,
    resource: `${resource}:*`,
    parameters: {}
  }
  return listRds(connection, query, thing)
}

/** Whether it is a database by itself, and no instance of a cluster. */
const isWhole = (fields: Fields, kind: DatabaseKind): boolean =>
  kind === 'cluster' || textAt(fields, 'DBClusterIdentifier') === ''

/** All that AWS tells of the snapshots of a database; of both types without one. */
export function listDatabaseSnapshots(
  connection: AwsConnection,
  { kind, identifier, type }: Readonly<{ kind: DatabaseKind; identifier: string; type?: 'manual' }>
): Promise<readonly Fields[]> {
  const { thing, snapshot, snapshotResource } = DATABASE_WORDS[kind]
  const query = {
    operation: `Describe${snapshot}s`,
    on: `the snapshots of ${kind} '${identifier}'`,
    resource: `${snapshotResource}:*`,
    parameters: {
      [`${thing}Identifier`]: identifier,
      ...(type === undefined ? {} : { SnapshotType: type })
    }
  }
  return listRds(connection, query, snapshot)
}

const toDatabase = (fields: Fields, kind: DatabaseKind): Database => ({
  identifier: textAt(fields, `${DATABASE_WORDS[kind].thing}Identifier`),
  status: statusOf(fields),
  isProtected: textAt(fields, 'DeletionProtection') === 'true',
  kmsKey: textAt(fields, 'KmsKeyId')
})

/** A cluster's status, or an instance's. */
export const statusOf = (fields: Fields): string =>
  textAt(fields, 'Status') || textAt(fields, 'DBInstanceStatus')

const toSnapshot = (fields: Fields, kind: DatabaseKind): Snapshot => ({
  name: textAt(fields, `${DATABASE_WORDS[kind].snapshot}Identifier`),
  status: textAt(fields, 'Status'),
  createdAt: timeAt(fields, 'SnapshotCreateTime'),
  kmsKey: textAt(fields, 'KmsKeyId')
})
