import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { Permissions, WorkflowEvent } from '../../../lab/runner/ports.ts'
import { exec } from '../../../lib/process.ts'
import {
  closeWithoutDefects,
  folderOf,
  openPull,
  REPOSITORY,
  startJob,
  startWithRepository
} from './fixture.ts'

const OPEN = 'other/open'
const SECRET = 'other/secret'

let github: GitHubServer
let event: WorkflowEvent
let folder: string
beforeAll(async () => {
  github = await startWithRepository()
  event = (await openPull(github)).event
  const files = await folderOf({ 'notes.txt': 'ours\n' })
  await github.people.createRepository({ owner: 'other', name: 'open', folder: files })
  await github.people.createRepository({ owner: 'other', name: 'secret', folder: files, private: true })
  await rm(files, { recursive: true })
  folder = await mkdtemp(join(tmpdir(), 'caliber-git-'))
  await git('init', '--quiet', '--initial-branch=main')
  await git('-c', 'user.name=m', '-c', 'user.email=m@m', 'commit', '--quiet', '--allow-empty', '-m', 'Mine')
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await closeWithoutDefects(github)
})

/** git in a folder of its own; '' when it succeeds, else what it says. */
async function git(...args: readonly string[]): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C', ...github.gitConfigEnv() }
  const { code, stderr } = await exec('git', args, { cwd: folder, env, signal: AbortSignal.timeout(30_000) })
  return code === 0 ? '' : stderr || `exit ${code}`
}

/** The settings with which a job of acme/platform shows its token, as checkout leaves them. */
async function asJob(permissions: Permissions): Promise<readonly string[]> {
  const { token } = await github.platform.credentials(startJob(github, event, { permissions }))
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return ['-c', `http.${github.urls.server}/.extraheader=AUTHORIZATION: basic ${basic}`]
}

const address = (repository: string): string => `${github.urls.server}/${repository}.git`

test('any commit of a public repository is fetched by whoever asks', async () => {
  const sha = (await github.people.commitOf(REPOSITORY, 'main')) ?? ''
  expect(await git('fetch', '--quiet', '--depth=1', address(REPOSITORY), sha)).toBe('')
  expect(await git('cat-file', '-e', `${sha}:main.tf`)).toBe('')
})

test('a repository that does not exist cannot be told from one that is private [docs: use-github_token]', async () => {
  const job = await asJob({ contents: 'read' })
  for (const name of [SECRET, 'other/none']) {
    expect(await git('fetch', address(name), 'main')).toMatch(/could not read Username|terminal prompts/)
    expect(await git(...job, 'fetch', address(name), 'main')).toMatch(/not found/)
  }
})

test('a job pushes to its own repository with contents: write [docs: use-github_token]', async () => {
  const job = await asJob({ contents: 'write' })
  expect(await git(...job, 'push', address(REPOSITORY), 'HEAD:refs/heads/from-a-job')).toBe('')
  expect(await github.people.commitOf(REPOSITORY, 'from-a-job')).toMatch(/^[0-9a-f]{40}$/)
})

test.each<[string, Permissions, string]>([
  ['without contents: write', { contents: 'read' }, REPOSITORY],
  ['without any permission', {}, REPOSITORY],
  ['to another repository, public as it is', { contents: 'write' }, OPEN],
  ['to another, private repository', { contents: 'write' }, SECRET]
])('a job cannot push %s', async (_case, permissions, repository) => {
  const job = await asJob(permissions)
  expect(await git(...job, 'push', address(repository), 'HEAD:refs/heads/main')).toMatch(
    /denied to github-actions|error: 403|not found/
  )
})

test('a job cannot push what changes a workflow, a person can [docs: use-github_token]', async () => {
  const job = await asJob({ contents: 'write' })
  const folders = { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder } }
  const file = '.github/workflows/plan.yml'
  const script = `git checkout -q -b sly && mkdir -p .github/workflows && echo 'on: push' > ${file} && git add . &&
    git -c user.name=m -c user.email=m@m commit -q -m Sly && git checkout -q -`
  await exec('sh', ['-c', script], { ...folders, signal: AbortSignal.timeout(30_000) })
  const push = ['push', address(REPOSITORY), 'sly:refs/heads/sly']
  expect(await git(...job, ...push)).toContain(
    `refusing to allow a GitHub App to create or update workflow \`${file}\` without \`workflows\` permission`
  )
  expect(await github.people.commitOf(REPOSITORY, 'sly')).toBeUndefined()
  const person = Buffer.from(`x:${github.people.tokenFor('grace')}`).toString('base64')
  const header = `http.${github.urls.server}/.extraheader=AUTHORIZATION: basic ${person}`
  expect(await git('-c', header, ...push)).toBe('')
})

test('nobody pushes without saying who they are, or with a token that nobody gave', async () => {
  expect(await git('push', address(REPOSITORY), 'HEAD:refs/heads/main')).toMatch(
    /could not read Username|prompts/
  )
  const forged = Buffer.from('x-access-token:ghs_forged').toString('base64')
  const header = `http.${github.urls.server}/.extraheader=AUTHORIZATION: basic ${forged}`
  expect(await git('-c', header, 'push', address(REPOSITORY), 'HEAD:refs/heads/main')).toMatch(
    /Authentication failed|could not read Username|prompts/
  )
})

test('the job of a fork cannot push to the repository that it asks to be merged into', async () => {
  const fork = await github.people.fork({ repository: REPOSITORY, owner: 'mallory' })
  const files = { 'main.tf': 'terraform {} # theirs\n' }
  await github.people.pushCommit({
    repository: fork,
    branch: 'x',
    files,
    message: 'Theirs',
    author: 'mallory'
  })
  const wanted = { repository: REPOSITORY, head: 'x', base: 'main', title: 'Theirs', author: 'mallory', fork }
  const { event: forked } = await github.people.openPullRequest(wanted)
  const { token } = await github.platform.credentials(
    startJob(github, forked, { permissions: { contents: 'write' } })
  )
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  const header = `http.${github.urls.server}/.extraheader=AUTHORIZATION: basic ${basic}`
  expect(await git('-c', header, 'push', address(REPOSITORY), 'HEAD:refs/heads/main')).toMatch(/403|denied/)
})
