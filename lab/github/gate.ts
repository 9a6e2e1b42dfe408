/** The gate before a job with an environment: branch rule, wait timer, review. */
import type { EnvironmentDecision, Job } from '../runner/ports.ts'
import { refusedByBranchRule } from './branch-policy.ts'
import type { Deployment, Environment, PendingReview, Repository, RunRecord, Verdict } from './records.ts'
import { type Review, settleBypass, settleReview } from './review.ts'
import { environmentNamed, repositoryNamed, type Store, userNamed } from './store.ts'

/** What a person who is asked for a review is told. */
export type Pending = Readonly<{
  repository: string
  runId: number
  environment: string
  reviewers: readonly string[]
  /** Who started the run. */
  actor: string
}>

export type Gate = Readonly<{
  /** Resolves when the rules let the job start, or refuse it. */
  wait: (job: Job, signal: AbortSignal) => Promise<EnvironmentDecision>
  review: (review: Review) => void
  /** An administrator lets the waiting jobs go on without a review; no approval is recorded. */
  bypass: (place: Readonly<{ runId: number; environment: string }>) => void
  /** The listener hears of every review that begins to be waited for. */
  onPending: (listener: (pending: Pending) => void) => void
}>

/** GitHub's words on a job whose deployment was rejected. */
const REJECTED = "The deployment was rejected or didn't satisfy other protection rules."
const CANCELED = 'The run was canceled.'
/** Jobs that start to wait together are asked about once, as on GitHub's page. */
const GATHERING_MS = 25
const MINUTE_MS = 60_000
/** Timers of Node count no further. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1

type Place = Readonly<{ repository: Repository; environment: Environment; record: RunRecord }>

/** A gate over the store's environments. */
export function createGate(store: Store): Gate {
  const listeners: ((pending: Pending) => void)[] = []
  return {
    wait: async (job, signal) => {
      const place = placeOf(store, job)
      const deployment = startDeployment(store, place, job)
      const decision = await decide(store, listeners, { place, job, signal })
      deployment.state = decision.approved ? 'in_progress' : 'failure'
      deployment.updatedAt = store.timestamp()
      return decision
    },
    review: (review) => settleReview(store, review),
    bypass: (place) => settleBypass(store, place),
    onPending: (listener) => void listeners.push(listener)
  }
}

function placeOf(store: Store, job: Job): Place {
  const record = store.runs.get(job.run.id)
  if (record === undefined) throw new Error(`Run ${job.run.id} is not known: tell of it by runChanged first.`)
  const repository = repositoryNamed(store, job.run.event.repository)
  return { repository, environment: environmentNamed(store, repository, job.environment ?? ''), record }
}

function startDeployment(store: Store, place: Place, job: Job): Deployment {
  const now = store.timestamp()
  const deployment: Deployment = {
    id: store.nextId(),
    sha: job.run.event.sha,
    ref: job.run.event.ref.replace(/^refs\/(heads|tags)\//, ''),
    environment: place.environment.name,
    creator: userNamed(store, job.run.event.actor),
    runId: job.run.id,
    jobId: job.id,
    state: 'waiting',
    environmentUrl: '',
    createdAt: now,
    updatedAt: now
  }
  // `deployment: false` protects the job and leaves no record.
  if (job.deployment !== false) place.repository.deployments.push(deployment)
  return deployment
}

type Waiting = Readonly<{ place: Place; job: Job; signal: AbortSignal }>
type Listeners = readonly ((pending: Pending) => void)[]

async function decide(store: Store, listeners: Listeners, waiting: Waiting): Promise<EnvironmentDecision> {
  const { repository, environment } = waiting.place
  // Rules that passed before pass again when failed jobs are run again (docs.github.com, "Re-running workflows and jobs").
  if (waiting.job.admitted === true) return { approved: true }
  const refusal = refusedByBranchRule(repository, environment, waiting.job.run.event.ref)
  if (refusal !== undefined) return { approved: false, reason: refusal }
  const { waitMinutes = 0, reviewers = [] } = environment.rules
  if (waitMinutes === 0 && reviewers.length === 0) return { approved: true }
  return waitForRules(store, listeners, waiting)
}

/** Timer and review pass side by side, as on GitHub: the job starts after the later, or with a bypass. */
function waitForRules(store: Store, listeners: Listeners, waiting: Waiting): Promise<EnvironmentDecision> {
  const { record, environment } = waiting.place
  const { waitMinutes = 0, reviewers = [] } = environment.rules
  const pending = pendingReview(store, record, environment.name)
  const timer = new AbortController()
  const left = new Set(['timer', 'review'])
  return new Promise((resolve, reject) => {
    const end = (decision: EnvironmentDecision): void => {
      pending.hear.delete(hear)
      const current = record.pending.get(environment.name) === pending
      if (current && pending.hear.size === 0) record.pending.delete(environment.name)
      timer.abort()
      resolve(decision)
    }
    const pass = (rule: 'timer' | 'review'): void => {
      left.delete(rule)
      if (left.size === 0) end({ approved: true })
    }
    const hear = (verdict: Verdict): void => {
      if (verdict === 'bypassed') end({ approved: true })
      else if (verdict === 'expired' || verdict.state === 'rejected')
        end({ approved: false, reason: REJECTED })
      else pass('review')
    }
    const first = pending.hear.size === 0
    pending.hear.add(hear)
    const cancel = (): void => end({ approved: false, reason: CANCELED })
    if (waiting.signal.aborted) return cancel()
    waiting.signal.addEventListener('abort', cancel)
    if (reviewers.length === 0) pass('review')
    else if (first) setTimeout(() => announce(listeners, waiting, reject), GATHERING_MS)
    const time = waitMinutes * MINUTE_MS
    const elapsed = sleepLong(store, time, timer.signal)
    elapsed.then(
      () => pass('timer'),
      () => undefined
    )
  })
}

async function sleepLong({ clock }: Store, ms: number, signal: AbortSignal): Promise<void> {
  for (let left = ms; left > 0; left -= LONGEST_SLEEP_MS) {
    await clock.sleep(Math.min(left, LONGEST_SLEEP_MS), signal)
  }
}

function pendingReview(store: Store, record: RunRecord, environment: string): PendingReview {
  const known = record.pending.get(environment)
  // A review covers the jobs that wait together, not those that come later.
  if (known !== undefined && !known.reviewed) return known
  const pending: PendingReview = {
    environment,
    since: store.timestamp(),
    reviewed: false,
    hear: new Set()
  }
  record.pending.set(environment, pending)
  return pending
}

/** A listener's error ends the wait with it: nobody else would hear of it. */
function announce(listeners: Listeners, waiting: Waiting, reject: (error: unknown) => void): void {
  const { record, repository, environment } = waiting.place
  if (!record.pending.has(environment.name)) return
  const pending: Pending = {
    repository: repository.fullName,
    runId: record.run.id,
    environment: environment.name,
    reviewers: environment.rules.reviewers ?? [],
    actor: record.triggeringActor
  }
  try {
    for (const listener of listeners) listener(pending)
  } catch (error) {
    reject(error)
  }
}
