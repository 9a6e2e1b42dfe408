/** What the runner asks of a GitHub: trees, tokens, settings, approvals, and to be told what happens. */

/** One event that may start workflows, shaped as GitHub's webhook delivers it. */
export type WorkflowEvent = Readonly<{
  /** owner/name of the repository the event happened in. */
  repository: string
  name:
    | 'push'
    | 'pull_request'
    | 'merge_group'
    | 'workflow_dispatch'
    | 'repository_dispatch'
    | 'workflow_run'
    | 'schedule'
  /** The webhook's payload; `github.event` as the jobs see it. */
  payload: Readonly<Record<string, unknown>>
  /** refs/heads/main, refs/pull/12/merge … */
  ref: string
  /** The commit that `ref` names: the workflow files and the checkout come from it. */
  sha: string
  /** Source and target branch of a pull request, '' otherwise. */
  headRef: string
  baseRef: string
  /** Login of the person who caused the event. */
  actor: string
  /** Inputs of a workflow_dispatch, as typed by the person. */
  inputs?: Readonly<Record<string, string>>
  /** The one workflow file to start (workflow_dispatch, re-runs); absent: every file whose triggers match. */
  workflow?: string
  /** Paths that the event changed, for `paths` filters; 'unknown' after a push of more than 1,000 commits. */
  changedFiles: readonly string[] | 'unknown'
  /** Message of a pull request's head commit, which may ask to be left alone. */
  headMessage?: string
  /** True when a pull request conflicts with the branch that it aims at. */
  hasConflict?: true
}>

/** How a run, a job or a step ended. */
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped'
/** Where a run, a job or a step is on its way there. */
export type Status = 'queued' | 'waiting' | 'in_progress' | 'completed'
/** What a token may do in one scope; `write` includes `read`. */
export type Permission = 'none' | 'read' | 'write'
/** Scope (contents, pull-requests, id-token …) → level, as computed for one job. */
export type Permissions = Readonly<Record<string, Permission>>

/** One run of a workflow file. */
export type Run = Readonly<{
  id: number
  attempt: number
  number: number
  /** .github/workflows/ci-plan.yml */
  workflow: string
  name: string
  /** The workflow's `run-name`, when it has one. */
  title?: string
  event: WorkflowEvent
  /** Login of the person who started this attempt; absent on the first, which the event's actor started. */
  triggeringActor?: string
}>

/** One job of a run, as GitHub lists it; a leg of a matrix is a job of its own. */
export type Job = Readonly<{
  id: number
  run: Run
  /** Key in the workflow file, and the name that GitHub shows (`plan / plan (caliber-acme-stg)`). */
  key: string
  name: string
  permissions: Permissions
  /** Name of the environment the job deploys to. */
  environment?: string
  /** False when the environment protects the job without a deployment record (`deployment: false`). */
  deployment?: false
  /** True when a re-run of failed jobs repeats it: rules that it passed in the attempt before pass by themselves. */
  admitted?: true
  /** owner/name/.github/workflows/x.yml@ref of the file that defines the job, and the commit it was read at. */
  workflowRef: string
  workflowSha: string
}>

/** What a job authenticates with. */
export type JobCredentials = Readonly<{
  /** GITHUB_TOKEN. */
  token: string
  /** For every step: the OIDC request URL and token, when the job has `id-token: write`. */
  stepEnv: Readonly<Record<string, string>>
  /** For JavaScript actions only: ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL. */
  actionEnv: Readonly<Record<string, string>>
}>

/** A repository's tree laid out in a folder that nobody changes. */
export type Tree = Readonly<{ folder: string; sha: string }>

/** Secrets and variables of a repository or an environment, by name. */
export type Settings = Readonly<{
  secrets: Readonly<Record<string, string>>
  variables: Readonly<Record<string, string>>
}>

/** Whether the rules of an environment let a job start; `reason` becomes its annotation. */
export type EnvironmentDecision = Readonly<{ approved: true } | { approved: false; reason: string }>

