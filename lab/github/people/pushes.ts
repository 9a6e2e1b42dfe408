/** Pushing commits, and what becomes of the pull requests of the branch. */
import type { WorkflowEvent } from '../../runner/ports.ts'
import { changeTree, type FileChanges, writeCommit } from '../git/commits.ts'
import { resolveCommit } from '../git/git.ts'
import { repositoryNamed } from '../store.ts'
import { gitOf, type World } from '../world.ts'
import { type PullPlace, pullAt, refreshPulls } from './pulls.ts'
import { NO_COMMIT, pushEvent, tagEvent } from './push-events.ts'
import { authorOf, dateAfter } from './repositories.ts'

export type Push = Readonly<{
  repository: string
  /** Made from the default branch when it does not exist. */
  branch: string
  files: FileChanges
  message: string
  /** Login of author and committer. */
  author: string
}>

export type Pushed = Readonly<{
  sha: string
  event: WorkflowEvent
  /** `synchronize` events of the open pull requests that have this branch as their head. */
  synchronized: readonly WorkflowEvent[]
}>

/** Commits the changes onto the branch and pushes it. */
export async function pushCommit(world: World, push: Push): Promise<Pushed> {
  const repository = repositoryNamed(world.store, push.repository)
  const git = gitOf(repository)
  const before = await resolveCommit(git, `refs/heads/${push.branch}`)
  const parent = before ?? (await resolveCommit(git, `refs/heads/${repository.defaultBranch}`))
  if (parent === undefined) throw new Error(`${repository.fullName} has no commit to push onto.`)
  const sha = await writeCommit(git, {
    tree: await changeTree(git, parent, push.files),
    parents: [parent],
    message: push.message,
    author: authorOf(push.author),
    date: await dateAfter(repository, parent)
  })
  await git(['update-ref', `refs/heads/${push.branch}`, sha])
  const moved = { branch: push.branch, before: before ?? NO_COMMIT, after: sha, pusher: push.author }
  return {
    sha,
    event: await pushEvent(world, repository, moved),
    synchronized: await refreshPulls(world, repository, moved)
  }
}

/** Pushes a further commit to the pull request's branch. */
export async function updatePullRequest(
  world: World,
  change: PullPlace & Readonly<{ files: FileChanges; message: string; author: string }>
): Promise<Readonly<{ sha: string; event: WorkflowEvent }>> {
  const { pull } = pullAt(world, change)
  const { sha, synchronized } = await pushCommit(world, {
    repository: pull.headRepository,
    branch: pull.headRef,
    files: change.files,
    message: change.message,
    author: change.author
  })
  const event = synchronized.find((one) => one.payload['number'] === change.number)
  if (event === undefined)
    throw new Error(`Pull request #${change.number} is closed: it takes no more commits.`)
  return { sha, event }
}

export type TagPush = Readonly<{ repository: string; tag: string; at: string; pusher: string }>

/** Pushes a tag of the commit that `at` names. */
export async function pushTag(
  world: World,
  { repository: name, tag, at, pusher }: TagPush
): Promise<Readonly<{ sha: string; event: WorkflowEvent }>> {
  const repository = repositoryNamed(world.store, name)
  const git = gitOf(repository)
  const sha = await resolveCommit(git, at)
  if (sha === undefined) throw new Error(`${repository.fullName} has no commit ${at} to tag ${tag}.`)
  await git(['update-ref', `refs/tags/${tag}`, sha])
  return { sha, event: await tagEvent(world, repository, { tag, sha, pusher }) }
}
