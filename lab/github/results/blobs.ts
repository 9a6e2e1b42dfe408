/** The blob store behind artifacts: what the Azure client needs to write blocks and read them back. */
import type { Artifact } from '../records.ts'
import { HttpError, type Reply } from '../route.ts'
import type { Request } from '../router.ts'
import type { World } from '../world.ts'

/** Account and container of every blob, as the Azure client reads them from the path. */
export const BLOB_PREFIX = '/blob/actions-results/'

const address = (world: World, artifact: Artifact, signature: string): string =>
  `${world.urls.api}${BLOB_PREFIX}${artifact.id}.zip?sig=${signature}`

/** Where the artifact's bytes can be read; the address is the only proof that it asks for. */
export const downloadUrl = (world: World, artifact: Artifact): string =>
  address(world, artifact, artifact.downloadSignature)

/** Where the artifact's bytes are to be written. */
export const uploadUrl = (world: World, artifact: Artifact): string =>
  address(world, artifact, artifact.uploadSignature)

/** Answers a request to an address that `uploadUrl` or `downloadUrl` gave. */
export function serveBlob(world: World, request: Request): Reply {
  const id = Number(request.url.pathname.slice(BLOB_PREFIX.length).replace(/\.zip$/, ''))
  const artifact = world.store.artifacts.get(id)
  if (artifact === undefined) throw new HttpError(404, 'The specified blob does not exist.')
  const signature = request.url.searchParams.get('sig')
  const reading = request.method === 'GET' || request.method === 'HEAD'
  const expected = reading ? artifact.downloadSignature : artifact.uploadSignature
  if (signature !== expected) throw new HttpError(403, 'Server failed to authenticate the request.')
  if (reading) return read(artifact)
  if (request.method === 'PUT' && !artifact.finalized) return write(artifact, request)
  throw new HttpError(409, `The blob of artifact ${artifact.name} cannot be changed any more.`)
}

function read(artifact: Artifact): Reply {
  if (artifact.content === undefined) throw new HttpError(404, 'The specified blob does not exist.')
  return {
    status: 200,
    body: artifact.content,
    headers: {
      'content-type': artifact.mimeType,
      'content-disposition': `attachment; filename=${artifact.id}.zip`
    }
  }
}

function write(artifact: Artifact, request: Request): Reply {
  const query = request.url.searchParams
  const part = query.get('comp')
  if (part === 'block') artifact.blocks.set(query.get('blockid') ?? '', request.body)
  else if (part === 'blocklist') artifact.content = join(artifact, request.body.toString())
  else artifact.content = request.body
  return { status: 201, headers: { 'x-ms-request-server-encrypted': 'true', 'x-ms-version': '2024-11-04' } }
}

function join(artifact: Artifact, list: string): Buffer {
  const ids = [...list.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map((match) => match[1] ?? '')
  const blocks = ids.map((id) => {
    const block = artifact.blocks.get(id)
    if (block === undefined) throw new HttpError(400, 'The specified block list is invalid.')
    return block
  })
  artifact.blocks.clear()
  return Buffer.concat(blocks)
}
