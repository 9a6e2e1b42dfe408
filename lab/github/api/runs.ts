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
  const found = [...world.store.runs.values()]
    .filter(({ run }) => run.event.repository.toLowerCase() === repository.fullName.toLowerCase())
    .filter(({ run }) => (query.get('event') ?? run.event.name) === run.event.name)
    .filter(({ run }) => (query.get('head_sha') ?? headSha(run.event)) === headSha(run.event))
    .filter(({ run }) => (query.get('branch') ?? headBranch(run.event)) === headBranch(run.event))
    .toReversed()
  const { page, reply } = pageOf(call, found)
  const runs = await Promise.all(page.map((record) => runAt(call, record)))
  return reply({ total_count: found.length, workflow_runs: runs })
}

function jobs(call: Call): Reply {
  const { run } = runOf(call)
  const attempt = call.params['attempt_number']
  const wanted = attempt === undefined ? run.attempt : Number(attempt)
  const all = [...call.world.store.jobs.values()]
    .filter((record) => record.job.run.id === run.id)
    .filter((record) => call.query.get('filter') === 'all' || record.job.run.attempt === wanted)
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

function review(gate: Gate, call: Call): Reply {
  const { world } = call
  const repository = repositoryOf(call)
  const record = runOf(call)
  const ids = call.body['environment_ids']
  const state = textIn(call, 'state')
  if (!Array.isArray(ids) || (state !== 'approved' && state !== 'rejected')) {
    throw new HttpError(422, 'Invalid request.\n\nenvironment_ids and state (approved, rejected) are needed.')
  }
  const environments = [...repository.environments.values()].filter((one) => ids.includes(one.id))
  for (const { name } of environments) {
    gate.review({
      runId: record.run.id,
      environment: name,
      state,
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
