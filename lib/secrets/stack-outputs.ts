import { UserError } from '../errors.ts'

export type StackOutput = Readonly<{ value: unknown; sensitive: boolean }>
/** Outputs of a stack by name. */
export type StackOutputs = ReadonlyMap<string, StackOutput>

/**
 * Outputs as `terraform output -json` prints them, or a plain map from name to value (`outputs` of apply-gated). What a
 * wrapper of Terraform prints around the object is passed over. `what` begins the refusal, which never quotes the text.
 */
export function parseOutputs(text: string, what: string): StackOutputs {
  const entries = Object.entries(readObject(text, what))
  if (entries.length === 0) {
    throw new UserError(`${what} holds no outputs. Apply the stack first, or name the right stack.`)
  }
  const isTerraforms = entries.every(([, one]) => isOutput(one))
  return new Map(
    entries.map(([name, one]) => [
      name,
      isTerraforms && isOutput(one)
        ? { value: one['value'], sensitive: one['sensitive'] === true }
        : { value: one, sensitive: false }
    ])
  )
}

function readObject(text: string, what: string): object {
  const start = /^\s*\{/m.exec(text)?.index ?? -1
  try {
    const value: unknown = JSON.parse(text.slice(start, text.lastIndexOf('}') + 1))
    if (start >= 0 && typeof value === 'object' && value !== null) return value
  } catch {
    // The parser's own words would quote the text.
  }
  throw new UserError(`${what} is no JSON object. Give what 'terraform output -json' prints, unchanged.`)
}

const isOutput = (one: unknown): one is Readonly<Record<string, unknown>> =>
  typeof one === 'object' && one !== null && 'value' in one && ('sensitive' in one || 'type' in one)

/** Account ids and regions: no secrets, and a mask of them would blank half the job's outputs. */
const HARMLESS = /^(?:\d{12}|[a-z]{2}(?:-[a-z]+)+-\d)$/

/** Every text inside the sensitive outputs: what must be masked. */
export function sensitiveTexts(outputs: StackOutputs): readonly string[] {
  const sensitive = [...outputs.values()].filter((output) => output.sensitive)
  return sensitive.flatMap(({ value }) => leaves(value)).filter((text) => !HARMLESS.test(text))
}

/** Values under this many characters are in too many texts to say where they come from, and the runner masks none of them. */
const TELLING = 8

/**
 * The outputs that are not sensitive, as they are. One that holds a sensitive one's text is left out: GitHub would drop the
 * whole job's output for it.
 */
export function openOutputs(outputs: StackOutputs): Readonly<Record<string, unknown>> {
  const hidden = sensitiveTexts(outputs).filter(({ length }) => length >= TELLING)
  const isOpen = ({ sensitive, value }: StackOutput): boolean =>
    !sensitive && !leaves(value).some((leaf) => hidden.some((text) => leaf.includes(text)))
  return Object.fromEntries(
    [...outputs].filter(([, output]) => isOpen(output)).map(([name, { value }]) => [name, value])
  )
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}
