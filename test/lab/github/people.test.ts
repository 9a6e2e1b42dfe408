import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import { closeWithoutDefects, openPull, REPOSITORY, startWithRepository } from './fixture.ts'

let github: GitHubServer
beforeAll(async () => {
  github = await startWithRepository()
})
afterAll(() => closeWithoutDefects(github))

test('a pull request starts runs at its test merge and says where both branches are [docs: events-that-trigger-workflows#pull_request]', async () => {
  const { number, event } = await openPull(github)
  const main = await github.people.commitOf(REPOSITORY, 'main')
  expect(event).toMatchObject({
    repository: REPOSITORY,
    name: 'pull_request',
    ref: `refs/pull/${number}/merge`,
    headRef: 'change',
    baseRef: 'main',
    actor: 'ada',
    changedFiles: ['main.tf'],
    payload: {
      action: 'opened',
      number,
      pull_request: {
        number,
        title: 'Change the platform',
        draft: false,
        user: { login: 'ada', type: 'User' },
        head: { ref: 'change', repo: { full_name: REPOSITORY, fork: false } },
        base: { ref: 'main', sha: main, repo: { full_name: REPOSITORY } },
        merge_commit_sha: event.sha,
        changed_files: 1
      },
      repository: { full_name: REPOSITORY, default_branch: 'main', private: false, owner: { login: 'acme' } },
      sender: { login: 'ada' }
    }
  })
  const tree = await github.platform.tree(REPOSITORY, event.sha)
  expect(readFileSync(join(tree.folder, 'main.tf'), 'utf8')).toBe('terraform {} # change\n')
})

test('a further push synchronizes the pull request, a merge pushes to main, and a squash has one parent', async () => {
  const { number, event } = await openPull(github, 'second')
  const update = await github.people.updatePullRequest({
    repository: REPOSITORY,
    number,
    files: { 'new.tf': '# new\n', 'README.md': null },
    message: 'More',
    author: 'ada'
  })
  expect(update.event.payload).toMatchObject({ action: 'synchronize', number, after: update.sha })
  expect(update.event.sha).not.toBe(event.sha)
  expect(update.event.changedFiles).toEqual(['README.md', 'main.tf', 'new.tf'])

  const merged = await github.people.mergePullRequest({
    repository: REPOSITORY,
    number,
    by: 'ada',
    method: 'squash'
  })
  expect(await github.people.commitOf(REPOSITORY, 'main')).toBe(merged.sha)
  expect(merged.event).toMatchObject({
    name: 'push',
    ref: 'refs/heads/main',
    sha: merged.sha,
    payload: {
      after: merged.sha,
      head_commit: {
        id: merged.sha,
        message: `Change the platform (#${number})`,
        author: { username: 'ada' }
      },
      pusher: { name: 'ada' }
    }
  })
  expect(merged.event.changedFiles).toEqual(['README.md', 'main.tf', 'new.tf'])
  expect(github.people.pullRequest(REPOSITORY, number)).toMatchObject({
    state: 'closed',
    mergeSha: merged.sha
  })
})

test('a pull request that conflicts has no test merge and cannot be merged [docs: events-that-trigger-workflows#pull_request]', async () => {
  const first = await openPull(github, 'left')
  const second = await openPull(github, 'right')
  await github.people.mergePullRequest({
    repository: REPOSITORY,
    number: first.number,
    by: 'ada',
    method: 'merge'
  })
  expect(github.people.pullRequest(REPOSITORY, second.number)).toMatchObject({
    mergeable: false,
    mergeSha: null
  })
  await expect(
    github.people.mergePullRequest({
      repository: REPOSITORY,
      number: second.number,
      by: 'ada',
      method: 'merge'
    })
  ).rejects.toThrow(`Pull request #${second.number} conflicts with main.`)
})

test("a fork's pull request names the fork and is merged like any other", async () => {
  const fork = await github.people.fork({ repository: REPOSITORY, owner: 'mallory' })
  const change = { files: { 'extra.tf': '# extra\n' }, message: 'Extra', author: 'mallory' }
  await github.people.pushCommit({ repository: fork, branch: 'extra', ...change })
  const { number, event } = await github.people.openPullRequest({
    repository: REPOSITORY,
    fork,
    head: 'extra',
    base: 'main',
    title: 'Extra',
    author: 'mallory'
  })
  expect(event.payload['pull_request']).toMatchObject({
    head: { label: 'mallory:extra', repo: { full_name: 'mallory/platform', fork: true } },
    base: { repo: { full_name: REPOSITORY } }
  })
  const merge = await github.people.mergePullRequest({
    repository: REPOSITORY,
    number,
    by: 'ada',
    method: 'merge'
  })
  expect(merge.event.payload['head_commit']).toMatchObject({
    message: `Merge pull request #${number} from mallory/extra\n\nExtra`
  })
})

test('the merge queue asks for checks of a branch of its own [docs: events-that-trigger-workflows#merge_group]', async () => {
  const { number } = await github.people.openPullRequest({
    repository: REPOSITORY,
    head:
      (await github.people.pushCommit({
        repository: REPOSITORY,
        branch: 'queued',
        files: { 'queued.tf': '# queued\n' },
        message: 'Queued',
        author: 'ada'
      })) && 'queued',
    base: 'main',
    title: 'Queued',
    author: 'ada'
  })
  const { event, sha } = await github.people.queuePullRequest({ repository: REPOSITORY, number, by: 'ada' })
  expect(event).toMatchObject({ name: 'merge_group', sha, changedFiles: ['queued.tf'] })
  expect(event.ref).toMatch(new RegExp(`^refs/heads/gh-readonly-queue/main/pr-${number}-[0-9a-f]{40}$`))
  expect(event.payload).toMatchObject({
    action: 'checks_requested',
    merge_group: { head_sha: sha, base_ref: 'refs/heads/main' }
  })
})

test('a workflow is dispatched on a branch that exists', async () => {
  const workflow = '.github/workflows/plan.yml'
  const dispatch = { repository: REPOSITORY, workflow, inputs: { stack: 'acme' }, actor: 'ada' }
  const event = await github.people.dispatch({ ...dispatch, ref: 'main' })
  expect(event).toMatchObject({
    name: 'workflow_dispatch',
    ref: 'refs/heads/main',
    workflow,
    inputs: { stack: 'acme' }
  })
  await expect(github.people.dispatch({ ...dispatch, ref: 'none' })).rejects.toThrow(
    'has no branch or tag none'
  )
})

test('merges and pushes at the same time follow each other, and none is lost', async () => {
  const branches = ['one', 'two']
  const opened = await Promise.all(
    branches.map(async (branch) => {
      const push = { repository: REPOSITORY, branch, message: branch, author: 'ada' }
      await github.people.pushCommit({ ...push, files: { [`${branch}.tf`]: '' } })
      const pull = { repository: REPOSITORY, head: branch, base: 'main', title: branch, author: 'ada' }
      return github.people.openPullRequest(pull)
    })
  )
  expect(new Set(opened.map(({ number }) => number)).size).toBe(2)
  const merges = opened.map(({ number }) => ({
    repository: REPOSITORY,
    number,
    by: 'ada',
    method: 'squash' as const
  }))
  const push = {
    repository: REPOSITORY,
    branch: 'main',
    files: { 'three.tf': '' },
    message: 'Three',
    author: 'ada'
  }
  await Promise.all([...merges.map(github.people.mergePullRequest), github.people.pushCommit(push)])
  const { folder } = await github.platform.tree(REPOSITORY, 'main')
  for (const name of ['one', 'two', 'three']) expect(existsSync(join(folder, `${name}.tf`))).toBe(true)
})
