import { UserError } from '../../../lib/errors.ts'
import {
  choice,
  durationWithin,
  entries,
  flag,
  integer,
  optional,
  type ReadInput
} from '../../../lib/input.ts'
import { type ImageName, requireImage } from '../../../lib/ecs/image.ts'
import { parseContainer, parsePlace, type ServicePlace } from '../../../lib/ecs/names.ts'

/** What the workflow asks for, checked. */
export type Inputs = ServicePlace &
  Readonly<{
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
  const container = parseContainer(read)
  const image = optional(read, 'image')
  const cpu = parseCpu(read)
  const memory = integer(read, 'memory', { min: 512, max: 122_880 })
  return {
    ...parsePlace(read),
    command: parseMigration(read),
    pendingCommand: parseWords(read, 'pending-command') ?? LOOK,
    environment: parseEnvironment(read),
    timeoutMs: durationWithin(read, 'timeout', TIMEOUT) ?? 30 * 60_000,
    logLines: integer(read, 'log-lines', { min: 0, max: 1000 }) ?? 50,
    onCancel: choice(read, 'on-cancel', ['leave', 'stop']),
    dryRun: flag(read, 'dry-run'),
    ...(container === undefined ? {} : { container }),
    ...(image === undefined ? {} : { image: requireImage(image, 'image') }),
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory })
  }
}

const TIMEOUT = { min: 1000, max: 6 * 3_600_000, words: '1s to 6h' }
const CPUS = ['256', '512', '1024', '2048', '4096', '8192', '16384']

function parseCpu(read: ReadInput): number | undefined {
  const value = optional(read, 'cpu')
  if (value === undefined) return undefined
  if (CPUS.includes(value)) return Number(value)
  throw new UserError(
    `Input 'cpu' is '${value}', which is no size of Fargate. Write one of ${CPUS.join(', ')}.`
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

const VARIABLES = {
  line: /^([^=]+?)\s*=(.*)$/,
  written: '<NAME>=<value>',
  json: '{"DJANGO_LOG_LEVEL": "DEBUG"}'
}

function parseEnvironment(read: ReadInput): Readonly<Record<string, string>> {
  const found = entries(read, 'environment', VARIABLES)
  const odd = found.find(([name]) => !/^[A-Za-z_]\w*$/.test(name))
  if (odd === undefined) return Object.fromEntries(found)
  throw new UserError(
    `Input 'environment' has '${odd[0]}', which is no name of a variable. Use letters, digits and _.`
  )
}
