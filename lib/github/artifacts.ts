import { plainDigest } from './artifact-digest.ts'
import { GitHubError, orMissing, type GitHub } from './connection.ts'
import { ArtifactError, unzip } from './zip.ts'

/** What GitHub says about an artifact. */
export type Artifact = Readonly<{
  id: number
  name: string
  /** SHA-256 of the zip, 64 hex; '' for artifacts from before GitHub kept one. */
  digest: string
  sizeBytes: number
  expired: boolean
  runId: number
  headSha: string
  repositoryId: string
  headRepositoryId: string
}>

export type Download = Readonly<{ zip: Buffer; files: Readonly<Record<string, Buffer>> }>

/** Sealed plans are a few MB; what is larger than this is not one of ours. */
const LARGEST_BYTES = 512 * 1024 * 1024

/** All artifacts of a run whose name begins with `prefix`, oldest first; of this run unless told otherwise. */
export async function findRunArtifacts(
  github: GitHub,
  prefix: string,
  runId: number = github.context.runId
): Promise<readonly Artifact[]> {
  const artifacts = await github.call('list the artifacts of the run', (octokit) =>
    octokit.paginate('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
      ...github.repo,
      run_id: runId,
      per_page: 100
    })
  )
  return artifacts
    .filter(({ name }) => name.startsWith(prefix))
    .map(toArtifact)
    .toSorted((left, right) => left.id - right.id)
}

/** One artifact of this repository by its id; undefined when there is none. */
export async function describeArtifact(github: GitHub, id: number): Promise<Artifact | undefined> {
  const response = await orMissing(
    github.call('describe the artifact', (octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}', {
        ...github.repo,
        artifact_id: id
      })
    )
  )
  return response && toArtifact(response.data)
}

/** Downloads and unpacks an artifact; `zip` is the file whose SHA-256 is the artifact's digest. */
export async function downloadArtifact(github: GitHub, id: number): Promise<Download> {
  const zip = await github.call('download the artifact', async (octokit) => {
    const response = await octokit.request(
      'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
      {
        ...github.repo,
        artifact_id: id,
        archive_format: 'zip',
        request: { parseSuccessResponseBody: false }
      }
    )
    return collect(response.data as AsyncIterable<Uint8Array>).catch(brokenOff)
  })
  return { zip, files: unzip(zip) }
}

/** A connection that breaks while the bytes come in is worth another attempt. */
function brokenOff(cause: unknown): never {
  if (cause instanceof ArtifactError) throw cause
  throw new GitHubError('The download of the artifact broke off. Run the job again.', {
    status: 0,
    isTransient: true,
    retryAfterMs: 0,
    cause
  })
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > LARGEST_BYTES)
      throw new ArtifactError('The artifact is over 512 MiB, which no sealed plan is. Name another one.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

type ApiArtifact = Readonly<{
  id: number
  name: string
  size_in_bytes: number
  expired: boolean
  digest?: string | null
  workflow_run?: Readonly<{
    id?: number
    repository_id?: number
    head_repository_id?: number
    head_sha?: string
  }> | null
}>

const toArtifact = ({ workflow_run: run, ...artifact }: ApiArtifact): Artifact => ({
  id: artifact.id,
  name: artifact.name,
  digest: plainDigest(artifact.digest ?? ''),
  sizeBytes: artifact.size_in_bytes,
  expired: artifact.expired,
  runId: run?.id ?? 0,
  headSha: run?.head_sha ?? '',
  repositoryId: String(run?.repository_id ?? ''),
  headRepositoryId: String(run?.head_repository_id ?? '')
})
