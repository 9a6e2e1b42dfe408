/** The OIDC issuer: tokens that say which job of which workflow of which repository asks, signed with RS256. */
import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK, SignJWT } from 'jose'
import type { Job } from '../runner/ports.ts'
import type { Repository } from './records.ts'
import { HttpError, type Reply } from './route.ts'
import type { Request } from './router.ts'
import { repositoryNamed, userNamed } from './store.ts'
import { callerOf } from './tokens.ts'
import type { World } from './world.ts'

/** Path under which the issuer answers. */
export const OIDC_PREFIX = '/oidc'

const LIFETIME_S = 300
const KEY_ID = 'caliber-lab'
const ALGORITHM = 'RS256'

export type Signer = Readonly<{
  jwks: () => Promise<JSONWebKeySet>
  /** A JWT of these claims, valid from now for this many seconds. */
  sign: (claims: Readonly<Record<string, unknown>>, seconds: number) => Promise<string>
}>

/** A signer with a key of its own, made on first use. */
export function createSigner(now: () => number): Signer {
  let made: ReturnType<typeof generateKeyPair> | undefined
  const keys = () => (made ??= generateKeyPair(ALGORITHM))
  return {
    jwks: async () => {
      const key: JWK = await exportJWK((await keys()).publicKey)
      return { keys: [{ ...key, kid: KEY_ID, alg: ALGORITHM, use: 'sig' }] }
    },
    sign: async (claims, seconds) => {
      const at = Math.floor(now() / 1000)
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
        .setIssuedAt(at)
        .setNotBefore(at)
        .setExpirationTime(at + seconds)
        .sign((await keys()).privateKey)
    }
  }
}

/** The subject of a job's token: its environment, else that it is a pull request's, else its ref. */
export function subjectOf(repository: Repository, job: Job): string {
  const { owner, name, id, subject } = repository
  const prefix =
    subject === 'ids' ? `repo:${owner.login}@${owner.id}/${name}@${id}` : `repo:${repository.fullName}`
  if (job.environment !== undefined && job.environment !== '') {
    return `${prefix}:environment:${job.environment.replaceAll(':', '%3A')}`
  }
  const { event } = job.run
  return event.name === 'pull_request' ? `${prefix}:pull_request` : `${prefix}:ref:${event.ref}`
}

/** The claims that GitHub puts into a job's token. */
export function claimsOf(world: World, job: Job, audience: string): Record<string, unknown> {
  const { run } = job
  const { event } = run
  const repository = repositoryNamed(world.store, event.repository)
  return {
    jti: randomUUID(),
    iss: world.urls.issuer,
    sub: subjectOf(repository, job),
    aud: audience,
    ref: event.ref,
    sha: event.sha,
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: repository.owner.login,
    repository_owner_id: String(repository.owner.id),
    repository_visibility: repository.private ? 'private' : 'public',
    run_id: String(run.id),
    run_number: String(run.number),
    run_attempt: String(run.attempt),
    actor: event.actor,
    actor_id: String(userNamed(world.store, event.actor).id),
    workflow: run.name,
    head_ref: event.headRef,
    base_ref: event.baseRef,
    event_name: event.name,
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: String(repository.protectedBranches.has(event.ref.replace('refs/heads/', ''))),
    workflow_ref: `${repository.fullName}/${run.workflow}@${event.ref}`,
    workflow_sha: event.sha,
    job_workflow_ref: job.workflowRef,
    job_workflow_sha: job.workflowSha,
    check_run_id: String(job.id),
    runner_environment: 'github-hosted',
    ...(job.environment === undefined || job.environment === '' ? {} : { environment: job.environment })
  }
}

/** Answers the issuer's documents and the token requests of jobs. */
export async function serveOidc(world: World, signer: Signer, request: Request): Promise<Reply> {
  switch (request.url.pathname) {
    case `${OIDC_PREFIX}/.well-known/openid-configuration`:
      return { status: 200, body: configuration(world) }
    case `${OIDC_PREFIX}/.well-known/jwks`:
      return { status: 200, body: await signer.jwks() }
    case `${OIDC_PREFIX}/token`:
      return issue(world, signer, request)
    default:
      throw new HttpError(404, 'Not Found')
  }
}

function configuration(world: World): Record<string, unknown> {
  return {
    issuer: world.urls.issuer,
    jwks_uri: `${world.urls.issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: [ALGORITHM],
    scopes_supported: ['openid']
  }
}

async function issue(world: World, signer: Signer, request: Request): Promise<Reply> {
  const caller = callerOf(world.store, request.authorization, 'oidc')
  if (caller?.job === undefined) throw new HttpError(401, 'Bad credentials')
  const owner = repositoryNamed(world.store, caller.job.run.event.repository).owner.login
  const audience = request.url.searchParams.get('audience') ?? `${world.urls.server}/${owner}`
  const value = await signer.sign(claimsOf(world, caller.job, audience), LIFETIME_S)
  return { status: 200, body: { count: value.length, value } }
}
