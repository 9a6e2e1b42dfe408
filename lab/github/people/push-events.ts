/** Events of branches and tags as GitHub's webhooks deliver them. */
import type { WorkflowEvent } from '../../runner/ports.ts'
import {
  changedFiles,
  type CommitInfo,
  commitsBetween,
  commitsOnlyOn,
  mergeBase,
  readCommit
} from '../git/history.ts'
import type { Repository } from '../records.ts'
import { emailOf, loginOf } from '../shapes/commit.ts'
import { htmlUrl } from '../shapes/repository.ts'
import { gitOf, type World } from '../world.ts'
import { whereAndWho } from './webhook.ts'

/** The id that stands for no commit: a branch's before it was made, or after it was deleted. */
export const NO_COMMIT = '0'.repeat(40)

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** Of a push of more commits GitHub makes no diff. */
const MOST_COMMITS = 1_000

export type Moved = Readonly<{ branch: string; before: string; after: string; pusher: string }>

/** A branch moved from one commit to another. */
export async function pushEvent(world: World, repository: Repository, push: Moved): Promise<WorkflowEvent> {
  const git = gitOf(repository)
  const fresh = push.before === NO_COMMIT
  const commits = fresh
    ? await commitsOnlyOn(git, push.branch, push.after)
    : await commitsBetween(git, push.before, push.after)
  // A new branch is compared with what its deepest new commit came after.
  const from = fresh
    ? commits[0] === undefined
      ? push.after
      : (commits[0].parents[0] ?? EMPTY_TREE)
    : push.before
  const moved = {
    ref: `refs/heads/${push.branch}`,
    before: push.before,
    after: push.after,
    created: fresh,
    forced: !fresh && (await mergeBase(git, push.before, push.after)) !== push.before,
    pusher: push.pusher
  }
  const files = commits.length > MOST_COMMITS ? undefined : await changedFiles(git, from, push.after)
  return {
    ...(await eventOf(world, repository, { ...moved, commits })),
    changedFiles: files?.map((file) => file.path) ?? 'unknown'
  }
}

/** A tag was made. */
export function tagEvent(
  world: World,
  repository: Repository,
  { tag, sha, pusher }: Readonly<{ tag: string; sha: string; pusher: string }>
): Promise<WorkflowEvent> {
  return eventOf(world, repository, {
    ref: `refs/tags/${tag}`,
    before: NO_COMMIT,
    after: sha,
    created: true,
    forced: false,
    commits: [],
    pusher
  })
}

type Facts = Readonly<{
  ref: string
  before: string
  after: string
  created: boolean
  forced: boolean
  commits: readonly CommitInfo[]
  pusher: string
}>

async function eventOf(world: World, repository: Repository, facts: Facts): Promise<WorkflowEvent> {
  const { ref, before, after, created, forced, commits, pusher } = facts
  const head = await readCommit(gitOf(repository), after)
  return {
    repository: repository.fullName,
    name: 'push',
    payload: {
      ref,
      before,
      after,
      base_ref: null,
      created,
      deleted: false,
      forced,
      compare: `${htmlUrl(world, repository)}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
      commits: commits.map((commit) => pushedCommit(world, repository, commit)),
      head_commit: pushedCommit(world, repository, head),
      pusher: { name: pusher, email: emailOf(pusher) },
      ...whereAndWho(world, repository, pusher)
    },
    ref,
    sha: after,
    headRef: '',
    baseRef: '',
    actor: pusher,
    changedFiles: []
  }
}

/** A commit as workflows see it: without the lists of its files that webhooks have. */
export function pushedCommit(
  world: World,
  repository: Repository,
  commit: CommitInfo
): Readonly<Record<string, unknown>> {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.date,
    url: `${htmlUrl(world, repository)}/commit/${commit.sha}`,
    author: signatureOf(commit.authorName, commit.authorEmail),
    committer: signatureOf(commit.committerName, commit.committerEmail)
  }
}

function signatureOf(name: string, email: string) {
  const login = loginOf(email)
  return { name, email, ...(login === undefined ? {} : { username: login }) }
}
