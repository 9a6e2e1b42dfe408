/** Reviews of waiting deployments: who may give them, and what they do. */
import type { Approval, Environment, PendingReview, RunRecord } from './records.ts'
import { HttpError } from './route.ts'
import { findEnvironment, repositoryNamed, type Store, userNamed } from './store.ts'

export type Review = Readonly<{
  runId: number
  environment: string
  state: 'approved' | 'rejected'
  comment: string
  /** Login of the reviewer. */
  user: string
}>

const LONGEST_WAIT_MS = 30 * 86_400_000

type Settled = Readonly<{ runId: number; environment: string }>
type Deciding = Readonly<{ record: RunRecord; environment: Environment }>

function waitingAt(store: Store, { runId, environment: name }: Settled) {
  const record = store.runs.get(runId)
  const repository = record === undefined ? undefined : repositoryNamed(store, record.run.event.repository)
  const environment = repository === undefined ? undefined : findEnvironment(repository, name)
  const pending = record?.pending.get(environment?.name ?? name)
  if (record === undefined || environment === undefined || pending === undefined) {
    throw new HttpError(422, `Run ${runId} does not wait for the environment ${name}.`)
  }
  requireTimely(store, pending, runId)
  return { record, environment, pending }
}

/** Jobs that nobody reviews within 30 days fail; it shows when somebody comes after all. */
function requireTimely(store: Store, { environment, since, hear: jobs }: PendingReview, runId: number): void {
  if (store.clock.now() - Date.parse(since) <= LONGEST_WAIT_MS) return
  for (const hear of jobs) hear('expired')
  throw new HttpError(422, `Run ${runId} waited for the environment ${environment} for more than 30 days.`)
}

/** Why this person may not review; undefined when they may. */
export function refusedReview(store: Store, deciding: Deciding, login: string): string | undefined {
  const { record, environment } = deciding
  const { reviewers = [], preventSelfReview = false } = environment.rules
  const person = login.toLowerCase()
  const named = reviewers.map((one) => one.toLowerCase())
  if (!named.some((one) => one === person || store.teams.get(one)?.members.has(person) === true)) {
    return `${login} is not a required reviewer of the environment ${environment.name}.`
  }
  if (preventSelfReview && record.triggeringActor.toLowerCase() === person) {
    return `${login} started run ${record.run.id} and the environment ${environment.name} prevents self-reviews.`
  }
  return undefined
}

/** Records the review and tells the jobs that wait. */
export function settleReview(store: Store, review: Review): void {
  const { record, environment, pending } = waitingAt(store, review)
  if (pending.reviewed) {
    throw new HttpError(
      422,
      `The environment ${environment.name} of run ${review.runId} has been reviewed already.`
    )
  }
  const refusal = refusedReview(store, { record, environment }, review.user)
  if (refusal !== undefined) throw new HttpError(422, refusal)
  const approval: Approval = {
    environment: environment.name,
    user: userNamed(store, review.user),
    state: review.state,
    comment: review.comment
  }
  record.approvals.push(approval)
  pending.reviewed = true
  for (const hear of pending.hear) hear(approval)
}

/** Lets the waiting jobs go on without review or timer; no approval is recorded. */
export function settleBypass(store: Store, place: Settled): void {
  const { environment, pending } = waitingAt(store, place)
  if (environment.rules.canAdminsBypass === false) {
    throw new HttpError(422, `Administrators cannot bypass the rules of the environment ${environment.name}.`)
  }
  for (const hear of pending.hear) hear('bypassed')
}