/** What the runner asks of a GitHub. */
export type Platform = Readonly<{
  /** Facts for the `github` context and the runner's environment: api_url, server_url … */
  urls: Readonly<{ api: string; server: string; graphql: string }>
  repositoryFacts: (
    repository: string
  ) => Readonly<{ id: string; ownerId: string; private: boolean; defaultBranch: string }>
  /** Of the event's actor and ref. */
  eventFacts: (event: WorkflowEvent) => Readonly<{ actorId: string; refProtected: boolean }>
  /** `ref` is a branch, a tag or a commit; rejects when the repository or the ref does not exist. */
  tree: (repository: string, ref: string) => Promise<Tree>
  /** Secrets and variables that a run of this event gets: none of the secrets for forks and Dependabot. */
  settings: (repository: string, event: WorkflowEvent) => Settings
  /** An environment that does not exist is created, unprotected and empty, as on GitHub. */
  environmentSettings: (repository: string, environment: string, event: WorkflowEvent) => Settings
  /** Takes a new run's id and number. */
  nextRun: (repository: string, workflow: string) => Readonly<{ id: number; number: number }>
  nextJobId: () => number
  credentials: (job: Job) => Promise<JobCredentials>
  /** Ends the validity of the job's tokens. */
  revoke: (job: Job) => void
  /** Resolves when the environment's rules let the job start, or refuse it. */
  awaitEnvironment: (job: Job, signal: AbortSignal) => Promise<EnvironmentDecision>
  /** Told the environment's URL when the job has evaluated it. */
  deployed?: (job: Job, url: string) => void
  /** Told of each remark on a job. */
  annotated?: (job: Job, annotation: Annotation) => void
  runChanged: (run: Run, status: Status, conclusion?: Conclusion) => void
  jobChanged: (job: Job, status: Status, conclusion?: Conclusion) => void
}>

/** What happens, as it happens; the lab prints it and the report is drawn from it. Times are ms since the epoch. */
export type RunnerEvent =
  | Readonly<{ kind: 'run'; at: number; run: Run; status: Status; conclusion?: Conclusion }>
  | Readonly<{ kind: 'job'; at: number; job: Job; status: Status; conclusion?: Conclusion }>
  | Readonly<{
      kind: 'step'
      at: number
      job: Job
      index: number
      name: string
      status: Status
      conclusion?: Conclusion
    }>
  | Readonly<{ kind: 'log'; at: number; job: Job; line: string }>
  | Readonly<{ kind: 'annotation'; at: number; run: Run; job?: Job; annotation: Annotation }>
  | Readonly<{ kind: 'summary'; at: number; job: Job; step: string; markdown: string }>

/** A remark on a run, at a place in a file where there is one. */
export type Annotation = Readonly<{
  level: 'notice' | 'warning' | 'error'
  message: string
  title?: string
  file?: string
  line?: number
}>

/** How a step ended: `outcome` before `continue-on-error`, `conclusion` after it. Times are ms since the epoch. */
export type StepResult = Readonly<{
  name: string
  outcome: Conclusion
  conclusion: Conclusion
  startedAt: number
  finishedAt: number
}>

/** How a job ended, and what it left. Times are ms since the epoch. */
export type JobResult = Readonly<{
  job: Job
  conclusion: Conclusion
  outputs: Readonly<Record<string, string>>
  steps: readonly StepResult[]
  /** The job's log after masking. */
  log: string
  /** Summaries of the steps, joined. */
  summary: string
  startedAt: number
  finishedAt: number
}>

/** How a run ended, with its jobs in the order in which they ended. Times are ms since the epoch. */
export type RunResult = Readonly<{
  run: Run
  conclusion: Conclusion
  jobs: readonly JobResult[]
  annotations: readonly Annotation[]
  startedAt: number
  finishedAt: number
}>
