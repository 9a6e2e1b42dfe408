import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readDescription } from '../../../lab/github/description.ts'
import type { GitHubServer } from '../../../lab/github/server.ts'
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
let number: number
let ids: Readonly<Record<string, string | number>>

/** One of everything that an operation can be asked for. */
beforeAll(async () => {
  github = await startWithRepository()
  const { people, platform } = github
  const opened = await openPull(github)
  ;({ number } = opened)
  people.setTeam('acme/operators', ['grace'])
  const reviewers = ['ada', 'acme/operators']
  people.setEnvironment(REPOSITORY, 'prod', { reviewers, waitMinutes: 1, branches: ['main'], tags: ['v*'] })
  people.setEnvironment(REPOSITORY, 'open', {})
  people.reviewPullRequest({ repository: REPOSITORY, number, user: 'grace', state: 'APPROVED', body: '' })
  people.comment({ repository: REPOSITORY, number, user: 'ada', body: 'Hello' })
  const permissions = { checks: 'write', statuses: 'write' } as const
  const job = startJob(github, opened.event, { permissions, environment: 'open' })
  await platform.awaitEnvironment(job, new AbortController().signal)
  const octokit = await octokitOf(github, job)
  const { data } = await octokit.rest.checks.create({
    ...PLACE,
    name: 'check',
    head_sha: 'refs/heads/change'
  })
  await octokit.rest.repos.createCommitStatus({ ...PLACE, sha: data.head_sha, state: 'pending' })
  const reader = octokitOfPerson(github, 'ada')
  const tree = await reader.rest.git.getTree({ ...PLACE, tree_sha: 'main' })
  const deployments = await reader.rest.repos.listDeployments(PLACE)
  ids = {
    ...PLACE,
    username: 'ada',
    issue_number: number,
    pull_number: number,
    comment_id: people.comments(REPOSITORY, number)[0]?.id ?? 0,
    ref: data.head_sha,
    commit_sha: data.head_sha,
    check_run_id: data.id,
    environment_name: 'prod',
    deployment_id: deployments.data[0]?.id ?? 0,
    run_id: job.run.id,
    attempt_number: 1,
    branch: 'main',
    tree_sha: tree.data.sha,
    path: 'main.tf'
  }
})
afterAll(() => closeWithoutDefects(github))

const fill = (path: string): string =>
  path
    .replace('/git/ref/{ref+}', '/git/ref/heads/main')
    .replace(/\{(\w+)\+?\}/g, (_, name: string) => String(ids[name] ?? `no ${name}`))

test('every answer of every operation that reads is as GitHub describes it', async () => {
  const reads = github.operations
    .map(({ operation }) => operation)
    .filter((operation) => operation.startsWith('GET ') && !operation.includes('{artifact_id}'))
  const ada = octokitOfPerson(github, 'ada')
  const answers = await Promise.all(
    reads.map(async (operation) => [operation, (await ada.request(fill(operation))).status])
  )
  expect(answers).toEqual(reads.map((operation) => [operation, 200]))
  expect(reads.length).toBeGreaterThan(30)
})

