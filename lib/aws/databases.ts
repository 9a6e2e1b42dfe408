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
