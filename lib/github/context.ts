import { readFileSync } from 'node:fs'
import { UserError } from '../errors.ts'
import { asRecord, textAt } from './payload.ts'

/** A pull request as far as plans and applies need it. */
export type PullRequest = Readonly<{
  number: number
  headSha: string
  /** Undefined when the fork it came from was deleted. */
  headRepositoryId?: string
  baseRef: string
  author: string
}>

/** What the runner tells a step about the run it belongs to. */
export type GitHubContext = Readonly<{
  repository: Readonly<{ owner: string; name: string; id: string; private: boolean }>
  /** The commit that was checked out; of a pull request it is the merge commit, not the head. */
  sha: string
  /** refs/heads/main, refs/pull/12/merge … */
  ref: string
  runId: number
  runAttempt: number
  eventName: string
  /** The webhook's payload. */
  event: Readonly<Record<string, unknown>>
  actor: string
  /** Who started this attempt; another person than `actor` on a re-run. */
  triggeringActor: string
  serverUrl: string
  apiUrl: string
  job: string
  workflow: string
  pullRequest?: PullRequest
}>

type Env = Readonly<Record<string, string | undefined>>

/** Reads the run's facts from the runner's environment and the event file. */
export function readContext(env: Env): GitHubContext {
  const [owner = '', name = ''] = variable(env, 'GITHUB_REPOSITORY').split('/')
  const event = readEvent(env['GITHUB_EVENT_PATH'])
  const actor = variable(env, 'GITHUB_ACTOR')
  const pullRequest = parsePullRequest(event['pull_request'])
  return {
    repository: { owner, name, id: variable(env, 'GITHUB_REPOSITORY_ID'), private: isPrivate(event) },
    sha: variable(env, 'GITHUB_SHA'),
    ref: variable(env, 'GITHUB_REF'),
    runId: Number(variable(env, 'GITHUB_RUN_ID')),
    runAttempt: Number(variable(env, 'GITHUB_RUN_ATTEMPT')),
    eventName: variable(env, 'GITHUB_EVENT_NAME'),
    event,
    actor,
    triggeringActor: env['GITHUB_TRIGGERING_ACTOR'] || actor,
    serverUrl: env['GITHUB_SERVER_URL'] || 'https://github.com',
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    job: env['GITHUB_JOB'] ?? '',
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    ...(pullRequest === undefined ? {} : { pullRequest })
  }
}

/** The head of the pull request, or else the commit that the run is of: what artifacts and check runs are recorded under. */
export const headSha = (context: GitHubContext): string => context.pullRequest?.headSha ?? context.sha

/** The page of the run, for people. */
export const runUrl = ({ serverUrl, repository, runId }: GitHubContext): string =>
  `${serverUrl}/${repository.owner}/${repository.name}/actions/runs/${runId}`

function variable(env: Env, name: string): string {
  const value = env[name]
  if (value === undefined || value === '') {
    throw new UserError(
      `${name} is not set, so this is no step of a GitHub Actions job. Run the action in a workflow.`
    )
  }
  return value
}

function readEvent(path: string | undefined): Readonly<Record<string, unknown>> {
  if (path === undefined || path === '') return {}
  try {
    return asRecord(JSON.parse(readFileSync(path, 'utf8'))) ?? {}
  } catch (cause) {
    throw new Error(`The event file ${path} (GITHUB_EVENT_PATH) cannot be read as JSON`, { cause })
  }
}

const isPrivate = (event: Readonly<Record<string, unknown>>): boolean =>
  asRecord(event['repository'])?.['private'] === true

function parsePullRequest(value: unknown): PullRequest | undefined {
  const pull = asRecord(value)
  const head = asRecord(pull?.['head'])
  if (pull === undefined || head === undefined) return undefined
  const headRepositoryId = textAt(head, 'repo', 'id')
  return {
    number: Number(textAt(pull, 'number')),
    headSha: textAt(head, 'sha'),
    baseRef: textAt(pull, 'base', 'ref'),
    author: textAt(pull, 'user', 'login'),
    ...(headRepositoryId === '' ? {} : { headRepositoryId })
  }
}
