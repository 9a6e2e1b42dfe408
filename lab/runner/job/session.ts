/** One job while it runs: what its steps share. */
import type { Values } from '../expression/value.ts'
import type { Machine } from '../options.ts'
import type { Annotation, Job, JobCredentials, StepResult } from '../ports.ts'
import type { Origin } from '../workflow/action.ts'
import type { Processes } from '../step/process.ts'
import type { Folders } from './folders.ts'
import type { Masks } from './masks.ts'
import type { Standing } from './status.ts'

/** What a job says; all of it is masked on the way, and no more is heard of it than on GitHub. */
export type Voice = Readonly<{
  log: (line: string) => void
  annotate: (annotation: Annotation) => void
  summarize: (step: string, markdown: string) => void
  /** A step begins: it may annotate as much as the one before. */
  nextStep: () => void
}>

/** A pre or post step of an action: whether its condition holds, and its work, true when it went well. */
export type Hook = Readonly<{ name: string; holds: () => boolean; run: () => Promise<boolean> }>

/** What the steps of one job share. */
export type Session = Readonly<{
  machine: Machine
  job: Job
  folders: Folders
  masks: Masks
  voice: Voice
  credentials: JobCredentials
  /** github, needs, matrix, strategy, secrets, vars, runner, job: the same for all steps. */
  contexts: Readonly<Record<string, Values>>
  inputs: Values
  defaults: Readonly<{ shell?: string; workingDirectory?: string }>
  standing: Standing
  /** The processes of this job, those that outlive their step among them. */
  processes: Processes
  signal: AbortSignal
  /** Where `$/` points in the workflow file. */
  origin: Origin
  isDebug: boolean
  /** Grows as steps write to GITHUB_ENV. */
  env: Record<string, string>
  /** Grows as steps write to GITHUB_PATH; the last comes first. */
  paths: string[]
  /** Grows as actions with a post step run; the last runs first. */
  posts: Hook[]
  /** Grows as steps end. */
  results: StepResult[]
  /** State that an action's parts hand on, by the step's place in the job. */
  states: Map<string, Map<string, string>>
}>
