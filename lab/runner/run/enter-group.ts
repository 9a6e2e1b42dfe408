/** The `concurrency` of a workflow or a job. */
import { ofType, valueOf } from '../expression/template.ts'
import type { Scope } from '../expression/evaluate.ts'
import { isRecord, textOf } from '../expression/value.ts'
import { WorkflowFault } from '../fault.ts'
import type { Job } from '../ports.ts'
import { child, type Token } from '../workflow/token.ts'
import type { GroupRequest } from './concurrency.ts'
import { annotate, type Frame } from './frame.ts'

/** A place in a group; `held` names it and those of the callers. */
export type Entry = Readonly<{ release: () => void; held: readonly string[] }>

/** Who asks for a place, and what ends the wait. */
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
  const { group, ...mode } = readConcurrency(entering)
  if (group === '') return { release: () => undefined, held: frame.held }
  const name = `${run.event.repository}\0${group.toLowerCase()}`
  refuseDeadlock(frame, entering, { group, name })
  const giveWay = (): void => {
    const message = `Canceling since a higher priority waiting request for '${group}' exists`
    annotate(frame.state, { level: 'error', message }, entering.job)
  }
  const cancel = (): void => {
    giveWay()
    entering.cancel()
  }
  const slot = await machine.groups.enter({ group: name, ...mode, cancel }, entering.signal)
  if (slot !== undefined) return { ...slot, held: [...frame.held, name] }
  if (!entering.signal.aborted) giveWay()
  return undefined
}

type Concurrency = Pick<GroupRequest, 'group' | 'queue' | 'cancelInProgress'>

function readConcurrency({ token, scope }: Entering): Concurrency {
  const stated = valueOf(child(token, 'concurrency'), scope) ?? ''
  const mapping = isRecord(stated) ? stated : { group: stated }
  return {
    group: textOf(mapping['group']),
    queue: mapping['queue'] === 'max' ? 'max' : 'single',
    cancelInProgress: ofType(mapping['cancel-in-progress'], 'boolean') ?? false
  }
}

/** A job cannot wait for the group that its own workflow holds. */
function refuseDeadlock(
  frame: Frame,
  { job }: Entering,
  { group, name }: { group: string; name: string }
): void {
  if (!frame.held.includes(name)) return
  throw new WorkflowFault(
    `Canceling since a deadlock for concurrency group '${group}' was detected between 'top level workflow' and '${job?.name ?? callerOf(frame)}'`
  )
}

/** The job that called this workflow. */
const callerOf = ({ prefix, workflow }: Frame): string =>
  prefix === '' ? workflow.file.path : prefix.slice(0, -' / '.length)
