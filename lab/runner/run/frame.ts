/** One run, and one workflow of it while it is executed. */
import type { Values } from '../expression/value.ts'
import type { Machine } from '../options.ts'
import type { Annotation, Conclusion, Job, Run, Settings } from '../ports.ts'
import type { PreparedWorkflow } from '../workflow/prepare.ts'
import type { Past, Trail } from './trail.ts'

/** What all workflows of a run share. */
export type RunState = Readonly<{
  machine: Machine
  run: Run
  /** The `github` context, without what belongs to one job. */
  github: Values
  folder: string
  /** Grow as the run goes on. */
  annotations: Annotation[]
  trail: Trail
  /** What the attempt before left, when this one repeats its failed jobs only. */
  past?: Past
  /** Aborted when a cancelled run has had all the time it gets. */
  forced: AbortSignal
  /** Tells that a job waits for approval, or no longer does. */
  waits: (change: 1 | -1) => void
}>

/** A workflow file in execution: the run's own, or a called one. */
export type Frame = Readonly<{
  state: RunState
  workflow: PreparedWorkflow
  inputs: Values
  settings: Settings
  /** False when the caller passed secrets by name, or none. */
  hasAllSecrets: boolean
  /** Names of the calling jobs: `plan / `. */
  prefix: string
  /** The same as keys, which name a place in every attempt alike. */
  place: string
  /** Whether jobs that went well in the attempt before are kept. */
  keeps: boolean
  /** Concurrency groups that the callers hold. */
  held: readonly string[]
  signal: AbortSignal
  /** Ends this workflow and its jobs. */
  cancel: () => void
}>

/** How a workflow ended, and the outputs that it gives its caller. */
export type WorkflowOutcome = Readonly<{ conclusion: Conclusion; outputs: Readonly<Record<string, string>> }>
/** Runs a workflow; handed down, since jobs call workflows in turn. */
export type ExecuteWorkflow = (frame: Frame) => Promise<WorkflowOutcome>

/** Keeps an annotation and tells of it. */
export function annotate({ machine, run, annotations }: RunState, annotation: Annotation, job?: Job): void {
  annotations.push(annotation)
  if (job !== undefined) machine.platform.annotated?.(job, annotation)
  machine.onEvent({
    kind: 'annotation',
    at: Date.now(),
    run,
    annotation,
    ...(job === undefined ? {} : { job })
  })
}

/** Tells the platform and whoever listens how a job stands. */
export function tellJob(
  { machine }: RunState,
  job: Job,
  ...status: ['queued'] | ['completed', Conclusion]
): void {
  const [name, conclusion] = status
  machine.platform.jobChanged(job, name, conclusion)
  const event = { kind: 'job', at: Date.now(), job, status: name } as const
  machine.onEvent(conclusion === undefined ? event : { ...event, conclusion })
}
