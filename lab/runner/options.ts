/** What a runner is made of, and the machine that its rooms share. */
import type { Processes } from './step/process.ts'
import type { Platform, RunnerEvent } from './ports.ts'
import type { Groups } from './run/concurrency.ts'

export type RunnerOptions = Readonly<{
  platform: Platform
  /** Folder in which every job gets its own workspace, temp and home. */
  workFolder: string
  toolCache: string
  /** The Node 24 binary that runs JavaScript actions. */
  node24: string
  /** The machine's environment for steps: PATH, AWS_ENDPOINT_URL … Nothing else of this process leaks into them. */
  env: Readonly<Record<string, string>>
  /** Folder with `owner/repo@ref` copies of third-party actions. */
  actionsCache?: string
  /** Folder with `owner/repo` actions that stand in for third-party ones. */
  standIns: string
  onEvent: (event: RunnerEvent) => void
}>

/** The options with what all runs of a runner share. */
export type Machine = RunnerOptions &
  Readonly<{
    groups: Groups
    processes: Processes
    /** Aborted when the runner closes: nothing runs on then, whatever its condition says. */
    closing: AbortSignal
  }>
