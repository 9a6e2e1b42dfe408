import { createHash } from 'node:crypto'
import type { DatabaseKind } from '../../../lib/aws/databases.ts'
import type { Inputs, Wanted } from './inputs.ts'

export type DatabaseName = 'documentdb' | 'postgres'

/** What AWS calls each. */
export const KINDS: Readonly<Record<DatabaseName, DatabaseKind>> = {
  documentdb: 'cluster',
  postgres: 'instance'
}

/** What people call each. */
export const TITLES: Readonly<Record<DatabaseName, string>> = {
  documentdb: 'DocumentDB cluster',
  postgres: 'PostgreSQL instance'
}

export const ENGINES: Readonly<Record<DatabaseName, string>> = { documentdb: 'docdb', postgres: 'postgres' }

const VARIABLES: Readonly<Record<DatabaseName, string>> = {
  documentdb: 'restored_cluster_identifier',
  postgres: 'restored_postgres_identifier'
}

/** What the registry's file of the tenant has to say, as JSON. */
export const settingOf = (database: DatabaseName, identifier: string): string =>
  JSON.stringify({ [VARIABLES[database]]: identifier })

/** Module, and types within it, of what the stack's state knows of a database. */
export const MODULES: Readonly<Record<DatabaseName, string>> = {
  documentdb: 'module.documentdb[0]',
  postgres: 'module.postgres[0]'
}
export const OWN: Readonly<Record<DatabaseName, string>> = {
  documentdb: 'aws_docdb_cluster.this',
  postgres: 'aws_db_instance.this'
}
export const INSTANCES = 'aws_docdb_cluster_instance.this'
const ROTATION = 'aws_secretsmanager_secret_rotation.master'

/** Addresses of all that belongs to the lost database alone. */
export const addressesOf = (database: DatabaseName): readonly string[] =>
  [OWN[database], ...(database === 'documentdb' ? [INSTANCES] : []), ROTATION].map(
    (address) => `${MODULES[database]}.${address}`
  )

/** The name that was given, or one that the same run finds again: five characters are left within 45. */
export function identifierOf(inputs: Inputs, runId: string): string {
  if (inputs.name !== undefined) return inputs.name
  const wanted = inputs.mode === 'restore' ? [inputs.wanted.kind, describeWanted(inputs.wanted)] : []
  const digest = createHash('sha256')
    .update(JSON.stringify([inputs.mode, inputs.source, wanted, runId]))
    .digest()
  const mark = digest.readUIntBE(0, 6).toString(36).slice(-5)
  return inputs.mode === 'snapshot'
    ? `${inputs.source}-${mark}`
    : `${inputs.prefix}${inputs.database}-${mark}`
}

/** What is wanted, as text. */
export const describeWanted = (wanted: Wanted): string =>
  wanted.kind === 'snapshot'
    ? wanted.name
    : wanted.at === 'latest'
      ? wanted.at
      : new Date(wanted.at).toISOString()
