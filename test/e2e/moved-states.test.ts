/** Between plan and approval somebody moves or locks a state, or swaps a plan: each stack of the run has its own end. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { approve, entries, type Ledger, type Waiting } from './ledger.ts'
import { applyJob, conclusionsOf } from './results.ts'
import { applyByHand, lockState, raiseSerial, stateOf } from './state.ts'
import { startWorld, type World } from './world.ts'

const MINUTES = 60_000
let world: World
let ledger: Ledger
let runs: readonly RunResult[]

beforeAll(async () => {
  world = await startWorld()
  ledger = await world.ledger()
  ledger.set({ LOCK_TIMEOUT: '1s' })
  const touched = { stack: 'touched', variables: { further: { fees: 'as the form says' } } }
  ledger.stacks('honest', touched, 'raised', 'locked', 'swapped')
  const { number } = await ledger.open('Raise the rent', entries({ rent: 'two' }))
  runs = await ledger.merge(number, async (waiting) => {
    await raiseSerial(ledger, 'touched')
    await applyByHand(ledger, 'raised', {
      source: 'ledger/infra',
      files: entries({ rent: 'somebody else was faster' })
    })
    await lockState(ledger, 'locked', 'eve@laptop')
    swapPlans(waiting, { victim: 'swapped', other: 'honest' })
    return approve(waiting)
  })
}, 10 * MINUTES)

afterAll(() => world.close())

/** Somebody with access to the storage puts another stack's sealed plan where the victim's was. */
function swapPlans({ runId }: Waiting, { victim, other }: Readonly<{ victim: string; other: string }>): void {
  const { people } = world.lab.github
  const { repository } = ledger
  const plan = (stack: string) => {
    const found = people
      .artifacts(repository)
      .find((one) => one.runId === runId && one.name.startsWith(`plan-${stack}-`))
    if (found === undefined) throw new Error(`${stack} has no sealed plan in run ${runId}`)
    return found
  }
  people.replaceArtifact({ repository, id: plan(victim).id, content: plan(other).content })
}

test('one refused stack makes the run red and keeps no other from being applied', async () => {
  expect(conclusionsOf(runs)).toEqual(['failure'])
  expect(applyJob(runs, 'honest')?.conclusion).toBe('success')
  expect(await stateOf(ledger, 'honest')).toMatchObject({ outputs: { entries: { value: { rent: 'two' } } } })
})

test('a state that moved is planned again with the variables it was planned with, and applied when the plan is the same', async () => {
  expect(applyJob(runs, 'touched')?.conclusion).toBe('success')
  expect(applyJob(runs, 'touched')?.log).toMatch(/same digest/i)
  expect(await stateOf(ledger, 'touched')).toMatchObject({
    outputs: { entries: { value: { rent: 'two', fees: 'as the form says' } } }
  })
})

test('a state that moved so that the plan differs is refused with the difference', async () => {
  expect(applyJob(runs, 'raised')?.conclusion).toBe('failure')
  expect(applyJob(runs, 'raised')?.log).toContain('plan-changed')
  expect(applyJob(runs, 'raised')?.summary).toContain('terraform_data.entry["rent"]')
  expect(await stateOf(ledger, 'raised')).toMatchObject({
    outputs: { entries: { value: { rent: 'somebody else was faster' } } }
  })
})

test('a locked state names the holder of the lock', async () => {
  expect(applyJob(runs, 'locked')?.conclusion).toBe('failure')
  expect(applyJob(runs, 'locked')?.log).toContain('state-locked')
  expect(applyJob(runs, 'locked')?.log).toContain('eve@laptop')
  expect(await stateOf(ledger, 'locked')).toBeUndefined()
})

test('a swapped plan is refused', async () => {
  expect(applyJob(runs, 'swapped')?.conclusion).toBe('failure')
  expect(applyJob(runs, 'swapped')?.log).toContain('artifact-mismatch')
  expect(await stateOf(ledger, 'swapped')).toBeUndefined()
})

test(
  'a state that moved is refused on request',
  async () => {
    ledger.set({ ON_STALE: 'refuse' })
    ledger.stacks('strict')
    const { number } = await ledger.open('Say more', { 'README.md': 'A ledger.\n' })
    const strict = await ledger.merge(number, async (waiting) => {
      await raiseSerial(ledger, 'strict')
      return approve(waiting)
    })
    expect(conclusionsOf(strict)).toEqual(['failure'])
    expect(applyJob(strict)?.log).toContain('state-stale')
    expect(await stateOf(ledger, 'strict')).toBeUndefined()
  },
  5 * MINUTES
)
