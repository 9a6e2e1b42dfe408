import type { getOctokit } from '@actions/github'
import { systemClock } from '../clock.ts'
import { UserError } from '../errors.ts'
import type { Log } from '../log.ts'
import { retry } from '../retry.ts'
import type { GitHubContext } from './context.ts'

export type Octokit = ReturnType<typeof getOctokit>

/** GitHub as one job sees it: every function of this folder takes it. */
export type GitHub = Readonly<{
  context: GitHubContext
  log: Log
  signal: AbortSignal
  token: string
  /** owner and repo, as every request wants them. */
  repo: Readonly<{ owner: string; repo: string }>
  /** Runs a request that is safe to repeat: 5xx, dropped connections and rate limits are waited out. `what` names it in errors. */
  call: <T>(what: string, request: (octokit: Octokit) => Promise<T>) => Promise<T>
  /** Runs a request that must not be repeated blindly. */
  callOnce: <T>(what: string, request: (octokit: Octokit) => Promise<T>) => Promise<T>
}>

export type Connect = Readonly<{
  token: string
  context: GitHubContext
  log: Log
  signal: AbortSignal
  /** Longest wait between two attempts, in milliseconds; 10 s unless a test says otherwise. */
  maxWaitMs?: number
}>

/** Connects to the API that the runner names, with the job's token; the client is loaded with the first request. */
export function connectGitHub({ token, context, log, signal, maxWaitMs = 10_000 }: Connect): GitHub {
  let client: Promise<Octokit> | undefined
  const connect = (): Promise<Octokit> => (client ??= openOctokit({ token, context, log, signal }))
  const callOnce = async <T>(what: string, request: (octokit: Octokit) => Promise<T>): Promise<T> => {
    try {
      return await request(await connect())
    } catch (error) {
      signal.throwIfAborted()
      throw explain(what, error)
    }
  }
  return {
    context,
    log,
    signal,
    token,
    repo: { owner: context.repository.owner, repo: context.repository.name },
    callOnce,
    call: (what, request) =>
      retry(() => callOnce(what, request).catch(waitAsAsked(signal)), {
        attempts: 5,
        maxWaitMs,
        deadlineMs: 180_000,
        isTransient,
        signal
      })
  }
}

async function openOctokit({ token, context, log, signal }: Connect): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(token, { baseUrl: context.apiUrl, log: quiet(log) })
  octokit.hook.before('request', (options) => {
    options.request.signal = signal
  })
  return octokit
}

/** A request that GitHub answered with an error; `status` is HTTP's. What failed and what to do is in the message. */
export class GitHubError extends UserError {
  override name = 'GitHubError'
  readonly status: number
  readonly isTransient: boolean
  /** How long GitHub asks to wait before the next attempt; 0 when it does not say. */
  readonly retryAfterMs: number
  /** The permission that would have done, as `actions: read`; '' when GitHub does not say. */
  readonly needs: string

  constructor(message: string, facts: ErrorFacts) {
    super(message, { cause: facts.cause })
    this.status = facts.status
    this.isTransient = facts.isTransient
    this.retryAfterMs = facts.retryAfterMs
    this.needs = facts.needs ?? ''
  }
}

type ErrorFacts = Readonly<{
  status: number
  isTransient: boolean
  retryAfterMs: number
  needs?: string
  cause: unknown
}>

/** True when GitHub answered with this HTTP status. */
export const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof GitHubError && error.status === status

/** Undefined in place of a 404. */
export async function orMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (hasStatus(error, 404)) return undefined
    throw error
  }
}

/** Waits as long as GitHub asked (at most a minute) before the fault goes on to the retry. */
const waitAsAsked =
  (signal: AbortSignal) =>
  async (error: unknown): Promise<never> => {
    if (error instanceof GitHubError && error.isTransient && error.retryAfterMs > 0) {
      await systemClock.sleep(Math.min(error.retryAfterMs, 60_000), signal)
    }
    throw error
  }

const isTransient = (error: Error): boolean => error instanceof GitHubError && error.isTransient

type RequestError = Readonly<{
  status: number
  message: string
  response?: Readonly<{ headers: Readonly<Record<string, string | number | undefined>> }>
}>

function isRequestError(error: unknown): error is RequestError {
  return error instanceof Error && typeof (error as { status?: unknown }).status === 'number'
}

function explain(what: string, error: unknown): unknown {
  if (error instanceof GitHubError || !isRequestError(error)) return error
  const isLimited = isRateLimit(error)
  if (error.status === 403 && !isLimited) return forbidden(what, error)
  if (error.status === 401) {
    return new UserError(
      `GitHub does not accept the token for '${what}': ${error.message}. Pass github-token: \${{ github.token }}.`,
      {
        cause: error
      }
    )
  }
  const passes = error.status >= 500 || isLimited
  const next = passes ? '. Run the job again; www.githubstatus.com tells of incidents.' : ''
  return new GitHubError(`GitHub answered ${error.status} to '${what}': ${error.message}${next}`, {
    status: error.status,
    isTransient: passes,
    retryAfterMs: (Number(error.response?.headers['retry-after']) || 0) * 1000,
    cause: error
  })
}

/** GitHub says in a header which permission would have been enough. */
function forbidden(what: string, error: RequestError): GitHubError {
  const needs = String(error.response?.headers['x-accepted-github-permissions'] ?? '').replaceAll('=', ': ')
  const hint = needs === '' ? "the permission it needs (see the action's README)" : `'${needs}'`
  return new GitHubError(
    `The token may not do '${what}': ${error.message}. Grant ${hint} under 'permissions:' of the job; pull requests from forks and Dependabot never get write access.`,
    { status: 403, isTransient: false, retryAfterMs: 0, needs, cause: error }
  )
}

function isRateLimit({ status, message, response }: RequestError): boolean {
  if (status === 429) return true
  return (
    status === 403 &&
    (/rate limit|abuse detection/i.test(message) || response?.headers['x-ratelimit-remaining'] === '0')
  )
}

const quiet = (log: Log): Record<'debug' | 'info' | 'warn' | 'error', (message: string) => void> => ({
  debug: log.debug,
  info: log.debug,
  warn: log.debug,
  error: log.debug
})
