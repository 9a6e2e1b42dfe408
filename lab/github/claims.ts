/** What an OIDC token says of its job, and the subject made of it (docs.github.com, "OpenID Connect reference"). */
import { randomUUID } from 'node:crypto'
import type { Job } from '../runner/ports.ts'
import type { Repository } from './records.ts'
import { HttpError } from './route.ts'
import { repositoryNamed, userNamed } from './store.ts'
import type { World } from './world.ts'

/** Claims that the issuer knows, as its configuration lists them; custom properties come besides. */
export const CLAIMS: readonly string[] = `sub aud exp iat iss jti nbf ref sha repository repository_id
  repository_owner repository_owner_id repository_visibility run_id run_number run_attempt actor actor_id
  workflow workflow_ref workflow_sha head_ref base_ref event_name ref_type ref_protected environment
  job_workflow_ref job_workflow_sha check_run_id runner_environment`.split(/\s+/)

/** How every default subject of the repository begins. */
export function subjectPrefix({ owner, name, id, fullName, subject }: Repository): string {
  return subject.form === 'immutable' ? `repo:${owner.login}@${owner.id}/${name}@${id}` : `repo:${fullName}`
}

/** The job's environment, else that it is a pull request's, else its ref. */
function contextOf(job: Job): string {
  if (job.environment !== undefined && job.environment !== '') {
    return `environment:${escapeColons(job.environment)}`
  }
  const { event } = job.run
  return event.name === 'pull_request' ? 'pull_request' : `ref:${event.ref}`
}

const escapeColons = (text: string): string => text.replaceAll(':', '%3A')

type Claims = Readonly<Record<string, string>>

/** The subject of a job's token: by default the repository and its context, else of the claims that are set. */
function subjectOf(repository: Repository, job: Job, claims: Claims): string {
  const parts = (repository.subject.claims ?? ['repo', 'context']).map((key) => {
    if (key === 'repo') return subjectPrefix(repository)
    if (key === 'context') return contextOf(job)
    const value = claims[key]
    if (value === undefined) {
      throw new HttpError(
        400,
        `The subject is to have the claim '${key}', which job '${job.name}' does not have.`
      )
    }
    return `${key}:${escapeColons(value)}`
  })
  return parts.join(':')
}

/** The claims that GitHub puts into a job's token; when it is valid comes with the signature. */
export function claimsOf(world: World, job: Job, audience: string): Claims {
  const repository = repositoryNamed(world.store, job.run.event.repository)
  const claims = { ...jobClaims(world, repository, job), ...propertyClaims(repository) }
  return {
    jti: randomUUID(),
    iss: world.urls.issuer,
    sub: subjectOf(repository, job, claims),
    aud: audience,
    ...claims
  }
}

/** Whether rules protect the branch that a ref names. */
export const isProtected = ({ protectedBranches }: Repository, ref: string): boolean =>
  protectedBranches.has(ref.replace('refs/heads/', ''))

const propertyClaims = ({ properties }: Repository): Claims =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [`repo_property_${name}`, value]))

function jobClaims(world: World, repository: Repository, job: Job): Claims {
  const { run } = job
  const { event } = run
  return {
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
    ref_protected: String(isProtected(repository, event.ref)),
    workflow_ref: `${repository.fullName}/${run.workflow}@${event.ref}`,
    workflow_sha: event.sha,
    job_workflow_ref: job.workflowRef,
    job_workflow_sha: job.workflowSha,
    check_run_id: String(job.id),
    runner_environment: 'github-hosted',
    ...(job.environment === undefined || job.environment === '' ? {} : { environment: job.environment })
  }
}
