/** The legs of a job: GitHub's rules for vectors, exclude and include. */
import { isDeepStrictEqual } from 'node:util'
import { WorkflowFault } from '../fault.ts'
import { isRecord, type Value, type Values } from '../expression/value.ts'

const LIMIT = 256

/** Every combination of an evaluated `matrix`; one empty combination when there is none. */
export function expandMatrix(matrix: Value | undefined): readonly Values[] {
  if (matrix === undefined || matrix === null) return [{}]
  if (!isRecord(matrix)) throw new WorkflowFault('Matrix must be a mapping')
  const { include, exclude, ...vectors } = matrix
  const originals = combinations(vectors).filter(
    (leg) => !recordsOf(exclude, 'exclude').some((pattern) => agrees(leg, pattern))
  )
  const legs = extend(originals, recordsOf(include, 'include'), Object.keys(vectors))
  if (legs.length === 0) throw new WorkflowFault('Matrix must define at least one vector')
  if (legs.length > LIMIT) {
    throw new WorkflowFault(
      `Strategy expands to ${String(legs.length)} jobs, and a matrix may have ${String(LIMIT)}`
    )
  }
  return legs
}

function combinations(vectors: Values): Values[] {
  const keys = Object.keys(vectors)
  if (keys.length === 0) return []
  return keys.reduce<Values[]>(
    (legs, key) => {
      const values = valuesOf(key, vectors[key])
      return legs.flatMap((leg) => values.map((value) => ({ ...leg, [key]: value })))
    },
    [{}]
  )
}

function valuesOf(key: string, vector: Value | undefined): readonly Value[] {
  if (!Array.isArray(vector)) throw new WorkflowFault(`Matrix vector '${key}' must be a list`)
  if (vector.length === 0) throw new WorkflowFault(`Matrix vector '${key}' does not contain any values`)
  return vector as readonly Value[]
}

function recordsOf(list: Value | undefined, name: string): readonly Values[] {
  if (list === undefined || list === null) return []
  if (Array.isArray(list) && list.every(isRecord)) return list
  throw new WorkflowFault(`Matrix '${name}' must be a list of mappings`)
}

const agrees = (leg: Values, pattern: Values): boolean =>
  Object.entries(pattern).every(([key, value]) => isDeepStrictEqual(leg[key], value))

/** An include joins every combination whose own values it does not overwrite; otherwise it is a leg of its own. */
function extend(
  originals: readonly Values[],
  includes: readonly Values[],
  keys: readonly string[]
): Values[] {
  const legs = originals.map((leg) => ({ ...leg }))
  const added: Values[] = []
  for (const include of includes) {
    const own = Object.fromEntries(Object.entries(include).filter(([key]) => keys.includes(key)))
    const joined = legs.filter((_, index) => agrees(originals[index] ?? {}, own))
    for (const leg of joined) Object.assign(leg, include)
    if (joined.length === 0) added.push(include)
  }
  return [...legs, ...added]
}

/** `key (a, b)`: the name of a leg whose job has none, with the values of its matrix. */
export function legName(key: string, leg: Values): string {
  const values = Object.values(leg).flatMap(leaves)
  return values.length === 0 ? key : `${key} (${values.join(', ')})`
}

const leaves = (value: Value): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value ?? '')]
