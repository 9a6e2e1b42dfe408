import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { Permissions, WorkflowEvent } from '../../../lab/runner/ports.ts'
import { closeWithoutDefects, folderOf, openPull, startJob, startWithRepository } from './fixture.ts'

let github: GitHubServer
let event: WorkflowEvent
beforeAll(async () => {
  github = await startWithRepository()
  event = (await openPull(github)).event
  const folder = await folderOf({ 'notes.txt': 'ours\n' })
  await github.people.createRepository({ owner: 'other', name: 'open', folder })
  await github.people.createRepository({ owner: 'other', name: 'secret', folder, private: true })
  await rm(folder, { recursive: true })
})
afterAll(() => closeWithoutDefects(github))

const ALL: Permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write'
}

/** Status of each operation that names a repository, asked by a job of acme/platform for `repository`. */
async function ask(repository: string, reads: boolean): Promise<readonly number[]> {
  const { token } = await github.platform.credentials(startJob(github, event, { permissions: ALL }))
  const named = github.operations
    .map(({ operation }) => operation.split(' '))
    .filter(([method, path = '']) => path.includes('{owner}/{repo}') && (method === 'GET') === reads)
  expect(named.length).toBeGreaterThan(reads ? 10 : 5)
  const answers = named.map(async ([method = '', path = '']) => {
    const url = `${github.url}${path.replace('{owner}/{repo}', repository).replaceAll(/\{\w+\+?\}/g, '1')}`
    const headers = { authorization: `bearer ${token}` }
    return (await fetch(url, { method, headers, ...(reads ? {} : { body: '{}' }) })).status
  })
  return Promise.all(answers)
}

test("no operation writes to another repository with a job's token, whatever its permissions", async () => {
  expect(new Set(await ask('other/open', false))).toEqual(new Set([403]))
  expect(new Set(await ask('other/secret', false))).toEqual(new Set([404]))
})

test('no operation tells that a private repository of others exists [docs: use-github_token]', async () => {
  expect(new Set(await ask('other/secret', true))).toEqual(new Set([404]))
})

test('what is public can be read with the token of a job elsewhere', async () => {
  const { token } = await github.platform.credentials(startJob(github, event, { permissions: {} }))
  const answer = await fetch(`${github.url}/repos/other/open`, {
    headers: { authorization: `bearer ${token}` }
  })
  expect(answer.status).toBe(200)
})

test('a run of another repository has no artifacts here', async () => {
  const headers = { authorization: `bearer ${github.people.tokenFor('ada')}` }
  const { run } = startJob(github, event)
  const statusOf = async (repository: string) =>
    (await fetch(`${github.url}/repos/${repository}/actions/runs/${run.id}/artifacts`, { headers })).status
  expect([await statusOf('acme/platform'), await statusOf('other/open')]).toEqual([200, 404])
})

test('a path that is no UTF-8 is a bad request', async () => {
  const headers = { authorization: `bearer ${github.people.tokenFor('ada')}` }
  const answer = await fetch(`${github.url}/repos/acme/%E0%A4%A`, { headers })
  expect(answer.status).toBe(400)
})
