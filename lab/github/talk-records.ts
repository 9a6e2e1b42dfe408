/** Records of pull requests, issues, and what is said of them. */
import type { ChangedFile } from './git/history.ts'
import type { User } from './records.ts'

export type Comment = {
  id: number
  issue: number
  user: User
  body: string
  createdAt: string
  updatedAt: string
}

/** Why an issue is closed, or open again. */
export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened'

export type Issue = {
  id: number
  number: number
  title: string
  body: string | null
  author: User
  state: 'open' | 'closed'
  stateReason: StateReason | null
  labels: readonly string[]
  createdAt: string
  updatedAt: string
  closedAt: string | null
  closedBy?: User
}

export type PullReview = Readonly<{
  id: number
  user: User
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED'
  body: string
  commit: string
  submittedAt: string
}>

export type Pull = {
  id: number
  number: number
  title: string
  body: string
  author: User
  draft: boolean
  state: 'open' | 'closed'
  /** Full name of the repository that holds the head branch; another one for a fork. */
  headRepository: string
  headRef: string
  headSha: string
  headMessage: string
  baseRef: string
  baseSha: string
  /** The test merge while open, the commit on the base branch once merged. */
  mergeSha: string | null
  mergeable: boolean
  mergedBy?: User
  mergedAt?: string
  createdAt: string
  updatedAt: string
  commits: number
  /** What it changes since it left the base branch. */
  files: readonly ChangedFile[]
  reviews: PullReview[]
}
