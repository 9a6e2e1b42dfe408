import type { ChangedFile, CommitInfo } from '../git/history.ts'
import type { Repository } from '../records.ts'
import { userNamed } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, htmlUrl, nodeId, userShape } from './repository.ts'
import type { Shape } from './schema.ts'

const NO_REPLY = /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/

/** Whom GitHub writes as committer of what is merged in the browser: its account web-flow. */
export const WEB_FLOW = { name: 'GitHub', email: 'noreply@github.com' }

/** The login in a commit's private e-mail address, by which GitHub knows its author. */
export const loginOf = (email: string): string | undefined =>
  email === WEB_FLOW.email ? 'web-flow' : NO_REPLY.exec(email)?.[1]

/** The private e-mail address of a login. */
export const emailOf = (login: string): string => `${login}@users.noreply.github.com`

const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }

const authorOf = (commit: CommitInfo) => ({
  name: commit.authorName,
  email: commit.authorEmail,
  date: commit.date
})
const committerOf = (commit: CommitInfo) => ({
  name: commit.committerName,
  email: commit.committerEmail,
  date: commit.date
})

function accountOf(world: World, email: string) {
  const login = loginOf(email)
  return login === undefined ? null : userShape(world, userNamed(world.store, login))
}

const parentsOf = (world: World, repository: Repository, commit: CommitInfo) =>
  commit.parents.map((sha) => ({
    sha,
    url: `${apiUrl(world, repository)}/commits/${sha}`,
    html_url: `${htmlUrl(world, repository)}/commit/${sha}`
  }))

/** A commit with the accounts of its authors. */
export function commitShape(world: World, repository: Repository, commit: CommitInfo) {
  return {
    url: `${apiUrl(world, repository)}/commits/${commit.sha}`,
    sha: commit.sha,
    node_id: nodeId(`Commit${commit.sha}`, repository.id),
    html_url: `${htmlUrl(world, repository)}/commit/${commit.sha}`,
    comments_url: `${apiUrl(world, repository)}/commits/${commit.sha}/comments`,
    commit: {
      url: `${apiUrl(world, repository)}/git/commits/${commit.sha}`,
      author: authorOf(commit),
      committer: committerOf(commit),
      message: commit.message,
      tree: { sha: commit.tree, url: `${apiUrl(world, repository)}/git/trees/${commit.tree}` },
      comment_count: 0,
      verification: UNSIGNED
    },
    author: accountOf(world, commit.authorEmail),
    committer: accountOf(world, commit.committerEmail),
    parents: parentsOf(world, repository, commit)
  } satisfies Shape<'commit'>
}

/** A commit as the git database shows it, without accounts. */
export function gitCommitShape(world: World, repository: Repository, commit: CommitInfo) {
  return {
    sha: commit.sha,
    node_id: nodeId(`Commit${commit.sha}`, repository.id),
    url: `${apiUrl(world, repository)}/git/commits/${commit.sha}`,
    html_url: `${htmlUrl(world, repository)}/commit/${commit.sha}`,
    author: authorOf(commit),
    committer: committerOf(commit),
    message: commit.message,
    tree: { sha: commit.tree, url: `${apiUrl(world, repository)}/git/trees/${commit.tree}` },
    parents: parentsOf(world, repository, commit),
    verification: UNSIGNED
  } satisfies Shape<'git-commit'>
}

/** A commit as a run embeds it. */
export function simpleCommitShape(commit: CommitInfo) {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.date,
    author: { name: commit.authorName, email: commit.authorEmail },
    committer: { name: commit.committerName, email: commit.committerEmail }
  } satisfies Shape<'simple-commit'>
}

/** A changed file of a commit or pull request, without its patch. */
export function fileShape(
  world: World,
  place: Readonly<{ repository: Repository; sha: string }>,
  file: ChangedFile
) {
  const path = file.path.split('/').map(encodeURIComponent).join('/')
  return {
    sha: file.blob === '' ? null : file.blob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${htmlUrl(world, place.repository)}/blob/${place.sha}/${path}`,
    raw_url: `${htmlUrl(world, place.repository)}/raw/${place.sha}/${path}`,
    contents_url: `${apiUrl(world, place.repository)}/contents/${path}?ref=${place.sha}`
  } satisfies Shape<'diff-entry'>
}
