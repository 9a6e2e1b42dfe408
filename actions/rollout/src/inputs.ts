import { UserError } from '../../../lib/errors.ts'
import {
  choice,
  duration,
  flag,
  integer,
  list,
  matching,
  optional,
  type ReadInput,
  required
} from '../../../lib/input.ts'
import { type ImageName, requireImage } from '../../../lib/ecs/image.ts'

/** What is to become of the service. */
export type Change =
  /** The same task definition with other images, by container; '' is the container that `container` or the definition names. */
  | Readonly<{ kind: 'images'; images: Readonly<Record<string, ImageName>> }>
  /** A revision that is registered: `family:7` or its ARN. */
  | Readonly<{ kind: 'revision'; name: string }>
  /** A task definition in a JSON file of the workspace. */
  | Readonly<{ kind: 'file'; path: string }>
  | Readonly<{ kind: 'force' }>
  | Readonly<{ kind: 'rollback'; to: string }>
  /** Nothing but the number of tasks. */
  | Readonly<{ kind: 'scale' }>

/** What the workflow asks for, checked. */
export type Inputs = Readonly<{
  cluster: string
  service: string
  change: Change
  container?: string
  desiredCount?: number
  imageParameter?: string
  waitUntil: 'healthy' | 'steady'
  timeoutMs: number
  onTimeout: 'fail' | 'stop' | 'rollback'
  dryRun: boolean
}>

export const LAST_SUCCESSFUL = 'last-successful'

/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
export function parseInputs(read: ReadInput): Inputs {
  const container = matching(read, 'container', CONTAINER)
  const desiredCount = integer(read, 'desired-count', { min: 0, max: 5000 })
  const imageParameter = matching(read, 'image-parameter', PARAMETER)
  const change = parseChange(read, desiredCount)
  if (container !== undefined && (change.kind === 'scale' || hasNamedContainers(change))) {
    throw new UserError(
      `Input 'container' says nothing ${change.kind === 'scale' ? "when only 'desired-count' is given" : "beside 'images', which names its containers"}. Remove it.`
    )
  }
  return {
    cluster: needed(read, 'cluster', CLUSTER),
    service: needed(read, 'service', SERVICE),
    change,
    waitUntil: choice(read, 'wait-until', ['healthy', 'steady']),
    timeoutMs: parseTimeout(read),
    onTimeout: choice(read, 'on-timeout', ['fail', 'stop', 'rollback']),
    dryRun: flag(read, 'dry-run'),
    ...(container === undefined ? {} : { container }),
    ...(desiredCount === undefined ? {} : { desiredCount }),
    ...(imageParameter === undefined ? {} : { imageParameter })
  }
}

type Rule = Readonly<{ pattern: RegExp; expected: string }>

const NAME = String.raw`[A-Za-z0-9][\w-]{0,254}`
const CLUSTER: Rule = {
  pattern: new RegExp(`^(?:arn:[\\w-]+:ecs:[\\w-]+:\\d{12}:cluster/)?${NAME}$`),
  expected: "a cluster's name or ARN"
}
const SERVICE: Rule = {
  pattern: new RegExp(`^(?:arn:[\\w-]+:ecs:[\\w-]+:\\d{12}:service/(?:${NAME}/)?)?${NAME}$`),
  expected: "a service's name or ARN"
}
const CONTAINER: Rule = { pattern: new RegExp(`^${NAME}$`), expected: "a container's name" }
const PARAMETER: Rule = {
  pattern: /^\/?[\w.-]+(?:\/[\w.-]+)*$/,
  expected: 'the name of a parameter, as /caliber/acme/prod/api-image'
}
const REVISION: Rule = {
  pattern: new RegExp(`^(?:arn:[\\w-]+:ecs:[\\w-]+:\\d{12}:task-definition/)?${NAME}:[1-9]\\d{0,8}$`),
  expected: "a revision as family:7, its ARN, or a file that ends in '.json'"
}
const ROLLBACK: Rule = {
  pattern: new RegExp(
    `^(?:${LAST_SUCCESSFUL}|[1-9]\\d{0,8}|(?:arn:[\\w-]+:ecs:[\\w-]+:\\d{12}:task-definition/)?${NAME}:[1-9]\\d{0,8})$`
  ),
  expected: `'${LAST_SUCCESSFUL}' or a revision, as 7, family:7 or its ARN`
}

