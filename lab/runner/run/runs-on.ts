/** Whether this machine may stand for the runner that a job asks for. */
import type { Scope } from '../expression/evaluate.ts'
import { valueOf } from '../expression/template.ts'
import { isRecord, textOf, type Value } from '../expression/value.ts'
import { WorkflowFault } from '../fault.ts'
import type { PreparedJob } from '../workflow/prepare.ts'
import { FOREIGN } from '../workflow/support.ts'
import { child } from '../workflow/token.ts'

/** Throws when the labels, evaluated, are none or those of another system. */
export function requireThisMachine({ key, token }: PreparedJob, scope: Scope): void {
  const labels = labelsOf(valueOf(child(token, 'runs-on'), scope))
  if (labels.every((label) => label === '')) {
    throw new WorkflowFault(`Error when evaluating 'runs-on' for job '${key}'. Unexpected value ''`)
  }
  const foreign = labels.find((label) => FOREIGN.test(label))
  if (foreign === undefined) return
  throw new WorkflowFault(`Job '${key}' runs on '${foreign}', which this machine is not.`)
}

/** A label, a list of them, or a group of runners with labels. */
function labelsOf(value: Value | undefined): readonly string[] {
  if (Array.isArray(value)) return value.map((label: Value) => textOf(label))
  if (!isRecord(value)) return [textOf(value)]
  return [...labelsOf(value['group']), ...labelsOf(value['labels'])]
}
