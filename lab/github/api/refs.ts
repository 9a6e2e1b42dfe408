/** Branches and tags: making, moving and deleting them. */
import { resolveCommit } from '../git/git.ts'
import { mergeBase } from '../git/history.ts'
import { following } from '../git/moved-refs.ts'
import type { Repository } from '../records.ts'
import {
  type Call,
  created,
  HttpError,
  needs,
  noContent,
  notFound,
  ok,
  type Reply,
  repositoryOf,
  type Route,
  textIn
} from '../route.ts'
import { apiUrl, nodeId } from '../shapes/repository.ts'
import { gitOf } from '../world.ts'

const refuse = (message: string): HttpError => new HttpError(422, message)

const nameIn = (call: Call): string => `refs/${call.params['ref'] ?? ''}`

/** A ref as every answer shows it. */
function refShape(call: Call, repository: Repository, { ref, sha }: Readonly<{ ref: string; sha: string }>) {
  const url = `${apiUrl(call.world, repository)}/git`
  return {
    ref,
    node_id: nodeId(ref, repository.id),
    url: `${url}/${ref}`,
    object: { sha, type: 'commit', url: `${url}/commits/${sha}` }
  }
}

async function get(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const ref = nameIn(call)
  const sha = await resolveCommit(gitOf(repository), ref)
  if (sha === undefined) throw notFound()
  return ok(refShape(call, repository, { ref, sha }))
}

/** The commit that the body names; its whole id is asked for. */
async function commitIn(call: Call): Promise<string> {
  const sha = textIn(call, 'sha') ?? ''
  const found = /^[0-9a-f]{40}$/.test(sha) ? await resolveCommit(gitOf(repositoryOf(call)), sha) : undefined
  if (found === undefined) throw refuse('Object does not exist')
  return found
}

async function create(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const git = gitOf(repository)
  const ref = textIn(call, 'ref') ?? ''
  if (!/^refs\/[^/]+\/.+/.test(ref))
    throw refuse(`Reference name must start with 'refs/'. '${ref}' does not.`)
  const sha = await commitIn(call)
  if ((await resolveCommit(git, ref)) !== undefined) throw refuse('Reference already exists')
  await following(call, repository, () =>
    git(['update-ref', ref, sha, '']).catch(() => {
      throw refuse('Reference already exists')
    })
  )
  return created(refShape(call, repository, { ref, sha }))
}

async function update(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const git = gitOf(repository)
  const ref = nameIn(call)
  const before = await resolveCommit(git, ref)
  if (before === undefined) throw refuse('Reference does not exist')
  const sha = await commitIn(call)
  const isForward = (await mergeBase(git, before, sha)) === before
  if (!isForward && call.body['force'] !== true) throw refuse('Update is not a fast forward')
  await following(call, repository, () => git(['update-ref', ref, sha, before]))
  return ok(refShape(call, repository, { ref, sha }))
}

/** Pull requests of a branch that is deleted are closed with it. */
async function remove(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const git = gitOf(repository)
  const ref = nameIn(call)
  if ((await resolveCommit(git, ref)) === undefined) throw refuse('Reference does not exist')
  await git(['update-ref', '-d', ref])
  const open = [...repository.pulls.values()].filter(({ state }) => state === 'open')
  for (const pull of open) {
    if (pull.headRepository !== repository.fullName || `refs/heads/${pull.headRef}` !== ref) continue
    pull.state = 'closed'
    pull.updatedAt = call.world.store.timestamp()
  }
  return noContent
}

const GIT = '/repos/{owner}/{repo}/git'
const write = needs('contents', 'write')

/** Operations on refs. */
export const refRoutes: readonly Route[] = [
  { operation: `GET ${GIT}/ref/{ref+}`, needs: needs('contents'), handle: get },
  { operation: `POST ${GIT}/refs`, needs: write, handle: create },
  { operation: `PATCH ${GIT}/refs/{ref+}`, needs: write, handle: update },
  { operation: `DELETE ${GIT}/refs/{ref+}`, needs: write, handle: remove }
]
