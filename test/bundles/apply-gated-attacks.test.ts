/** apply-gated's bundle, attacked through what GitHub really keeps: artifacts, reviews, environments, events. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { GitHubServer } from '../../lab/github/server.ts'
import type { Job, WorkflowEvent } from '../../lab/runner/ports.ts'
import { KEY } from '../fakes/plan-text.ts'
import {
  closeWithoutDefects,
  openPull,
  REPOSITORY,
  startJob,
  startWithRepository
} from '../lab/github/fixture.ts'
import { approve, DIGEST, ENVIRONMENT, type Ran, runAs, sendPlan, type Sent, waitFor } from './gated-job.ts'

type Strings = Readonly<Record<string, string>>

let github: GitHubServer
let push: WorkflowEvent
let forked: WorkflowEvent

beforeAll(async () => {
  // The artifact client tells the log every step.
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  github = await startWithRepository()
  const { people } = github
  const { number } = await openPull(github)
  push = (await people.mergePullRequest({ repository: REPOSITORY, number, by: 'ada', method: 'merge' })).event
  const fork = await people.fork({ repository: REPOSITORY, owner: 'mallory' })
  await people.pushCommit({
    repository: fork,
    branch: 'main',
    files: { 'main.tf': 'terraform {} # mine\n' },
    message: 'Mine',
    author: 'mallory'
  })
  forked = (
    await people.openPullRequest({
      repository: REPOSITORY,
      fork,
      head: 'main',
      base: 'main',
      title: 'Mine',
      author: 'mallory'
    })
  ).event
  people.setEnvironment(REPOSITORY, ENVIRONMENT, {
    reviewers: ['grace', 'ada'],
    branches: ['main'],
    canAdminsBypass: true
  })
})
afterAll(async () => {
  jest.restoreAllMocks()
  await closeWithoutDefects(github)
})

const PERMISSIONS = { actions: 'read', contents: 'read', 'pull-requests': 'write' } as const

const deploy = (
  event: WorkflowEvent = push,
  facts: Readonly<{ attempt?: number; environment?: string }> = {}
): Job => startJob(github, event, { permissions: PERMISSIONS, environment: ENVIRONMENT, ...facts })

const apply = (job: Job, sent: Sent, inputs: Strings = {}): Promise<Ran> => applyIn(job, { sent, inputs })

type Given = Readonly<{ sent: Sent; inputs?: Strings; env?: Strings }>

const applyIn = (job: Job, { sent, inputs = {}, env = {} }: Given): Promise<Ran> =>
  runAs(github, job, {
    action: 'apply-gated',
    inputs: {
      stack: 'net',
      environment: ENVIRONMENT,
      digest: DIGEST,
      'artifact-id': String(sent.id),
      'artifact-digest': sent.digest,
      'seal-key': KEY.toString('base64'),
      ...inputs
    },
    env
  })

/** Red for this reason, Terraform has changed nothing, and the log holds neither key nor token. */
function expectRefused(ran: Ran, reason: string): void {
  expect(ran.log).toContain(reason)
  expect(ran.code).toBe(1)
  expect(ran.terraform).not.toContain('apply')
  expect(ran.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(KEY.toString('base64'))
  expect(`${ran.summary}${ran.outputs}`).not.toContain(KEY.toString('base64'))
}

test('what was sealed in this run and approved by another person is applied', async () => {
  const job = deploy()
  const sent = await sendPlan(github, job)
  await approve(github, job)
  const ran = await apply(job, sent)
  expect(ran.log).toContain('Approved by grace')
  expect({ code: ran.code, terraform: ran.terraform }).toEqual({
    code: 0,
    terraform: ['version', 'init', 'show', 'apply', 'output']
  })
})

test('an artifact of the same name from another run is refused', async () => {
  const [job, other] = [deploy(), deploy()]
  const sent = await sendPlan(github, other)
  await approve(github, job)
  expectRefused(await apply(job, sent), `artifact-mismatch): Artifact 'plan-net-1' is of run ${other.run.id}`)
})

test('a plan that was sealed in an earlier attempt does not pass under the name of a later one', async () => {
  const job = deploy(push, { attempt: 2 })
  const sent = await sendPlan(github, job, { name: 'plan-net-2' })
  await approve(github, job)
  expectRefused(await apply(job, sent), 'artifact-mismatch): The plan was sealed for attempt')
})

test.each([
  ['another stack', { stack: 'other' }, 'artifact-mismatch): The plan was sealed for stack'],
  ['another repository', { repositoryId: '1' }, 'artifact-mismatch): The plan was sealed for repository'],
  ['another run', { runId: 1 }, 'artifact-mismatch): The plan was sealed for run'],
  [
    'another folder',
    { workingDirectory: 'infra' },
    'artifact-mismatch): The plan was sealed for working directory'
  ],
  ['another commit', { commit: '0'.repeat(40) }, 'commit-mismatch)'],
  ['another digest', { digest: '0'.repeat(64) }, 'plan-changed)']
])('a plan that was sealed for %s is refused', async (_what, header, reason) => {
  const job = deploy()
  const sent = await sendPlan(github, job, { header })
  await approve(github, job)
  expectRefused(await apply(job, sent), reason)
})

test('a plan that was sealed with another key is refused', async () => {
  const job = deploy()
  const sent = await sendPlan(github, job, { key: Buffer.alloc(32, 8) })
  await approve(github, job)
  expectRefused(await apply(job, sent), 'seal-mismatch)')
})

const dispatched = (confirm: string, actor = 'grace'): Promise<WorkflowEvent> =>
  github.people.dispatch({
    repository: REPOSITORY,
    workflow: '.github/workflows/plan.yml',
    ref: 'main',
    inputs: { confirm },
    actor
  })

test('a plan from a fork’s run is refused, though its branch is called main', async () => {
  const sent = await sendPlan(github, startJob(github, forked))
  const job = deploy(await dispatched(DIGEST.slice(0, 8)))
  expectRefused(await apply(job, sent, { gate: 'dispatch' }), 'made from another repository (a fork)')
})

test.each([
  ['a wrong digest', ['deadbeef', 'grace'], 'not-approved)'],
  ['too short a digest', [DIGEST.slice(0, 7), 'grace'], 'not-approved)'],
  ['nothing', ['', 'grace'], 'not-approved)'],
  ['something that ends in the digest', [`x ${DIGEST}`, 'grace'], 'not-approved)'],
  ['the digest, as its author,', [DIGEST, 'ada'], 'self-approved)']
])('whoever types %s starts no apply', async (_what, [typed = '', actor], reason) => {
  const job = deploy(await dispatched(typed, actor))
  const sent = await sendPlan(github, job)
  expectRefused(await apply(job, sent, { gate: 'dispatch' }), reason)
})

test('a digest that the workflow types for the person counts for nothing', async () => {
  const job = deploy(await dispatched(''))
  const sent = await sendPlan(github, job)
  expectRefused(await apply(job, sent, { gate: 'dispatch', confirm: DIGEST }), 'not-approved)')
})

test('nobody’s review, which an administrator skipped, is no approval', async () => {
  const job = deploy()
  const sent = await sendPlan(github, job)
  await waitFor(github, job, () =>
    github.people.bypassReview({ runId: job.run.id, environment: ENVIRONMENT })
  )
  expectRefused(await apply(job, sent), 'not-approved)')
})

test('the author’s approval is refused', async () => {
  const job = deploy()
  const sent = await sendPlan(github, job)
  await approve(github, job, 'ada')
  expectRefused(await apply(job, sent), 'self-approved)')
})

test('an approval of an earlier attempt does not count for who runs it again', async () => {
  const job = deploy()
  const sent = await sendPlan(github, job)
  await approve(github, job)
  const again = { ...job, run: { ...job.run, attempt: 2, triggeringActor: 'grace' } }
  github.platform.runChanged(again.run, 'in_progress')
  expectRefused(await apply(again, sent), 'self-approved)')
})

test('an environment’s name in other letters is the same gate, and one letter off is none', async () => {
  const job = deploy()
  const sent = await sendPlan(github, job)
  expectRefused(await apply(job, sent, { environment: 'PROD' }), 'not-approved)')
  expectRefused(await apply(job, sent, { environment: 'prods' }), 'unprotected-environment)')
})

test.each([
  ['no reviewers', { branches: ['main'] }],
  ['no branch rule', { reviewers: ['grace'] }]
])('an environment with %s is refused', async (_what, rules) => {
  github.people.setEnvironment(REPOSITORY, 'open', rules)
  const job = deploy(push, { environment: 'open' })
  const sent = await sendPlan(github, job)
  expectRefused(await apply(job, sent, { environment: 'open' }), 'unprotected-environment)')
})

test.each<[string, string, Readonly<{ env?: Strings; inputs?: Strings }>]>([
  ['TF_WORKSPACE', 'TF_WORKSPACE is set', { env: { TF_WORKSPACE: 'x' } }],
  ['TF_CLI_ARGS_apply', 'TF_CLI_ARGS_apply is set', { env: { TF_CLI_ARGS_apply: '-var a=b' } }],
  ['TF_LOG', 'TF_LOG is set', { env: { TF_LOG: 'trace' } }],
  ['an access key', "sets 'access_key'", { inputs: { 'backend-config': 'access_key=AKIAPLANTEDMARKER' } }],
  ['a folder outside', "Input 'working-directory'", { inputs: { 'working-directory': '../x' } }]
])('%s is refused before anything is asked of GitHub', async (_what, words, given) => {
  const asked = github.journal().length
  const ran = await applyIn(deploy(), { sent: { id: 1, digest: '0'.repeat(64) }, ...given })
  expectRefused(ran, words)
  expect(ran.log).not.toContain('PLANTEDMARKER')
  expect(ran.terraform).toEqual([])
  expect(github.journal().length).toBe(asked)
})
