import { afterEach, expect, test } from '@jest/globals'
import { hasStatus, orMissing } from '../../../lib/github/connection.ts'
import { startFakeGitHub, type FakeGitHub, type Response } from '../../fakes/github-api.ts'

let fake: FakeGitHub | undefined
afterEach(() => fake?.close())

const read = (): Promise<unknown> => {
  if (fake === undefined) throw new Error('no fake')
  return fake.github.call('read the branch', (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/branches/{branch}', {
      owner: 'acme',
      repo: 'infra',
      branch: 'main'
    })
  )
}

async function answer(...responses: readonly Response[]): Promise<void> {
  const queue = [...responses]
  fake = await startFakeGitHub({
    'GET /repos/acme/infra/branches/main': () => queue.shift() ?? { status: 200 }
  })
}

test.each([
  ['a server error', { status: 502, body: { message: 'Bad gateway' } }],
  ['a primary rate limit', { status: 429, body: { message: 'Too many requests' } }],
  ['a secondary rate limit', { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } }],
  ['an exhausted budget', { status: 403, body: { message: 'No' }, headers: { 'x-ratelimit-remaining': '0' } }]
])('%s is waited out', async (_what, response) => {
  await answer(response, response)
  await expect(read()).resolves.toMatchObject({ status: 200 })
  expect(fake?.requests).toHaveLength(3)
})

test('a fault that stays is told with its status after five attempts', async () => {
  await answer(...Array.from({ length: 9 }, () => ({ status: 503, body: { message: 'Unavailable' } })))
  await expect(read()).rejects.toThrow("GitHub answered 503 to 'read the branch': Unavailable")
  expect(fake?.requests).toHaveLength(5)
})

test('a missing permission is named as GitHub names it, and not retried', async () => {
  await answer({
    status: 403,
    body: { message: 'Resource not accessible by integration' },
    headers: { 'x-accepted-github-permissions': 'actions=read' }
  })
  await expect(read()).rejects.toThrow(
    /Resource not accessible by integration.*Grant 'actions: read' under 'permissions:'/
  )
  expect(fake?.requests).toHaveLength(1)
})

test('a refused token says which input to mend', async () => {
  await answer({ status: 401, body: { message: 'Bad credentials' } })
  await expect(read()).rejects.toThrow(/Bad credentials.*github-token/)
})

test('a 404 is a status to ask for, or undefined', async () => {
  await answer(
    { status: 404, body: { message: 'Not Found' } },
    { status: 404, body: { message: 'Not Found' } }
  )
  await expect(orMissing(read())).resolves.toBeUndefined()
  const fault: unknown = await read().catch((error: unknown) => error)
  expect([hasStatus(fault, 404), hasStatus(fault, 500), hasStatus(new Error('404'), 404)]).toEqual([
    true,
    false,
    false
  ])
})

test('a request that must not be repeated is made once', async () => {
  await answer({ status: 500, body: { message: 'Oops' } })
  await expect(
    fake?.github.callOnce('write', (octokit) => octokit.request('GET /repos/acme/infra/branches/main'))
  ).rejects.toThrow('Oops')
  expect(fake?.requests).toHaveLength(1)
})

test('a cancelled job ends with the reason of its cancellation', async () => {
  const cancel = new AbortController()
  fake = await startFakeGitHub({}, { signal: cancel.signal })
  cancel.abort(new Error('The job was cancelled (SIGINT).'))
  await expect(read()).rejects.toThrow('The job was cancelled (SIGINT).')
})
