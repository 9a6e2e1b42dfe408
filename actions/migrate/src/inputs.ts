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

/** What the workflow asks for, checked. */
export type Inputs = Readonly<{
  cluster: string
  service: string
  container?: string
  image?: ImageName
  command: readonly string[]
  /** Empty when nobody is to look. */
  pendingCommand: readonly string[]
  environment: Readonly<Record<string, string>>
  /** CPU units. */
  cpu?: number
  /** MiB. */
  memory?: number
  timeoutMs: number
  logLines: number
  onCancel: 'leave' | 'stop'
  dryRun: boolean
}>

const MIGRATE = ['python', 'manage.py', 'migrate', '--noinput']
const LOOK = ['python', 'manage.py', 'migrate', '--plan']

/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
export function parseInputs(read: ReadInput): Inputs {
  const container = matching(read, 'container', CONTAINER)
  const image = optional(read, 'image')
  const cpu = parseCpu(read)
  const memory = integer(read, 'memory', { min: 512, max: 122_880 })
  return {
    cluster: needed(read, 'cluster', CLUSTER),
    service: needed(read, 'service', SERVICE),
    command: parseMigration(read),
    pendingCommand: parseWords(read, 'pending-command') ?? LOOK,
    environment: parseEnvironment(read),
    timeoutMs: parseTimeout(read),
    logLines: integer(read, 'log-lines', { min: 0, max: 1000 }) ?? 50,
    onCancel: choice(read, 'on-cancel', ['leave', 'stop']),
    dryRun: flag(read, 'dry-run'),
    ...(container === undefined ? {} : { container }),
    ...(image === undefined ? {} : { image: requireImage(image, 'image') }),
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory })
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

function needed(read: ReadInput, name: string, rule: Rule): string {
  required(read, name)
  return matching(read, name, rule) ?? ''
}

const CPUS = ['256', '512', '1024', '2048', '4096', '8192', '16384']

function parseCpu(read: ReadInput): number | undefined {
  const value = optional(read, 'cpu')
  if (value === undefined) return undefined
  if (CPUS.includes(value)) return Number(value)
  throw new UserError(
    `Input 'cpu' is '${value}', which is no size of Fargate. Write one of ${CPUS.join(', ')}.`
  )
}

const LONGEST_MS = 6 * 3_600_000

function parseTimeout(read: ReadInput): number {
  const ms = duration(read, 'timeout') ?? 30 * 60_000
  if (ms >= 1000 && ms <= LONGEST_MS) return ms
  throw new UserError(
    `Input 'timeout' is '${optional(read, 'timeout')}', which is not from 1s to 6h. Name a time within.`
  )
}

function parseMigration(read: ReadInput): readonly string[] {
  const words = parseWords(read, 'command') ?? MIGRATE
  if (words.length > 0) return words
  throw new UserError(
    "Input 'command' is an empty list, so nothing would migrate. Name the command, or leave the input out for Django's."
  )
}

/** A JSON array of texts; undefined when the input is empty. */
function parseWords(read: ReadInput, name: string): readonly string[] | undefined {
  const text = optional(read, name)
  if (text === undefined) return undefined
  const value = parseJson(text)
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value
  throw new UserError(
    `Input '${name}' is '${text}', which is no JSON array of texts. Write it as ["python", "manage.py", "migrate"].`
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A JSON object, or one `NAME=value` a line. No fault shows a value. */
function parseEnvironment(read: ReadInput): Readonly<Record<string, string>> {
  const text = optional(read, 'environment')
  if (text === undefined) return {}
  const entries = text.startsWith('{') ? jsonEntries(text) : list(read, 'environment').map(lineEntry)
  const names = entries.map(([name]) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    throw new UserError(`Input 'environment' names '${twice}' twice. Remove one of the two.`)
  const odd = names.find((name) => !/^[A-Za-z_]\w*$/.test(name))
  if (odd !== undefined)
    throw new UserError(
      `Input 'environment' has '${odd}', which is no name of a variable. Use letters, digits and _.`
    )
  return Object.fromEntries(entries)
}

function jsonEntries(text: string): readonly (readonly [string, string])[] {
  const value = parseJson(text)
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : undefined
  if (entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string') === true)
    return entries
  throw new UserError(
    `Input 'environment' begins like JSON, but is no object of texts. Write it as {"DJANGO_LOG_LEVEL": "DEBUG"}.`
  )
}

function lineEntry(line: string, at: number): readonly [string, string] {
  const sign = line.indexOf('=')
  if (sign > 0) return [line.slice(0, sign).trim(), line.slice(sign + 1)]
  throw new UserError(
    `Input 'environment' has no '=' behind a name in entry ${at + 1}. Write it as <NAME>=<value>.`
  )
}
