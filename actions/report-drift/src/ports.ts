import type { Fragment } from '../../../lib/fragment.ts'
import type { Issue, IssueChange } from '../../../lib/github/issues.ts'
import type { Clock } from '../../../lib/clock.ts'
import type { Log } from '../../../lib/log.ts'

export type Ports = Readonly<{
  readFragments: () => Promise<readonly Fragment[]>
  /** Our issues with the label, the oldest first. */
  listIssues: () => Promise<readonly Issue[]>
  openIssue: (
    words: Readonly<{ title: string; body: string }>
  ) => Promise<Readonly<{ number: number; url: string }>>
  changeIssue: (number: number, change: IssueChange) => Promise<void>
  run: Readonly<{ id: number; url: string; sha: string }>
  clock: Clock
  log: Log
  signal: AbortSignal
}>
