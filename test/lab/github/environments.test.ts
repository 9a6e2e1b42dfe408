import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { EnvironmentDecision, Job, WorkflowEvent } from '../../../lab/runner/ports.ts'
import {
  closeWithoutDefects,
  octokitOf,
  octokitOfPerson,
  openPull,
  PLACE,
  REPOSITORY,
  startJob,
  startWithRepository
} from './fixture.ts'

let github: GitHubServer
let pull: WorkflowEvent
let push: WorkflowEvent
let waited: number[] = []
beforeAll(async () => {
  const clock = { now: Date.now, sleep: async (ms: number) => void waited.push(ms) }
  github = await startWithRepository({ clock })
  const opened = await openPull(github)
  pull = opened.event
  push = (
    await github.people.mergePullRequest({
      repository: REPOSITORY,
      number: opened.number,
      by: 'ada',
      method: 'merge'
    })
  ).event
  github.people.setEnvironment(REPOSITORY, 'prod', {
    reviewers: ['grace', 'ada'],
    preventSelfReview: true,
    branches: ['main', 'release/*'],
    canAdminsBypass: false
  })
})
afterAll(() => closeWithoutDefects(github))

const permissions = { actions: 'read', deployments: 'read' } as const
const never = new AbortController().signal
const deploy = (event: WorkflowEvent, environment: string): Job =>
  startJob(github, event, { environment, permissions })

type Started = Readonly<{ job: Job; decision: Promise<EnvironmentDecision> }>

/** Starts a deployment and resolves when a review is waited for. */
async function pendingDeploy(event: WorkflowEvent, environment: string): Promise<Started> {
  const job = deploy(event, environment)
  const announced = new Promise<void>((resolve) => {
    github.onPendingReview((pending) => {
      if (pending.runId === job.run.id) resolve()
    })
  })
  const decision = github.platform.awaitEnvironment(job, never)
  await announced
  return { job, decision }
}

test('an environment that nobody made is made without protection', async () => {
  const decision = await github.platform.awaitEnvironment(deploy(push, 'new'), never)
  expect(decision).toEqual({ approved: true })
  const octokit = octokitOfPerson(github, 'ada')
  const { data } = await octokit.rest.repos.getEnvironment({ ...PLACE, environment_name: 'new' })
  expect(data).toMatchObject({
    name: 'new',
    protection_rules: [],
    deployment_branch_policy: null,
    can_admins_bypass: true
  })
})

test("a ref that the branch rule does not name is refused in GitHub's words", async () => {
  const refusal = await github.platform.awaitEnvironment(deploy(pull, 'prod'), never)
  expect(refusal).toEqual({
    approved: false,
    reason: 'Branch "refs/pull/1/merge" is not allowed to deploy to prod due to environment protection rules.'
  })
  const tag = { ...push, ref: 'refs/tags/v1' }
  expect(await github.platform.awaitEnvironment(deploy(tag, 'prod'), never)).toMatchObject({
    reason: 'Tag "v1" is not allowed to deploy to prod due to environment protection rules.'
  })
})

test('only protected branches deploy where the rule says so, once there is one', async () => {
  github.people.setEnvironment(REPOSITORY, 'guarded', { protectedBranches: true })
  const before = await github.platform.awaitEnvironment(deploy(push, 'guarded'), never)
  github.people.protectBranch(REPOSITORY, 'stable')
  const after = await github.platform.awaitEnvironment(deploy(push, 'guarded'), never)
  expect([before.approved, after.approved]).toEqual([true, false])
})

test('a job waits for a reviewer, who is neither its author nor a stranger', async () => {
  const { job, decision } = await pendingDeploy(push, 'prod')
  const review = { runId: job.run.id, environment: 'prod', state: 'approved', comment: 'Go' } as const
  expect(() => github.people.review({ ...review, user: 'ada' })).toThrow('prevents self-reviews')
  expect(() => github.people.review({ ...review, user: 'mallory' })).toThrow(
    'mallory is not a required reviewer'
  )
  expect(() => github.people.bypassReview(review)).toThrow('Administrators cannot bypass')
  github.people.review({ ...review, user: 'grace' })
  expect(await decision).toEqual({ approved: true })

  const octokit = await octokitOf(github, job)
  const { data } = await octokit.rest.actions.getReviewsForRun({ ...PLACE, run_id: job.run.id })
  expect(data).toMatchObject([
    {
      state: 'approved',
      comment: 'Go',
      user: { login: 'grace', type: 'User' },
      environments: [{ name: 'prod' }]
    }
  ])
  github.platform.jobChanged(job, 'completed', 'success')
  const deployments = await octokit.rest.repos.listDeployments({ ...PLACE, environment: 'prod' })
  expect(deployments.data[0]).toMatchObject({
    sha: push.sha,
    ref: 'main',
    environment: 'prod',
    creator: { login: 'ada' }
  })
})

