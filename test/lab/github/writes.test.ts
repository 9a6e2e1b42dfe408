import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { Permissions, WorkflowEvent } from '../../../lab/runner/ports.ts'
import {
  closeWithoutDefects,
  type Octokit,
  octokitOf,
  octokitOfPerson,
  PLACE,
  REPOSITORY,
  startJob,
  startWithRepository
} from './fixture.ts'

const ALL: Permissions = { contents: 'write', 'pull-requests': 'write', issues: 'write' }
const BOT = 'github-actions[bot]'

let github: GitHubServer
let event: WorkflowEvent
let octokit: Octokit
let main: string
const raised: string[] = []
beforeAll(async () => {
  github = await startWithRepository()
  github.onEvent((one) => {
    raised.push(`${one.name} ${one.ref} ${one.actor}`)
    return Promise.resolve([])
  })
  const commit = { repository: REPOSITORY, branch: 'main', files: {}, message: 'Go', author: 'ada' }
  event = (await github.people.pushCommit(commit)).event
  main = (await github.people.commitOf(REPOSITORY, 'main')) ?? ''
  octokit = await octokitOf(github, startJob(github, event, { permissions: ALL }))
})
afterAll(() => closeWithoutDefects(github))

const text = (content: string): string => Buffer.from(content).toString('base64')
const failsWith = (status: number, message: string) => ({
  status,
  message: expect.stringContaining(message)
})

test('a branch is made once, moved forward, and elsewhere only by force', async () => {
  const { git } = octokit.rest
  const branch = { ...PLACE, ref: 'refs/heads/made', sha: main }
  expect((await git.createRef(branch)).data).toMatchObject({ ref: 'refs/heads/made', object: { sha: main } })
  await expect(git.createRef(branch)).rejects.toMatchObject(failsWith(422, 'Reference already exists'))
  await expect(git.createRef({ ...branch, ref: 'made' })).rejects.toMatchObject({ status: 422 })
  await expect(git.createRef({ ...branch, ref: 'refs/heads/x', sha: '1'.repeat(40) })).rejects.toMatchObject(
    failsWith(422, 'Object does not exist')
  )
  const write = { ...PLACE, path: 'a/b.txt', branch: 'made', message: 'Add', content: text('one\n') }
  const { data } = await octokit.rest.repos.createOrUpdateFileContents(write)
  const sha = data.commit.sha ?? ''
  const moved = { ...PLACE, ref: 'heads/made', sha: main }
  await expect(git.updateRef(moved)).rejects.toMatchObject(failsWith(422, 'Update is not a fast forward'))
  await git.updateRef({ ...moved, force: true })
  await git.updateRef({ ...moved, sha })
  expect(await github.people.commitOf(REPOSITORY, 'made')).toBe(sha)
  await expect(git.updateRef({ ...moved, ref: 'heads/none' })).rejects.toMatchObject(
    failsWith(422, 'Reference does not exist')
  )
})

test('a file is committed as whoever asks, and replaced only by who knows what it is', async () => {
  const { repos } = octokit.rest
  const write = { ...PLACE, path: 'c.txt', branch: 'made', message: 'Add', content: text('one\n') }
  const { data, status } = await repos.createOrUpdateFileContents(write)
  expect([status, data.commit.author?.name]).toEqual([201, BOT])
  await expect(repos.createOrUpdateFileContents(write)).rejects.toMatchObject(
    failsWith(422, '"sha" wasn\'t supplied')
  )
  await expect(repos.createOrUpdateFileContents({ ...write, sha: '1'.repeat(40) })).rejects.toMatchObject(
    failsWith(409, 'c.txt does not match')
  )
  const again = { ...write, sha: data.content?.sha ?? '', content: text('two\n') }
  expect((await repos.createOrUpdateFileContents(again)).status).toBe(200)
  const read = await repos.getContent({ ...PLACE, path: 'c.txt', ref: 'made' })
  expect(read.data).toMatchObject({ content: text('two\n'), encoding: 'base64' })
  await expect(
    repos.createOrUpdateFileContents({ ...write, branch: 'none', path: 'd' })
  ).rejects.toMatchObject({ status: 404 })
})

test('a file is removed only by who knows what it is', async () => {
  const { repos } = octokit.rest
  const place = { ...PLACE, path: 'gone.txt', branch: 'made' }
  const write = { ...place, message: 'Add', content: text('one\n') }
  const { data } = await repos.createOrUpdateFileContents(write)
  const removal = { ...place, message: 'Remove', sha: data.content?.sha ?? '' }
  await expect(repos.deleteFile({ ...removal, sha: '1'.repeat(40) })).rejects.toMatchObject(
    failsWith(409, 'gone.txt does not match')
  )
  expect((await repos.deleteFile(removal)).data).toMatchObject({
    content: null,
    commit: { message: 'Remove' }
  })
  await expect(repos.getContent({ ...place, ref: 'made' })).rejects.toMatchObject({ status: 404 })
  await expect(repos.deleteFile(removal)).rejects.toMatchObject({ status: 404 })
})