function needed(read: ReadInput, name: string, rule: Rule): string {
  required(read, name)
  return matching(read, name, rule) ?? ''
}

const LONGEST_MS = 6 * 3_600_000

function parseTimeout(read: ReadInput): number {
  const ms = duration(read, 'timeout') ?? 20 * 60_000
  if (ms >= 1000 && ms <= LONGEST_MS) return ms
  throw new UserError(
    `Input 'timeout' is '${optional(read, 'timeout')}', which is not from 1s to 6h. Name a time within.`
  )
}

/** Those of the inputs that say what to deploy, and how each is read. */
const CHANGES: Readonly<Record<string, (read: ReadInput) => Change | undefined>> = {
  image: (read) => {
    const image = optional(read, 'image')
    return image === undefined ? undefined : { kind: 'images', images: { '': requireImage(image, 'image') } }
  },
  images: (read) => {
    const images = parseImages(read)
    return images === undefined ? undefined : { kind: 'images', images }
  },
  'task-definition': parseDefinition,
  'force-new-deployment': (read) => (flag(read, 'force-new-deployment') ? { kind: 'force' } : undefined),
  'rollback-to': (read) => {
    const to = matching(read, 'rollback-to', ROLLBACK)
    return to === undefined ? undefined : { kind: 'rollback', to }
  }
}

function parseChange(read: ReadInput, desiredCount: number | undefined): Change {
  const found = Object.entries(CHANGES).flatMap(([name, parse]) => {
    const change = parse(read)
    return change === undefined ? [] : [{ name, change }]
  })
  const [first, second] = found
  if (first !== undefined && second !== undefined) {
    throw new UserError(
      `Inputs '${first.name}' and '${second.name}' are both set, but a rollout does one of them. Remove one.`
    )
  }
  if (first !== undefined) return first.change
  if (desiredCount !== undefined) return { kind: 'scale' }
  throw new UserError(
    `There is nothing to roll out: none of ${Object.keys(CHANGES).join(', ')} and desired-count is set. Set one.`
  )
}

function parseDefinition(read: ReadInput): Change | undefined {
  const value = optional(read, 'task-definition')
  if (value === undefined) return undefined
  if (value.endsWith('.json')) return { kind: 'file', path: value }
  return { kind: 'revision', name: matching(read, 'task-definition', REVISION) ?? value }
}

/** A JSON object, or one `container=image` a line. */
function parseImages(read: ReadInput): Readonly<Record<string, ImageName>> | undefined {
  const text = optional(read, 'images')
  if (text === undefined) return undefined
  const entries = text.startsWith('{') ? jsonEntries(text) : list(read, 'images').map(lineEntry)
  const names = entries.map(([name]) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    throw new UserError(`Input 'images' names container '${twice}' twice. Remove one of the two.`)
  if (entries.length === 0)
    throw new UserError("Input 'images' names no container. Write one <container>=<image> a line.")
  return Object.fromEntries(entries.map(([name, image]) => [name, requireImage(image, 'images')]))
}

type Entry = readonly [container: string, image: string]

function lineEntry(line: string): Entry {
  const [, name, image] = /^([A-Za-z0-9][\w-]*)\s*=\s*(\S+)$/.exec(line) ?? []
  if (name !== undefined && image !== undefined) return [name, image]
  throw new UserError(`Input 'images' has '${line}', which is not <container>=<image>. Write one a line.`)
}

function jsonEntries(text: string): readonly Entry[] {
  try {
    const entries = Object.entries(JSON.parse(text) as object)
    if (entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return entries
  } catch {
    // Said below.
  }
  throw new UserError(
    `Input 'images' begins like JSON, but is no object of texts. Write {"<container>": "<image>"}.`
  )
}

const hasNamedContainers = (change: Change): boolean => change.kind === 'images' && !('' in change.images)
