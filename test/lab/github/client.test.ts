import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parseFault } from '../../../lab/faults/parse-fault.ts'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { Permissions, WorkflowEvent } from '../../../lab/runner/ports.ts'
import { readDigest, recordDigest } from '../../../lib/github/checks.ts'
import { PLAN_MARKER, upsertComment } from '../../../lib/github/comments.ts'
import { connectGitHub, type GitHub } from '../../../lib/github/connection.ts'
import { describeEnvironment, isProtectedBranch, listApprovals } from '../../../lib/github/environments.ts'
import { commitAuthors, pullRequestOf } from '../../../lib/github/pulls.ts'
import { closeWithoutDefects, openPull, REPOSITORY, startJob, startWithRepository } from './fixture.ts'

const ALL: Permissions = { actions: 'read', checks: 'write', contents: 'read', 'pull-requests': 'write' }
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warning: () => undefined,
  group: () => undefined
}

let github: GitHubServer
let number: number
let event: WorkflowEvent
beforeAll(async () => {
  github = await startWithRepository()
  ;({ number, event } = await openPull(github))
})
afterAll(() => closeWithoutDefects(github))

/** The suite's client as an action of a job has it. */
async function connect(permissions = ALL): Promise<GitHub> {
  const job = startJob(github, event, { permissions })
  const { token } = await github.platform.credentials(job)
  const [owner = '', name = ''] = REPOSITORY.split('/')
  const context = { apiUrl: github.url, repository: { owner, name } } as GitHub['context']
  const log = silent as unknown as GitHub['log']
  return connectGitHub({ token, context, log, signal: new AbortController().signal, maxWaitMs: 10 })
}

const comments = () => github.people.comments(REPOSITORY, number)
const upsert = (client: GitHub, body: string) =>
  upsertComment(client, { issueNumber: number, marker: PLAN_MARKER, body })
const inject = (text: string): void => github.inject(parseFault(text))

test('the comment is written once and rewritten, whatever the first answers were', async () => {
  const client = await connect()
  inject('github:GET /repos/*/comments:1:fail=502')
  inject('github:GET /repos/*/comments:2:throttle=0')
  await upsert(client, 'First')
  inject('github:PATCH /repos/*/comments/*:1:fail=500,after')
  inject('github:PATCH /repos/*/comments/*:2:throttle=0,403')
  await upsert(client, 'Second')
  expect(comments().map((one) => [one.user.login, one.body])).toEqual([
    ['github-actions[bot]', `${PLAN_MARKER}\nSecond`]
  ])
})

test('a comment whose answer was lost is found again by the next run, and not doubled', async () => {
  const before = comments().length
  inject('github:POST /repos/*/comments:1:fail=502,after')
  github.people.comments(REPOSITORY, number)
  const client = await connect()
  const other = await openPull(github, 'second')
  const place = { issueNumber: other.number, marker: PLAN_MARKER, body: 'Plan' }
  await expect(upsertComment(client, place)).rejects.toThrow('GitHub answered 502')
  await upsertComment(client, place)
  expect(github.people.comments(REPOSITORY, other.number)).toHaveLength(1)
  expect(comments()).toHaveLength(before)
})

test('a missing permission is named as GitHub names it, and not tried again', async () => {
  const client = await connect({ contents: 'read' })
  const before = github.journal().length
  await expect(upsert(client, 'No')).rejects.toThrow(
    "Grant 'issues: read; pull_requests: read' under 'permissions:'"
  )
  expect(github.journal()).toHaveLength(before + 1)
})

test('the digest of a plan is recorded at the commit and read back', async () => {
  const client = await connect()
  const headSha = github.people.pullRequest(REPOSITORY, number)?.headSha ?? ''
  const fingerprint = { digest: 'a'.repeat(64), resources: {}, outputs: {} }
  await recordDigest(client, { headSha, stack: 'acme', fingerprint, pullRequest: number })
  expect(await readDigest(client, { headSha, stack: 'acme' })).toMatchObject({
    digest: fingerprint.digest,
    fingerprint
  })
})

test('an environment is described with people, teams and rules, and a missing one is none', async () => {
  github.people.setTeam('acme/operators', ['grace'])
  github.people.setEnvironment(REPOSITORY, 'prod', {
    reviewers: ['grace', 'acme/operators'],
    preventSelfReview: true,
    branches: ['main'],
    tags: ['v*'],
    canAdminsBypass: false
  })
  const client = await connect()
  expect(await describeEnvironment(client, 'PROD')).toMatchObject({
    name: 'prod',
    reviewers: ['grace', '@operators'],
    preventSelfReview: true,
    branchRule: {
      kind: 'policies',
      policies: [
        { name: 'main', type: 'branch' },
        { name: 'v*', type: 'tag' }
      ]
    },
    canAdminsBypass: false
  })
  expect(await describeEnvironment(client, 'none')).toBeUndefined()
  expect(await isProtectedBranch(client, 'main')).toBe(false)
  expect(await listApprovals(client, github.platform.nextRun(REPOSITORY, 'x').id).catch(String)).toContain(
    '404'
  )
})

test('a merge leads to its pull request, and its authors leave the committer of the web out', async () => {
  const opened = await openPull(github, 'landed')
  const merge = { repository: REPOSITORY, number: opened.number, by: 'grace', method: 'squash' } as const
  const { sha } = await github.people.mergePullRequest(merge)
  const client = await connect()
  expect(await pullRequestOf(client, sha)).toMatchObject({
    number: opened.number,
    author: 'ada',
    baseRef: 'main'
  })
  expect(await commitAuthors(client, sha)).toEqual(['ada'])
})
