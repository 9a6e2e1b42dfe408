/** Every gate of the apply, attacked: what was not approved is not applied, and the reader learns why. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { lockState, moveState, stateOf } from './state.ts'
import {
  annotationsOf,
  approve,
  entries,
  ENVIRONMENT,
  LEDGER,
  protect,
  type Review,
  stacks,
  startWorld,
  type World
} from './world.ts'

let world: World
let serial = 0

beforeAll(async () => {
  world = await startWorld()
}, 120_000)

afterAll(() => world.close())

/** Each scenario has a stack, and so a state, of its own. */
async function scenario(
  review: Review = approve
): Promise<Readonly<{ stack: string; number: number; runs: readonly RunResult[] }>> {
  serial += 1
  const stack = `ledger-${serial}`
  world.set({ STACKS: stacks(stack) })
  const proposed = await world.propose(`Change ${serial}`, entries({ rent: `rent ${serial}` }))
  expect(annotationsOf(proposed.runs)).not.toContain('error')
  const runs = await world.merge(proposed.number, review)
  return { stack, number: proposed.number, runs }
}

const currentStack = (): string => `ledger-${serial}`
const conclusions = (runs: readonly RunResult[]): string[] => runs.map((run) => run.conclusion)
const applyJob = (runs: readonly RunResult[]) =>
  runs.flatMap((run) => run.jobs).find(({ job }) => job.name.includes('apply ('))

/** The apply is red, says `reason`, and the state is as it was. */
async function expectRefused(done: Awaited<ReturnType<typeof scenario>>, reason: string): Promise<void> {
  expect(conclusions(done.runs)).toEqual(['failure'])
  expect(applyJob(done.runs)?.log).toContain(reason)
  expect(await stateOf(world, done.stack)).toBeUndefined()
}

test('what was reviewed and approved is applied; the next push plans empty and asks nobody', async () => {
  const done = await scenario()
  expect(annotationsOf(done.runs)).not.toContain('error')
  expect(conclusions(done.runs)).toEqual(['success'])
  expect(await stateOf(world, done.stack)).toMatchObject({
    outputs: { entries: { value: { rent: 'rent 1' } } }
  })
  expect(applyJob(done.runs)?.summary).toContain('grace')
  expect(world.comment(done.number)).toMatch(/applied/i)

  const again = await world.propose('Say more', { 'README.md': 'A ledger.\n' })
  const runs = await world.merge(again.number, () => {
    throw new Error('nobody may be asked')
  })
  expect(conclusions(runs)).toEqual(['success'])
  expect(applyJob(runs)).toBeUndefined()
}, 120_000)

test('a rejected deployment applies nothing', async () => {
  const done = await scenario(() => ({ state: 'rejected', comment: 'no', user: 'grace' }))
  expect(conclusions(done.runs)).toEqual(['failure'])
  expect(await stateOf(world, done.stack)).toBeUndefined()
}, 120_000)

test('the author’s own approval is refused', async () => {
  const { people } = world.lab.github
  people.setEnvironment(LEDGER, ENVIRONMENT, { reviewers: ['ada', 'grace'], branches: ['main'] })
  const done = await scenario(() => ({ state: 'approved', comment: '', user: 'ada' }))
  protect(world.lab, ENVIRONMENT)
  await expectRefused(done, 'self-approved')
}, 120_000)

test('an environment without reviewers is no gate', async () => {
  world.lab.github.people.setEnvironment(LEDGER, ENVIRONMENT, { branches: ['main'] })
  const done = await scenario()
  protect(world.lab, ENVIRONMENT)
  await expectRefused(done, 'unprotected-environment')
}, 120_000)

test('an environment that any branch may use is no gate', async () => {
  world.lab.github.people.setEnvironment(LEDGER, ENVIRONMENT, {
    reviewers: ['grace'],
    preventSelfReview: true
  })
  const done = await scenario()
  protect(world.lab, ENVIRONMENT)
  await expectRefused(done, 'unprotected-environment')
}, 120_000)

