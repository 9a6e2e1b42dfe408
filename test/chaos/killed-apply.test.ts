/** apply-gated killed at each of its external operations, and run again: applied exactly once, and told. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Moment } from './gateway.ts'
import {
  APPLY_COURSES,
  beyond,
  DISPATCHED_COURSES,
  halfNamedIn,
  nameOfMoment,
  RENEWED_COURSES,
  TERRAFORM_COURSES,
  unnamedIn
} from './kill-points.ts'
import { planMerged } from './merged-plan.ts'
import { openScene, type RunOptions, type Scene } from './scene.ts'
import { allFound, type Found, foundOf, sideBySide } from './side-by-side.ts'
import type { Ended } from './step.ts'
import { commentsOf, errorsIn, instancesOf, lockOf, moveState, unlock, untoldBy } from './traces.ts'
import { prepareWorld, type World } from './world.ts'

type Case = Readonly<{ moment: Moment; victim: 'group' | 'terraform'; moved?: true; byHand?: true }>
type Traces = Readonly<{
  struck: boolean
  killed: Ended
  /** What was not said of a lock that was left behind. */
  untold: readonly string[]
  wasLocked: boolean
  /** The runs after that, until one is green. */
  again: readonly Ended[]
  instances: readonly string[]
  comments: readonly string[]
  isLocked: boolean
}>

const MINUTES = 60_000
const asCases = (
  courses: readonly (readonly Moment[])[],
  how: Omit<Case, 'moment'>
): readonly (readonly Case[])[] => courses.map((course) => course.map((moment) => ({ ...how, moment })))
/** What is tried in one scene: one death after the other, and then the run that must go through. */
const COURSES = [
  ...asCases(APPLY_COURSES, { victim: 'group' }),
  ...asCases(RENEWED_COURSES, { victim: 'group', moved: true }),
  ...asCases(DISPATCHED_COURSES, { victim: 'group', byHand: true }),
  ...asCases(TERRAFORM_COURSES, { victim: 'terraform' })
]
const CASES = COURSES.flat()
const APPLY = APPLY_COURSES.flat()
const RENEWED = RENEWED_COURSES.flat()
/** None of these leaves anything. */
const [QUIET = []] = COURSES
let world: World
let results: Found<Case, Traces>
let good: readonly string[]
let renewed: readonly string[]
/** What the apply over a moved state did beyond that of a good plan. */
let besides: readonly string[]

beforeAll(async () => {
  world = await prepareWorld()
  const first = await journalOf('good', planMerged)
  renewed = await journalOf('renewed', planAndMove)
  good = [...first, ...(await journalOf('by-hand', planAndStart))]
  besides = beyond(renewed, first)
  results = await sideBySide(COURSES, 4, killAndRepeat)
}, 20 * MINUTES)

afterAll(() => world.close())

/** Operations of a good apply. */
async function journalOf(stack: string, planned: typeof planMerged): Promise<readonly string[]> {
  const scene = await openScene(world, stack)
  const plan = await planned(world, scene)
  const before = scene.gateway.journal.length
  await scene.run('apply-gated', plan)
  await scene.close()
  return scene.gateway.journal.slice(before)
}

/** The state moves between a plan and its apply, which plans again. */
async function planAndMove(...place: Parameters<typeof planMerged>): Promise<RunOptions> {
  const plan = await planMerged(...place)
  await moveState(place[1])
  return plan
}

/** Somebody types the digest of the plan and starts its apply. */
async function planAndStart(...place: Parameters<typeof planMerged>): Promise<RunOptions> {
  const { inputs = {} } = await planMerged(...place)
  await place[1].dispatch(inputs['digest'] ?? '')
  return { inputs: { ...inputs, gate: 'dispatch' } }
}

async function killAndRepeat(course: readonly Case[]): Promise<ReadonlyMap<Case, Traces>> {
  const [{ byHand, moved } = {}] = course
  const scene = await openScene(world, `apply-${COURSES.indexOf(course)}`)
  try {
    const planned = byHand === true ? planAndStart : planMerged
    const plan = await (moved === true ? planAndMove : planned)(world, scene)
    const deaths: Death[] = []
    for (const one of course) deaths.push(await die(scene, one, plan))
    const again = [await scene.run('apply-gated', plan)]
    // What was applied in part is planned anew, as the refusal says.
    if (again[0]?.code !== 0) again.push(await scene.run('apply-gated', await planned(world, scene)))
    const ending = {
      again,
      instances: await instancesOf(scene),
      comments: commentsOf(world, scene),
      isLocked: (await lockOf(scene)) !== undefined
    }
    return new Map(deaths.map(({ one, ...death }) => [one, { ...death, ...ending }]))
  } finally {
    await scene.close()
  }
}

type Death = Pick<Traces, 'struck' | 'killed' | 'untold' | 'wasLocked'> & Readonly<{ one: Case }>

/** A lock that is left behind is told of by the next run, and given back by somebody. */
async function die(scene: Scene, one: Case, plan: RunOptions): Promise<Death> {
  const { moment, victim } = one
  const killed = await scene.run('apply-gated', { ...plan, moment, victim })
  const struck = scene.gateway.struck()
  const lock = await lockOf(scene)
  if (lock === undefined) return { one, struck, killed, untold: [], wasLocked: false }
  const untold = [
    ...untoldBy(await scene.run('apply-gated', plan), lock),
    // A Terraform that dies leaves an action that can tell of it at once.
    ...(victim === 'terraform' ? untoldBy(killed, lock) : [])
  ]
  await unlock(scene)
  return { one, struck, killed, untold, wasLocked: true }
}

test('every operation of a good run is among the moments', () => {
  expect(unnamedIn(good, APPLY)).toEqual([])
  expect(halfNamedIn(good, APPLY)).toEqual([])
  expect(APPLY.length).toBeGreaterThan(10)
})

test('… and so is every operation of one that plans again, on both sides where it changes anything', () => {
  expect(besides).toContain('terraform plan')
  expect(unnamedIn(renewed, [...APPLY, ...RENEWED])).toEqual([])
  expect(halfNamedIn(besides, RENEWED)).toEqual([])
})

const NAMED = CASES.map(
  (one) =>
    [
      `${one.victim === 'group' ? 'killed' : 'Terraform alone killed'}${one.moved === true ? ' over a state that moved' : ''}${one.byHand === true ? ' in a run that somebody started by hand' : ''}`,
      nameOfMoment(one.moment),
      one
    ] as const
)

test('some of the dead left a lock behind', () => {
  const left = allFound(results).flatMap(([one, { wasLocked }]) => (wasLocked ? [one] : []))
  expect(left.length).toBeGreaterThan(3)
  expect(QUIET.length).toBeGreaterThan(10)
  expect(QUIET.filter((one) => left.includes(one))).toEqual([])
})

test.each(NAMED)('%s at %s', (_victim, _name, one) => {
  const traces = foundOf(results, one)
  expect(traces.struck).toBe(true)
  expect(traces.killed.code).toBe(one.victim === 'group' ? undefined : 1)
  expect(traces.untold).toEqual([])
  const last = traces.again.at(-1)
  expect(errorsIn(last?.log ?? '')).toEqual([])
  expect(last).toMatchObject({ code: 0, outputs: { reason: expect.stringMatching(/^(already-)?applied$/) } })
  expect(traces.instances).toEqual(['first', 'second'])
  expect(traces.isLocked).toBe(false)
  expect(traces.comments).toHaveLength(1)
  expect(traces.comments[0]?.match(/→ `prod`: (?:✅ applied|☑️ already applied)/g)).toHaveLength(1)
})
