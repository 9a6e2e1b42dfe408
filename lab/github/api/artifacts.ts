/** Artifacts as the REST API lists, serves and deletes them. */
import { paginate } from '../pagination.ts'
import type { Artifact, Repository } from '../records.ts'
import {
  type Call,
  existing,
  HttpError,
  needs,
  noContent,
  notFound,
  numberIn,
  ok,
  type Reply,
  repositoryOf,
  type Route
} from '../route.ts'
import { downloadUrl } from '../results/blobs.ts'
import { artifactShape, isExpired } from '../shapes/run.ts'

const belongs = (repository: Repository, artifact: Artifact): boolean =>
  artifact.finalized && artifact.repository.toLowerCase() === repository.fullName.toLowerCase()

function listWhere(call: Call, wanted: (artifact: Artifact) => boolean, isOldestFirst = false): Reply {
  const repository = repositoryOf(call)
  const name = call.query.get('name')
  const found = [...call.world.store.artifacts.values()]
    .filter((artifact) => belongs(repository, artifact) && wanted(artifact))
    .filter((artifact) => name === null || artifact.name === name)
  const ordered = isOldestFirst ? found : found.toReversed()
  return paginate(call, ordered, (page) => ({
    total_count: found.length,
    artifacts: page.map((artifact) => artifactShape(call.world, repository, artifact))
  }))
}

const list = (call: Call): Reply => listWhere(call, () => true)

function listOfRun(call: Call): Reply {
  const runId = numberIn(call, 'run_id')
  const { run } = existing(call.world.store.runs, runId)
  if (run.event.repository.toLowerCase() !== repositoryOf(call).fullName.toLowerCase()) throw notFound()
  return listWhere(call, (artifact) => artifact.runId === runId, call.query.get('direction') === 'asc')
}

function artifactOf(call: Call): Artifact {
  const artifact = existing(call.world.store.artifacts, numberIn(call, 'artifact_id'))
  if (!belongs(repositoryOf(call), artifact)) throw notFound()
  return artifact
}

const get = (call: Call): Reply => ok(artifactShape(call.world, repositoryOf(call), artifactOf(call)))

function download(call: Call): Reply {
  const artifact = artifactOf(call)
  if (isExpired(call.world, artifact)) throw new HttpError(410, 'Artifact has expired')
  return { status: 302, headers: { location: downloadUrl(call.world, artifact) } }
}

function remove(call: Call): Reply {
  call.world.store.artifacts.delete(artifactOf(call).id)
  return noContent
}

const ARTIFACTS = '/repos/{owner}/{repo}/actions/artifacts'

/** Artifact operations. */
export const artifactRoutes: readonly Route[] = [
  { operation: `GET ${ARTIFACTS}`, needs: needs('actions'), handle: list },
  { operation: `GET ${ARTIFACTS}/{artifact_id}`, needs: needs('actions'), handle: get },
  { operation: `GET ${ARTIFACTS}/{artifact_id}/zip`, needs: needs('actions'), handle: download },
  { operation: `DELETE ${ARTIFACTS}/{artifact_id}`, needs: needs('actions', 'write'), handle: remove },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    needs: needs('actions'),
    handle: listOfRun
  }
]
