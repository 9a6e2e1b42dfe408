/** Commits, branches and trees, read from the bare repository. */
import { resolveCommit } from '../git/git.ts'
import { changedFiles, readCommit } from '../git/history.ts'
import { type Call, HttpError, needs, notFound, ok, type Reply, repositoryOf, type Route } from '../route.ts'
import { commitShape, fileShape, gitCommitShape } from '../shapes/commit.ts'
import { apiUrl, htmlUrl } from '../shapes/repository.ts'
import { gitOf } from '../world.ts'

/** The tree that every repository's first commit is compared with. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

async function commitOf(call: Call, ref: string): Promise<string> {
  const sha = await resolveCommit(gitOf(repositoryOf(call)), ref)
  if (sha === undefined) throw new HttpError(422, `No commit found for SHA: ${ref}`)
  return sha
}

async function getCommit(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const git = gitOf(repository)
  const commit = await readCommit(git, await commitOf(call, call.params['ref'] ?? ''))
  const files = await changedFiles(git, commit.parents[0] ?? EMPTY_TREE, commit.sha)
  const additions = files.reduce((sum, file) => sum + file.additions, 0)
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0)
  return ok({
    ...commitShape(call.world, repository, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map((file) => fileShape(call.world, { repository, sha: commit.sha }, file))
  })
}

async function getGitCommit(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const sha = await commitOf(call, call.params['commit_sha'] ?? '').catch(() => undefined)
  if (sha === undefined) throw notFound()
  return ok(gitCommitShape(call.world, repository, await readCommit(gitOf(repository), sha)))
}

async function getTree(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const given = call.params['tree_sha'] ?? ''
  const git = gitOf(repository)
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${given}^{tree}`]
  const sha = (await git(args, { accept: [1, 128] })).trim()
  if (sha === '') throw notFound()
  const recursive = call.query.has('recursive') ? ['-r', '-t'] : []
  const listing = await git(['ls-tree', '-z', '--long', ...recursive, sha])
  const url = `${apiUrl(call.world, repository)}/git`
  const tree = listing
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => treeEntry(url, line))
  return ok({ sha, url: `${url}/trees/${sha}`, tree, truncated: false })
}

function treeEntry(url: string, line: string): Record<string, unknown> {
  const [facts = '', path = ''] = line.split('\t')
  const [mode, type, sha, size] = facts.split(/ +/)
  const entry = { path, mode, type, sha, url: `${url}/${type}s/${sha}` }
  return type === 'blob' ? { ...entry, size: Number(size) } : entry
}

async function getBranch(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const name = call.params['branch'] ?? ''
  const git = gitOf(repository)
  const sha = await resolveCommit(git, `refs/heads/${name}`)
  if (sha === undefined) throw new HttpError(404, 'Branch not found')
  const self = `${apiUrl(call.world, repository)}/branches/${name}`
  return ok({
    name,
    commit: commitShape(call.world, repository, await readCommit(git, sha)),
    _links: { self, html: `${htmlUrl(call.world, repository)}/tree/${name}` },
    protected: repository.protectedBranches.has(name),
    protection: { enabled: repository.protectedBranches.has(name) },
    protection_url: `${self}/protection`
  })
}

const REPOSITORY = '/repos/{owner}/{repo}'
const read = needs('contents')

/** Git operations. */
export const contentRoutes: readonly Route[] = [
  { operation: `GET ${REPOSITORY}/commits/{ref}`, needs: read, handle: getCommit },
  { operation: `GET ${REPOSITORY}/branches/{branch}`, needs: read, handle: getBranch },
  { operation: `GET ${REPOSITORY}/git/commits/{commit_sha}`, needs: read, handle: getGitCommit },
  { operation: `GET ${REPOSITORY}/git/trees/{tree_sha}`, needs: read, handle: getTree }
]
