/** The gate before a job with an environment: branch rule, wait timer, review. */
import type { EnvironmentDecision, Job } from '../runner/ports.ts'
import { refusedByBranchRule } from './branch-policy.ts'
import type { Approval, Deployment, Environment, PendingReview, Repository, RunRecord } from './records.ts'
import { HttpError } from './route.ts'
import { environmentNamed, findEnvironment, repositoryNamed, type Store, userNamed } from './store.ts'

/** What a person who is asked for a review is told. */
export type Pending = Readonly<{
  repository: string
  runId: number
  environment: string
  reviewers: readonly string[]
  /** Who started the run. */
  actor: string
}>

export type Review = Readonly<{
  runId: number
  environment: string
  state: 'approved' | 'rejected'
  comment: string
  /** Login of the reviewer. */
  user: string
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
  const refusal = refusedByBranchRule(repository, environment, waiting.job.run.event.ref)
  if (refusal !== undefined) return { approved: false, reason: refusal }
  const { waitMinutes = 0, reviewers = [] } = environment.rules
  const canceled = { approved: false, reason: CANCELED } as const
  if (waitMinutes > 0) {
    await store.clock.sleep(waitMinutes * MINUTE_MS, waiting.signal).catch(() => undefined)
  }
  if (waiting.signal.aborted) return canceled
  if (reviewers.length === 0) return { approved: true }
  const decision = await awaitReview(store, listeners, waiting)
  if (decision === 'canceled') return canceled
  if (decision === 'bypassed' || decision.state === 'approved') return { approved: true }
  return { approved: false, reason: REJECTED }
}

function awaitReview(
  store: Store,
  listeners: Listeners,
  waiting: Waiting
): Promise<Approval | 'bypassed' | 'canceled'> {
  const { record, environment } = waiting.place
  return new Promise((resolve, reject) => {
    const pending = pendingReview(store, record, environment.name)
    const first = pending.decide.length === 0
    pending.decide.push(resolve)
    waiting.signal.addEventListener('abort', () => {
      const at = pending.decide.indexOf(resolve)
      if (at >= 0) pending.decide.splice(at, 1)
      const current = record.pending.get(environment.name) === pending
      if (current && pending.decide.length === 0) record.pending.delete(environment.name)
      resolve('canceled')
    })
    if (first) setTimeout(() => announce(listeners, waiting, reject), GATHERING_MS)
  })
}

function pendingReview(store: Store, record: RunRecord, environment: string): PendingReview {
  const known = record.pending.get(environment)
  if (known !== undefined) return known
  const pending: PendingReview = { environment, since: store.timestamp(), decide: [] }
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

type Settled = Readonly<{ runId: number; environment: string }>

function pendingPlace(store: Store, { runId, environment: name }: Settled) {
  const record = store.runs.get(runId)
  const repository = record === undefined ? undefined : repositoryNamed(store, record.run.event.repository)
  const environment = repository === undefined ? undefined : findEnvironment(repository, name)
  const pending = record?.pending.get(environment?.name ?? name)
  if (record === undefined || environment === undefined || pending === undefined) {
    throw new HttpError(422, `Run ${runId} does not wait for a review of the environment ${name}.`)
  }
  return { record, environment, pending }
}

/** Why this person may not review; undefined when they may. */
export function refusedReview(
  record: RunRecord,
  environment: Environment,
  login: string
): string | undefined {
  const { reviewers = [], preventSelfReview = false } = environment.rules
  if (!reviewers.some((one) => one.toLowerCase() === login.toLowerCase())) {
    return `${login} is not a required reviewer of the environment ${environment.name}.`
  }
  if (preventSelfReview && record.triggeringActor.toLowerCase() === login.toLowerCase()) {
    return `${login} started run ${record.run.id} and the environment ${environment.name} prevents self-reviews.`
  }
  return undefined
}

function settleReview(store: Store, review: Review): void {
  const { record, environment, pending } = pendingPlace(store, review)
  const refusal = refusedReview(record, environment, review.user)
  if (refusal !== undefined) throw new HttpError(422, refusal)
  const approval: Approval = {
    environment: environment.name,
    user: userNamed(store, review.user),
    state: review.state,
    comment: review.comment
  }
  record.approvals.push(approval)
  record.pending.delete(environment.name)
  for (const decideOne of pending.decide) decideOne(approval)
}

function settleBypass(store: Store, place: Settled): void {
  const { record, environment, pending } = pendingPlace(store, place)
  if (environment.rules.canAdminsBypass === false) {
    throw new HttpError(422, `Administrators cannot bypass the rules of the environment ${environment.name}.`)
  }
  record.pending.delete(environment.name)
  for (const decideOne of pending.decide) decideOne('bypassed')
}
