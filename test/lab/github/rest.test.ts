import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { Permissions, WorkflowEvent } from '../../../lab/runner/ports.ts'
import {
  closeWithoutDefects,
  type Octokit,
  octokitOf,
  octokitOfPerson,
  openPull,
  PLACE,
  REPOSITORY,
  startJob,
  startWithRepository
} from './fixture.ts'

let github: GitHubServer
let number: number
let event: WorkflowEvent
beforeAll(async () => {
  github = await startWithRepository()
  ;({ number, event } = await openPull(github))
})
afterAll(() => closeWithoutDefects(github))

const as = (permissions: Permissions): Promise<Octokit> =>
  octokitOf(github, startJob(github, event, { permissions }))
const get = (path: string, authorization?: string): Promise<Response> =>
  fetch(`${github.url}${path}`, authorization === undefined ? {} : { headers: { authorization } })

test('a job comments as github-actions[bot], and finds and changes its comment', async () => {
  const octokit = await as({ 'pull-requests': 'write' })
  const place = { ...PLACE, issue_number: number }
  const written = await octokit.rest.issues.createComment({ ...place, body: 'First' })
  expect(written.data).toMatchObject({ body: 'First', user: { login: 'github-actions[bot]', type: 'Bot' } })
  const { id } = written.data
  await octokit.rest.issues.updateComment({ ...PLACE, comment_id: id, body: 'Second' })
  github.people.comment({ repository: REPOSITORY, number, user: 'mallory', body: 'Other' })
  const { data } = await octokit.rest.issues.listComments(place)
  expect(data.map((one) => [one.user?.login, one.body])).toEqual([
    ['github-actions[bot]', 'Second'],
    ['mallory', 'Other']
  ])
  expect(github.people.comments(REPOSITORY, number)).toHaveLength(2)
  await octokit.rest.issues.deleteComment({ ...PLACE, comment_id: id })
  await expect(octokit.rest.issues.getComment({ ...PLACE, comment_id: id })).rejects.toMatchObject({
    status: 404
  })
})

test('a comment holds 65,536 characters, whatever their bytes, and not one more [docs: rest/issues/comments]', async () => {
  const octokit = await as({ 'pull-requests': 'write' })
  const place = { ...PLACE, issue_number: number }
  const { data } = await octokit.rest.issues.createComment({ ...place, body: '😀'.repeat(65_536) })
  expect(data.id).toBeGreaterThan(0)
  await expect(
    octokit.rest.issues.createComment({ ...place, body: 'x'.repeat(65_537) })
  ).rejects.toMatchObject({
    status: 422,
    response: {
      data: {
        message: 'Validation Failed',
        errors: [
          {
            resource: 'IssueComment',
            code: 'unprocessable',
            field: 'data',
            message: 'Body is too long (maximum is 65536 characters)'
          }
        ]
      }
    }
  })
})

const comment = (octokit: Octokit) =>
  octokit.rest.issues.createComment({ ...PLACE, issue_number: number, body: 'Hi' })
const check = (octokit: Octokit) =>
  octokit.rest.checks.create({ ...PLACE, name: 'x', head_sha: event.sha, conclusion: 'success' })
const pull = (octokit: Octokit) => octokit.rest.pulls.get({ ...PLACE, pull_number: number })
const repository = (octokit: Octokit) => octokit.rest.repos.get(PLACE)

const granted = { status: 201 }
const refused = {
  status: 403,
  response: { data: { message: 'Resource not accessible by integration', status: '403' } }
}

test.each([
  { what: 'comment with issues: write', permissions: { issues: 'write' }, ask: comment, answer: granted },
  {
    what: 'comment with pull-requests: read',
    permissions: { 'pull-requests': 'read' },
    ask: comment,
    answer: refused
  },
  { what: 'comment without permissions', permissions: {}, ask: comment, answer: refused },
  {
    what: 'create a check run with checks: write',
    permissions: { checks: 'write' },
    ask: check,
    answer: granted
  },
  {
    what: 'create a check run with checks: read',
    permissions: { checks: 'read' },
    ask: check,
    answer: refused
  },
  {
    what: 'read the pull request with contents: read',
    permissions: { contents: 'read' },
    ask: pull,
    answer: refused
  },
  {
    what: 'read the pull request with pull-requests: read',
    permissions: { 'pull-requests': 'read' },
    ask: pull,
    answer: { status: 200 }
  },
  {
    what: 'read the repository without permissions',
    permissions: {},
    ask: repository,
    answer: { status: 200 }
  }
] as const)('a job may, or may not, $what', async ({ permissions, ask, answer }) => {
  expect(await ask(await as(permissions)).catch((error: unknown) => error)).toMatchObject(answer)
})

