/** Events of pull requests as GitHub's webhooks deliver them. */
import type { WorkflowEvent } from '../../runner/ports.ts'
import { changedFiles, readCommit } from '../git/history.ts'
import type { Repository } from '../records.ts'
import type { Pull } from '../talk-records.ts'
import { pullShape } from '../shapes/pull.ts'
import { gitOf, type World } from '../world.ts'
import { pushedCommit } from './push-events.ts'
import { whereAndWho } from './webhook.ts'

export type PullAction = 'opened' | 'synchronize' | 'reopened' | 'closed' | 'ready_for_review'

/** What happened to a pull request; runs start from its test merge, or from what it was merged into. */
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
      ...whereAndWho(world, repository, what.sender)
    },
    ref: pull.mergedAt === undefined ? `refs/pull/${pull.number}/merge` : `refs/heads/${pull.baseRef}`,
    sha: pull.mergeSha ?? pull.headSha,
    headRef: pull.headRef,
    baseRef: pull.baseRef,
    actor: what.sender,
    changedFiles: pull.files.map((file) => file.path),
    headMessage: pull.headMessage,
    ...(pull.mergeable ? {} : { hasConflict: true })
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
        head_commit: pushedCommit(world, repository, head)
      },
      ...whereAndWho(world, repository, queued.sender)
    },
    ref: queued.headRef,
    sha: queued.headSha,
    headRef: '',
    baseRef: '',
    actor: queued.sender,
    changedFiles: files.map((file) => file.path)
  }
}
