import { UserError } from '../../../lib/errors.ts'
import type { PlanJson } from '../../../lib/terraform/plan-model.ts'
import type { Inputs } from './inputs.ts'

/** In bytes: an input is a variable of the process's environment, and Linux takes none of more than 128 KiB. */
const LARGEST = 65_536
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/

/**
 * Input `variables` as the JSON text of one object, as it was given; undefined when it is empty. A faulty one is refused
 * without a word of what it holds.
 */
export function parseVariables(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (Buffer.byteLength(text) > LARGEST)
    throw new UserError(
      `Input 'variables' has more than ${LARGEST} bytes. Put what is that large into a file, and name it in 'var-files'.`
    )
  const object = objectText(text)
  const wrong = Object.keys(JSON.parse(object) as object).findIndex((name) => !NAME.test(name))
  if (wrong === -1) return object
  throw new UserError(
    `Input 'variables' has a name (the ${wrong + 1}. of the object) that no variable can have. Write names as the stack declares them.`
  )
}

/** The object's text, which may itself stand in a JSON text: expressions hand it on so. */
function objectText(text: string): string {
  const value = parsed(text)
  const [inner, object] = typeof value === 'string' ? [value, parsed(value)] : [text, value]
  if (typeof object === 'object' && object !== null && !Array.isArray(object)) return inner
  throw new UserError(
    'Input \'variables\' is no JSON object. Write it as {"client": "acme", "env": "stg"}, or with toJSON(…) in an expression.'
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Its words can quote the text.
    return undefined
  }
}

/** Terraform only warns of values without a variable; whoever gives a value beside the files means it. */
export function refuseUndeclared(
  { stack, variables }: Pick<Inputs, 'stack' | 'variables'>,
  plan: PlanJson
): void {
  const declared = plan.variables ?? {}
  const unknown = Object.keys(JSON.parse(variables ?? '{}') as object).find(
    (name) => !Object.hasOwn(declared, name)
  )
  if (unknown === undefined) return
  throw new UserError(
    `Input 'variables' names '${unknown}', which '${stack}' does not declare, or as ephemeral: no plan keeps its value. Correct the name, or leave it out.`
  )
}
