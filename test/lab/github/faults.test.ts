import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parseFault } from '../../../lab/faults/parse-fault.ts'
import type { GitHubServer } from '../../../lab/github/server.ts'
import {
  closeWithoutDefects,
  type Octokit,
  octokitOfPerson,
  openPull,
  PLACE,
  REPOSITORY,
  startJob,
  startWithRepository
} from './fixture.ts'

const NOW = Date.UTC(2026, 10, 1)
let github: GitHubServer
let octokit: Octokit
let number: number
const slept: number[] = []
beforeAll(async () => {
  github = await startWithRepository({
    clock: { now: () => NOW, sleep: async (ms) => void slept.push(ms) },
    faults: [parseFault('github:GET /users/*:2:fail=502'), parseFault('aws:*:all:cut')]
  })
  ;({ number } = await openPull(github))
  octokit = octokitOfPerson(github, 'ada')
})
afterAll(() => closeWithoutDefects(github))

const user = () => octokit.rest.users.getByUsername({ username: 'grace' })
const comment = (body: string) => octokit.rest.issues.createComment({ ...PLACE, issue_number: number, body })
const inject = (text: string): void => github.inject(parseFault(text))
const bodies = () => github.people.comments(REPOSITORY, number).map((one) => one.body)

test('a fault about a call that GitHub does not answer is refused', () => {
  expect(() => inject('github:GET /usr/grace:1:cut')).toThrow('does not answer')
})

test('the Nth call that matches fails, the next one is right again, and the report counts both', async () => {
  await user()
  await expect(user()).rejects.toMatchObject({ status: 502, response: { data: { message: 'Bad Gateway' } } })
  expect((await user()).status).toBe(200)
  expect(github.faults()).toMatchObject([{ fault: { nth: 2 }, matched: 3, met: 1 }])
  const failed = github.journal().filter((entry) => entry.fault !== undefined)
  expect(failed).toMatchObject([{ method: 'GET', path: '/users/grace', status: 502, fault: 'fail' }])
})

test('a call can fail before anything is done, or after', async () => {
  inject('github:POST /repos/*/comments:1:fail=503')
  await expect(comment('before')).rejects.toMatchObject({ status: 503 })
  expect(bodies()).not.toContain('before')
  inject('github:POST /repos/*/comments:1:fail=502,after')
  await expect(comment('after')).rejects.toMatchObject({ status: 502 })
  expect(bodies()).toContain('after')
})

test('a connection can be cut before anything is done, after it, and within the answer', async () => {
  inject('github:POST /repos/*/comments:1:cut')
  await expect(comment('lost')).rejects.toThrow(/other side closed|fetch failed/)
  expect(bodies()).not.toContain('lost')
  inject('github:POST /repos/*/comments:1:cut=answer')
  await expect(comment('unheard')).rejects.toThrow(/other side closed|fetch failed/)
  expect(bodies()).toContain('unheard')
  expect(github.journal().at(-1)).toMatchObject({ status: 0, fault: 'cut' })
  inject('github:GET /user:1:cut=body')
  const answer = await fetch(`${github.url}/user`, {
    headers: { authorization: `Bearer ${github.people.tokenFor('ada')}` }
  })
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow('terminated')
})

test('secondary limits say when to come back, and primary ones when the hour is over', async () => {
  inject('github:GET /user:1:throttle=60')
  await expect(octokit.rest.users.getAuthenticated()).rejects.toMatchObject({
    status: 429,
    message: expect.stringContaining('You have exceeded a secondary rate limit'),
    response: { headers: { 'retry-after': '60' } }
  })
  inject('github:GET /user:1:throttle=120,primary,403')
  await expect(octokit.rest.users.getAuthenticated()).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('API rate limit exceeded'),
    response: {
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 120) }
    }
  })
  inject('github:GET /user:1:throttle=1,403')
  await expect(octokit.rest.users.getAuthenticated()).rejects.toMatchObject({ status: 403 })
})

test('an answer comes late, or wrong in the fields that the fault names', async () => {
  inject('github:GET /user:1:delay=1500')
  expect((await octokit.rest.users.getAuthenticated()).data.login).toBe('ada')
  expect(slept).toContain(1500)
  inject('github:GET /user:1:wrong={"login":"mallory","plan":{}}')
  expect((await octokit.rest.users.getAuthenticated()).data.login).toBe('mallory')
  inject('github:GET /user:1:wrong=<html>')
  const page = await octokit.rest.users.getAuthenticated()
  expect(JSON.stringify(page.data)).not.toContain('ada')
  inject('github:GET /user:1:wrong={"nowhere.deep":1}')
  await expect(octokit.rest.users.getAuthenticated()).rejects.toThrow('The answer has no field nowhere.deep')
})

test('the OIDC issuer, the artifact service and the blob store meet faults too', async () => {
  const { event } = await openPull(github, 'services')
  const job = startJob(github, event, { permissions: { 'id-token': 'write' } })
  const { stepEnv, actionEnv } = await github.platform.credentials(job)
  inject('github:/oidc/token:1:fail=500')
  const token = await fetch(stepEnv['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '', {
    headers: { authorization: `Bearer ${stepEnv['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` }
  })
  expect(token.status).toBe(500)
  inject('github:POST *ArtifactService/ListArtifacts:1:throttle=5')
  const list = await fetch(
    `${github.url}/twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts`,
    { method: 'POST', body: '{}', headers: { authorization: `Bearer ${actionEnv['ACTIONS_RUNTIME_TOKEN']}` } }
  )
  expect([list.status, list.headers.get('retry-after')]).toEqual([429, '5'])
  inject('github:/blob/*:1:fail=503')
  expect((await fetch(`${github.url}/blob/actions-results/1.zip`)).status).toBe(503)
})
