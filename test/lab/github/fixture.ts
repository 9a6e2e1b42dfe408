/** A lab GitHub with one small repository, and jobs that never run. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { getOctokit } from '@actions/github'
import { expect, jest } from '@jest/globals'
import { type GitHubOptions, type GitHubServer, startGitHub } from '../../../lab/github/server.ts'
import type { Job, Permissions, WorkflowEvent } from '../../../lab/runner/ports.ts'

// git starts some dozens of processes for a pull request: on a busy machine that takes its time.
jest.setTimeout(60_000)

export const REPOSITORY = 'acme/platform'
export const PLACE = { owner: 'acme', repo: 'platform' }

const FILES: Readonly<Record<string, string>> = {
  'README.md': '# Platform\n',
  'main.tf': 'terraform {}\n',
  '.github/workflows/plan.yml': 'on: pull_request\n'
}

/** Writes the files into a new temporary folder. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'caliber-test-'))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** A GitHub with the repository `acme/platform`. */
export async function startWithRepository(options: GitHubOptions = {}): Promise<GitHubServer> {
  const github = await startGitHub(options)
  const folder = await folderOf(FILES)
  await github.people.createRepository({ owner: 'acme', name: 'platform', folder })
  await rm(folder, { recursive: true })
  return github
}

/** Ends the lab; everything that it answered must have fitted GitHub's description. */
export async function closeWithoutDefects(github: GitHubServer): Promise<void> {
  await github.close()
  expect(github.defects()).toEqual([])
}

/** Ada's pull request #1 that changes main.tf. */
export async function openPull(
  github: GitHubServer,
  branch = 'change'
): Promise<Readonly<{ number: number; event: WorkflowEvent }>> {
  await github.people.pushCommit({
    repository: REPOSITORY,
    branch,
    files: { 'main.tf': `terraform {} # ${branch}\n` },
    message: 'Change',
    author: 'ada'
  })
  return github.people.openPullRequest({
    repository: REPOSITORY,
    head: branch,
    base: 'main',
    title: 'Change the platform',
    author: 'ada'
  })
}

export type JobFacts = Readonly<{ permissions?: Permissions; environment?: string; attempt?: number }>

/** A job in progress, of a run of its own, that the event started. */
export function startJob(github: GitHubServer, event: WorkflowEvent, facts: JobFacts = {}): Job {
  const workflow = '.github/workflows/plan.yml'
  const { platform } = github
  const run = {
    ...platform.nextRun(event.repository, workflow),
    attempt: facts.attempt ?? 1,
    workflow,
    name: 'Plan',
    event
  }
  const job: Job = {
    id: platform.nextJobId(),
    run,
    key: 'plan',
    name: 'plan / plan (acme)',
    permissions: facts.permissions ?? {},
    ...(facts.environment === undefined ? {} : { environment: facts.environment }),
    workflowRef: `${event.repository}/${workflow}@${event.ref}`,
    workflowSha: event.sha
  }
  platform.runChanged(run, 'in_progress')
  platform.jobChanged(job, 'in_progress')
  return job
}

export type Octokit = ReturnType<typeof getOctokit>

/** Octokit as an action in the job would use it. */
export async function octokitOf(github: GitHubServer, job: Job): Promise<Octokit> {
  const { token } = await github.platform.credentials(job)
  return getOctokit(token, { baseUrl: github.url })
}

/** Octokit of a person with every permission. */
export const octokitOfPerson = (github: GitHubServer, login: string): Octokit =>
  getOctokit(github.people.tokenFor(login), { baseUrl: github.url })
