/** Starting workflows without a change: by hand, and when their time has come. */
import type { WorkflowEvent } from '../../runner/ports.ts'
import { resolveCommit } from '../git/git.ts'
import type { Repository } from '../records.ts'
import { repositoryNamed } from '../store.ts'
import { gitOf, type World } from '../world.ts'
import { dispatchEvent, scheduleEvent } from './start-events.ts'

export type Dispatch = Readonly<{
  repository: string
  /** .github/workflows/ci-apply.yml */
  workflow: string
  /** Branch, tag or full ref. */
  ref: string
  inputs?: Readonly<Record<string, string>>
  actor: string
}>

export type Tick = Readonly<{ repository: string; cron: string; actor: string }>

/** The event of a manual start; rejects when there is no such ref. */
export async function dispatchWorkflow(world: World, given: Dispatch): Promise<WorkflowEvent> {
  const repository = repositoryNamed(world.store, given.repository)
  const found = await findRef(repository, given.ref)
  if (found === undefined) {
    throw new Error(`${repository.fullName} has no branch or tag ${given.ref} to run ${given.workflow} on.`)
  }
  const { workflow, inputs = {}, actor } = given
  return dispatchEvent(world, repository, { workflow, ...found, inputs, actor })
}

/** A branch or tag as a full ref, with its commit. */
export async function findRef(
  repository: Repository,
  name: string
): Promise<Readonly<{ ref: string; sha: string }> | undefined> {
  const candidates = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`]
  for (const ref of candidates) {
    const sha = await resolveCommit(gitOf(repository), ref)
    if (sha !== undefined) return { ref, sha }
  }
  return undefined
}

/** The newest commit of the default branch, where everything runs that is of no ref. */
export async function defaultTip(repository: Repository): Promise<Readonly<{ ref: string; sha: string }>> {
  const tip = await findRef(repository, `refs/heads/${repository.defaultBranch}`)
  if (tip === undefined) throw new Error(`${repository.fullName} has no branch ${repository.defaultBranch}.`)
  return tip
}

/** The event of a schedule. */
export async function tick(world: World, { repository: name, cron, actor }: Tick): Promise<WorkflowEvent> {
  const repository = repositoryNamed(world.store, name)
  return scheduleEvent(world, repository, { ...(await defaultTip(repository)), cron, actor })
}
