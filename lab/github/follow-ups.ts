/** Runs that follow other runs: `workflow_run`. */
import type { Git } from './git/git.ts'
import { readCommit } from './git/history.ts'
import { remembered } from './git/memory.ts'
import { workflowRunEvent } from './people/start-events.ts'
import { defaultTip } from './people/starts.ts'
import type { Run, Status } from '../runner/ports.ts'
import type { RunRecord } from './records.ts'
import { headSha, runShape } from './shapes/run.ts'
import { repositoryNamed } from './store.ts'
import { gitOf, type World } from './world.ts'

/** How many runs may follow each other. */
const LONGEST_CHAIN = 3

const ACTIONS = { queued: 'requested', in_progress: 'in_progress', completed: 'completed' } as const
type Action = (typeof ACTIONS)[keyof typeof ACTIONS]

const filesThatFollow = (git: Git, sha: string): Promise<string> =>
  remembered(git, ['follows', sha], () =>
    git(['grep', '-l', 'workflow_run', sha, '--', '.github/workflows'], { accept: [1] })
  )

/** How many runs a run follows. */
function depthOf(world: World, { event }: Run): number {
  const followed = event.payload['workflow_run'] as Readonly<{ id: number }> | undefined
  const parent = followed === undefined ? undefined : world.store.runs.get(followed.id)
  return parent === undefined ? 0 : 1 + depthOf(world, parent.run)
}

/** Tells workflows that follow runs how far a run has come. */
export function createFollowUps(world: World): (run: Run, status: Status) => void {
  const told = new Set<string>()
  const follow = async (record: RunRecord, action: Action): Promise<void> => {
    const { run } = record
    const repository = repositoryNamed(world.store, run.event.repository)
    const git = gitOf(repository)
    const tip = await defaultTip(repository)
    if ((await filesThatFollow(git, tip.sha)) === '') return
    const shown = runShape(world, record, await readCommit(git, headSha(run.event)))
    const event = workflowRunEvent(world, repository, {
      ...tip,
      actor: record.triggeringActor,
      action,
      run: shown
    })
    await world.raised.raise(event)
  }
  return (run, status) => {
    // A run that waits for an approval has begun already.
    if (status === 'waiting' || !world.raised.isHeard()) return
    const action = ACTIONS[status]
    const key = `${run.id}/${run.attempt}/${action}`
    const isAgain = action === 'requested' && run.attempt > 1
    if (told.has(key) || isAgain || depthOf(world, run) >= LONGEST_CHAIN) return
    told.add(key)
    const record = world.store.runs.get(run.id)
    // As it is now: it goes on while others are told of it.
    if (record !== undefined) world.raised.take(follow({ ...record }, action))
  }
}
