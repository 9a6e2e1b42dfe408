/** plan-comment killed at each of its external operations, and run again: one comment, one record that counts, no secret lock. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Moment } from './gateway.ts'
import { DOUBLED, halfNamedIn, nameOfMoment, PLAN_COURSES, unnamedIn, UPDATE } from './kill-points.ts'
import { openScene, type Scene } from './scene.ts'
import { allFound, type Found, foundOf, sideBySide } from './side-by-side.ts'
import type { Ended } from './step.ts'
import { commentsOf, errorsIn, lockOf, recordsOf, unlock, untoldBy } from './traces.ts'
import { prepareWorld, REPOSITORY, type World } from './world.ts'

type Traces = Readonly<{
  struck: boolean
  killed: Ended
  /** What the run that found a leftover lock should have said of it and did not. */
  untold: readonly string[]
  wasLocked: boolean
  again: Ended
  comments: readonly string[]
  records: readonly string[]
  isLocked: boolean
}>

const MINUTES = 60_000
const [QUIET = []] = PLAN_COURSES
/** What is tried in one scene: one death after the other, each a little later than the last, and then the run that must go through. */
const COURSES = [...PLAN_COURSES, ...[...UPDATE, ...DOUBLED].map((moment) => [moment])]
const ALL = COURSES.flat()
let world: World
let results: Found<Moment, Traces>
let good: readonly string[]

beforeAll(async () => {
  world = await prepareWorld()
  const journals = [
    await journalOf('good'),
    await journalOf('better', commentEarlier),
    await journalOf('doubled', commentMeanwhile)
  ]
  good = journals.flat()
  results = await sideBySide(COURSES, 4, killAndRepeat)
}, 20 * MINUTES)

afterAll(() => world.close())

/** Operations of a good run. */
async function journalOf(
  stack: string,
  prepare: (scene: Scene) => void = () => undefined
): Promise<readonly string[]> {
  const scene = await openScene(world, stack)
  prepare(scene)
  await scene.run('plan-comment')
  await scene.close()
  return scene.gateway.journal
}

/** What an earlier push was told: the comment is rewritten from now on. */
function commentEarlier(scene: Scene): void {
  const { people } = world.lab.github
  const body = '<!-- caliber:plan:v1 -->\nWhat was planned before.'
  people.comment({ repository: REPOSITORY, number: scene.number, user: 'github-actions[bot]', body })
}

/** What another job tells between this one's look and its own comment. */
const commentMeanwhile = (scene: Scene): void =>
  scene.gateway.before('POST /issues/*/comments', () => commentEarlier(scene))

async function killAndRepeat(course: readonly Moment[]): Promise<ReadonlyMap<Moment, Traces>> {
  const scene = await openScene(world, `plan-${COURSES.indexOf(course)}`)
  try {
    const deaths: Death[] = []
    for (const moment of course) deaths.push(await die(scene, moment))
    const ending = {
      again: await scene.run('plan-comment'),
      comments: commentsOf(world, scene),
      records: await recordsOf(world.lab, scene),
      isLocked: (await lockOf(scene)) !== undefined
    }
    return new Map(deaths.map(({ moment, ...death }) => [moment, { ...death, ...ending }]))
  } finally {
    await scene.close()
  }
}

type Death = Pick<Traces, 'struck' | 'killed' | 'untold' | 'wasLocked'> & Readonly<{ moment: Moment }>

/** A lock that is left behind is told of by the next run, and given back by somebody. */
async function die(scene: Scene, moment: Moment): Promise<Death> {
  if (UPDATE.includes(moment)) commentEarlier(scene)
  if (DOUBLED.includes(moment)) commentMeanwhile(scene)
  const killed = await scene.run('plan-comment', { moment })
  const struck = scene.gateway.struck()
  const lock = await lockOf(scene)
  const untold = lock === undefined ? [] : untoldBy(await scene.run('plan-comment'), lock)
  if (lock !== undefined) await unlock(scene)
  return { moment, struck, killed, untold, wasLocked: lock !== undefined }
}

test('every operation of a good run is among the moments', () => {
  expect(unnamedIn(good, ALL)).toEqual([])
  expect(halfNamedIn(good, ALL)).toEqual([])
  expect(ALL.length).toBeGreaterThan(30)
})

test('some of the dead left a lock behind', () => {
  const left = allFound(results).flatMap(([moment, { wasLocked }]) => (wasLocked ? [moment] : []))
  expect(left.length).toBeGreaterThan(3)
  expect(QUIET.filter((moment) => left.includes(moment))).toEqual([])
})

test.each(ALL.map((moment) => [nameOfMoment(moment), moment] as const))('killed at %s', (_name, moment) => {
  const traces = foundOf(results, moment)
  expect(traces).toMatchObject({ struck: true, killed: { code: undefined }, untold: [] })
  expect({ code: traces.again.code, errors: errorsIn(traces.again.log) }).toEqual({ code: 0, errors: [] })
  expect(traces.comments).toHaveLength(1)
  expect(traces.comments[0]).toContain('terraform_data.second')
  expect(traces.records[0]).toBe(traces.again.outputs['digest'])
  expect(traces.isLocked).toBe(false)
})

test(
  'a step that is repeated in the same job finds its artifact’s name used, and says what to do',
  async () => {
    const scene = await openScene(world, 'twice')
    try {
      const moment = { operation: 'POST /check-runs', at: 'asked' } as const
      await scene.run('plan-comment', { moment })
      const twice = await scene.run('plan-comment', { sameAttempt: true })
      const again = await scene.run('plan-comment')
      expect(twice.code).toBe(1)
      expect(errorsIn(twice.log).join('\n')).toMatch(
        /plan-(?:fragment-)?twice-1.*(?:run the job again|Run the job again)/s
      )
      expect({ code: again.code, errors: errorsIn(again.log) }).toEqual({ code: 0, errors: [] })
      expect(commentsOf(world, scene)).toHaveLength(1)
    } finally {
      await scene.close()
    }
  },
  MINUTES
)