test('every operation that writes needs a write permission, and every one of Actions a permission', () => {
  const writes = github.operations.filter((one) => !one.operation.startsWith('GET '))
  expect(writes.length).toBeGreaterThan(5)
  expect(
    writes.filter((one) => one.needs.length === 0 || one.needs.some((need) => need.level !== 'write'))
  ).toEqual([])
  const open = github.operations.filter((one) => one.needs.length === 0).map((one) => one.operation)
  expect(open).toEqual(['GET /repos/{owner}/{repo}', 'GET /users/{username}', 'GET /user', 'GET /rate_limit'])
})

test("the token of a fork's or Dependabot's pull request only reads [docs: workflow-syntax#permissions]", async () => {
  const untrusted: WorkflowEvent = { ...event, actor: 'dependabot[bot]' }
  const asked = { 'pull-requests': 'write', 'id-token': 'write' } as const
  const job = startJob(github, untrusted, { permissions: asked })
  const octokit = await octokitOf(github, job)
  expect((await pull(octokit)).status).toBe(200)
  await expect(comment(octokit)).rejects.toMatchObject({ status: 403 })
  expect((await github.platform.credentials(job)).stepEnv).toEqual({})
  github.people.setSecret(REPOSITORY, 'SEAL_KEY', 'value')
  expect(github.platform.settings(REPOSITORY, untrusted).secrets).toEqual({})
  expect(github.platform.settings(REPOSITORY, event).secrets).toEqual({ SEAL_KEY: 'value' })
})

test('a token is bad when nobody gave it, and when its job has ended [docs: use-github_token]', async () => {
  expect((await get('/repos/acme/platform')).status).toBe(401)
  const stranger = await get('/repos/acme/platform', 'token ghs_stranger')
  expect(stranger.status).toBe(401)
  expect(await stranger.json()).toMatchObject({ message: 'Bad credentials' })
  const job = startJob(github, event)
  const { token } = await github.platform.credentials(job)
  expect((await get('/repos/acme/platform', `Bearer ${token}`)).status).toBe(200)
  github.platform.revoke(job)
  expect((await get('/repos/acme/platform', `Bearer ${token}`)).status).toBe(401)
})

test('an operation that the lab does not have is refused by name', async () => {
  const octokit = octokitOfPerson(github, 'ada')
  await expect(octokit.request('PUT /repos/acme/platform/actions/permissions')).rejects.toThrow(
    "The lab's GitHub does not have the operation PUT /repos/acme/platform/actions/permissions."
  )
})

test('lists come in pages that link to each other [docs: rest/using-the-rest-api/using-pagination-in-the-rest-api]', async () => {
  const opened = await openPull(github, 'talkative')
  for (let at = 1; at <= 5; at += 1) {
    github.people.comment({ repository: REPOSITORY, number: opened.number, user: 'ada', body: `${at}` })
  }
  const octokit = octokitOfPerson(github, 'ada')
  const place = { ...PLACE, issue_number: opened.number, per_page: 2 }
  const middle = await octokit.rest.issues.listComments({ ...place, page: 2 })
  const address = `<${github.url}/repos/acme/platform/issues/${opened.number}/comments?per_page=2&page=`
  expect(middle.headers.link).toBe(
    `${address}1>; rel="prev", ${address}3>; rel="next", ${address}3>; rel="last", ${address}1>; rel="first"`
  )
  const all = await octokit.paginate(octokit.rest.issues.listComments, place)
  expect(all.map((one) => one.body)).toEqual(['1', '2', '3', '4', '5'])
})

test('the journal tells who asked for what, and what a write sent', async () => {
  const octokit = await as({ 'pull-requests': 'write' })
  await octokit.rest.issues.createComment({ ...PLACE, issue_number: number, body: 'For the journal' })
  expect(github.journal().at(-1)).toMatchObject({
    method: 'POST',
    path: `/repos/acme/platform/issues/${number}/comments`,
    status: 201,
    job: 'plan / plan (acme)',
    login: 'github-actions[bot]',
    body: { body: 'For the journal' }
  })
})

test('a client that dies in the middle of a request does no harm', async () => {
  const { hostname, port } = new URL(github.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(
    'POST /repos/acme/platform/check-runs HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"name"'
  )
  socket.destroy()
  await once(socket, 'close')
  expect((await get('/rate_limit', `token ${github.people.tokenFor('ada')}`)).status).toBe(200)
})

test('a run shows its attempts and jobs', async () => {
  const job = startJob(github, event, { permissions: { actions: 'read' } })
  github.platform.runChanged({ ...job.run, attempt: 2 }, 'in_progress')
  const octokit = await octokitOf(github, job)
  const place = { ...PLACE, run_id: job.run.id }
  const now = await octokit.rest.actions.getWorkflowRun(place)
  expect(now.data).toMatchObject({
    run_attempt: 2,
    event: 'pull_request',
    head_branch: 'change',
    head_sha: github.people.pullRequest(REPOSITORY, number)?.headSha,
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
