/** Runs that follow other runs: `workflow_run`. */
import { readCommit } from './git/history.ts'
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

/** Tells workflows that follow runs how far a run has come. */
export function createFollowUps(world: World): (run: Run, status: Status) => void {
  const told = new Set<string>()
  const depths = new Map<number, number>()
  const follow = async (record: RunRecord, action: Action): Promise<void> => {
    const { run } = record
    const repository = repositoryNamed(world.store, run.event.repository)
    const git = gitOf(repository)
    const tip = await defaultTip(repository)
    const asks = await git(['grep', '-l', 'workflow_run', tip.sha, '--', '.github/workflows'], {
      accept: [1]
    })
    if (asks === '') return
    const shown = runShape(world, record, await readCommit(git, headSha(run.event)))
    const event = workflowRunEvent(world, repository, {
      ...tip,
      actor: record.triggeringActor,
      action,
      run: shown
    })
    for (const { id } of await world.raised.raise(event)) depths.set(id, (depths.get(run.id) ?? 0) + 1)
  }
  return (run, status) => {
    // A run that waits for an approval has begun already.
    if (status === 'waiting' || !world.raised.isHeard()) return
    const action = ACTIONS[status]
    const key = `${run.id}/${run.attempt}/${action}`
    const isAgain = action === 'requested' && run.attempt > 1
    if (told.has(key) || isAgain || (depths.get(run.id) ?? 0) >= LONGEST_CHAIN) return
    told.add(key)
    const record = world.store.runs.get(run.id)
    // As it is now: it goes on while others are told of it.
    if (record !== undefined) world.raised.take(follow({ ...record }, action))
  }
}
