import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { Job, WorkflowEvent } from '../../../lab/runner/ports.ts'
import {
  closeWithoutDefects,
  octokitOf,
  octokitOfPerson,
  PLACE,
  REPOSITORY,
  startJob,
  startWithRepository
} from './fixture.ts'

type Sleeper = Readonly<{ ms: number; wake: () => void }>

let github: GitHubServer
let push: WorkflowEvent
let sleepers: Sleeper[] = []
let now = Date.UTC(2026, 10, 1)
beforeAll(async () => {
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      sleepers.push({ ms, wake: resolve })
      signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
  github = await startWithRepository({ clock: { now: () => now, sleep } })
  push = (
    await github.people.pushCommit({
      repository: REPOSITORY,
      branch: 'main',
      files: {},
      message: 'Go',
      author: 'ada'
    })
  ).event
  github.people.setEnvironment(REPOSITORY, 'slow', { waitMinutes: 30 })
  github.people.setEnvironment(REPOSITORY, 'both', { waitMinutes: 30, reviewers: ['grace'] })
})
afterAll(() => closeWithoutDefects(github))

const never = new AbortController().signal
const deploy = (environment: string): Job => startJob(github, push, { environment })

/** Starts a deployment that waits; its state can be looked at without waiting for it. */
function waitFor(job: Job, signal = never) {
  sleepers = []
  const decision = github.platform.awaitEnvironment(job, signal)
  const state = async () => Promise.race([decision, Promise.resolve('waiting')])
  return { decision, state }
}

const pending = async (job: Job) => {
  const octokit = octokitOfPerson(github, 'grace')
  return (await octokit.rest.actions.getPendingDeploymentsForRun({ ...PLACE, run_id: job.run.id })).data
}

test('the timer passes on the clock, and the run shows meanwhile what it waits for [docs: deployments-and-environments#wait-timer]', async () => {
  const job = deploy('slow')
  const { decision } = waitFor(job)
  expect(await pending(job)).toMatchObject([
    { environment: { name: 'slow' }, wait_timer: 30, current_user_can_approve: false, reviewers: [] }
  ])
  expect(sleepers.map((one) => one.ms)).toEqual([1_800_000])
  sleepers[0]?.wake()
  expect(await decision).toEqual({ approved: true })
  expect(await pending(job)).toEqual([])
})

test('an approved job still waits for its timer, and one whose timer is over for its review [docs: deployments-and-environments#wait-timer]', async () => {
  const approved = deploy('both')
  const first = waitFor(approved)
  const review = { environment: 'both', state: 'approved', comment: '', user: 'grace' } as const
  github.people.review({ ...review, runId: approved.run.id })
  expect(await first.state()).toBe('waiting')
  expect(() => github.people.review({ ...review, runId: approved.run.id })).toThrow(
    `The environment both of run ${approved.run.id} has been reviewed already.`
  )
  sleepers[0]?.wake()
  expect(await first.decision).toEqual({ approved: true })

  const late = deploy('both')
  const second = waitFor(late)
  sleepers[0]?.wake()
  expect(await second.state()).toBe('waiting')
  github.people.review({ ...review, runId: late.run.id })
  expect(await second.decision).toEqual({ approved: true })
})

test("an administrator's bypass ends the timer too, and a rejection does not wait for it", async () => {
  const bypassed = deploy('both')
  const first = waitFor(bypassed)
  github.people.bypassReview({ runId: bypassed.run.id, environment: 'both' })
  expect(await first.decision).toEqual({ approved: true })
  expect(github.people.approvals(bypassed.run.id)).toEqual([])

  const rejected = deploy('both')
  const second = waitFor(rejected)
  const verdict = { environment: 'both', state: 'rejected', comment: 'No', user: 'grace' } as const
  github.people.review({ ...verdict, runId: rejected.run.id })
  expect(await second.decision).toMatchObject({ approved: false })
})

test('a job that nobody reviews in 30 days fails [docs: limits#existing-system-limits]', async () => {
  const job = deploy('both')
  const { decision } = waitFor(job)
  now += 30 * 86_400_000 + 1000
  const review = { environment: 'both', state: 'approved', comment: '', user: 'grace' } as const
  expect(() => github.people.review({ ...review, runId: job.run.id })).toThrow('for more than 30 days')
  expect(await decision).toMatchObject({ approved: false })
  expect(github.people.approvals(job.run.id)).toEqual([])
})

test('a timer may be longer than what one timer of the machine counts [docs: deployments-and-environments#wait-timer]', async () => {
  github.people.setEnvironment(REPOSITORY, 'month', { waitMinutes: 43_200 })
  const { decision } = waitFor(deploy('month'))
  sleepers[0]?.wake()
  await new Promise((resolve) => setImmediate(resolve))
  sleepers[1]?.wake()
  expect(await decision).toEqual({ approved: true })
  expect(sleepers.reduce((sum, { ms }) => sum + ms, 0)).toBe(43_200 * 60_000)
})

test('a canceled run stops waiting for its timer', async () => {
  const controller = new AbortController()
  const job = deploy('slow')
  const { decision } = waitFor(job, controller.signal)
  controller.abort()
  const canceled = { approved: false, reason: 'The run was canceled.' }
  expect(await decision).toEqual(canceled)
  expect(await pending(job)).toEqual([])
  expect(await github.platform.awaitEnvironment(deploy('slow'), controller.signal)).toEqual(canceled)
})

test('a review names environments that the run waits for, and at least one [docs: rest/actions/workflow-runs]', async () => {
  github.people.setEnvironment(REPOSITORY, 'asked', { reviewers: ['grace'] })
  github.people.setEnvironment(REPOSITORY, 'idle', { reviewers: ['grace'] })
  const job = deploy('asked')
  const { decision } = waitFor(job)
  const grace = octokitOfPerson(github, 'grace')
  const { data } = await grace.rest.repos.getAllEnvironments(PLACE)
  const idOf = (name: string) => data.environments?.find((one) => one.name === name)?.id ?? 0
  const review = (...environment_ids: number[]) =>
    grace.rest.actions.reviewPendingDeploymentsForRun({
      ...PLACE,
      run_id: job.run.id,
      environment_ids,
      state: 'approved',
      comment: ''
    })
  for (const ids of [[], [424_242], [idOf('idle')], [idOf('asked'), idOf('idle')]]) {
    await expect(review(...ids)).rejects.toMatchObject({ status: 422 })
  }
  expect((await review(idOf('asked'))).data).toMatchObject([{ environment: 'asked' }])
  expect(await decision).toEqual({ approved: true })
})

test('the settings take up to six reviewers and a wait of thirty days [docs: deployments-and-environments#required-reviewers]', () => {
  const set = (rules: Parameters<typeof github.people.setEnvironment>[2]) => () =>
    github.people.setEnvironment(REPOSITORY, 'limits', rules)
  expect(set({ reviewers: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })).toThrow('can have 6 reviewers, not 7')
  expect(set({ waitMinutes: 43_201 })).toThrow('can wait up to 43200 minutes')
})

test('a job reads the protection of its environment, and a missing one is not found [docs: rest/deployments/environments]', async () => {
  github.people.setEnvironment(REPOSITORY, 'prod', {
    reviewers: ['grace', 'ada'],
    preventSelfReview: true,
    branches: ['main', 'release/*'],
    canAdminsBypass: false
  })
  const octokit = await octokitOf(github, startJob(github, push, { permissions: { actions: 'read' } }))
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
