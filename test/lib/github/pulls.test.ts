import { afterEach, expect, test } from '@jest/globals'
import { commitAuthors, pullRequestOf } from '../../../lib/github/pulls.ts'
import { startFakeGitHub, type FakeGitHub } from '../../fakes/github-api.ts'

const SHA = 'c'.repeat(40)
let fake: FakeGitHub
afterEach(() => fake.close())

const pull = (over: object = {}): object => ({
  number: 12,
  merged_at: '2026-01-01T00:00:00Z',
  merge_commit_sha: SHA,
  user: { login: 'alice' },
  head: { sha: 'a'.repeat(40), repo: { id: 42 } },
  base: { ref: 'main' },
  ...over
})

const find = async (...pulls: readonly object[]): Promise<unknown> => {
  fake = await startFakeGitHub({ [`GET /repos/acme/infra/commits/${SHA}/pulls`]: () => ({ body: pulls }) })
  return pullRequestOf(fake.github, SHA)
}

test('the pull request of a commit is the one whose merge made it', async () => {
  const other = pull({ number: 9, merge_commit_sha: 'e'.repeat(40) })
  await expect(find(other, pull())).resolves.toEqual({
    number: 12,
    headSha: 'a'.repeat(40),
    headRepositoryId: '42',
    baseRef: 'main',
    author: 'alice'
  })
})

test.each([
  ['is still open', pull({ merged_at: null })],
  ['merely contains the commit', pull({ merge_commit_sha: 'e'.repeat(40) })]
])('a pull request that %s did not make it', async (_what, other) => {
  await expect(find(other)).resolves.toBeUndefined()
})

test('a deleted fork and a deleted author leave gaps, not errors', async () => {
  const found = await find(pull({ user: null, head: { sha: 'a', repo: null } }))
  expect(found).toEqual({ number: 12, headSha: 'a', baseRef: 'main', author: '' })
})

test.each([
  [['alice', 'bob'], { author: { login: 'alice' }, committer: { login: 'bob' } }],
  [['alice'], { author: { login: 'alice' }, committer: { login: 'web-flow' } }],
  [['alice'], { author: { login: 'alice' }, committer: { login: 'alice' } }],
  [[], { author: null, committer: {} }]
])('the authors of a commit are %p', async (expected, body) => {
  fake = await startFakeGitHub({ [`GET /repos/acme/infra/commits/${SHA}`]: () => ({ body }) })
  await expect(commitAuthors(fake.github, SHA)).resolves.toEqual(expected)
})
