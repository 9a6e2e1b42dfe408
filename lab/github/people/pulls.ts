/** Opening, reviewing and merging pull requests, by real git merges. */
import type { WorkflowEvent } from '../../runner/ports.ts'
import { mergeTrees, writeCommit } from '../git/commits.ts'
import { resolveCommit } from '../git/git.ts'
import { changedSince, commitsBetween, readCommit } from '../git/history.ts'
import type { Repository } from '../records.ts'
import type { Pull, PullReview } from '../talk-records.ts'
import { WEB_FLOW } from '../shapes/commit.ts'
import { repositoryNamed, userNamed } from '../store.ts'
import { gitOf, type World } from '../world.ts'
import { mergeGroupEvent, pullRequestEvent } from './events.ts'
import { pushEvent } from './push-events.ts'
import { authorOf, dateAfter } from './repositories.ts'

export type NewPull = Readonly<{
  repository: string
  /** Branch with the change. */
  head: string
  base: string
  title: string
  author: string
  body?: string
  draft?: boolean
  /** Full name of the fork that holds the head branch. */
  fork?: string
}>

export type PullPlace = Readonly<{ repository: string; number: number }>

/** The repository and its pull request of that number. */
export function pullAt(world: World, place: PullPlace): Readonly<{ repository: Repository; pull: Pull }> {
  const repository = repositoryNamed(world.store, place.repository)
  const pull = repository.pulls.get(place.number)
  if (pull === undefined) throw new Error(`${repository.fullName} has no pull request #${place.number}.`)
  return { repository, pull }
}

/** Opens a pull request of a pushed branch. */
export async function openPullRequest(
  world: World,
  wanted: NewPull
): Promise<Readonly<{ number: number; event: WorkflowEvent }>> {
  const { store } = world
  const repository = repositoryNamed(store, wanted.repository)
  const now = store.timestamp()
  const pull: Pull = {
    id: store.nextId(),
    number: repository.nextIssue,
    title: wanted.title,
    body: wanted.body ?? '',
    author: userNamed(store, wanted.author),
    draft: wanted.draft ?? false,
    state: 'open',
    headRepository: repositoryNamed(store, wanted.fork ?? wanted.repository).fullName,
    headRef: wanted.head,
    headSha: '',
    headMessage: '',
    baseRef: wanted.base,
    baseSha: '',
    mergeSha: null,
    mergeable: false,
    createdAt: now,
    updatedAt: now,
    commits: 0,
    files: [],
    reviews: []
  }
  await refresh(world, repository, pull)
  repository.nextIssue += 1
  repository.pulls.set(pull.number, pull)
  const what = { action: 'opened', sender: wanted.author } as const
  return { number: pull.number, event: pullRequestEvent(world, { repository, pull }, what) }
}

/** Reads both branches anew: refs/pull/N/head, the test merge in refs/pull/N/merge, and the counts. */
async function refresh(world: World, repository: Repository, pull: Pull): Promise<void> {
  const git = gitOf(repository)
  const head = repositoryNamed(world.store, pull.headRepository)
  const place = `refs/pull/${pull.number}`
  const branch = `refs/heads/${pull.headRef}`
  if (head === repository) await git(['update-ref', `${place}/head`, branch])
  else await git(['fetch', '--quiet', head.gitFolder, `+${branch}:${place}/head`])
  const base = await resolveCommit(git, `refs/heads/${pull.baseRef}`)
  const sha = await resolveCommit(git, `${place}/head`)
  if (base === undefined || sha === undefined) {
    throw new Error(
      `${repository.fullName} has no branch ${base === undefined ? pull.baseRef : pull.headRef}.`
    )
  }
  pull.baseSha = base
  pull.headSha = sha
  pull.headMessage = (await readCommit(git, sha)).message
  await testMerge(repository, pull)
  pull.files = await changedSince(git, base, sha)
  pull.commits = (await commitsBetween(git, base, sha)).length
  pull.updatedAt = world.store.timestamp()
}

async function testMerge(repository: Repository, pull: Pull): Promise<void> {
  const git = gitOf(repository)
  const tree = await mergeTrees(git, pull.baseSha, pull.headSha)
  pull.mergeable = tree !== undefined
  if (tree === undefined) {
    pull.mergeSha = null
    return
  }
  pull.mergeSha = await writeCommit(git, {
    tree,
    parents: [pull.baseSha, pull.headSha],
    message: `Merge ${pull.headSha} into ${pull.baseSha}`,
    author: authorOf(pull.author.login),
    committer: WEB_FLOW,
    date: await dateAfter(repository, pull.headSha)
  })
  await git(['update-ref', `refs/pull/${pull.number}/merge`, pull.mergeSha])
}

