/** The environment's gate, attacked: what nobody else approved is not applied, and the reader learns why. */
import { expect, test } from '@jest/globals'
import type { EnvironmentRules } from '../../lab/github/records.ts'
import type { RunResult } from '../../lab/runner/ports.ts'
import { approve, entries, type Ledger, reject, type Review } from './ledger.ts'
import { annotationsOf, applyJob, conclusionsOf } from './results.ts'
import { stateOf } from './state.ts'
import { startWorld, type World } from './world.ts'

const MINUTES = 60_000
const STACK = 'rent'
type Done = Readonly<{ ledger: Ledger; runs: readonly RunResult[] }>

/** A change is merged and reviewed so. */
async function mergeChange(world: World, review: Review, rules?: EnvironmentRules): Promise<Done> {
  const ledger = await world.ledger()
  ledger.stacks(STACK)
  if (rules !== undefined) ledger.protect(rules)
  const { number } = await ledger.open('Raise the rent', entries({ rent: 'two' }))
  return { ledger, runs: await ledger.merge(number, review) }
}

async function expectRefused({ ledger, runs }: Done, reason: string): Promise<void> {
  expect(conclusionsOf(runs)).toEqual(['failure'])
  expect(applyJob(runs)?.log).toContain(reason)
  expect(await stateOf(ledger, STACK)).toBeUndefined()
}

test.concurrent(
  'a rejected deployment applies nothing',
  async () => {
    await using world = await startWorld()
    const { ledger, runs } = await mergeChange(world, reject)
    expect(conclusionsOf(runs)).toEqual(['failure'])
    expect(await stateOf(ledger, STACK)).toBeUndefined()
  },
  5 * MINUTES
)

test.concurrent(
  'an approval that comes when what was checked holds no longer applies nothing',
  async () => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks(STACK)
    ledger.set({ NOT_AFTER: '2026-01-31T16:00:00Z' })
    const { number } = await ledger.open('Raise the rent', entries({ rent: 'two' }))
    await expectRefused({ ledger, runs: await ledger.merge(number) }, 'held until 2026-01-31T16:00:00.000Z')
  },
  5 * MINUTES
)

test.concurrent(
  'the author’s own approval is refused',
  async () => {
    await using world = await startWorld()
    const done = await mergeChange(world, () => ({ state: 'approved', comment: '', user: 'ada' }), {
      reviewers: ['ada', 'grace'],
      branches: ['main']
    })
    await expectRefused(done, 'self-approved')
  },
  5 * MINUTES
)

test.concurrent(
  'an environment without reviewers is no gate',
  async () => {
    await using world = await startWorld()
    await expectRefused(await mergeChange(world, approve, { branches: ['main'] }), 'unprotected-environment')
  },
  5 * MINUTES
)

test.concurrent(
  'an environment that any branch may use is no gate',
  async () => {
    await using world = await startWorld()
    const rules = { reviewers: ['grace'], preventSelfReview: true }
    await expectRefused(await mergeChange(world, approve, rules), 'unprotected-environment')
  },
  5 * MINUTES
)

test.concurrent(
  'what was reviewed and approved is applied; the next push plans empty and asks nobody',
  async () => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks(STACK)
    const proposed = await ledger.propose('Raise the rent', entries({ rent: 'two' }))
    expect(annotationsOf(proposed.runs)).not.toContain('error')
    const runs = await ledger.merge(proposed.number)
    expect(annotationsOf(runs)).not.toContain('error')
    expect(conclusionsOf(runs)).toEqual(['success'])
    expect(await stateOf(ledger, STACK)).toMatchObject({ outputs: { entries: { value: { rent: 'two' } } } })
    expect(applyJob(runs)?.summary).toContain('grace')
    expect(ledger.comment(proposed.number)).toMatch(/applied/i)

    const again = await ledger.open('Say more', { 'README.md': 'A ledger.\n' })
    const next = await ledger.merge(again.number, () => {
      throw new Error('nobody may be asked')
    })
    expect(conclusionsOf(next)).toEqual(['success'])
    expect(applyJob(next)).toBeUndefined()
  },
  5 * MINUTES
)
