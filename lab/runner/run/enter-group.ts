/** The `concurrency` of a workflow or a job. */
import { valueOf } from '../expression/template.ts'
import type { Scope } from '../expression/evaluate.ts'
import { isRecord, isTruthy, textOf } from '../expression/value.ts'
import { WorkflowFault } from '../fault.ts'
import type { Job } from '../ports.ts'
import { child, type Token } from '../workflow/token.ts'
import { annotate, type Frame } from './frame.ts'

export type Entry = Readonly<{ release: () => void; held: readonly string[] }>

export type Entering = Readonly<{
  token: Token
  scope: Scope
  signal: AbortSignal
  cancel: () => void
  /** The job that asks; none for a workflow. */
  job?: Job
}>

/** Waits for a place in the concurrency group that `token` asks for; undefined when the wait ended without one. */
export async function enterGroup(frame: Frame, entering: Entering): Promise<Entry | undefined> {
  const { machine, run } = frame.state
  const stated = valueOf(child(entering.token, 'concurrency'), entering.scope) ?? ''
  const mapping = isRecord(stated) ? stated : { group: stated }
  const group = textOf(mapping['group'])
  if (group === '') return { release: () => undefined, held: frame.held }
  const name = `${run.event.repository}\0${group.toLowerCase()}`
  if (frame.held.includes(name)) {
    throw new WorkflowFault(
      `Canceling since a deadlock for concurrency group '${group}' was detected between 'top level workflow' and '${entering.job?.name ?? frame.workflow.file.path}'`
    )
  }
  const request = {
    group: name,
    queue: mapping['queue'] === 'max' ? ('max' as const) : ('single' as const),
    cancelInProgress: isTruthy(mapping['cancel-in-progress'] ?? false),
    cancel: () => {
      const message = `Canceling since a higher priority waiting request for '${group}' exists`
      annotate(frame.state, { level: 'error', message }, entering.job)
      entering.cancel()
    }
  }
  const slot = await machine.groups.enter(request, entering.signal)
  if (slot !== undefined) return { ...slot, held: [...frame.held, name] }
  if (!entering.signal.aborted) {
    annotate(
      frame.state,
      { level: 'error', message: `Canceling since a higher priority waiting request for '${group}' exists` },
      entering.job
    )
  }
  return undefined
}
