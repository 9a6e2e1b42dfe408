import type { AwsConnection } from './connection.ts'
import { askQuery, type Query } from './query.ts'

const RDS = { name: 'rds', title: 'RDS', version: '2014-10-31' }

/** An element of an answer: its texts, and the elements within. */
export type Fields = Readonly<{ [name: string]: string | Fields | readonly Fields[] | undefined }>

/** Elements that may come more than once. */
const LISTS = new Set([
  'DBCluster',
  'DBClusterSnapshot',
  'DBInstance',
  'DBInstanceAutomatedBackup',
  'DBParameterGroup',
  'DBSnapshot',
  'Event',
  'Tag',
  'VpcSecurityGroupMembership'
])

/** The answer of one operation of RDS' API, which is DocumentDB's, too. */
export async function askRds(connection: AwsConnection, query: Query): Promise<Fields> {
  const text = await askQuery(connection, RDS, query)
  // The parser is loaded with the first answer.
  const { XMLParser } = await import('fast-xml-parser')
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => LISTS.has(name) })
  const document = parser.parse(text) as Readonly<Record<string, Fields>>
  const { operation } = query
  return fieldsAt(document[`${operation}Response`] ?? {}, `${operation}Result`)
}

/** All elements of a name, page by page. */
export async function listRds(
  connection: AwsConnection,
  query: Query,
  element: string
): Promise<readonly Fields[]> {
  const found: Fields[] = []
  let marker = ''
  do {
    const page = marker === '' ? {} : { Marker: marker }
    const parameters = { ...query.parameters, ...page, MaxRecords: '100' }
    const result = await askRds(connection, { ...query, parameters })
    found.push(...listAt(result, `${element}s`, element))
    marker = textAt(result, 'Marker')
  } while (marker !== '')
  return found
}

/** The text of an element, or of the one within it that is named last; '' without one. */
export function textAt(fields: Fields, ...path: readonly string[]): string {
  const [name = '', ...rest] = path
  if (rest.length > 0) return textAt(fieldsAt(fields, name), ...rest)
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** Milliseconds since the epoch; 0 without a time. */
export const timeAt = (fields: Fields, ...path: readonly string[]): number =>
  Date.parse(textAt(fields, ...path)) || 0

/** The elements of a list; none without it. */
export function listAt(fields: Fields, list: string, element: string): readonly Fields[] {
  const found = fieldsAt(fields, list)[element]
  return Array.isArray(found) ? (found as readonly Fields[]) : []
}

function fieldsAt(fields: Fields, name: string): Fields {
  const value = fields[name]
  return typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {}
}
