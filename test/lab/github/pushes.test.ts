import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { WorkflowEvent } from '../../../lab/runner/ports.ts'
import { exec } from '../../../lib/process.ts'
import { closeWithoutDefects, openPull, REPOSITORY, startWithRepository } from './fixture.ts'

let github: GitHubServer
let folder: string
let told: WorkflowEvent[] = []
beforeAll(async () => {
  github = await startWithRepository()
  github.onEvent((event) => {
    told.push(event)
    return Promise.resolve([])
  })
  folder = await mkdtemp(join(tmpdir(), 'caliber-pushes-'))
  const remote = `http://x:${github.people.tokenFor('grace')}@${new URL(github.urls.server).host}/${REPOSITORY}.git`
  await shell(`git clone --quiet ${remote} . && git config user.name grace && git config user.email g@x`)
})
beforeEach(() => {
  told = []
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await closeWithoutDefects(github)
})

/** A script in Grace's clone. */
async function shell(script: string): Promise<void> {
  const env = { PATH: process.env['PATH'], HOME: folder, ...github.gitConfigEnv() }
  const done = await exec('sh', ['-ec', script], { cwd: folder, env, signal: AbortSignal.timeout(60_000) })
  expect(done.code === 0 ? '' : done.stderr).toBe('')
}

/** A line that commits a file. */
const commit = (file: string): string =>
  `echo ${file} > ${file} && git add ${file} && git commit --quiet -m 'Add ${file}'`

test('a new branch is compared with what its deepest new commit came after [docs: workflow-syntax#git-diff-comparisons]', async () => {
  await shell(
    `git checkout --quiet -b fresh && ${commit('one')} && ${commit('two')} && git push --quiet origin fresh`
  )
  expect(told).toMatchObject([{ name: 'push', changedFiles: ['one', 'two'], payload: { created: true } }])
  expect(told[0]?.payload['commits']).toMatchObject([{ message: 'Add one' }, { message: 'Add two' }])
})

test('a branch without commits of its own changes nothing [docs: workflow-syntax#git-diff-comparisons]', async () => {
  await shell('git push --quiet origin main:same')
  expect(told).toMatchObject([{ changedFiles: [], payload: { commits: [] } }])
})

test('a branch that exists is compared where it was and where it is, also when it is forced [docs: workflow-syntax#git-diff-comparisons]', async () => {
  await shell(`${commit('three')} && git push --quiet origin fresh`)
  await shell(`git reset --quiet --hard HEAD~2 && ${commit('four')} && git push --quiet --force origin fresh`)
  expect(told.map(({ changedFiles, payload }) => [changedFiles, payload['forced']])).toEqual([
    [['three'], false],
    [['four', 'three', 'two'], true]
  ])
})

test('of a push of more than a thousand commits nobody knows what it changed [docs: workflow-syntax#git-diff-comparisons]', async () => {
  const many = `for i in $(seq 1001); do printf 'commit refs/heads/many\\ncommitter g <g@x> %s +0000\\ndata 1\\nx\\n' $i; done`
  await shell(`{ ${many}; } | git fast-import --quiet --force && git push --quiet origin many`)
  expect(told.map(({ changedFiles }) => changedFiles)).toEqual(['unknown'])
})

test('tags start runs, more than three at once do not [docs: events-that-trigger-workflows#push]', async () => {
  await shell('git tag a && git tag -a -m Note b && git push --quiet origin a b')
  expect(told.map(({ ref, sha }) => [ref, sha])).toEqual([
    ['refs/tags/a', await github.people.commitOf(REPOSITORY, 'refs/tags/a')],
    ['refs/tags/b', await github.people.commitOf(REPOSITORY, 'refs/tags/b')]
  ])
  await shell('for t in c d e f; do git tag $t; done && git push --quiet origin c d e f')
  expect(told).toHaveLength(2)
  const { event } = await github.people.pushTag({
    repository: REPOSITORY,
    tag: 'g',
    at: 'main',
    pusher: 'ada'
  })
  expect(event).toMatchObject({ name: 'push', ref: 'refs/tags/g', actor: 'ada', payload: { created: true } })
})

test('a push to the branch of a pull request synchronizes it', async () => {
  const { number } = await openPull(github, 'ours')
  await shell(
    `git fetch --quiet origin && git checkout --quiet ours && ${commit('five')} && git push --quiet origin ours`
  )
  expect(told).toMatchObject([
    { name: 'push', ref: 'refs/heads/ours' },
    { name: 'pull_request', payload: { action: 'synchronize', number }, changedFiles: ['five', 'main.tf'] }
  ])
})

test('a schedule comes about on the default branch [docs: events-that-trigger-workflows#schedule]', async () => {
  const event = await github.people.schedule({ repository: REPOSITORY, cron: '0 3 * * *', actor: 'ada' })
  const sha = await github.people.commitOf(REPOSITORY, 'main')
  expect(event).toMatchObject({
    name: 'schedule',
    ref: 'refs/heads/main',
    sha,
    payload: { schedule: '0 3 * * *' }
  })
})
