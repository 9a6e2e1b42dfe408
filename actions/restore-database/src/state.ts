import { UserError } from '../../../lib/errors.ts'
import { addressesOf, type DatabaseName, INSTANCES, MODULES, OWN } from './names.ts'

/** What the state knows of the database: which one it is, and which addresses there are to forget. */
export type Known = Readonly<{
  /** Undefined where the state has no database. */
  identifier: string | undefined
  /** Cluster that the instances belong to, where there are any. */
  owners: readonly string[]
  addresses: readonly string[]
}>

type Attributes = Readonly<{ cluster_identifier?: string; identifier?: string }>
type Resource = Readonly<{
  mode: string
  module?: string
  type: string
  name: string
  instances: readonly Readonly<{ attributes?: Attributes }>[]
}>

/** Reads a state of version 4; nothing of it but names leaves this file. */
export function readKnown(text: string, database: DatabaseName): Known {
  const found = parseResources(text).filter(
    ({ mode, module }) => mode === 'managed' && module === MODULES[database]
  )
  const at = (address: string): readonly Attributes[] =>
    found
      .filter(({ type, name }) => `${type}.${name}` === address)
      .flatMap(({ instances }) => instances.map(({ attributes = {} }) => attributes))
  const [own] = at(OWN[database])
  const there = new Set(found.map(({ module = '', type, name }) => `${module}.${type}.${name}`))
  return {
    identifier: database === 'documentdb' ? own?.cluster_identifier : own?.identifier,
    owners: at(INSTANCES).flatMap(({ cluster_identifier: owner }) => (owner === undefined ? [] : [owner])),
    addresses: addressesOf(database).filter((address) => there.has(address))
  }
}

function parseResources(text: string): readonly Resource[] {
  const { version, resources } = JSON.parse(text) as { version?: number; resources?: readonly Resource[] }
  if (version === 4 && Array.isArray(resources)) return resources
  throw new UserError(
    `The state is of version ${String(version)}, and this action reads version 4. Forget the database by hand: terraform state rm.`
  )
}