type Moved = Readonly<{ branch: string; before: string; pusher: string }>

/** After a push: new test merges for what goes into the branch, `synchronize` for what comes from it. */
export async function refreshPulls(
  world: World,
  pushed: Repository,
  moved: Moved
): Promise<readonly WorkflowEvent[]> {
  const events: WorkflowEvent[] = []
  for (const repository of world.store.repositories.values()) {
    for (const pull of repository.pulls.values()) {
      if (pull.state === 'closed') continue
      const from = pull.headRepository === pushed.fullName && pull.headRef === moved.branch
      const into = repository === pushed && pull.baseRef === moved.branch
      if (from || into) await refresh(world, repository, pull)
      if (!from) continue
      const what = { action: 'synchronize', sender: moved.pusher, before: moved.before } as const
      events.push(pullRequestEvent(world, { repository, pull }, what))
    }
  }
  return events
}

export type Merge = PullPlace & Readonly<{ by: string; method: 'merge' | 'squash' }>

export type Merged = Readonly<{ sha: string; event: WorkflowEvent; closed: WorkflowEvent }>

/** Merges; `event` is the push to the base branch, `closed` what it means to the pull request. */
export async function mergePullRequest(world: World, merge: Merge): Promise<Merged> {
  const { repository, pull } = pullAt(world, merge)
  if (pull.state === 'closed') throw new Error(`Pull request #${pull.number} is closed already.`)
  await refresh(world, repository, pull)
  const before = pull.baseSha
  const sha = await mergeCommit(repository, pull, merge)
  await gitOf(repository)(['update-ref', `refs/heads/${pull.baseRef}`, sha])
  pull.state = 'closed'
  pull.mergeSha = sha
  pull.mergedBy = userNamed(world.store, merge.by)
  pull.mergedAt = world.store.timestamp()
  pull.updatedAt = pull.mergedAt
  const moved = { branch: pull.baseRef, before, after: sha, pusher: merge.by }
  await refreshPulls(world, repository, moved)
  const what = { action: 'closed', sender: merge.by } as const
  return {
    sha,
    event: await pushEvent(world, repository, moved),
    closed: pullRequestEvent(world, { repository, pull }, what)
  }
}

async function mergeCommit(repository: Repository, pull: Pull, merge: Merge): Promise<string> {
  const git = gitOf(repository)
  const tree = await mergeTrees(git, pull.baseSha, pull.headSha)
  if (tree === undefined) throw new Error(`Pull request #${pull.number} conflicts with ${pull.baseRef}.`)
  const owner = pull.headRepository.split('/')[0]
  const squash = merge.method === 'squash'
  return writeCommit(git, {
    tree,
    parents: squash ? [pull.baseSha] : [pull.baseSha, pull.headSha],
    message: squash
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${owner}/${pull.headRef}\n\n${pull.title}`,
    author: authorOf(squash ? pull.author.login : merge.by),
    committer: WEB_FLOW,
    date: await dateAfter(repository, pull.headSha)
  })
}

/** Closes without merging. */
export function closePullRequest(
  world: World,
  place: PullPlace & Readonly<{ by: string }>
): Readonly<{ event: WorkflowEvent }> {
  const { repository, pull } = pullAt(world, place)
  pull.state = 'closed'
  pull.updatedAt = world.store.timestamp()
  const what = { action: 'closed', sender: place.by } as const
  return { event: pullRequestEvent(world, { repository, pull }, what) }
}

/** Puts the pull request into the merge queue: checks are asked for its merge, on a branch of the queue. */
export async function queuePullRequest(
  world: World,
  place: PullPlace & Readonly<{ by: string }>
): Promise<Readonly<{ sha: string; event: WorkflowEvent }>> {
  const { repository, pull } = pullAt(world, place)
  await refresh(world, repository, pull)
  const sha = await mergeCommit(repository, pull, { ...place, method: 'merge' })
  const headRef = `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${pull.number}-${pull.baseSha}`
  await gitOf(repository)(['update-ref', headRef, sha])
  return {
    sha,
    event: await mergeGroupEvent(world, repository, { headRef, headSha: sha, pull, sender: place.by })
  }
}

export type NewReview = PullPlace & Readonly<{ user: string; state: PullReview['state']; body?: string }>

/** Leaves a review on the pull request. */
export function reviewPullRequest(world: World, given: NewReview): void {
  const { pull } = pullAt(world, given)
  pull.reviews.push({
    id: world.store.nextId(),
    user: userNamed(world.store, given.user),
    state: given.state,
    body: given.body ?? '',
    commit: pull.headSha,
    submittedAt: world.store.timestamp()
  })
}
