import { UserError } from '../../../lib/errors.ts'
import {
  choice,
  durationWithin,
  entries,
  flag,
  integer,
  matching,
  optional,
  pathWithin,
  type Pattern,
  type ReadInput
} from '../../../lib/input.ts'
import { type ImageName, requireImage } from '../../../lib/ecs/image.ts'
import { parseContainer, parsePlace, REVISION, type ServicePlace } from '../../../lib/ecs/names.ts'

/** What is to become of the service. */
export type Change =
  /** The same task definition with other images, by container; '' is the container that `container` or the definition names. */
  | Readonly<{ kind: 'images'; images: Readonly<Record<string, ImageName>> }>
  /** A revision that is registered: `family:7` or its ARN. */
  | Readonly<{ kind: 'revision'; name: string }>
  /** A task definition in a JSON file of the workspace. */
  | Readonly<{ kind: 'file'; path: string }>
  /** New tasks of the same images, as they were defined last. */
  | Readonly<{ kind: 'force' }>
  /** New tasks of what runs, but only where tasks run that were there before a time, in milliseconds since the epoch. */
  | Readonly<{ kind: 'restart'; since: number }>
  | Readonly<{ kind: 'rollback'; to: string }>
  /** Nothing but the number of tasks. */
  | Readonly<{ kind: 'scale' }>

/** What the workflow asks for, checked. */
export type Inputs = ServicePlace &
  Readonly<{
    change: Change
    container?: string
    desiredCount?: number
    /** The number of tasks for a service that has none. */
    initialCount?: number
    /** A service is left alone that runs what was deployed with success. */
    onlyFirst: boolean
    imageParameter?: string
    waitUntil: 'healthy' | 'steady'
    timeoutMs: number
    onTimeout: 'fail' | 'stop' | 'rollback'
    dryRun: boolean
  }>

export const LAST_SUCCESSFUL = 'last-successful'

/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
export function parseInputs(read: ReadInput): Inputs {
  const container = parseContainer(read)
  const counts = parseCounts(read)
  const imageParameter = matching(read, 'image-parameter', PARAMETER)
  const change = parseChange(read, counts.desiredCount)
  if (container !== undefined && (change.kind === 'scale' || hasNamedContainers(change))) {
    throw new UserError(
      `Input 'container' says nothing ${change.kind === 'scale' ? "when only 'desired-count' is given" : "beside 'images', which names its containers"}. Remove it.`
    )
  }
  return {
    ...parsePlace(read),
    change,
    waitUntil: choice(read, 'wait-until', ['healthy', 'steady']),
    timeoutMs: durationWithin(read, 'timeout', TIMEOUT) ?? 20 * 60_000,
    onTimeout: choice(read, 'on-timeout', ['fail', 'stop', 'rollback']),
    dryRun: flag(read, 'dry-run'),
    onlyFirst: flag(read, 'only-first'),
    ...counts,
    ...(container === undefined ? {} : { container }),
    ...(imageParameter === undefined ? {} : { imageParameter })
  }
}

const COUNT = { min: 0, max: 5000 }

function parseCounts(read: ReadInput): Pick<Inputs, 'desiredCount' | 'initialCount'> {
  const desiredCount = integer(read, 'desired-count', COUNT)
  const initialCount = integer(read, 'initial-count', COUNT)
  if (desiredCount !== undefined && initialCount !== undefined) {
    throw new UserError(
      "Inputs 'desired-count' and 'initial-count' are both set. The first is always sent, the second only to a service without tasks: remove one."
    )
  }
  if (initialCount !== undefined) return { initialCount }
  return desiredCount === undefined ? {} : { desiredCount }
}

const TIMEOUT = { min: 1000, max: 6 * 3_600_000, words: '1s to 6h' }
const PARAMETER: Pattern = {
  pattern: /^\/?[\w.-]+(?:\/[\w.-]+)*$/,
  expected: 'the name of a parameter, as /caliber/acme/prod/api-image'
}
const DATE: Pattern = {
  pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/,
  expected: 'a date in UTC, as 2026-03-01T04:17:00Z'
}
const DEFINITION: Pattern = {
  pattern: new RegExp(`^${REVISION}$`),
  expected: "a revision as family:7, its ARN, or a file that ends in '.json'"
}
const ROLLBACK: Pattern = {
  pattern: new RegExp(`^(?:${LAST_SUCCESSFUL}|[1-9]\\d{0,8}|${REVISION})$`),
  expected: `'${LAST_SUCCESSFUL}' or a revision, as 7, family:7 or its ARN`
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
  'restart-if-older-than': parseRestart,
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

function parseRestart(read: ReadInput): Change | undefined {
  const date = matching(read, 'restart-if-older-than', DATE)
  if (date === undefined) return undefined
  const since = Date.parse(date)
  if (!Number.isNaN(since)) return { kind: 'restart', since }
  throw new UserError(`Input 'restart-if-older-than' is '${date}', a day that does not exist.`)
}

function parseDefinition(read: ReadInput): Change | undefined {
  const value = optional(read, 'task-definition')
  if (value === undefined) return undefined
  if (value.endsWith('.json')) return { kind: 'file', path: pathWithin(read, 'task-definition') ?? value }
  return { kind: 'revision', name: matching(read, 'task-definition', DEFINITION) ?? value }
}

const IMAGES = {
  line: /^([A-Za-z0-9][\w-]*)\s*=\s*(\S+)$/,
  written: '<container>=<image>',
  json: '{"<container>": "<image>"}'
}

function parseImages(read: ReadInput): Readonly<Record<string, ImageName>> | undefined {
  if (optional(read, 'images') === undefined) return undefined
  const found = entries(read, 'images', IMAGES)
  if (found.length > 0)
    return Object.fromEntries(found.map(([name, image]) => [name, requireImage(image, 'images')]))
  throw new UserError("Input 'images' names no container. Write one <container>=<image> a line.")
}

const hasNamedContainers = (change: Change): boolean => change.kind === 'images' && !('' in change.images)
