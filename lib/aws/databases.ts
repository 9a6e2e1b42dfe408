import type { AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'
import { askQuery, type Query } from './query.ts'

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

const RDS = { name: 'rds', title: 'RDS', version: '2014-10-31' }

/** What a kind is called in the API. */
const WORDS = {
  cluster: {
    thing: 'DBCluster',
    resource: 'cluster',
    snapshot: 'cluster-snapshot',
    absent: ['DBClusterNotFoundFault']
  },
  instance: {
    thing: 'DBInstance',
    resource: 'db',
    snapshot: 'snapshot',
    absent: ['DBInstanceNotFound', 'DBInstanceNotFoundFault']
  }
} as const

type Fields = Readonly<Record<string, string | undefined>>

const LISTS = new Set(['DBCluster', 'DBInstance', 'DBClusterSnapshot', 'DBSnapshot'])

/** Databases and their snapshots, by signed reads of RDS' API. */
export const databases = (connection: AwsConnection): Databases => ({
  describe: async (kind, identifier) => {
    const { thing, resource, absent } = WORDS[kind]
    const query = {
      operation: `Describe${thing}s`,
      on: `${kind} '${identifier}'`,
      resource: `${resource}:${identifier}`,
      parameters: { [`${thing}Identifier`]: identifier }
    }
    const pages = await orAbsent(readPages(connection, query, thing), ...absent)
    const [found] = pages ?? []
    return found === undefined ? undefined : toDatabase(found, thing)
  },
  listSnapshots: async (kind, identifier) => {
    const { thing, snapshot } = WORDS[kind]
    const name = kind === 'cluster' ? 'DBClusterSnapshot' : 'DBSnapshot'
    const query = {
      operation: `Describe${name}s`,
      on: `the snapshots of ${kind} '${identifier}'`,
      resource: `${snapshot}:*`,
      parameters: { [`${thing}Identifier`]: identifier, SnapshotType: 'manual' }
    }
    return (await readPages(connection, query, name)).map((fields) => toSnapshot(fields, name))
  }
})

/** All elements of a name, page by page. */
async function readPages(
  connection: AwsConnection,
  query: Query,
  element: string
): Promise<readonly Fields[]> {
  const found: Fields[] = []
  let marker = ''
  do {
    const page = marker === '' ? {} : { Marker: marker }
    const parameters = { ...query.parameters, ...page, MaxRecords: '100' }
    const text = await askQuery(connection, RDS, { ...query, parameters })
    const result = await resultOf(text, query.operation)
    found.push(
      ...((result[`${element}s`] as Readonly<Record<string, readonly Fields[]>> | undefined)?.[element] ?? [])
    )
    marker = (result['Marker'] as string | undefined) ?? ''
  } while (marker !== '')
  return found
}

/** The parser is loaded with the first answer. */
async function resultOf(text: string, operation: string): Promise<Readonly<Record<string, unknown>>> {
  const { XMLParser } = await import('fast-xml-parser')
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => LISTS.has(name) })
  const document = parser.parse(text) as Readonly<
    Record<string, Readonly<Record<string, Record<string, unknown>>>>
  >
  return document[`${operation}Response`]?.[`${operation}Result`] ?? {}
}

const toDatabase = (fields: Fields, thing: string): Database => ({
  identifier: fields[`${thing}Identifier`] ?? '',
  status: fields['Status'] ?? fields['DBInstanceStatus'] ?? '',
  isProtected: fields['DeletionProtection'] === 'true',
  kmsKey: fields['KmsKeyId'] ?? ''
})

const toSnapshot = (fields: Fields, name: string): Snapshot => ({
  name: fields[`${name}Identifier`] ?? '',
  status: fields['Status'] ?? '',
  createdAt: Date.parse(fields['SnapshotCreateTime'] ?? '') || 0,
  kmsKey: fields['KmsKeyId'] ?? ''
})
