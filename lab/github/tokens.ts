/** Tokens: of jobs, with the job's permissions and no longer than the job, and of people. */
import { randomBytes } from 'node:crypto'
import type { Job, Permissions } from '../runner/ports.ts'
import { isUntrusted } from './permissions.ts'
import type { Caller, TokenUse } from './records.ts'
import { repositoryNamed, type Store, userNamed } from './store.ts'

const BOT = 'github-actions[bot]'

/** At least 32 unpredictable characters: a mask made of it hides nothing else. */
export const randomToken = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`

/** The permissions that the job's token really has: no writing and no OIDC for code of forks and Dependabot. */
export function effectivePermissions(store: Store, job: Job): Permissions {
  const repository = repositoryNamed(store, job.run.event.repository)
  if (!isUntrusted(repository, job.run.event)) return job.permissions
  return Object.fromEntries(
    Object.entries(job.permissions).map(([scope, level]) => {
      if (scope === 'id-token') return [scope, 'none']
      return [scope, level === 'write' ? 'read' : level]
    })
  )
}

/** Whom a token of the job stands for. */
const jobCaller = (store: Store, job: Job, use: TokenUse): Caller => ({
  user: userNamed(store, BOT),
  use,
  job,
  permissions: effectivePermissions(store, job)
})

/** The job's GITHUB_TOKEN. */
export function issueApiToken(store: Store, job: Job): string {
  const token = randomToken('ghs_')
  store.tokens.set(token, jobCaller(store, job, 'api'))
  return token
}

/** The token with which the job asks for OIDC tokens. */
export function issueOidcRequestToken(store: Store, job: Job): string {
  const token = randomToken()
  store.tokens.set(token, jobCaller(store, job, 'oidc'))
  return token
}

/** Lets this text, a JWT made elsewhere, open the artifact service for the job. */
export function registerResultsToken(store: Store, job: Job, token: string): void {
  store.tokens.set(token, jobCaller(store, job, 'results'))
}

/** A personal token that may do everything. */
export function issuePersonalToken(store: Store, login: string): string {
  const token = randomToken('ghp_')
  store.tokens.set(token, { user: userNamed(store, login), use: 'api' })
  return token
}

/** Ends every token of the job. */
export function revokeJobTokens(store: Store, job: Job): void {
  for (const [token, caller] of store.tokens) if (caller.job?.id === job.id) store.tokens.delete(token)
}

/** Whom the Authorization header stands for, whatever its token opens; undefined for a token that nobody gave. */
export function identify(store: Store, authorization: string | undefined): Caller | undefined {
  const [, token = ''] = /^(?:token|bearer)\s+(\S+)$/i.exec(authorization ?? '') ?? []
  return store.tokens.get(token)
}

/** Whom the Authorization header stands for, or undefined when its token does not open this. */
export function callerOf(store: Store, authorization: string | undefined, use: TokenUse): Caller | undefined {
  const caller = identify(store, authorization)
  return caller?.use === use ? caller : undefined
}
