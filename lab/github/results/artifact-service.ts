/** The results service that `@actions/artifact` talks to inside a job. */
import { createHash } from 'node:crypto'
import type { Artifact } from '../records.ts'
import type { Job } from '../../runner/ports.ts'
import type { Reply } from '../route.ts'
import type { Request } from '../router.ts'
import { callerOf, randomToken } from '../tokens.ts'
import type { World } from '../world.ts'
import { downloadUrl, uploadUrl } from './blobs.ts'

/** Path of the service's methods. */
export const SERVICE_PREFIX = '/twirp/github.actions.results.api.v1.ArtifactService/'

const DAY_MS = 86_400_000
const RETENTION_DAYS = 90
const MOST_ARTIFACTS = 500
/** What no file system takes for a name, which the client refuses too. */
const IMPOSSIBLE = /["<>:|*?\r\n\\/]/

type Message = Readonly<Record<string, unknown>>
type Session = Readonly<{ world: World; job: Job; message: Message }>

/** A failure as Twirp writes it; the client prints `msg`. */
class TwirpError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const METHODS: Readonly<Record<string, (session: Session) => unknown>> = {
  CreateArtifact: create,
  FinalizeArtifact: finalize,
  ListArtifacts: list,
  GetSignedArtifactURL: sign,
  DeleteArtifact: remove
}

/** Answers one call of the service. */
export function serveResults(world: World, request: Request): Reply {
  try {
    const name = request.url.pathname.slice(SERVICE_PREFIX.length)
    const method = METHODS[name]
    if (method === undefined) throw new TwirpError(404, 'bad_route', `no handler for ${name}`)
    const job = callerOf(world.store, request.authorization, 'results')?.job
    if (job === undefined) throw new TwirpError(401, 'unauthenticated', 'the runtime token is not valid')
    const message = messageOf(request.body)
    requireOwn(job, message, name)
    return { status: 200, body: method({ world, job, message }) }
  } catch (error) {
    const failure = error instanceof TwirpError ? error : new TwirpError(400, 'malformed', String(error))
    return { status: failure.status, body: { code: failure.code, msg: failure.message } }
  }
}

function messageOf(body: Buffer): Message {
  const message: unknown = JSON.parse(body.toString())
  if (typeof message === 'object' && message !== null) return message as Message
  throw new TwirpError(400, 'malformed', 'the message is no object')
}

/** Methods that are about an artifact which another job of the run may have made. */
const OF_OTHERS: ReadonlySet<string> = new Set(['GetSignedArtifactURL', 'DeleteArtifact'])

/** The token names a run and a job; the message has to name the same. */
function requireOwn(job: Job, message: Message, method: string): void {
  const run = { workflow_run_backend_id: job.run.id }
  const own = OF_OTHERS.has(method) ? run : { ...run, workflow_job_run_backend_id: job.id }
  for (const [field, id] of Object.entries(own)) {
    if (message[field] === String(id)) continue
    throw new TwirpError(403, 'permission_denied', `the token is not of ${field} ${String(message[field])}`)
  }
}

const text = (message: Message, name: string): string | undefined => {
  const value = message[name]
  return typeof value === 'string' ? value : undefined
}

const ofRun = ({ world, job }: Session): readonly Artifact[] =>
  [...world.store.artifacts.values()].filter((artifact) => artifact.runId === job.run.id)

/** Calls inside a run see what its own attempt uploaded; earlier attempts are read through REST. */
function named(session: Session): Artifact {
  const name = text(session.message, 'name')
  const found = ofRun(session).find(
    (artifact) => artifact.name === name && artifact.attempt === session.job.run.attempt
  )
  if (found === undefined) throw new TwirpError(404, 'not_found', `artifact ${name} was not found`)
  return found
}

function create(session: Session): unknown {
  const { world, job, message } = session
  const name = text(message, 'name') ?? ''
  const others = ofRun(session)
  if (name === '') throw new TwirpError(400, 'invalid_argument', 'the artifact has no name')
  if (IMPOSSIBLE.test(name)) {
    throw new TwirpError(400, 'invalid_argument', `the artifact name ${JSON.stringify(name)} is not valid`)
  }
  if (others.some((artifact) => artifact.name === name)) {
    throw new TwirpError(
      409,
      'already_exists',
      'an artifact with this name already exists on the workflow run'
    )
  }
  if (others.length >= MOST_ARTIFACTS) {
    throw new TwirpError(400, 'resource_exhausted', `a run can have ${MOST_ARTIFACTS} artifacts`)
  }
  const expires = new Date(world.store.clock.now() + RETENTION_DAYS * DAY_MS)
  const artifact: Artifact = {
    id: world.store.nextId(),
    name,
    repository: job.run.event.repository,
    runId: job.run.id,
    attempt: job.run.attempt,
    jobId: job.id,
    mimeType: text(message, 'mime_type') ?? 'application/zip',
    createdAt: world.store.timestamp(),
    expiresAt: text(message, 'expires_at') ?? expires.toISOString(),
    finalized: false,
    digest: '',
    size: 0,
    uploadSignature: randomToken(),
    downloadSignature: randomToken(),
    blocks: new Map(),
    content: undefined
  }
  world.store.artifacts.set(artifact.id, artifact)
  return { ok: true, signed_upload_url: uploadUrl(world, artifact) }
}

function finalize(session: Session): unknown {
  const artifact = named(session)
  const { content } = artifact
  if (content === undefined) {
    throw new TwirpError(400, 'failed_precondition', `nothing was uploaded for artifact ${artifact.name}`)
  }
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`
  const declared = text(session.message, 'hash') ?? digest
  if (declared !== digest || Number(session.message['size']) !== content.length) {
    throw new TwirpError(400, 'invalid_argument', `artifact ${artifact.name} arrived changed: ${digest}`)
  }
  artifact.digest = digest
  artifact.size = content.length
  artifact.finalized = true
  return { ok: true, artifact_id: String(artifact.id) }
}

function list(session: Session): unknown {
  const name = text(session.message, 'name_filter')
  const id = text(session.message, 'id_filter')
  const found = ofRun(session)
    .filter((artifact) => artifact.finalized && artifact.attempt === session.job.run.attempt)
    .filter((artifact) => name === undefined || artifact.name === name)
    .filter((artifact) => id === undefined || String(artifact.id) === id)
  return {
    artifacts: found.map((artifact) => ({
      workflow_run_backend_id: String(artifact.runId),
      workflow_job_run_backend_id: String(artifact.jobId),
      database_id: String(artifact.id),
      name: artifact.name,
      size: String(artifact.size),
      created_at: artifact.createdAt,
      digest: artifact.digest
    }))
  }
}

function sign(session: Session): unknown {
  return { signed_url: downloadUrl(session.world, named(session)) }
}

function remove(session: Session): unknown {
  const artifact = named(session)
  session.world.store.artifacts.delete(artifact.id)
  return { ok: true, artifact_id: String(artifact.id) }
}
