import { afterAll, beforeAll, expect, test } from '@jest/globals'
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
beforeAll(async () => {
  github = await startWithRepository()
  github.people.setVariable(REPOSITORY, 'AWS_REGION', 'us-east-1')
  github.people.setSecret(REPOSITORY, 'SEAL_KEY', 'never shown')
})
afterAll(() => closeWithoutDefects(github))

test('a person reads variables with their values, and of secrets the names', async () => {
  const octokit = octokitOfPerson(github, 'ada')
  const variables = await octokit.request('GET /repos/{owner}/{repo}/actions/variables', PLACE)
  expect(variables.data).toMatchObject({
    total_count: 1,
    variables: [{ name: 'AWS_REGION', value: 'us-east-1' }]
  })
  const secrets = await octokit.request('GET /repos/{owner}/{repo}/actions/secrets', PLACE)
  expect(secrets.data).toMatchObject({ total_count: 1, secrets: [{ name: 'SEAL_KEY' }] })
  expect(JSON.stringify(secrets.data)).not.toContain('never shown')
})

test('no permission that a job can have opens them [docs: rest/actions/secrets]', async () => {
  const { event } = await openPull(github)
  const octokit = await octokitOf(
    github,
    startJob(github, event, { permissions: { actions: 'write', contents: 'write' } })
  )
  await expect(octokit.request('GET /repos/{owner}/{repo}/actions/secrets', PLACE)).rejects.toMatchObject({
    status: 403,
    response: { headers: { 'x-accepted-github-permissions': 'secrets=read' } }
  })
})

test('names of secrets and variables are those that GitHub takes, and so are sizes [docs: reference/security/secrets#naming-your-secrets]', () => {
  const { people } = github
  for (const set of [people.setSecret, people.setVariable]) {
    for (const name of ['A-B', '1A', 'A B', '', 'github_x', 'GITHUB_TOKEN']) {
      expect(() => set(REPOSITORY, name, 'x')).toThrow('cannot be a name')
    }
    expect(() => set(REPOSITORY, 'LONG', 'x'.repeat(48 * 1024 + 1))).toThrow('larger than 48 KB')
  }
})