test('a reviewer sees over REST what waits, and rejects it there', async () => {
  const { job, decision } = await pendingDeploy(push, 'prod')
  const place = { ...PLACE, run_id: job.run.id }
  const grace = octokitOfPerson(github, 'grace')
  const { data } = await grace.rest.actions.getPendingDeploymentsForRun(place)
  expect(data).toMatchObject([
    {
      environment: { name: 'prod' },
      wait_timer: 0,
      current_user_can_approve: true,
      reviewers: [{ reviewer: { login: 'grace' } }, { reviewer: { login: 'ada' } }]
    }
  ])
  const ids = data.map((one) => one.environment.id ?? 0)
  const answer = { environment_ids: ids, state: 'rejected', comment: 'No' } as const
  await expect(
    octokitOfPerson(github, 'ada').rest.actions.reviewPendingDeploymentsForRun({ ...place, ...answer })
  ).rejects.toMatchObject({ status: 422 })
  await grace.rest.actions.reviewPendingDeploymentsForRun({ ...place, ...answer })
  expect(await decision).toEqual({
    approved: false,
    reason: "The deployment was rejected or didn't satisfy other protection rules."
  })
})

test('one review covers the jobs that wait together, and a canceled run waits no more', async () => {
  const { job, decision } = await pendingDeploy(push, 'prod')
  const sibling = { ...job, id: github.platform.nextJobId() }
  const second = github.platform.awaitEnvironment(sibling, never)
  const controller = new AbortController()
  const third = github.platform.awaitEnvironment(
    { ...job, id: github.platform.nextJobId() },
    controller.signal
  )
  await Promise.resolve()
  controller.abort()
  expect(await third).toEqual({ approved: false, reason: 'The run was canceled.' })
  github.people.review({
    runId: job.run.id,
    environment: 'prod',
    state: 'approved',
    comment: '',
    user: 'grace'
  })
  expect([await decision, await second]).toEqual([{ approved: true }, { approved: true }])
  expect(github.people.approvals(job.run.id)).toHaveLength(1)
})

test('an administrator bypasses where the rules allow it, and leaves no approval', async () => {
  github.people.setEnvironment(REPOSITORY, 'stg', { reviewers: ['grace'] })
  const { job, decision } = await pendingDeploy(push, 'stg')
  github.people.bypassReview({ runId: job.run.id, environment: 'stg' })
  expect(await decision).toEqual({ approved: true })
  expect(github.people.approvals(job.run.id)).toEqual([])
})

test('the wait timer passes on the clock', async () => {
  waited = []
  github.people.setEnvironment(REPOSITORY, 'slow', { waitMinutes: 30 })
  expect(await github.platform.awaitEnvironment(deploy(push, 'slow'), never)).toEqual({ approved: true })
  expect(waited).toEqual([1_800_000])
})

test('a job reads the protection of its environment, and a missing one is not found', async () => {
  const octokit = await octokitOf(github, startJob(github, push, { permissions }))
  const { data } = await octokit.rest.repos.getEnvironment({ ...PLACE, environment_name: 'prod' })
  expect(data).toMatchObject({
    name: 'prod',
    can_admins_bypass: false,
    deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    protection_rules: [
      {
        type: 'required_reviewers',
        prevent_self_review: true,
        reviewers: [{ type: 'User', reviewer: { login: 'grace' } }, { reviewer: { login: 'ada' } }]
      },
      { type: 'branch_policy' }
    ]
  })
  const policies = await octokit.rest.repos.listDeploymentBranchPolicies({
    ...PLACE,
    environment_name: 'prod'
  })
  expect(policies.data.branch_policies.map((one) => one.name)).toEqual(['main', 'release/*'])
  await expect(
    octokit.rest.repos.getEnvironment({ ...PLACE, environment_name: 'none' })
  ).rejects.toMatchObject({ status: 404 })
})

test('a run shows its attempts and jobs', async () => {
  const job = startJob(github, push, { permissions })
  github.platform.runChanged({ ...job.run, attempt: 2 }, 'in_progress')
  const octokit = await octokitOf(github, job)
  const place = { ...PLACE, run_id: job.run.id }
  const now = await octokit.rest.actions.getWorkflowRun(place)
  expect(now.data).toMatchObject({
    run_attempt: 2,
    event: 'push',
    head_branch: 'main',
    head_sha: push.sha,
    actor: { login: 'ada' }
  })
  const first = await octokit.rest.actions.getWorkflowRunAttempt({ ...place, attempt_number: 1 })
  expect(first.data).toMatchObject({
    run_attempt: 1,
    path: '.github/workflows/plan.yml',
    status: 'in_progress'
  })
  const jobs = await octokit.rest.actions.listJobsForWorkflowRun({ ...place, filter: 'all' })
  expect(jobs.data.jobs.map((one) => one.id)).toEqual([job.id])
})
