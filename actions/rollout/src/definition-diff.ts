import { normalise, type TaskDefinition } from '../../../lib/ecs/task-definition.ts'
import { isHarmlessValue, isReferenceName, isSecretName } from '../../../lib/terraform/secret-shapes.ts'

/** A difference of two task definitions; '' where there is nothing. Values that look like secrets are hidden. */
export type DefinitionChange = Readonly<{ path: string; before: string; after: string }>

/** What differs between two task definitions, by path (`api.image`, `api.environment.LOG_LEVEL`, `cpu`). */
export function compareDefinitions(
  before: TaskDefinition,
  after: TaskDefinition
): readonly DefinitionChange[] {
  const [old, new_] = [leaves(normalise(before), ''), leaves(normalise(after), '')]
  const paths = [...new Set([...Object.keys(old), ...Object.keys(new_)])].toSorted()
  return paths
    .filter((path) => old[path] !== new_[path])
    .map((path) => ({ path, before: shown(path, old[path]), after: shown(path, new_[path]) }))
}

type Leaves = Readonly<Record<string, string>>

function leaves(value: unknown, path: string): Leaves {
  if (Array.isArray(value))
    return Object.assign({}, ...value.map((one, at) => leaves(one, join(path, keyOf(one, at)))))
  if (typeof value !== 'object' || value === null) return { [path]: String(value) }
  const { name, value: text, valueFrom } = value as Readonly<Record<string, unknown>>
  // A variable or a secret reference is one thing under its name.
  if (typeof name === 'string' && (typeof text === 'string' || typeof valueFrom === 'string'))
    return { [path]: String(text ?? valueFrom) }
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => leaves(inner, join(path, named(key))))
  )
}

const named = (key: string): string => (key === 'containerDefinitions' ? '' : key)
const join = (path: string, key: string): string => [path, key].filter((part) => part !== '').join('.')

function keyOf(one: unknown, at: number): string {
  const { name, key } = (typeof one === 'object' && one !== null ? one : {}) as {
    name?: string
    key?: string
  }
  return name ?? key ?? String(at)
}

/** Values of the environment are shown only where neither their name nor they themselves look like a secret. */
function shown(path: string, value: string | undefined): string {
  if (value === undefined) return ''
  const name = path.slice(path.lastIndexOf('.') + 1)
  const isHidden =
    path.includes('.environment.') && isSecretName(name) && !isReferenceName(name) && !isHarmlessValue(value)
  return isHidden ? '(hidden)' : value
}
