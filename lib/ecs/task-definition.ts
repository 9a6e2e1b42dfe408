import { UserError } from '../errors.ts'

/** A container of a task definition as ECS's JSON has it; fields that are not named here are passed on untouched. */
export type ContainerDefinition = Readonly<{ name: string; image: string; [field: string]: unknown }>

/** A task definition as ECS's JSON has it, `tags` included. */
export type TaskDefinition = Readonly<{
  family: string
  containerDefinitions: readonly ContainerDefinition[]
  [field: string]: unknown
}>

/** A registered task definition. `revision` is `family:7`, which says the same in every account. */
export type Revision = Readonly<{
  arn: string
  revision: string
  isActive: boolean
  definition: TaskDefinition
}>

/** What ECS describes and does not take back; a field that it invents tomorrow is passed on. */
const DESCRIBED_ONLY = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt'
])

/** What RegisterTaskDefinition takes of a described task definition. Empty values are values. */
export function toRegister(definition: TaskDefinition): TaskDefinition {
  const entries = Object.entries(definition).filter(([name]) => !DESCRIBED_ONLY.has(name))
  return Object.fromEntries(entries) as TaskDefinition
}

/** The same task definition with other images, by container. */
export function withImages(
  definition: TaskDefinition,
  images: Readonly<Record<string, string>>
): TaskDefinition {
  const names = definition.containerDefinitions.map(({ name }) => name)
  const unknown = Object.keys(images).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new UserError(
      `Task definition '${definition.family}' has no container '${unknown}'; it has ${names.join(', ')}. Name one of those.`
    )
  }
  return {
    ...definition,
    containerDefinitions: definition.containerDefinitions.map((container) => ({
      ...container,
      image: images[container.name] ?? container.image
    }))
  }
}

/** The container that is meant: the named one, else the only one, else the only one that tasks cannot do without. */
export function chooseContainer(
  { family, containerDefinitions: containers }: TaskDefinition,
  name: string | undefined
): ContainerDefinition {
  const essential = containers.filter((container) => container['essential'] !== false)
  const candidates = name === undefined ? essential : containers.filter((one) => one.name === name)
  const [found] = candidates
  if (found !== undefined && candidates.length === 1) return found
  const names = containers.map((container) => container.name).join(', ')
  throw new UserError(
    name === undefined
      ? `Task definition '${family}' has several containers: ${names}. Say which one with the input 'container'.`
      : `Task definition '${family}' has no container '${name}'; it has ${names}. Name one of those.`
  )
}

/** Whether two task definitions run the same: order, ECS's own defaults and what it only describes do not count. */
export function sameDefinition(left: TaskDefinition, right: TaskDefinition): boolean {
  return JSON.stringify(normalise(left)) === JSON.stringify(normalise(right))
}

/** A task definition in the one form that all its spellings share. */
export function normalise(definition: TaskDefinition): unknown {
  const { containerDefinitions, ...rest } = toRegister(definition)
  const isAwsvpc = rest['networkMode'] === 'awsvpc'
  return canonical({
    ...rest,
    containerDefinitions: containerDefinitions
      .map((container) => withDefaults(container, isAwsvpc))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  })
}

function withDefaults(container: ContainerDefinition, isAwsvpc: boolean): ContainerDefinition {
  const { portMappings } = container
  return {
    ...container,
    cpu: container['cpu'] ?? 0,
    essential: container['essential'] ?? true,
    ...(Array.isArray(portMappings)
      ? { portMappings: portMappings.map((mapping: object) => mapped(mapping, isAwsvpc)) }
      : {})
  }
}

function mapped(mapping: object, isAwsvpc: boolean): object {
  const { containerPort, hostPort } = mapping as { containerPort?: number; hostPort?: number }
  return { protocol: 'tcp', ...mapping, hostPort: isAwsvpc ? containerPort : hostPort }
}

/** Lists whose order means nothing, and what their entries are told apart by. */
const UNORDERED: Readonly<Record<string, string>> = {
  environment: 'name',
  secrets: 'name',
  secretOptions: 'name',
  tags: 'key',
  volumes: 'name',
  systemControls: 'namespace',
  requiresCompatibilities: ''
}

function canonical(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return canonicalList(value, name)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, canonical(inner, key)] as const)
    .filter(([, inner]) => !isNothing(inner))
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function canonicalList(values: readonly unknown[], name: string): unknown {
  const all = values.map((value) => canonical(value))
  const by = UNORDERED[name]
  if (by === undefined) return all
  const keyOf = (value: unknown): string =>
    by === '' ? String(value) : String((value as Readonly<Record<string, unknown>>)[by])
  return all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** ECS describes a list or record that was never set as an empty one. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)

/** Whether two task definitions run the same images in the same containers. */
export const hasSameImages = (left: TaskDefinition, right: TaskDefinition): boolean =>
  imagesOf(left) === imagesOf(right)

const imagesOf = ({ containerDefinitions }: TaskDefinition): string =>
  containerDefinitions
    .map(({ name, image }) => `${name}=${image}`)
    .toSorted()
    .join(' ')

/** The number behind the colon; 0 where there is none. */
export const revisionNumber = (revision: string): number => Number(/:(\d+)$/.exec(revision)?.[1] ?? 0)
