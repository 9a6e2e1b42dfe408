import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { Job } from '../../../lab/runner/ports.ts'
import { closeWithoutDefects, PLACE, REPOSITORY, startJob, startWithRepository } from './fixture.ts'

const HOUR_MS = 3_600_000
let github: GitHubServer
let now = Date.UTC(2026, 10, 1)
let job: Job
beforeAll(async () => {
  github = await startWithRepository({
    clock: { now: () => now, sleep: async () => undefined },
    rateLimit: 3
  })
  const { event } = await github.people.pushCommit({
    repository: REPOSITORY,
    branch: 'main',
    files: {},
    message: 'Go',
    author: 'ada'
  })
  job = startJob(github, event)
})
afterAll(() => closeWithoutDefects(github))

async function get(path: string, token: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${github.url}${path}`, {
    headers: { authorization: `Bearer ${token}`, ...headers }
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const PATH = `/repos/${PLACE.owner}/${PLACE.repo}`

test('what has not changed is answered 304 without a body, and what has changed in full [docs: rest/using-the-rest-api/best-practices-for-using-the-rest-api]', async () => {
  const token = github.people.tokenFor('grace')
  const first = await get(`${PATH}/branches/main`, token)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/)
  const again = await get(`${PATH}/branches/main`, token, { 'if-none-match': `"other", ${etag}` })
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
  // An answer that the client has already costs nothing.
  expect(again.headers.get('x-ratelimit-used')).toBe(first.headers.get('x-ratelimit-used'))
  await github.people.pushCommit({
    repository: REPOSITORY,
    branch: 'main',
    files: { 'new.tf': '' },
    message: 'Change',
    author: 'ada'
  })
  const changed = await get(`${PATH}/branches/main`, token, { 'if-none-match': etag })
  expect(changed.status).toBe(200)
})

test('the jobs of a repository share a limit an hour, which every answer tells [docs: rest/using-the-rest-api/rate-limits-for-the-rest-api]', async () => {
  const { token } = await github.platform.credentials(job)
  const other = await github.platform.credentials({ ...job, id: github.platform.nextJobId() })
  const reset = String(Math.floor((now + HOUR_MS) / 1000))
  const { headers } = await get(PATH, token)
  expect(Object.fromEntries([...headers].filter(([name]) => name.startsWith('x-ratelimit')))).toEqual({
    'x-ratelimit-limit': '3',
    'x-ratelimit-remaining': '2',
    'x-ratelimit-used': '1',
    'x-ratelimit-reset': reset,
    'x-ratelimit-resource': 'core'
  })
  await get(PATH, other.token)
  const rate = JSON.parse((await get('/rate_limit', token)).text) as { rate: unknown }
  expect(rate.rate).toEqual({ limit: 3, used: 2, remaining: 1, reset: Number(reset) })
  await get(PATH, token)
  const refused = await get(PATH, other.token)
  expect([refused.status, refused.headers.get('x-ratelimit-remaining')]).toEqual([403, '0'])
  expect(refused.text).toContain('API rate limit exceeded for installation ID')
  expect((await get(PATH, github.people.tokenFor('ada'))).status).toBe(200)
  now += HOUR_MS
  expect((await get(PATH, token)).headers.get('x-ratelimit-remaining')).toBe('2')
})

test('a HEAD is answered like a GET, without the body', async () => {
  const answer = await fetch(`${github.url}${PATH}`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${github.people.tokenFor('ada')}` }
  })
  expect([answer.status, await answer.text()]).toEqual([200, ''])
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(100)
})
