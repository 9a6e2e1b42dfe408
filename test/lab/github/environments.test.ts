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

test('an environment that nobody made is made without protection [docs: deployments-and-environments#environments]', async () => {
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

test('only protected branches deploy where the rule says so, once there is one [docs: deployments-and-environments#deployment-branches-and-tags]', async () => {
  github.people.setEnvironment(REPOSITORY, 'guarded', { protectedBranches: true })
  const before = await github.platform.awaitEnvironment(deploy(push, 'guarded'), never)
  github.people.protectBranch(REPOSITORY, 'stable')
  const after = await github.platform.awaitEnvironment(deploy(push, 'guarded'), never)
  expect([before.approved, after.approved]).toEqual([true, false])
})

test('a job waits for a reviewer, who is neither its author nor a stranger [docs: deployments-and-environments#required-reviewers]', async () => {
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

test('a reviewer sees over REST what waits, and rejects it there [docs: rest/actions/workflow-runs]', async () => {
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

test('one review covers the jobs that wait together, and a canceled run waits no more [docs: deployments-and-environments#required-reviewers]', async () => {
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

test('an administrator bypasses where the rules allow it, and leaves no approval [docs: deployments-and-environments#allow-administrators-to-bypass-configured-protection-rules]', async () => {
  github.people.setEnvironment(REPOSITORY, 'stg', { reviewers: ['grace'] })
  const { job, decision } = await pendingDeploy(push, 'stg')
  github.people.bypassReview({ runId: job.run.id, environment: 'stg' })
  expect(await decision).toEqual({ approved: true })
  expect(github.people.approvals(job.run.id)).toEqual([])
})

test('a member of a team that reviews may approve, and nobody beside it [docs: deployments-and-environments#required-reviewers]', async () => {
  github.people.setTeam('acme/operators', ['Grace'])
  github.people.setEnvironment(REPOSITORY, 'team', { reviewers: ['acme/operators'] })
  const { job, decision } = await pendingDeploy(push, 'team')
  const octokit = octokitOfPerson(github, 'mallory')
  const { data } = await octokit.rest.actions.getPendingDeploymentsForRun({ ...PLACE, run_id: job.run.id })
  expect(data).toMatchObject([
    {
      current_user_can_approve: false,
      reviewers: [{ type: 'Team', reviewer: { slug: 'operators', members_url: expect.any(String) } }]
    }
  ])
  const review = { runId: job.run.id, environment: 'team', state: 'approved', comment: '' } as const
  expect(() => github.people.review({ ...review, user: 'mallory' })).toThrow('is not a required reviewer')
  github.people.review({ ...review, user: 'grace' })
  expect(await decision).toEqual({ approved: true })
  expect(() => github.people.review({ ...review, user: 'grace' })).toThrow(
    `Run ${job.run.id} does not wait for the environment team.`
  )
})

test('approvals tell neither attempt nor time, and those of earlier attempts stay [docs: rest/actions/workflow-runs]', async () => {
  const { job, decision } = await pendingDeploy(push, 'prod')
  const review = { runId: job.run.id, environment: 'prod', state: 'approved', user: 'grace' } as const
  github.people.review({ ...review, comment: 'First' })
  await decision
  github.platform.runChanged({ ...job.run, attempt: 2 }, 'in_progress')
  const octokit = await octokitOf(github, job)
  const approvals = await octokit.rest.actions.getReviewsForRun({ ...PLACE, run_id: job.run.id })
  expect(approvals.data.map((one) => [one.comment, Object.keys(one).toSorted()])).toEqual([
    ['First', ['comment', 'environments', 'state', 'user']]
  ])
})

test('a failed job that is run again passes by the rules that it passed before, without a new review [docs: re-run-workflows-and-jobs]', async () => {
  const job = { ...deploy(push, 'prod'), admitted: true as const }
  expect(await github.platform.awaitEnvironment(job, never)).toEqual({ approved: true })
  expect(github.people.approvals(job.run.id)).toEqual([])
})

test('who runs a run again may not review it where self-reviews are prevented [docs: deployments-and-environments#required-reviewers]', async () => {
  const first = deploy(push, 'prod')
  const run = { ...first.run, attempt: 2, triggeringActor: 'grace' }
  github.platform.runChanged(run, 'in_progress')
  const decision = github.platform.awaitEnvironment({ ...first, run }, never)
  const review = { runId: run.id, environment: 'prod', state: 'approved', comment: '' } as const
  expect(() => github.people.review({ ...review, user: 'grace' })).toThrow('grace started run')
  github.people.review({ ...review, user: 'ada' })
  expect(await decision).toEqual({ approved: true })
})
