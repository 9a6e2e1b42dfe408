import type { Ahead } from './rotate-ahead.ts'
import type { Change } from './step.ts'

/** What became of one secret; `pending`: it was still to be written when the run failed. */
export type Row = Readonly<{
  name: string
  change: Change | 'pending'
  isStale: boolean
  reason: string
}>

/** `ahead`: the databases' passwords that were due to be rotated before AWS does it. */
export type Outcome = Ended & Readonly<{ ahead: readonly Ahead[] }>

/** How the seeding itself ended. */
export type Ended =
  /** `newestAt`: when the newest of all present values was written, in milliseconds. */
  | Readonly<{ kind: 'seeded'; rows: readonly Row[]; newestAt: number | undefined }>
  /** Dry run: nothing was written, the rows tell what would be. */
  | Readonly<{ kind: 'planned'; rows: readonly Row[] }>
  /** Nothing was written, for these reasons. */
  | Readonly<{ kind: 'refused'; problems: readonly string[] }>
  /** Something went wrong after the reading; the rows tell what was written before. */
  | Readonly<{ kind: 'failed'; sentence: string; rows: readonly Row[] }>
