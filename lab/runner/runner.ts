/** Executes real GitHub workflow files on this machine. */
import { WorkflowFault } from './fault.ts'
import { ACTIONS_CACHE, type Machine, PATIENCE, type RunnerOptions } from './options.ts'
import type { Run, RunResult, WorkflowEvent } from './ports.ts'
import { createGroups } from './run/concurrency.ts'
import {
  type Attempt,
  type Cancellation,
  describeRun,
  type Execution,
  executeRun
} from './run/execute-run.ts'
import { createSlots } from './run/slots.ts'
import { hasFailed } from './run/trail.ts'
import { trackProcesses } from './step/process.ts'
import type { WorkflowFile } from './workflow/file.ts'
import { startedBy } from './workflow/start.ts'

export type { RunnerOptions } from './options.ts'

/** What the lab does with a runner. */
export type Runner = Readonly<{
  /** Runs every workflow file at the event's commit that the event starts, to the end, each as one result. */
  trigger: (event: WorkflowEvent) => Promise<readonly RunResult[]>
  /** The same, but resolves when it is known what starts. Both reject with what GitHub refuses to start. */
  start: (event: WorkflowEvent) => Promise<Started>
  /** Runs a run of this runner that has ended once more, as its next attempt: the same event, the same commit. */
  rerun: (request: RerunRequest) => Promise<RunResult>
  /** Cancels a run: its processes are interrupted, and steps that ask for it still run. */
  cancel: (runId: number) => void
  /** Cancels every run and ends every process that is left. */
  close: () => Promise<void>
}>

/** Runs that were started; `ended` resolves when the last of them has ended. */
export type Started = Readonly<{ runs: readonly Run[]; ended: Promise<readonly RunResult[]> }>

/** Who repeats what of a run: everything, or what failed and what needs it. */
export type RerunRequest = Readonly<{ runId: number; jobs: 'failed' | 'all'; actor: string }>

const JOBS_AT_ONCE = 4
/** How often GitHub runs one run again, whole or in part. */
const MOST_RERUNS = 50

/** A runner with nothing running. */
export function createRunner(options: RunnerOptions): Runner {
  const closing = new AbortController()
  const machine: Machine = {
    actionsCache: ACTIONS_CACHE,
    ...options,
    groups: createGroups(),
    patience: options.patience ?? PATIENCE,
    slots: createSlots(options.jobsAtOnce ?? JOBS_AT_ONCE),
    processes: trackProcesses(),
    closing: closing.signal
  }
  const active = new Map<number, Cancellation>()
  const ended = new Map<number, Ended>()
  const pending = new Set<Promise<Execution>>()
  const execute = async (file: WorkflowFile, attempt: Omit<Attempt, 'cancellation'>): Promise<RunResult> => {
    const { id } = attempt.run
    const controller = new AbortController()
    const cancellation = { signal: controller.signal, abort: () => controller.abort() }
    active.set(id, cancellation)
    const execution = executeRun(machine, file, { ...attempt, cancellation }).finally(() => active.delete(id))
    pending.add(execution)
    const done = await execution.finally(() => pending.delete(execution))
    ended.set(id, { file, ...done })
    return done.result
  }
  const start: Runner['start'] = async (event) => {
    if (closing.signal.aborted) return { runs: [], ended: Promise.resolve([]) }
    const files = await startedBy(machine.platform, event)
    const begun = files.map((file) => ({ file, run: describeRun(machine, file, event) }))
    const results = Promise.all(begun.map(({ file, run }) => execute(file, { run })))
    return { runs: begun.map(({ run }) => run), ended: results }
  }
  return {
    start,
    trigger: async (event) => (await start(event)).ended,
    rerun: async (request) => {
      const before = repeatable(ended.get(request.runId), active.has(request.runId), request)
      return execute(before.file, nextAttempt(before, request))
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

type Ended = Execution & Readonly<{ file: WorkflowFile }>

/** Refuses what GitHub refuses to run again. */
function repeatable(ended: Ended | undefined, isActive: boolean, { runId, jobs }: RerunRequest): Ended {
  if (isActive) throw new WorkflowFault(`Run ${String(runId)} cannot be repeated: it is already running.`)
  if (ended === undefined)
    throw new WorkflowFault(`Run ${String(runId)} cannot be repeated: it is not known.`)
  if (ended.result.run.attempt > MOST_RERUNS) {
    throw new WorkflowFault(
      `Run ${String(runId)} cannot be repeated: a run can be run again ${String(MOST_RERUNS)} times.`
    )
  }
  const { workflow, outcomes } = ended.past
  if (workflow === undefined) {
    throw new WorkflowFault(
      `Run ${String(runId)} cannot be repeated: its workflow file may be broken. Mend it and send the event again.`
    )
  }
  if (
    jobs === 'failed' &&
    outcomes.size > 0 &&
    ![...outcomes.keys()].some((place) => hasFailed(ended.past, place))
  ) {
    throw new WorkflowFault(`Run ${String(runId)} has no failed jobs. Repeat all of its jobs instead.`)
  }
  return ended
}

function nextAttempt({ result, past }: Ended, { jobs, actor }: RerunRequest): Omit<Attempt, 'cancellation'> {
  const run = { ...result.run, attempt: result.run.attempt + 1, triggeringActor: actor }
  return jobs === 'failed' ? { run, past } : { run }
}
