/** An apply that failed and is run again: it goes by the run's plan and by the run's approvals, whoever repeats it. */
import { expect, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { approve, entries, type Ledger, type Review } from './ledger.ts'
import { annotationsOf, applyJob, jobsOf } from './results.ts'
import { lockState, stateOf, unlockState } from './state.ts'
import { startWorld, type World } from './world.ts'

const MINUTES = 60_000
const STACK = 'rent'

type Failed = Readonly<{ ledger: Ledger; run: RunResult }>

/** A merged change whose apply found the state locked by somebody who has gone since. */
async function failedApply(world: World, review: Review): Promise<Failed> {
  const ledger = await world.ledger()
  ledger.stacks(STACK)
  ledger.set({ LOCK_TIMEOUT: '1s' })
  ledger.protect({ reviewers: ['ada', 'grace'], branches: ['main'] })
  const { number } = await ledger.open('Raise the rent', entries({ rent: 'two' }))
  const [run] = await ledger.merge(number, async (waiting) => {
    await lockState(ledger, STACK, 'eve@laptop')
    return review(waiting)
  })
  await unlockState(ledger, STACK)
  if (run === undefined) throw new Error('The push started nothing.')
  expect(run.conclusion).toBe('failure')
  return { ledger, run }
}

const repeat = (world: World, { run }: RunResult, actor: string): Promise<RunResult> =>
  world.lab.runner.rerun({ runId: run.id, jobs: 'failed', actor })

test.concurrent(
  'the second attempt asks nobody again, reads the first one’s plan, and says that its approval is the run’s',
  async () => {
    await using world = await startWorld()
    const { ledger, run } = await failedApply(world, approve)
    expect(applyJob([run])?.log).toContain('state-locked')
    const plans = world.lab.github.people.artifacts(ledger.repository).map(({ name }) => name)
    const asked = world.lab.github.journal().length

    const again = await repeat(world, run, 'heidi')
    expect(annotationsOf([again])).not.toContain('error')
    expect(again).toMatchObject({ conclusion: 'success', run: { attempt: 2 } })
    expect(world.lab.github.people.approvals(run.run.id)).toHaveLength(1)
    expect(applyJob([again])?.summary).toContain('grace')
    expect(applyJob([again])?.summary).toContain('which review belongs to this job and attempt')
    expect(await stateOf(ledger, STACK)).toMatchObject({ outputs: { entries: { value: { rent: 'two' } } } })

    expect(world.lab.github.people.artifacts(ledger.repository).map(({ name }) => name)).toEqual(plans)
    const reads = world.lab.github.journal().slice(asked)
    expect(reads.map(({ method, path }) => `${method} ${path}`)).toContainEqual(
      expect.stringMatching(/^GET \/repos\/acme\/ledger\/actions\/artifacts\/\d+\/zip$/)
    )
    const rerun = jobsOf([again]).filter(({ job }) => job.name.includes('plan ('))
    expect(rerun.map(({ finishedAt }) => finishedAt)).toEqual(
      jobsOf([run])
        .filter(({ job }) => job.name.includes('plan ('))
        .map(({ finishedAt }) => finishedAt)
    )
  },
  5 * MINUTES
)

/** Who approved the first attempt, who repeats the run, and who is refused. */
const SELVES: readonly (readonly [string, string, string])[] = [
  ['who approved the first attempt and repeats the run', 'grace', 'grace'],
  ['who wrote the change and approved it, when somebody else repeats the run', 'ada', 'heidi']
]

test.concurrent.each(SELVES)(
  'nobody counts %s',
  async (_who, approver, actor) => {
    await using world = await startWorld()
    const { ledger, run } = await failedApply(world, () => ({
      state: 'approved',
      comment: '',
      user: approver
    }))
    const again = await repeat(world, run, actor)
    expect(again.conclusion).toBe('failure')
    expect(applyJob([again])?.log).toContain('self-approved')
    expect(applyJob([again])?.log).toContain(`Only ${approver} approved, who wrote, started or re-ran`)
    expect(await stateOf(ledger, STACK)).toBeUndefined()
  },
  5 * MINUTES
)
