/** One run, and one workflow of it while it is executed. */
import type { Values } from '../expression/value.ts'
import type { Machine } from '../options.ts'
import type { Annotation, Conclusion, Job, JobResult, Run, Settings } from '../ports.ts'
import type { PreparedWorkflow } from '../workflow/prepare.ts'

/** What all workflows of a run share. */
export type RunState = Readonly<{
  machine: Machine
  run: Run
  /** The `github` context, without what belongs to one job. */
  github: Values
  folder: string
  /** Grow as the run goes on. */
  annotations: Annotation[]
  results: JobResult[]
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
  machine.onEvent({
    kind: 'annotation',
    at: Date.now(),
    run,
    annotation,
    ...(job === undefined ? {} : { job })
  })
}
