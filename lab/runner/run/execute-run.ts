/** One run of a workflow file, from the event to its conclusion. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { untroubled } from '../expression/evaluate.ts'
import { valueOf } from '../expression/template.ts'
import { textOf, textsOf, type Values } from '../expression/value.ts'
import { messageOf } from '../fault.ts'
import type { Machine } from '../options.ts'
import type { Conclusion, Run, RunResult, Status, WorkflowEvent } from '../ports.ts'
import { type WorkflowFile } from '../workflow/file.ts'
import { dispatchInputs } from '../workflow/inputs.ts'
import { type PreparedWorkflow, prepareWorkflow } from '../workflow/prepare.ts'
import { child, descend, textAt } from '../workflow/token.ts'
import { executeWorkflow } from './execute-workflow.ts'
import { annotate, type Frame, type RunState } from './frame.ts'
import { githubContext } from './github-context.ts'
import { newTrail, type Past } from './trail.ts'

/** Ends a run from outside. */
export type Cancellation = Readonly<{ signal: AbortSignal; abort: () => void }>

/** Takes the run's number and describes it. */
export function describeRun(machine: Machine, file: WorkflowFile, event: WorkflowEvent): Run {
  const { id, number } = machine.platform.nextRun(event.repository, file.path)
  const name = textAt(file.parsed.root, 'name') ?? file.path
  return { id, attempt: 1, number, workflow: file.path, name, event }
}

/** One attempt of a run: `past` is the one whose failed jobs it repeats. */
export type Attempt = Readonly<{ run: Run; cancellation: Cancellation; past?: Past }>
/** How an attempt ended, and what a next one may keep of it. */
export type Execution = Readonly<{ result: RunResult; past: Past }>

/** Executes a run. Never rejects: a workflow that cannot run is a failed run with an annotation. */
export async function executeRun(machine: Machine, file: WorkflowFile, at: Attempt): Promise<Execution> {
  const { signal, abort } = at.cancellation
  const startedAt = Date.now()
  const limit = limitCancellation(machine, signal)
  let state = openState(machine, file, { ...at, forced: limit.forced })
  let workflow: PreparedWorkflow | undefined
  let conclusion: Conclusion
  tell(state, 'queued')
  try {
    const prepared = await prepareRun(state, file)
    ;({ state, workflow } = prepared)
    tell(state, 'in_progress')
    const top = { prefix: '', place: '', held: [], keeps: at.past !== undefined, signal, cancel: abort }
    conclusion = (await executeWorkflow({ ...prepared, ...top })).conclusion
  } catch (error) {
    annotate(state, { level: 'error', message: messageOf(error), file: file.path })
    conclusion = 'failure'
  }
  limit.end()
  if (signal.aborted) conclusion = 'cancelled'
  await rm(state.folder, { recursive: true, force: true })
  tell(state, 'completed', conclusion)
  return { result: resultOf(state, conclusion, startedAt), past: { ...state.trail, workflow } }
}

function resultOf(
  { run, trail, annotations }: RunState,
  conclusion: Conclusion,
  startedAt: number
): RunResult {
  const jobs = trail.results.map(({ result }) => result)
  return { run, conclusion, jobs, annotations, startedAt, finishedAt: Date.now() }
}

/** A cancelled run gets five minutes; then what is left of it is killed. */
function limitCancellation(
  { patience }: Machine,
  signal: AbortSignal
): Readonly<{ forced: AbortSignal; end: () => void }> {
  const force = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const begin = (): void => {
    timer = setTimeout(() => force.abort(), patience.forceMs)
  }
  signal.addEventListener('abort', begin, { once: true })
  const end = (): void => {
    signal.removeEventListener('abort', begin)
    clearTimeout(timer)
  }
  return { forced: force.signal, end }
}

type Opening = Pick<Attempt, 'run' | 'past'> & Pick<RunState, 'forced'>

function openState(machine: Machine, file: WorkflowFile, { run, past, forced }: Opening): RunState {
  return {
    machine,
    run,
    forced,
    ...(past === undefined ? {} : { past }),
    github: githubContext(machine.platform, run, file),
    folder: join(machine.workFolder, String(run.id)),
    annotations: [],
    trail: newTrail(),
    waits: countWaits(machine, run)
  }
}

/** A run waits from the first job that waits for approval to the last. */
function countWaits(machine: Machine, run: Run): RunState['waits'] {
  let waiting = 0
  return (change) => {
    waiting += change
    if (change === 1 && waiting === 1) tell({ machine, run }, 'waiting')
    if (change === -1 && waiting === 0) tell({ machine, run }, 'in_progress')
  }
}

type Prepared = Pick<Frame, 'state' | 'workflow' | 'inputs' | 'settings' | 'hasAllSecrets'>

/** Reads and checks everything; throws what GitHub would refuse. */
async function prepareRun(state: RunState, file: WorkflowFile): Promise<Prepared> {
  const { machine, run } = state
  const { event } = run
  // A re-run of failed jobs takes called workflows at the commits of the attempt before.
  const workflow = state.past?.workflow ?? (await prepareWorkflow(file, machine))
  const inputs = inputsOf(file, event)
  const settings = machine.platform.settings(event.repository, event)
  const github = event.name === 'workflow_dispatch' ? withInputs(state.github, inputs) : state.github
  const scope = { contexts: { github, inputs, vars: settings.variables }, status: untroubled }
  const title = textOf(valueOf(child(workflow.root, 'run-name'), scope))
  const titled = title === '' ? run : { ...run, title }
  return {
    state: { ...state, github, run: titled, waits: countWaits(machine, titled) },
    workflow,
    inputs,
    settings,
    hasAllSecrets: true
  }
}

const inputsOf = (file: WorkflowFile, event: WorkflowEvent): Values =>
  event.name === 'workflow_dispatch'
    ? dispatchInputs(descend(file.parsed.root, 'on', 'workflow_dispatch', 'inputs'), event.inputs ?? {})
    : {}

/** In `github.event.inputs` every input is text, defaults included. */
const withInputs = (github: Values, inputs: Values): Values => ({
  ...github,
  event: { ...(github['event'] as Values), inputs: textsOf(inputs) }
})

function tell(
  { machine, run }: Pick<RunState, 'machine' | 'run'>,
  status: Status,
  conclusion?: Conclusion
): void {
  machine.platform.runChanged(run, status, conclusion)
  const event = { kind: 'run', at: Date.now(), run, status } as const
  machine.onEvent(conclusion === undefined ? event : { ...event, conclusion })
}
