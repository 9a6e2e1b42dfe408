/** Events as GitHub's webhooks deliver them. */
import type { WorkflowEvent } from '../../runner/ports.ts'
import {
  changedFiles,
  type ChangedFile,
  type CommitInfo,
  commitsBetween,
  readCommit
} from '../git/history.ts'
import type { Pull, Repository } from '../records.ts'
import { emailOf, loginOf } from '../shapes/commit.ts'
import { pullShape } from '../shapes/pull.ts'
import { htmlUrl, repositoryShape, userShape } from '../shapes/repository.ts'
import { userNamed } from '../store.ts'
import { gitOf, type World } from '../world.ts'

/** The id that stands for no commit: a branch's before it was made, or after it was deleted. */
export const NO_COMMIT = '0'.repeat(40)

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

const common = (world: World, repository: Repository, sender: string) => ({
  repository: repositoryShape(world, repository),
  sender: userShape(world, userNamed(world.store, sender))
})

export type PullAction = 'opened' | 'synchronize' | 'reopened' | 'closed' | 'ready_for_review'

/** What happened to a pull request; runs start from its test merge. */
export function pullRequestEvent(
  world: World,
  place: Readonly<{ repository: Repository; pull: Pull }>,
  what: Readonly<{ action: PullAction; sender: string; before?: string }>
): WorkflowEvent {
  const { repository, pull } = place
  const moved = what.before === undefined ? {} : { before: what.before, after: pull.headSha }
  return {
    repository: repository.fullName,
    name: 'pull_request',
    payload: {
      action: what.action,
      number: pull.number,
      pull_request: pullShape(world, repository, pull),
      ...moved,
      ...common(world, repository, what.sender)
    },
    ref: `refs/pull/${pull.number}/merge`,
    sha: pull.mergeSha ?? pull.headSha,
    headRef: pull.headRef,
    baseRef: pull.baseRef,
    actor: what.sender,
    changedFiles: pull.files.map((file) => file.path)
  }
}

type Push = Readonly<{ branch: string; before: string; after: string; pusher: string }>

/** A branch moved from one commit to another. */
export async function pushEvent(world: World, repository: Repository, push: Push): Promise<WorkflowEvent> {
  const git = gitOf(repository)
  const fresh = push.before === NO_COMMIT
  const history = fresh ? [] : await commitsBetween(git, push.before, push.after)
  const commits = history.length > 0 ? history : [await readCommit(git, push.after)]
  const shown = await Promise.all(commits.map((commit) => pushedCommit(world, repository, commit)))
  const from = fresh ? (commits[0]?.parents[0] ?? EMPTY_TREE) : push.before
  const files = await changedFiles(git, from, push.after)
  return {
    repository: repository.fullName,
    name: 'push',
    payload: {
      ref: `refs/heads/${push.branch}`,
      before: push.before,
      after: push.after,
      base_ref: null,
      created: fresh,
      deleted: false,
      forced: false,
      compare: `${htmlUrl(world, repository)}/compare/${push.before.slice(0, 12)}...${push.after.slice(0, 12)}`,
      commits: shown,
      head_commit: shown.at(-1),
      pusher: { name: push.pusher, email: emailOf(push.pusher) },
      ...common(world, repository, push.pusher)
    },
    ref: `refs/heads/${push.branch}`,
    sha: push.after,
    headRef: '',
    baseRef: '',
    actor: push.pusher,
    changedFiles: files.map((file) => file.path)
  }
}

async function pushedCommit(
  world: World,
  repository: Repository,
  commit: CommitInfo
): Promise<Record<string, unknown>> {
  const files = await changedFiles(gitOf(repository), commit.parents[0] ?? EMPTY_TREE, commit.sha)
  const pathsOf = (status: ChangedFile['status']): readonly string[] =>
    files.filter((file) => file.status === status).map((file) => file.path)
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.date,
    url: `${htmlUrl(world, repository)}/commit/${commit.sha}`,
    author: signatureOf(commit.authorName, commit.authorEmail),
    committer: signatureOf(commit.committerName, commit.committerEmail),
    added: pathsOf('added'),
    removed: pathsOf('removed'),
    modified: pathsOf('modified')
  }
}

function signatureOf(name: string, email: string) {
  const login = loginOf(email)
  return { name, email, ...(login === undefined ? {} : { username: login }) }
}

type Dispatch = Readonly<{
  workflow: string
  ref: string
  sha: string
  inputs: Readonly<Record<string, string>>
  actor: string
}>

/** A person started a workflow by hand. */
export function dispatchEvent(world: World, repository: Repository, dispatch: Dispatch): WorkflowEvent {
  return {
    repository: repository.fullName,
    name: 'workflow_dispatch',
    payload: {
      inputs: dispatch.inputs,
      ref: dispatch.ref,
      workflow: dispatch.workflow,
      ...common(world, repository, dispatch.actor)
    },
    ref: dispatch.ref,
    sha: dispatch.sha,
    headRef: '',
    baseRef: '',
    actor: dispatch.actor,
    inputs: dispatch.inputs,
    workflow: dispatch.workflow,
    changedFiles: []
  }
}

type Queued = Readonly<{ headRef: string; headSha: string; pull: Pull; sender: string }>

/** The merge queue asks for checks of a group of pull requests. */
export async function mergeGroupEvent(
  world: World,
  repository: Repository,
  queued: Queued
): Promise<WorkflowEvent> {
  const git = gitOf(repository)
  const { pull } = queued
  const files = await changedFiles(git, pull.baseSha, queued.headSha)
  const head = await readCommit(git, queued.headSha)
  return {
    repository: repository.fullName,
    name: 'merge_group',
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: queued.headSha,
        head_ref: queued.headRef,
        base_sha: pull.baseSha,
        base_ref: `refs/heads/${pull.baseRef}`,
        head_commit: await pushedCommit(world, repository, head)
      },
      ...common(world, repository, queued.sender)
    },
    ref: queued.headRef,
    sha: queued.headSha,
    headRef: '',
    baseRef: '',
    actor: queued.sender,
    changedFiles: files.map((file) => file.path)
  }
}
