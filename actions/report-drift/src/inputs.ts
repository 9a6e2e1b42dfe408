import { UserError } from '../../../lib/errors.ts'
import { asRecord } from '../../../lib/github/payload.ts'
import { flag, integer, list, optional, required, type ReadInput } from '../../../lib/input.ts'

/** How drift is reported. */
export type Inputs = Readonly<{
  label: string
  /** Stacks that are not reported. */
  ignored: readonly string[]
  /** All stacks that there are, none among them when nothing is registered; undefined where that is not told. */
  known?: readonly string[]
  /** How many issues one run may open. */
  mostOpened: number
  failOnDrift: boolean
  dryRun: boolean
  token: string
}>

const STACK = /^[A-Za-z0-9._-]{1,80}$/

/** All inputs, or one sentence on the first that is wrong. */
export function parseInputs(read: ReadInput): Inputs {
  const known = optional(read, 'known')
  return {
    ...(known === undefined ? {} : { known: parseKnown(known) }),
    label: parseLabel(optional(read, 'label') ?? 'drift'),
    ignored: list(read, 'ignore').map(parseStack),
    mostOpened: integer(read, 'most-opened', { min: 1, max: 256 }) ?? 30,
    failOnDrift: flag(read, 'fail-on-drift'),
    dryRun: flag(read, 'dry-run'),
    token: required(read, 'github-token')
  }
}

/** Stacks by name, or as select-stacks lists them. */
function parseKnown(text: string): readonly string[] {
  const names = (parseList(text) ?? [undefined]).map((one) => asRecord(one)?.['stack'] ?? one)
  if (names.every((name): name is string => typeof name === 'string' && STACK.test(name))) return names
  throw new UserError(
    'Input \'known\' is no JSON list of stacks. Write it as ["web", "db"], or give the output of select-stacks.'
  )
}

function parseList(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** GitHub separates labels by commas, and takes 50 characters of each. */
function parseLabel(label: string): string {
  if (label.length <= 50 && !/[,\p{Cc}\p{Cf}]/u.test(label)) return label
  throw new UserError(
    `Input 'label' is '${label}', which is no label of at most 50 characters without commas. Correct it.`
  )
}

function parseStack(stack: string): string {
  if (STACK.test(stack)) return stack
  throw new UserError(`Input 'ignore' has '${stack}', which is no stack's name. Write one a line.`)
}
