import type { Plan } from './plan.ts'
import type { Observed } from './observed.ts'

/** What has been done so far. */
export type Progress = {
  /** Whether everything of the release is written and recorded. */
  isLive: boolean
  uploaded: number
  restored: number
  repaired: number
  deleted: number
  invalidation: string
}

/** How a deployment ended. */
export type Outcome =
  /** `isSlow`: CloudFront had not let go of everything in time. */
  | Readonly<{ kind: 'deployed'; plan: Plan; done: Progress; isSlow: boolean }>
  /** The site was this already, and nothing was written. */
  | Readonly<{ kind: 'unchanged'; plan: Plan; done: Progress }>
  /** Another release is live, which was to be left alone. */
  | Readonly<{ kind: 'kept'; plan: Plan; done: Progress }>
  /** Dry run: nothing was written. */
  | Readonly<{ kind: 'planned'; plan: Plan; done: Progress }>
  | Readonly<{ kind: 'failed'; plan: Plan; done: Progress; sentence: string }>

/** An outcome, with the bucket as it was before. */
export type Deployment = Readonly<{
  outcome: Outcome
  observed: Observed
  /** Whether this run has made live what is live, in this attempt or an earlier one. */
  isOfThisRun: boolean
  elapsedMs: number
}>

export const newProgress = (): Progress => ({
  isLive: false,
  uploaded: 0,
  restored: 0,
  repaired: 0,
  deleted: 0,
  invalidation: ''
})
