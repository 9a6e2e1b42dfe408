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
import { prepareWorkflow } from '../workflow/prepare.ts'
import { child, descend, textAt } from '../workflow/token.ts'
import { executeWorkflow } from './execute-workflow.ts'
import { annotate, type RunState } from './frame.ts'
import { githubContext } from './github-context.ts'

/** Ends a run from outside. */
export type Cancellation = Readonly<{ signal: AbortSignal; abort: () => void }>

/** Takes the run's number and describes it. */
export function describeRun(machine: Machine, file: WorkflowFile, event: WorkflowEvent): Run {
  const { id, number } = machine.platform.nextRun(event.repository, file.path)
  const name = textAt(file.parsed.root, 'name') ?? file.path
  return { id, attempt: 1, number, workflow: file.path, name, event }
}

/** Executes a run. Never rejects: a workflow that cannot run is a failed run with an annotation. */
export async function executeRun(
  machine: Machine,
  file: WorkflowFile,
  at: Readonly<{ run: Run; cancellation: Cancellation }>
): Promise<RunResult> {
  const { run, cancellation } = at
  const startedAt = Date.now()
  const state = openState(machine, file, run)
  tell(state, 'queued')
  let conclusion: Conclusion
  try {
    conclusion = await execute(state, file, cancellation)
  } catch (error) {
    annotate(state, { level: 'error', message: messageOf(error), file: file.path })
    conclusion = 'failure'
  }
  if (cancellation.signal.aborted) conclusion = 'cancelled'
  await rm(state.folder, { recursive: true, force: true })
  tell(state, 'completed', conclusion)
  return {
    run,
    conclusion,
    jobs: state.results,
    annotations: state.annotations,
    startedAt,
    finishedAt: Date.now()
  }
}

function openState(machine: Machine, file: WorkflowFile, run: Run): RunState {
  let waiting = 0
  const state: RunState = {
    machine,
    run,
    github: githubContext(machine.platform, run, file),
    folder: join(machine.workFolder, String(run.id)),
    annotations: [],
    results: [],
    waits: (change) => {
      waiting += change
      if (change === 1 && waiting === 1) tell(state, 'waiting')
      if (change === -1 && waiting === 0) tell(state, 'in_progress')
    }
  }
  return state
}

async function execute(state: RunState, file: WorkflowFile, cancellation: Cancellation): Promise<Conclusion> {
  const { machine, run } = state
  const { event } = run
  const workflow = await prepareWorkflow(file, machine)
  const inputs = inputsOf(file, event)
  const settings = machine.platform.settings(event.repository, event)
  const github = event.name === 'workflow_dispatch' ? withInputs(state.github, inputs) : state.github
  const scope = { contexts: { github, inputs, vars: settings.variables }, status: untroubled }
  const title = textOf(valueOf(child(workflow.root, 'run-name'), scope))
  const titled = { ...state, github, run: title === '' ? run : { ...run, title } }
  tell(titled, 'in_progress')
  const { conclusion } = await executeWorkflow({
    state: titled,
    workflow,
    inputs,
    settings,
    hasAllSecrets: true,
    prefix: '',
    held: [],
    signal: cancellation.signal,
    cancel: cancellation.abort
  })
  return conclusion
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

function tell({ machine, run }: RunState, status: Status, conclusion?: Conclusion): void {
  machine.platform.runChanged(run, status, conclusion)
  const event = { kind: 'run', at: Date.now(), run, status } as const
  machine.onEvent(conclusion === undefined ? event : { ...event, conclusion })
}
