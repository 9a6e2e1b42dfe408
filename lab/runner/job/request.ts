/** What the scheduler hands to a job. */
import type { Values } from '../expression/value.ts'
import type { Machine } from '../options.ts'
import type { Annotation, Job, Settings } from '../ports.ts'
import type { WorkflowFile } from '../workflow/file.ts'
import type { Mapping, Token } from '../workflow/token.ts'

/** A job that is to be run, with all that it takes. */
export type JobRequest = Readonly<{
  machine: Machine
  job: Job
  token: Token
  /** The file that defines the job, and its root for `env` and `defaults`. */
  file: WorkflowFile
  root: Mapping
  /** The `github` context of the run. */
  github: Values
  inputs: Values
  /** needs, matrix, strategy. */
  contexts: Readonly<Record<string, Values>>
  settings: Settings
  /** False in a called workflow that was passed its secrets by name: of the environment's it sees only those names. */
  hasAllSecrets: boolean
  /** The job's own folder. */
  folder: string
  signal: AbortSignal
  /** Aborted when nothing of the job may live on, whatever its conditions say. */
  forced: AbortSignal
  /** Told when the environment has let the job in. */
  admitted: () => void
  /** Ends the job, as its time limit does. */
  abort: () => void
  timeoutMinutes: number
  annotate: (annotation: Annotation, job: Job) => void
  /** Told when the job begins and ends to wait for approval. */
  waits: (change: 1 | -1) => void
}>
