/** What a runner is made of, and the machine that its rooms share. */
import { join } from 'node:path'
import type { Processes } from './step/process.ts'
import type { Platform, RunnerEvent } from './ports.ts'
import type { Groups } from './run/concurrency.ts'
import type { Slots } from './run/slots.ts'

/** How long what is cancelled may take to end, in ms from its cancellation. */
export type Patience = Readonly<{
  /** A step's process is sent SIGTERM. */
  termMs: number
  /** The whole group of the step's processes is killed. */
  killMs: number
  /** Everything that still runs in a cancelled run is killed, whatever its condition says. */
  forceMs: number
}>

/** What the lab gives a runner. */
export type RunnerOptions = Readonly<{
  platform: Platform
  /** Folder in which every job gets its own workspace, temp and home. */
  workFolder: string
  toolCache: string
  /** The Node 24 binary that runs JavaScript actions. */
  node24: string
  /** The machine's environment for steps: PATH, AWS_ENDPOINT_URL … Nothing else of this process leaks into them. */
  env: Readonly<Record<string, string>>
  /** Folder with `owner/repo@ref` copies of third-party actions; the checkout's .cache/actions when absent. */
  actionsCache?: string
  /** Folder with `owner/repo` actions that stand in for third-party ones. */
  standIns: string
  /** How many jobs run at the same time; 4 when absent. Jobs that wait for approval do not count. */
  jobsAtOnce?: number
  /** GitHub's when absent; tests are less patient. */
  patience?: Patience
  onEvent: (event: RunnerEvent) => void
}>

/** The options with what all runs of a runner share. */
export type Machine = RunnerOptions &
  Readonly<{
    patience: Patience
    groups: Groups
    slots: Slots
    processes: Processes
    /** Aborted when the runner closes: nothing runs on then, whatever its condition says. */
    closing: AbortSignal
  }>

/** As GitHub documents it: docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation. */
export const PATIENCE: Patience = { termMs: 7_500, killMs: 10_000, forceMs: 300_000 }

/** Where copies of third-party actions are looked for. */
export const ACTIONS_CACHE = join(import.meta.dirname, '../../.cache/actions')
