/** Workflow runs, their jobs, and the reviews that they wait for. */
import type { Gate } from '../gate.ts'
import { readCommit } from '../git/history.ts'
import { pageOf, paginate } from '../pagination.ts'
import type { Environment, Repository, RunRecord } from '../records.ts'
import { refusedReview } from '../review.ts'
import {
  type Call,
  existing,
  HttpError,
  needs,
  notFound,
  numberIn,
  ok,
  type Reply,
  repositoryOf,
  type Route,
  textIn
} from '../route.ts'
import { deploymentShape, environmentReference, reviewerShape } from '../shapes/environment.ts'
import { userShape } from '../shapes/repository.ts'
import { headBranch, headSha, jobShape, runShape } from '../shapes/run.ts'
import type { Shape } from '../shapes/schema.ts'
import { findEnvironment } from '../store.ts'
import { gitOf } from '../world.ts'

function runOf(call: Call): RunRecord {
  const record = existing(call.world.store.runs, numberIn(call, 'run_id'))
  if (record.run.event.repository.toLowerCase() !== repositoryOf(call).fullName.toLowerCase())
    throw notFound()
  return record
}

async function runAt(call: Call, record: RunRecord) {
  const head = await readCommit(gitOf(repositoryOf(call)), headSha(record.run.event))
  return runShape(call.world, record, head)
}

const get = async (call: Call): Promise<Reply> => ok(await runAt(call, runOf(call)))

async function getAttempt(call: Call): Promise<Reply> {
  const record = runOf(call)
  const attempt = numberIn(call, 'attempt_number')
  const found = [...record.earlier, record].find((one) => one.run.attempt === attempt)
  if (found === undefined) throw notFound()
  return ok(await runAt(call, found))
}

async function list(call: Call): Promise<Reply> {
  const { query, world } = call
  const repository = repositoryOf(call)
  const fits = matcher(query)
  const found = [...world.store.runs.values()]
    .filter(({ run }) => run.event.repository.toLowerCase() === repository.fullName.toLowerCase())
    .filter(fits)
    .toReversed()
  const { page, reply } = pageOf(call, found)
  const runs = await Promise.all(page.map((record) => runAt(call, record)))
  return reply({ total_count: found.length, workflow_runs: runs })
}

/** What a run has to be like; a status may be a conclusion. */
function matcher(query: URLSearchParams): (record: RunRecord) => boolean {
  const read: Readonly<Record<string, (record: RunRecord) => readonly unknown[]>> = {
    actor: ({ run }) => [run.event.actor],
    event: ({ run }) => [run.event.name],
    head_sha: ({ run }) => [headSha(run.event)],
    branch: ({ run }) => [headBranch(run.event)],
    status: ({ status, conclusion }) => [status, conclusion],
    check_suite_id: ({ run }) => [String(run.id)]
  }
  const wanted = Object.entries(read).map(([name, of]) => ({ value: query.get(name), of }))
  return (record) => wanted.every(({ value, of }) => value === null || of(record).includes(value))
}

function jobs(call: Call): Reply {
  const { run } = runOf(call)
  const attempt = call.params['attempt_number']
  const wanted = attempt === undefined ? run.attempt : Number(attempt)
  const filter = attempt === undefined ? call.query.get('filter') : null
  const all = [...call.world.store.jobs.values()]
    .filter((record) => record.job.run.id === run.id)
    .filter((record) => filter === 'all' || record.job.run.attempt === wanted)
  return paginate(call, all, (page) => ({
    total_count: all.length,
    jobs: page.map((record) => jobShape(call.world, repositoryOf(call), record))
  }))
}

function environmentIn(repository: Repository, name: string): Environment {
  const found = findEnvironment(repository, name)
  if (found === undefined) throw notFound()
  return found
}

function approvals(call: Call): Reply {
  const { world } = call
  const repository = repositoryOf(call)
  const given = runOf(call).approvals.map(
    ({ environment, state, comment, user }) =>
      ({
        state,
        comment,
        environments: [environmentReference({ world, repository }, environmentIn(repository, environment))],
        user: userShape(world, user)
      }) satisfies Shape<'environment-approvals'>
  )
  return ok(given)
}

function pending(call: Call): Reply {
  const { world } = call
  const repository = repositoryOf(call)
  const record = runOf(call)
  return ok(
    [...record.pending.values()].map((one) => {
      const environment = environmentIn(repository, one.environment)
      const { reviewers = [], waitMinutes = 0 } = environment.rules
      return {
        environment: environmentReference({ world, repository }, environment),
        wait_timer: waitMinutes,
        wait_timer_started_at: one.since,
        current_user_can_approve:
          refusedReview(world.store, { record, environment }, call.caller.user.login) === undefined,
        reviewers: reviewers.map((name) => reviewerShape(world, name))
      } satisfies Shape<'pending-deployment'>
    })
  )
}

/** The environments that a review is of: the run has to wait for each. */
function namedEnvironments(call: Call, { run, pending: waiting }: RunRecord): readonly Environment[] {
  const ids = call.body['environment_ids'] as readonly number[]
  const found = [...repositoryOf(call).environments.values()].filter(({ id }) => ids.includes(id))
  const all = found.length === new Set(ids).size && found.every(({ name }) => waiting.has(name))
  if (ids.length > 0 && all) return found
  throw new HttpError(422, `Run ${run.id} does not wait for the environments ${JSON.stringify(ids)}.`)
}

function review(gate: Gate, call: Call): Reply {
  const { world } = call
  const repository = repositoryOf(call)
  const record = runOf(call)
  const environments = namedEnvironments(call, record)
  for (const { name } of environments) {
    gate.review({
      runId: record.run.id,
      environment: name,
      state: textIn(call, 'state') === 'approved' ? 'approved' : 'rejected',
      comment: textIn(call, 'comment') ?? '',
      user: call.caller.user.login
    })
  }
  const names = new Set(environments.map((one) => one.name))
  const found = repository.deployments.filter((one) => one.runId === record.run.id)
  return ok(
    found
      .filter((one) => names.has(one.environment))
      .map((one) => deploymentShape({ world, repository }, one))
  )
}

const RUNS = '/repos/{owner}/{repo}/actions/runs'
const RUN = `${RUNS}/{run_id}`
const read = needs('actions')

/** Run operations; reviews go through the gate. */
export const runRoutes = (gate: Gate): readonly Route[] => [
  { operation: `GET ${RUNS}`, needs: read, handle: list },
  { operation: `GET ${RUN}`, needs: read, handle: get },
  { operation: `GET ${RUN}/attempts/{attempt_number}`, needs: read, handle: getAttempt },
  { operation: `GET ${RUN}/attempts/{attempt_number}/jobs`, needs: read, handle: jobs },
  { operation: `GET ${RUN}/jobs`, needs: read, handle: jobs },
  { operation: `GET ${RUN}/approvals`, needs: read, handle: approvals },
  { operation: `GET ${RUN}/pending_deployments`, needs: read, handle: pending },
  {
    operation: `POST ${RUN}/pending_deployments`,
    needs: needs('deployments', 'write'),
    handle: (call) => review(gate, call)
  }
]
