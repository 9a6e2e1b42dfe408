/** Executes real GitHub workflow files on this machine. */
import { WorkflowFault } from './fault.ts'
import type { Machine, RunnerOptions } from './options.ts'
import type { RunResult, WorkflowEvent } from './ports.ts'
import { createGroups } from './run/concurrency.ts'
import { type Cancellation, describeRun, executeRun } from './run/execute-run.ts'
import { createSlots } from './run/slots.ts'
import { trackProcesses } from './step/process.ts'
import { listWorkflows, type WorkflowFile } from './workflow/file.ts'
import { child } from './workflow/token.ts'
import { hasTrigger, isTriggeredBy } from './workflow/triggers.ts'

export type { RunnerOptions } from './options.ts'

/** What the lab does with a runner. */
export type Runner = Readonly<{
  /** Runs every workflow file at the event's commit that the event starts, to the end, each as one result. */
  trigger: (event: WorkflowEvent) => Promise<readonly RunResult[]>
  /** Cancels a run: its processes are interrupted, and steps that ask for it still run. */
  cancel: (runId: number) => void
  /** Cancels every run and ends every process that is left. */
  close: () => Promise<void>
}>

const JOBS_AT_ONCE = 4

/** A runner with nothing running. */
export function createRunner(options: RunnerOptions): Runner {
  const closing = new AbortController()
  const machine: Machine = {
    ...options,
    groups: createGroups(),
    slots: createSlots(options.jobsAtOnce ?? JOBS_AT_ONCE),
    processes: trackProcesses(),
    closing: closing.signal
  }
  const active = new Map<number, Cancellation>()
  const pending = new Set<Promise<RunResult>>()
  const start = async (file: WorkflowFile, event: WorkflowEvent): Promise<RunResult> => {
    const run = describeRun(machine, file, event)
    const controller = new AbortController()
    const cancellation = { signal: controller.signal, abort: () => controller.abort() }
    active.set(run.id, cancellation)
    const execution = executeRun(machine, file, { run, cancellation }).finally(() => active.delete(run.id))
    pending.add(execution)
    return execution.finally(() => pending.delete(execution))
  }
  return {
    trigger: async (event) => {
      const files = await startedBy(machine, event)
      return Promise.all(files.map((file) => start(file, event)))
    },
    cancel: (runId) => active.get(runId)?.abort(),
    close: async () => {
      closing.abort()
      for (const { abort } of active.values()) abort()
      machine.processes.killAll()
      await Promise.all(pending)
    }
  }
}

/** The workflow files that an event starts; one that cannot be read at all is a failed run, so it is among them. */
async function startedBy({ platform }: Machine, event: WorkflowEvent): Promise<readonly WorkflowFile[]> {
  const tree = await platform.tree(event.repository, event.sha)
  const files = await listWorkflows({ repository: event.repository, ref: event.ref, ...tree })
  const { workflow } = event
  if (workflow === undefined) return files.filter((file) => isStarted(file, event))
  const file = files.find(({ path }) => path === workflow || path.endsWith(`/${workflow}`))
  if (file === undefined) {
    throw new WorkflowFault(`Workflow '${workflow}' does not exist in ${event.repository} at ${event.ref}.`)
  }
  if (event.name === 'workflow_dispatch' && !hasTrigger(child(file.parsed.root, 'on'), 'workflow_dispatch')) {
    throw new WorkflowFault(`Workflow '${workflow}' does not have 'workflow_dispatch' trigger`)
  }
  return isStarted(file, event) ? [file] : []
}

function isStarted(file: WorkflowFile, event: WorkflowEvent): boolean {
  const on = child(file.parsed.root, 'on')
  if (on === undefined) return event.name === 'push' && file.parsed.faults.length > 0
  // A person starts one workflow, never all that could be started.
  if (event.name === 'workflow_dispatch' && event.workflow === undefined) return false
  return isTriggeredBy(on, event)
}