test('no permission lets a job change a workflow [docs: rest/repos/contents]', async () => {
  const path = '.github/workflows/plan.yml'
  const write = { ...PLACE, path, branch: 'made', message: 'Take over', content: text('on: push\n') }
  await expect(octokit.rest.repos.createOrUpdateFileContents(write)).rejects.toMatchObject(
    failsWith(403, 'Resource not accessible by integration')
  )
})

test('a job opens pull requests where the repository lets jobs do so, and no run comes of it [docs: events-that-trigger-workflows#pull_request; different: GitHub makes runs that wait for a person’s approval]', async () => {
  const wanted = { ...PLACE, head: 'made', base: 'main', title: 'Change', body: 'Please.' }
  await expect(octokit.rest.pulls.create(wanted)).rejects.toMatchObject(
    failsWith(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  )
  github.people.letJobsPropose(REPOSITORY)
  const { data } = await octokit.rest.pulls.create(wanted)
  expect(data).toMatchObject({ state: 'open', user: { login: BOT }, changed_files: 2, mergeable: true })
  await expect(octokit.rest.pulls.create(wanted)).rejects.toMatchObject(
    failsWith(422, 'A pull request already exists for acme:made.')
  )
  await expect(octokit.rest.pulls.create({ ...wanted, head: 'main' })).rejects.toMatchObject(
    failsWith(422, 'No commits between main and main')
  )
  await expect(octokit.rest.pulls.create({ ...wanted, head: 'none' })).rejects.toMatchObject({ status: 422 })
  expect(raised).toEqual([])
  const changed = await octokit.rest.pulls.update({ ...PLACE, pull_number: data.number, title: 'Other' })
  expect(changed.data.title).toBe('Other')
  await octokit.rest.git.deleteRef({ ...PLACE, ref: 'heads/made' })
  expect(github.people.pullRequest(REPOSITORY, data.number)?.state).toBe('closed')
})

test('what a person does by the API starts workflows', async () => {
  const { rest } = octokitOfPerson(github, 'grace')
  await rest.git.createRef({ ...PLACE, ref: 'refs/heads/hers', sha: main })
  const write = { ...PLACE, path: 'e', branch: 'hers', message: 'Add', content: text('e') }
  await rest.repos.createOrUpdateFileContents(write)
  await rest.pulls.create({ ...PLACE, head: 'hers', base: 'main', title: 'Hers' })
  expect(raised).toEqual([
    'push refs/heads/hers grace',
    'push refs/heads/hers grace',
    expect.stringMatching(/^pull_request refs\/pull\/\d+\/merge grace$/)
  ])
})

test('issues are opened, listed with pull requests, commented on, closed and opened again', async () => {
  const { issues } = octokit.rest
  const { data } = await issues.create({ ...PLACE, title: 'Drift', body: 'web', labels: ['drift', 'stg'] })
  const one = { ...PLACE, issue_number: data.number }
  expect(data).toMatchObject({
    state: 'open',
    user: { login: BOT },
    labels: [{ name: 'drift' }, { name: 'stg' }]
  })
  await issues.createComment({ ...one, body: 'Still.' })
  const listed = async (wanted: Parameters<typeof issues.listForRepo>[0]) =>
    (await issues.listForRepo(wanted)).data.map(({ title }) => title)
  expect(await listed({ ...PLACE, labels: 'drift,stg' })).toEqual(['Drift'])
  expect(await listed({ ...PLACE, labels: 'drift,prod' })).toEqual([])
  expect(await listed({ ...PLACE, state: 'all' })).toEqual(['Drift', 'Hers', 'Other'])
  const shown = await issues.listForRepo(PLACE)
  expect(shown.data.map(({ pull_request: pull }) => pull !== undefined)).toEqual([false, true])
  const closed = await issues.update({ ...one, state: 'closed', state_reason: 'not_planned' })
  expect(closed.data).toMatchObject({ state: 'closed', state_reason: 'not_planned', comments: 1 })
  expect(closed.data.closed_at).not.toBeNull()
  expect(await listed({ ...PLACE, labels: 'drift' })).toEqual([])
  const opened = await issues.update({ ...one, state: 'open', title: 'Drift of web' })
  expect(opened.data).toMatchObject({
    state: 'open',
    state_reason: 'reopened',
    title: 'Drift of web',
    closed_at: null
  })
  expect((await issues.get(one)).data.title).toBe('Drift of web')
})

test.each([
  [
    'contents',
    () =>
      octokitWith({ contents: 'read' }).then((it) =>
        it.rest.git.createRef({ ...PLACE, ref: 'refs/heads/x', sha: main })
      )
  ],
  [
    'pull-requests',
    () =>
      octokitWith({ contents: 'write' }).then((it) =>
        it.rest.pulls.create({ ...PLACE, head: 'hers', base: 'main', title: 'x' })
      )
  ],
  [
    'issues',
    () => octokitWith({ issues: 'read' }).then((it) => it.rest.issues.create({ ...PLACE, title: 'x' }))
  ]
])('without %s: write nothing of it is written', async (_, ask) => {
  await expect(ask()).rejects.toMatchObject(failsWith(403, 'Resource not accessible by integration'))
})

const octokitWith = (permissions: Permissions): Promise<Octokit> =>
  octokitOf(github, startJob(github, event, { permissions }))
