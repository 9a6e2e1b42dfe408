import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { Permissions, WorkflowEvent } from '../../../lab/runner/ports.ts'
import {
  closeWithoutDefects,
  type Octokit,
  octokitOf,
  octokitOfPerson,
  openPull,
  PLACE,
  REPOSITORY,
  startJob,
  startWithRepository
} from './fixture.ts'

let github: GitHubServer
let number: number
let event: WorkflowEvent
beforeAll(async () => {
  github = await startWithRepository()
  ;({ number, event } = await openPull(github))
})
afterAll(() => closeWithoutDefects(github))

const as = (permissions: Permissions): Promise<Octokit> =>
  octokitOf(github, startJob(github, event, { permissions }))

test('check runs are kept with their output, and the newest of a name is listed [docs: rest/checks/runs]', async () => {
  const octokit = await as({ checks: 'write' })
  const head = github.people.pullRequest(REPOSITORY, number)?.headSha ?? ''
  const digest = { ...PLACE, name: 'plan digest: acme', head_sha: head, conclusion: 'neutral' as const }
  await octokit.rest.checks.create({ ...digest, external_id: 'old' })
  const output = { title: 'Digest', summary: 'short', text: 'long' }
  const { data } = await octokit.rest.checks.create({ ...digest, external_id: 'new', output })
  expect(data).toMatchObject({
    status: 'completed',
    conclusion: 'neutral',
    output,
    app: { slug: 'github-actions' }
  })
  const listed = await octokit.rest.checks.listForRef({ ...PLACE, ref: head, check_name: digest.name })
  expect(listed.data.check_runs.map((one) => one.external_id)).toEqual(['new'])
  const jobs = await octokit.rest.checks.listForRef({ ...PLACE, ref: head, status: 'in_progress' })
  expect(jobs.data.check_runs[0]?.name).toBe('plan / plan (acme)')
  await expect(
    octokit.rest.checks.create({ ...digest, output: { ...output, text: 'x'.repeat(65_536) } })
  ).rejects.toMatchObject({ status: 422 })
})

test('a check run has the remarks of its job and those that are added to it, fifty at once [docs: rest/checks/runs]', async () => {
  const job = startJob(github, event, { permissions: { checks: 'write' } })
  github.platform.annotated?.(job, { level: 'error', message: 'Broken', file: 'main.tf', line: 3 })
  github.platform.jobChanged(job, 'completed', 'failure')
  const octokit = await octokitOf(github, job)
  const check = { ...PLACE, check_run_id: job.id }
  const remark = {
    path: 'a.tf',
    start_line: 1,
    end_line: 2,
    annotation_level: 'warning',
    message: 'Odd'
  } as const
  const output = { title: 'More', summary: 'more' }
  await octokit.rest.checks.update({ ...check, output: { ...output, annotations: [remark] } })
  const { data } = await octokit.rest.checks.listAnnotations(check)
  expect(data).toMatchObject([
    { path: 'main.tf', start_line: 3, annotation_level: 'failure', message: 'Broken', title: null },
    remark
  ])
  expect((await octokit.rest.checks.get(check)).data).toMatchObject({
    conclusion: 'failure',
    output: { annotations_count: 2 }
  })
  const tooMany = Array.from({ length: 51 }, () => remark)
  await expect(
    octokit.rest.checks.update({ ...check, output: { ...output, annotations: tooMany } })
  ).rejects.toMatchObject({ status: 422 })
})

test('a commit knows the pull request that brought it, its files and its statuses', async () => {
  const opened = await openPull(github, 'landing')
  const merged = await github.people.mergePullRequest({
    repository: REPOSITORY,
    number: opened.number,
    by: 'ada',
    method: 'squash'
  })
  const octokit = octokitOfPerson(github, 'ada')
  const commit = { ...PLACE, commit_sha: merged.sha }
  const pulls = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(commit)
  expect(pulls.data).toMatchObject([{ number: opened.number, merge_commit_sha: merged.sha, state: 'closed' }])
  const { data } = await octokit.rest.repos.getCommit({ ...PLACE, ref: merged.sha })
  expect(data).toMatchObject({
    author: { login: 'ada' },
    files: [{ filename: 'main.tf', status: 'modified', changes: 2 }]
  })
  await octokit.rest.repos.createCommitStatus({
    ...PLACE,
    sha: merged.sha,
    state: 'success',
    context: 'plan'
  })
  const statuses = await octokit.rest.repos.listCommitStatusesForRef({ ...PLACE, ref: 'main' })
  expect(statuses.data).toMatchObject([{ state: 'success', context: 'plan' }])
})

test('files, trees, refs and branches are read from git', async () => {
  const octokit = await as({ contents: 'read' })
  const main = await octokit.rest.git.getRef({ ...PLACE, ref: 'heads/main' })
  const { sha } = main.data.object
  const branch = await octokit.rest.repos.getBranch({ ...PLACE, branch: 'main' })
  expect(branch.data).toMatchObject({ commit: { sha }, protected: false })
  const tree = await octokit.rest.git.getTree({ ...PLACE, tree_sha: sha, recursive: 'true' })
  expect(tree.data.tree.map((one) => one.path)).toContain('.github/workflows/plan.yml')
  const file = await octokit.rest.repos.getContent({ ...PLACE, path: 'README.md', ref: 'main' })
  expect(file.data).toMatchObject({
    encoding: 'base64',
    content: Buffer.from('# Platform\n').toString('base64')
  })
  const files = await octokitOfPerson(github, 'ada').rest.pulls.listFiles({ ...PLACE, pull_number: number })
  expect(files.data).toMatchObject([{ filename: 'main.tf', status: 'modified', additions: 1, deletions: 1 }])
})
