import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type GitHubServer, startGitHub } from '../../../lab/github/server.ts'
import { closeWithoutDefects, folderOf, octokitOfPerson, REPOSITORY, startJob } from './fixture.ts'

let github: GitHubServer
beforeAll(async () => {
  github = await startGitHub()
})
afterAll(() => closeWithoutDefects(github))

test('a checkout becomes a repository of what is tracked, and what is new and not ignored', async () => {
  const folder = await folderOf({
    '.gitignore': 'ignored\n',
    'gone.tf': '',
    ignored: 'x',
    'new.tf': '',
    'run.sh': '#!/bin/sh\n',
    'modules/a b/ünï.tf': ''
  })
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args])
  git('init', '--quiet')
  git('add', 'gone.tf', '.gitignore')
  await rm(join(folder, 'gone.tf'))
  await chmod(join(folder, 'run.sh'), 0o755)
  const made = await github.people.createRepository({ owner: 'acme', name: 'checkout', folder })
  expect(await github.people.commitOf('acme/checkout', 'main')).toBe(made.sha)
  const octokit = octokitOfPerson(github, 'ada')
  const { data } = await octokit.rest.git.getTree({
    owner: 'acme',
    repo: 'checkout',
    tree_sha: 'main',
    recursive: '1'
  })
  const files = data.tree.filter((one) => one.type === 'blob').map((one) => `${one.mode} ${one.path}`)
  expect(files).toEqual(['100644 .gitignore', '100644 modules/a b/ünï.tf', '100644 new.tf', '100755 run.sh'])
  await rm(folder, { recursive: true })
})

test('of a folder come the files that are wanted', async () => {
  const folder = await folderOf({ 'main.tf': '', 'docs/main.md': '' })
  const keeps = (path: string): boolean => !path.startsWith('docs/')
  await github.people.createRepository({ owner: 'acme', name: 'part', folder, keeps })
  const { folder: laidOut } = await github.platform.tree('acme/part', 'main')
  expect(await readdir(laidOut)).toEqual(['main.tf'])
  await rm(folder, { recursive: true })
})

test('the same files give the same commit, and a commit is laid out once', async () => {
  const folder = await folderOf({ 'main.tf': 'terraform {}\n' })
  const wanted = { owner: 'acme', folder }
  const first = await github.people.createRepository({ ...wanted, name: 'platform' })
  const second = await github.people.createRepository({ ...wanted, name: 'twin' })
  expect(second.sha).toBe(first.sha)
  const [byBranch, byCommit] = await Promise.all([
    github.platform.tree(REPOSITORY, 'main'),
    github.platform.tree(REPOSITORY, first.sha)
  ])
  expect(byBranch).toEqual(byCommit)
  expect(existsSync(join(byBranch.folder, 'main.tf'))).toBe(true)
  await expect(github.platform.tree(REPOSITORY, 'nowhere')).rejects.toThrow(
    'acme/platform has no branch, tag or commit nowhere.'
  )
  await expect(github.people.createRepository({ ...wanted, name: 'twin' })).rejects.toThrow(
    'There is a repository acme/twin already.'
  )
  await rm(folder, { recursive: true })
})

test('settings of an environment come beside those of its repository', async () => {
  const { event } = await github.people.pushCommit({
    repository: REPOSITORY,
    branch: 'main',
    files: { 'main.tf': null, 'other.tf': '' },
    message: 'Rename',
    author: 'ada'
  })
  expect(event.changedFiles).toEqual(['main.tf', 'other.tf'])
  const { people, platform } = github
  people.setVariable(REPOSITORY, 'AWS_REGION', 'eu-central-1')
  const place = { repository: REPOSITORY, environment: 'prod' }
  people.setEnvironmentVariable({ ...place, name: 'aws_region', value: 'us-east-1' })
  people.setEnvironmentSecret({ ...place, name: 'KEY', value: 'value' })
  expect(platform.settings(REPOSITORY, event)).toEqual({
    secrets: {},
    variables: { AWS_REGION: 'eu-central-1' }
  })
  expect(platform.environmentSettings(REPOSITORY, 'prod', event)).toEqual({
    secrets: { KEY: 'value' },
    variables: { AWS_REGION: 'us-east-1' }
  })
  expect(platform.environmentSettings(REPOSITORY, 'none', event)).toEqual({ secrets: {}, variables: {} })
})

test('runs of a workflow file are numbered, and a folder that is no checkout is taken whole', async () => {
  const folder = await folderOf({ 'a/b.txt': 'b' })
  const { sha } = await github.people.createRepository({
    owner: 'acme',
    name: 'plain',
    folder,
    private: true
  })
  expect(github.platform.repositoryFacts('acme/plain').private).toBe(true)
  const event = await github.people.dispatch({
    repository: REPOSITORY,
    workflow: 'x.yml',
    ref: 'main',
    actor: 'ada'
  })
  expect([startJob(github, event).run.number, startJob(github, event).run.number]).toEqual([1, 2])
  await writeFile(join(folder, 'a/b.txt'), 'changed')
  const tree = await github.platform.tree('acme/plain', sha)
  expect(existsSync(join(tree.folder, 'a/b.txt'))).toBe(true)
  await rm(folder, { recursive: true })
})
