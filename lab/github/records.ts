/** The records of the lab's GitHub: what it keeps of each thing, not how the REST API shows it. */
import type { Conclusion, Job, Permissions, Run, Status } from '../runner/ports.ts'
import type { Comment, Issue, Pull } from './talk-records.ts'

export type User = Readonly<{ id: number; login: string; type: 'User' | 'Bot' }>

/** A team of an organization; members by lower-case login. */
export type Team = Readonly<{ id: number; org: User; slug: string; members: ReadonlySet<string> }>

/** Protection of an environment, as a person sets it in the repository's settings. */
export type EnvironmentRules = Readonly<{
  /** Logins, and teams as `org/slug`, of whom one has to approve; none: no review is asked for. */
  reviewers?: readonly string[]
  preventSelfReview?: boolean
  /** Name patterns of branches that may deploy; a pull request deploys from refs/pull/<number>/merge. */
  branches?: readonly string[]
  tags?: readonly string[]
  /** Only protected branches may deploy; instead of `branches` and `tags`. */
  protectedBranches?: boolean
  /** The job waits as long, beside the review. */
  waitMinutes?: number
  canAdminsBypass?: boolean
}>

export type Environment = {
  id: number
  name: string
  createdAt: string
  rules: EnvironmentRules
  secrets: Map<string, string>
  variables: Map<string, string>
  /** Ids of the rules and branch policies by their kind or pattern: they stay while the rule stays. */
  ruleIds: Map<string, number>
}

/** A remark of a check run on a place in a file. */
export type CheckAnnotation = Readonly<{
  path: string
  startLine: number
  endLine: number
  startColumn: number | null
  endColumn: number | null
  level: 'notice' | 'warning' | 'failure'
  title: string | null
  message: string
  rawDetails: string | null
}>

export type CheckRun = {
  id: number
  name: string
  headSha: string
  externalId: string
  detailsUrl: string
  status: string
  conclusion: string | null
  startedAt: string
  completedAt: string | null
  output: Readonly<{ title: string | null; summary: string | null; text: string | null }>
  annotations: readonly CheckAnnotation[]
}

export type CommitStatus = Readonly<{
  id: number
  sha: string
  state: string
  context: string
  description: string | null
  targetUrl: string | null
  creator: User
  createdAt: string
}>

export type Deployment = {
  id: number
  sha: string
  ref: string
  environment: string
  creator: User
  runId: number
  jobId: number
  state: string
  environmentUrl: string
  createdAt: string
  updatedAt: string
}

/** How the subjects of a repository's OIDC tokens are made. */
export type OidcSubject = Readonly<{
  /** Immutable subjects carry ids beside the names: `repo:owner@1/name@2:…`. */
  form: 'classic' | 'immutable'
  /** Claims of which the subject is made instead: `repo`, `context`, `job_workflow_ref` … */
  claims?: readonly string[]
}>

export type Repository = {
  id: number
  owner: User
  name: string
  fullName: string
  private: boolean
  /** Full name of the repository it was forked from. */
  parent?: string
  defaultBranch: string
  /** The bare repository. */
  gitFolder: string
  subject: OidcSubject
  /** Custom properties; they are claims of OIDC tokens. */
  properties: Readonly<Record<string, string>>
  createdAt: string
  secrets: Map<string, string>
  variables: Map<string, string>
  environments: Map<string, Environment>
  protectedBranches: Set<string>
  pulls: Map<number, Pull>
  issues: Map<number, Issue>
  /** The setting “Allow GitHub Actions to create and approve pull requests”. */
  jobsMayPropose: boolean
  comments: Map<number, Comment>
  checkRuns: Map<number, CheckRun>
  statuses: CommitStatus[]
  deployments: Deployment[]
  nextIssue: number
  /** Workflow file → its id and how many runs it has had. */
  workflows: Map<string, { id: number; runs: number }>
}

/** GitHub keeps neither the attempt nor the time of an approval. */
export type Approval = Readonly<{
  environment: string
  user: User
  state: 'approved' | 'rejected'
  comment: string
}>

/** Jobs of one run that wait for one environment: for its review, its timer, or both. */
export type PendingReview = {
  environment: string
  since: string
  reviewed: boolean
  /** Of each job. */
  hear: Set<(verdict: Verdict) => void>
}

/** A review, an administrator's bypass, or that nobody reviewed in time. */
export type Verdict = Approval | 'bypassed' | 'expired'

export type RunRecord = {
  run: Run
  status: Status
  conclusion: Conclusion | null
  createdAt: string
  startedAt: string
  updatedAt: string
  triggeringActor: string
  approvals: Approval[]
  pending: Map<string, PendingReview>
  /** The attempts before this one, oldest first. */
  earlier: RunRecord[]
}

export type JobRecord = {
  job: Job
  status: Status
  conclusion: Conclusion | null
  createdAt: string
  startedAt: string
  completedAt: string | null
}

export type Artifact = {
  id: number
  name: string
  repository: string
  runId: number
  attempt: number
  jobId: number
  mimeType: string
  createdAt: string
  expiresAt: string
  finalized: boolean
  digest: string
  size: number
  uploadSignature: string
  downloadSignature: string
  blocks: Map<string, Buffer>
  content: Buffer | undefined
}

/** What a token opens: the REST API, the OIDC token endpoint, or the artifact service. */
export type TokenUse = 'api' | 'oidc' | 'results'

/** Whom a token stands for. A job's token has the job's permissions; a person's may do everything. */
export type Caller = Readonly<{ user: User; use: TokenUse; job?: Job; permissions?: Permissions }>

/** The calls of an hour that count for one limit. `resetsAt` is in seconds since the epoch. */
export type Meter = { limit: number; used: number; resetsAt: number }

/** One request that the server answered. */
export type JournalEntry = Readonly<{
  at: number
  method: string
  /** Path with its query. */
  path: string
  /** 0 when the connection was cut before an answer. */
  status: number
  /** The kind of the fault that the call met. */
  fault?: string
  /** Whose token it was: a job's name and id, or a person's login. */
  job?: string
  jobId?: number
  login?: string
  /** What a write sent, when it was JSON. */
  body?: unknown
}>