test('a swapped artifact is refused', async () => {
  const { people } = world.lab.github
  const done = await scenario(async (waiting) => {
    const artifacts = people.artifacts(LEDGER)
    const other = artifacts.find(
      ({ name, runId }) => name.startsWith('plan-ledger') && runId !== waiting.runId
    )
    const own = artifacts.find(({ name, runId }) => name.startsWith('plan-ledger') && runId === waiting.runId)
    if (own === undefined || other === undefined) throw new Error('two sealed plans were expected')
    people.replaceArtifact({ repository: LEDGER, id: own.id, content: other.content })
    return approve(waiting)
  })
  await expectRefused(done, 'artifact-mismatch')
}, 120_000)

test('a plan of another commit is refused', async () => {
  const earlier = await scenario(() => ({ state: 'rejected', comment: 'later', user: 'grace' }))
  const plans = earlier.runs.flatMap((run) => run.jobs).find(({ outputs }) => outputs['plans'] !== undefined)
    ?.outputs['plans']
  world.set({ PLANS: plans ?? '' })
  const done = await scenario()
  world.set({ PLANS: '' })
  expect(plans).toContain(earlier.stack)
  expect(conclusions(done.runs)).toEqual(['failure'])
  expect(applyJob(done.runs)?.log).toMatch(/artifact-mismatch|commit-mismatch/)
  expect(await stateOf(world, earlier.stack)).toBeUndefined()
}, 120_000)

test('a plan on main that differs from the reviewed one is shown, and red where reviews are required', async () => {
  serial += 1
  world.set({ STACKS: stacks(`ledger-${serial}`), REQUIRE_REVIEWED: 'true' })
  const proposed = await world.propose(`Change ${serial}`, {
    'infra/more.tf': 'resource "terraform_data" "more" {}\n'
  })
  await world.lab.github.people.pushCommit({
    repository: LEDGER,
    branch: 'main',
    files: entries({ rent: 'raised meanwhile' }),
    message: 'Raise the rent',
    author: 'mallory'
  })
  const runs = await world.merge(proposed.number)
  world.set({ REQUIRE_REVIEWED: 'false' })
  expect(conclusions(runs)).toEqual(['failure'])
  expect(annotationsOf(runs)).toContain(`#${proposed.number}`)
  expect(
    runs
      .flatMap((run) => run.jobs)
      .map(({ summary }) => summary)
      .join('\n')
  ).toContain('terraform_data.entry["rent"]')
  expect(applyJob(runs)).toBeUndefined()
}, 120_000)

test('a state that moved is planned again, and applied when the plan is the same', async () => {
  const done = await scenario(async (waiting) => {
    await moveState(world, currentStack(), {})
    return approve(waiting)
  })
  expect(annotationsOf(done.runs)).not.toContain('error')
  expect(conclusions(done.runs)).toEqual(['success'])
  expect(applyJob(done.runs)?.log).toMatch(/same digest/i)
}, 120_000)

test('a state that moved is refused on request', async () => {
  world.set({ ON_STALE: 'refuse' })
  const done = await scenario(async (waiting) => {
    await moveState(world, currentStack(), {})
    return approve(waiting)
  })
  world.set({ ON_STALE: '' })
  expect(conclusions(done.runs)).toEqual(['failure'])
  expect(applyJob(done.runs)?.log).toContain('state-stale')
}, 120_000)

test('a state that moved so that the plan differs is refused with the difference', async () => {
  const done = await scenario(async (waiting) => {
    await moveState(world, currentStack(), { rent: 'somebody else was faster' })
    return approve(waiting)
  })
  expect(conclusions(done.runs)).toEqual(['failure'])
  expect(applyJob(done.runs)?.log).toContain('plan-changed')
  expect(applyJob(done.runs)?.summary).toContain('terraform_data.entry["rent"]')
}, 120_000)

test('a locked state names the holder of the lock', async () => {
  world.set({ LOCK_TIMEOUT: '1s' })
  const done = await scenario(async (waiting) => {
    await lockState(world, currentStack(), 'eve@laptop')
    return approve(waiting)
  })
  world.set({ LOCK_TIMEOUT: '' })
  await expectRefused(done, 'state-locked')
  expect(applyJob(done.runs)?.log).toContain('eve@laptop')
}, 120_000)
