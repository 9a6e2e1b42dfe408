/** Files of a branch: reading one, committing one, and removing one. */
import { changeTree, writeCommit } from '../git/commits.ts'
import { resolveCommit } from '../git/git.ts'
import { readCommit } from '../git/history.ts'
import { following } from '../git/moved-refs.ts'
import { authorOf, dateAfter } from '../people/repositories.ts'
import type { Repository } from '../records.ts'
import {
  type Call,
  HttpError,
  needs,
  notFound,
  ok,
  type Reply,
  repositoryOf,
  type Route,
  textIn
} from '../route.ts'
import { gitCommitShape } from '../shapes/commit.ts'
import { apiUrl, htmlUrl } from '../shapes/repository.ts'
import { gitOf } from '../world.ts'

type Blob = Readonly<{ sha: string; size: number }>

const pathIn = (call: Call): string => call.params['path'] ?? ''

/** The file at a commit, or undefined; a folder is refused. */
async function blobAt(repository: Repository, commit: string, path: string): Promise<Blob | undefined> {
  const listed = await gitOf(repository)(['ls-tree', '-z', '--long', commit, '--', path])
  const [line = ''] = listed.split('\0')
  if (line === '') return undefined
  const [, type, sha = '', size] = (line.split('\t')[0] ?? '').split(/ +/)
  if (type !== 'blob') throw new HttpError(501, `The lab's GitHub lists no folders: ${path} is one.`)
  return { sha, size: Number(size) }
}

function fileShape(call: Call, ref: string, blob: Blob) {
  const repository = repositoryOf(call)
  const path = pathIn(call)
  const self = `${apiUrl(call.world, repository)}/contents/${path}?ref=${ref}`
  const html = `${htmlUrl(call.world, repository)}/blob/${ref}/${path}`
  const git = `${apiUrl(call.world, repository)}/git/blobs/${blob.sha}`
  return {
    type: 'file',
    name: path.split('/').at(-1),
    path,
    ...blob,
    url: self,
    git_url: git,
    html_url: html,
    download_url: `${htmlUrl(call.world, repository)}/raw/${ref}/${path}`,
    _links: { self, git, html }
  }
}

async function read(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const git = gitOf(repository)
  const ref = call.query.get('ref') ?? repository.defaultBranch
  const commit = await resolveCommit(git, ref)
  if (commit === undefined) throw new HttpError(404, `No commit found for the ref ${ref}`)
  const blob = await blobAt(repository, commit, pathIn(call))
  if (blob === undefined) throw notFound()
  const content = await git(['cat-file', 'blob', blob.sha], { encoding: 'base64' })
  return ok({ ...fileShape(call, ref, blob), encoding: 'base64', content })
}

/** No permission of a job lets it change workflows. */
function requireChangeable(call: Call): void {
  const isWorkflow = pathIn(call).startsWith('.github/workflows/')
  if (call.caller.job !== undefined && isWorkflow) {
    throw new HttpError(403, 'Resource not accessible by integration')
  }
}

/** What the file is replaced for has to be named: nobody overwrites what they have not seen. */
function requireSeen(path: string, before: Blob | undefined, given: string | undefined): void {
  if (before === undefined && given === undefined) return
  if (given === undefined) throw new HttpError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.')
  if (given !== before?.sha) throw new HttpError(409, `${path} does not match ${given}`)
}

/** Commits a file's new content to the branch, or its end (null). */
async function replace(call: Call, content: Buffer | null): Promise<Committed> {
  requireChangeable(call)
  const repository = repositoryOf(call)
  const git = gitOf(repository)
  const path = pathIn(call)
  const branch = textIn(call, 'branch') ?? repository.defaultBranch
  const parent = await resolveCommit(git, `refs/heads/${branch}`)
  if (parent === undefined) throw new HttpError(404, `Branch ${branch} not found`)
  const before = await blobAt(repository, parent, path)
  if (before === undefined && content === null) throw notFound()
  requireSeen(path, before, textIn(call, 'sha'))
  const sha = await writeCommit(git, {
    tree: await changeTree(git, parent, { [path]: content }),
    parents: [parent],
    message: textIn(call, 'message') ?? '',
    author: authorOf(call.caller.user.login),
    date: await dateAfter(repository, parent)
  })
  await following(call, repository, () =>
    git(['update-ref', `refs/heads/${branch}`, sha, parent]).catch(() => {
      throw new HttpError(409, `${branch} has moved meanwhile`)
    })
  )
  const blob = await blobAt(repository, sha, path)
  const shape = gitCommitShape(call.world, repository, await readCommit(git, sha))
  const file = blob === undefined ? null : fileShape(call, branch, blob)
  return { isNew: before === undefined, body: { content: file, commit: shape } }
}
type Committed = Readonly<{ isNew: boolean; body: object }>

async function write(call: Call): Promise<Reply> {
  const { isNew, body } = await replace(call, Buffer.from(textIn(call, 'content') ?? '', 'base64'))
  return { status: isNew ? 201 : 200, body }
}

async function remove(call: Call): Promise<Reply> {
  const { body } = await replace(call, null)
  return ok(body)
}

const CONTENTS = '/repos/{owner}/{repo}/contents/{path+}'

/** Operations on files. */
export const fileRoutes: readonly Route[] = [
  { operation: `GET ${CONTENTS}`, needs: needs('contents'), handle: read },
  { operation: `PUT ${CONTENTS}`, needs: needs('contents', 'write'), handle: write },
  { operation: `DELETE ${CONTENTS}`, needs: needs('contents', 'write'), handle: remove }
]