test.each([
  ['POST /issues/1/comments', {}, `"body" wasn't supplied.`],
  ['POST /issues/1/comments', { body: 1 }, `For 'properties/body', 1 is not a string.`],
  ['POST /issues/1/comments', { body: null }, `For 'properties/body', nil is not a string.`],
  ['POST /check-runs', { name: 'x' }, `"head_sha" wasn't supplied.`],
  [
    'POST /check-runs',
    { name: 'x', head_sha: 'main', output: { summary: 's' } },
    `"output/title" wasn't supplied.`
  ],
  [
    'POST /statuses/main',
    { state: 'done' },
    `For 'properties/state', "done" is not a member of ["error","failure","pending","success"].`
  ],
  [
    'POST /actions/runs/1/pending_deployments',
    { environment_ids: '7', state: 'approved', comment: '' },
    `For 'properties/environment_ids', "7" is not an array.`
  ]
])("%s with %j is refused by the field, in GitHub's words", async (operation, body, sentence) => {
  const [method = '', path = ''] = operation.split(' ')
  const answer = await fetch(`${github.url}/repos/${REPOSITORY}${path}`, {
    method,
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${github.people.tokenFor('ada')}` }
  })
  expect(await answer.json()).toMatchObject({ message: `Invalid request.\n\n${sentence}`, status: '422' })
  expect(answer.status).toBe(422)
})

test.each([
  [
    '/pulls?state=bogus',
    422,
    `Invalid request.\n\nFor 'properties/state', "bogus" is not a member of ["open","closed","all"].`
  ],
  ['/pulls?per_page=many', 422, `Invalid request.\n\nFor 'properties/per_page', "many" is not an integer.`],
  [
    '/issues/1/comments?since=yesterday',
    422,
    `Invalid request.\n\nFor 'properties/since', "yesterday" must match format "date-time".`
  ],
  [
    '/actions/runs?created=2026-01-01T00:00:00Z',
    501,
    "The lab's GitHub does not know created in the query of GET /repos/{owner}/{repo}/actions/runs."
  ],
  ['/pulls?sort=popularity', 501, "The lab's GitHub does not sort pull requests by popularity."],
  ['/pulls?state=all&nonsense=1', 200, undefined],
  ['/actions/runs?status=success&actor=ada&event=push&branch=main&check_suite_id=1', 200, undefined],
  ['/deployments?sha=x&ref=y&environment=z', 200, undefined]
])('the query of %s is answered %d', async (path, status, message) => {
  const answer = await fetch(`${github.url}/repos/${REPOSITORY}${path}`, {
    headers: { authorization: `Bearer ${github.people.tokenFor('ada')}` }
  })
  expect([answer.status, ((await answer.json()) as { message?: string }).message]).toEqual([status, message])
})

test('a body that is no JSON object is a bad request', async () => {
  const send = async (body: string) => {
    const headers = { authorization: `Bearer ${github.people.tokenFor('ada')}` }
    const url = `${github.url}/repos/${REPOSITORY}/check-runs`
    const answer = await fetch(url, { method: 'POST', body, headers })
    return [answer.status, ((await answer.json()) as { message: string }).message]
  }
  expect(await send('{')).toEqual([400, 'Problems parsing JSON'])
  expect(await send('[]')).toEqual([400, 'Body should be a JSON object'])
})

test('an answer that GitHub would not give fails by its operation and field, and is remembered', async () => {
  const wrong = await startWithRepository()
  const { event } = await wrong.people.pushCommit({
    repository: REPOSITORY,
    branch: 'main',
    files: {},
    message: 'Go',
    author: 'ada'
  })
  const job = startJob(wrong, event)
  wrong.platform.jobChanged(job, 'completed', 'exploded' as 'failure')
  const defect =
    "GET /repos/{owner}/{repo}/check-runs/{check_run_id} answered 200 unlike GitHub's description: /conclusion must be equal to one of the allowed values."
  await expect(
    octokitOfPerson(wrong, 'ada').rest.checks.get({ ...PLACE, check_run_id: job.id })
  ).rejects.toMatchObject({
    status: 500,
    response: { data: { message: `The lab's GitHub is at fault: ${defect}` } }
  })
  expect(wrong.defects()).toEqual([defect])
  await wrong.close()
})

test('statuses that are no answers of an operation are defects; refusals need no description', () => {
  const { answerFaults } = readDescription()
  expect(answerFaults('GET /user', { status: 202 })).toEqual(['202 is no answer of GET /user'])
  expect(answerFaults('GET /user', { status: 500, body: 'anything' })).toEqual([])
})

test('an operation that the description lacks is said to be missing from it', () => {
  expect(() => readDescription().answerFaults('GET /nowhere', { status: 200 })).toThrow(
    'lab/github/openapi.json lacks GET /nowhere: cut it anew by scripts/openapi-subset.ts.'
  )
})
