import { act } from '../../actions/plan-comment/src/act.ts'
import { parseInputs, type Inputs } from '../../actions/plan-comment/src/inputs.ts'
import { CommentTooLongError } from '../../lib/github/comments.ts'
import type { GitHubContext, PullRequest } from '../../lib/github/context.ts'
import type { DigestRecord } from '../../lib/github/checks.ts'
import type { Fingerprint } from '../../lib/terraform/digest.ts'
import type { Ports } from '../../actions/plan-comment/src/ports.ts'
import { fakeLog } from './terraform-exec.ts'
import { fakeTerraform, type FakeTerraform } from './terraform.ts'

/** What all jobs of a repository share: comments, artifacts and records. */
export type World = {
  comments: Map<number, string>
  artifacts: { id: number; name: string; files: Readonly<Record<string, Buffer | string>> }[]
  records: Map<string, Fingerprint>
  merged?: PullRequest
  /** Longest comment that this GitHub takes. */
  longest: number
  /** Runs before each write of a comment, so that a test can put another job in between. */
  beforeWrite: () => Promise<void>
  writes: number
}

export function newWorld(): World {
  return {
    comments: new Map(),
    artifacts: [],
    records: new Map(),
    longest: 65_536,
    beforeWrite: async () => {},
    writes: 0
  }
}

export const PULL_REQUEST: PullRequest = {
  number: 12,
  headSha: 'ab'.repeat(20),
  headRepositoryId: '42',
  baseRef: 'main',
  author: 'mona'
}

const CONTEXT: GitHubContext = {
  repository: { owner: 'acme', name: 'infra', id: '42', private: true },
  sha: '01'.repeat(20),
  ref: 'refs/pull/12/merge',
  runId: 100,
  runAttempt: 1,
  eventName: 'pull_request',
  event: {},
  actor: 'mona',
  triggeringActor: 'mona',
  serverUrl: 'https://github.example',
  apiUrl: 'https://api.github.example',
  job: 'plan',
  workflow: 'ci-plan',
  pullRequest: PULL_REQUEST
}

/** The run of a push to main that merged the pull request. */
export const MERGED: Partial<GitHubContext> = { eventName: 'push', ref: 'refs/heads/main' }

export type Job = Partial<
  Readonly<{
    terraform: FakeTerraform
    context: Partial<GitHubContext>
    isOnMain: boolean
    hasArtifacts: boolean
    files: Readonly<Record<string, string>>
    folders: readonly string[]
    sources: readonly Readonly<{ path: string; text: string }>[]
    lockFile: Readonly<{ sha256: string; isCommitted: boolean }>
  }>
>

/** One job's ports on a world. */
export function openJob(
  world: World,
  job: Job = {}
): Readonly<{ ports: Ports; lines: string[]; calls: string[]; reports: Map<string, string> }> {
  const { log, lines } = fakeLog()
  const { terraform, calls } = fakeTerraform(job.terraform)
  const reports = new Map<string, string>()
  const { pullRequest, ...onMain } = { ...CONTEXT, ...(job.isOnMain === true ? MERGED : {}), ...job.context }
  const context: GitHubContext =
    job.isOnMain === true || pullRequest === undefined ? onMain : { ...onMain, pullRequest }
  const ports: Ports = {
    context,
    github: githubOf(world),
    ...(job.hasArtifacts === false ? {} : { upload: uploadTo(world) }),
    terraform,
    workspace: workspaceOf(job, reports),
    log,
    signal: new AbortController().signal
  }
  return { ports, lines, calls, reports }
}

function uploadTo(world: World): NonNullable<Ports['upload']> {
  return async (name, files) => {
    if (world.artifacts.some((one) => one.name === name)) throw new Error(`409: ${name}`)
    world.artifacts.push({ id: world.artifacts.length + 1, name, files })
    return { id: world.artifacts.length, digest: 'd1'.repeat(32) }
  }
}

function githubOf(world: World): Ports['github'] {
  return {
    readComment: async (issue) => world.comments.get(issue),
    writeComment: async (issue, body) => {
      await world.beforeWrite()
      if (body.length > world.longest) throw new CommentTooLongError('too long')
      world.writes += 1
      world.comments.set(issue, body)
      return { id: 1, url: `https://github.example/c/${issue}`, changed: true }
    },
    recordDigest: async ({ headSha, stack, fingerprint }) => {
      world.records.set(`${headSha} ${stack}`, fingerprint)
    },
    readDigest: async ({ headSha, stack }): Promise<DigestRecord | undefined> => {
      const fingerprint = world.records.get(`${headSha} ${stack}`)
      return fingerprint && { digest: fingerprint.digest, fingerprint, checkRunUrl: '' }
    },
    pullRequestOf: async () => world.merged,
    listArtifacts: async (prefix) =>
      world.artifacts
        .filter(({ name }) => name.startsWith(prefix))
        .map(({ id, name }) => ({ ...ARTIFACT, id, name })),
    readArtifact: async (id, file) => world.artifacts.find((one) => one.id === id)?.files[file]?.toString()
  }
}

const ARTIFACT = {
  digest: '',
  sizeBytes: 1,
  expired: false,
  runId: 100,
  headSha: '',
  repositoryId: '42',
  headRepositoryId: '42'
}

function workspaceOf(job: Job, reports: Map<string, string>): Ports['workspace'] {
  const { files = {}, folders = ['.', 'stack'] } = job
  return {
    workingDirectory: 'stack',
    isFolder: async (path) => folders.includes(path),
    isFile: async (path) => path in files,
    readText: async (path) => files[path] ?? '',
    readSources: async () => job.sources ?? [],
    lockFile: async () => job.lockFile ?? { sha256: 'f0'.repeat(32), isCommitted: true },
    hashTree: async (paths) => Object.fromEntries(['stack', ...paths].map((path) => [path, 'aa'.repeat(32)])),
    withPlanFiles: (variables, work) =>
      work({
        plan: 'stack.tfplan',
        ...(variables === undefined ? {} : { variables: `file of ${variables}` })
      }),
    readBytes: async () => Buffer.from('the plan itself, with its secrets'),
    writeReport: async (name, text) => {
      reports.set(name, text)
      return `reports/${name}.md`
    }
  }
}

type Given = Readonly<Record<string, string>>

/** Inputs of a stack 'web' in the folder 'stack', and what is given. */
export function inputsOf(given: Given = {}): Inputs {
  const all: Given = { stack: 'web', 'working-directory': 'stack', 'github-token': 't', ...given }
  return parseInputs((name) => all[name] ?? '')
}

/** Runs the action as one job of a world. */
export async function runJob(world: World, job: Job = {}, given: Given = {}) {
  const opened = openJob(world, job)
  const report = await act(inputsOf(given), opened.ports)
  return {
    ...opened,
    report,
    result: JSON.parse(report.outputs['result'] ?? 'null') as Readonly<Record<string, unknown>>
  }
}

/** The JSON of a plan that updates one tag to this value. */
export function planOf(value: unknown, more: object = {}): string {
  const change = { actions: ['update'], before: { tags: 'x' }, after: { tags: value } }
  const bucket = { address: 'aws_s3_bucket.b', mode: 'managed', type: 'aws_s3_bucket', name: 'b', change }
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.13.1',
    resource_changes: [bucket],
    ...more
  })
}

export const EMPTY_PLAN = '{"format_version":"1.2","resource_changes":[]}'
