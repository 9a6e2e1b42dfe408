/** AWS fails at each call: a step waits it out, or is red with the call and the next step; nothing is lost or doubled. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FaultEffect, FaultMatch } from '../../lab/faults/fault.ts'
import { planMerged } from './merged-plan.ts'
import { openScene, type RunOptions, type Scene } from './scene.ts'
import { type Found, foundOf, sideBySide } from './side-by-side.ts'
import type { Ended } from './step.ts'
import { errorsIn, instancesOf, lockOf, unlock, untoldBy, type Lock } from './traces.ts'
import { prepareWorld, type Action, type World } from './world.ts'

const STATE = '/caliber-terraform-state/*.tfstate'
const CALLS = {
  'who is asking': { match: { action: 'sts:GetCallerIdentity' }, evidence: /GetCallerIdentity/ },
  'listing states': { match: { action: 's3:ListObjects' }, evidence: /ListObjects/ },
  'asking for the state': { match: { action: 's3:HeadObject' }, evidence: /HeadObject/ },
  'taking the lock': {
    match: { action: 's3:PutObject', path: `${STATE}.tflock` },
    evidence: /Error acquiring the state lock.*PutObject.*try%0Aagain/s
  },
  'reading the lock': {
    match: { action: 's3:GetObject', path: `${STATE}.tflock` },
    evidence: /Error releasing the state lock.*force-unlock/s
  },
  'giving the lock back': { match: { action: 's3:DeleteObject' }, evidence: /terraform force-unlock/ },
  'writing the state': {
    match: { action: 's3:PutObject', path: STATE },
    evidence: /PutObject.*terraform state push errored\.tfstate/s
  }
} as const satisfies Readonly<Record<string, Readonly<{ match: FaultMatch; evidence: RegExp }>>>
type Call = keyof typeof CALLS

const DOWN: FaultEffect = { kind: 'fail', status: 503, code: 'ServiceUnavailable' }
/** Faults that a second attempt finds gone. */
const PASSING: Readonly<Record<string, FaultEffect>> = {
  'a throttle': { kind: 'throttle', retryAfter: 1 },
  'a 500': { kind: 'fail', status: 500, code: 'InternalError' },
  'a 503': DOWN,
  'a cut connection': { kind: 'cut' },
  'an answer that comes late': { kind: 'delay', ms: 2000 }
}

type Case = Readonly<{
  name: string
  action: Action
  calls: readonly Call[]
  effect: FaultEffect
  nth: 1 | 'all'
}>
type Traces = Readonly<{
  ended: Ended
  /** How many calls met a fault. */
  met: number
  /** What the state had then. */
  instances: readonly string[]
  /** What neither this nor the next run said of a lock that was left behind. */
  untold: readonly string[]
  again: Ended
  after: readonly string[]
  isLocked: boolean
}>

const MINUTES = 60_000
const ACTIONS = ['plan-comment', 'apply-gated'] as const
const WHOLE = ['first', 'second']
const callsOf = (action: Action): readonly Call[] =>
  (Object.keys(CALLS) as Call[]).filter((call) => action === 'apply-gated' || call !== 'writing the state')

const passing: readonly Case[] = ACTIONS.flatMap((action) =>
  Object.entries(PASSING).map(([name, effect]) => ({ name, action, calls: callsOf(action), effect, nth: 1 }))
)
const lasting: readonly Case[] = ACTIONS.flatMap((action) =>
  callsOf(action).map((call) => ({ name: call, action, calls: [call], effect: DOWN, nth: 'all' }))
)
/** Done, and the answer lost: the second attempt meets what the first one did. */
const lost: readonly Case[] = ACTIONS.flatMap((action) =>
  callsOf(action)
    .filter((call) => /taking|giving|writing/.test(call))
    .map((call) => ({ name: call, action, calls: [call], effect: { kind: 'cut', at: 'answer' }, nth: 1 }))
)
const CASES = [...lasting, ...lost, ...passing]
/** Whoever is refused these for good ends before a lock is held: the next in the same place finds all as it was. */
const QUIET: readonly string[] = [
  'who is asking',
  'listing states',
  'asking for the state',
  'taking the lock'
] satisfies readonly Call[]
const isQuiet = (one: Case): boolean => lasting.includes(one) && QUIET.includes(one.name)
/** A plan that cannot wait it out leaves at most a lock, which is given back before the next one. */
const ofPlans = [...lasting, ...lost].filter(({ action }) => action === 'plan-comment')
const beforeChanges = lasting.filter((one) => one.action === 'apply-gated' && isQuiet(one))
/** What is tried in one place, one after the other, before the run that must go through. */
const COURSES: readonly (readonly Case[])[] = [
  ofPlans,
  beforeChanges,
  ...CASES.filter((one) => ![...ofPlans, ...beforeChanges].includes(one)).map((one) => [one])
]

let world: World
let results: Found<Case, Traces>

beforeAll(async () => {
  world = await prepareWorld()
  results = await sideBySide(COURSES, 6, failAndRepeat)
}, 20 * MINUTES)

afterAll(() => world.close())

async function failAndRepeat(course: readonly Case[]): Promise<ReadonlyMap<Case, Traces>> {
  const scene = await openScene(world, `aws-${COURSES.indexOf(course)}`)
  try {
    const action = course[0]?.action ?? 'plan-comment'
    const plan = action === 'apply-gated' ? await planMerged(world, scene) : {}
    const failures: Failure[] = []
    for (const one of course) failures.push(await fail(scene, one, plan))
    // Waited out: nothing is left for a second run to show.
    const isOver = course.every((one) => passing.includes(one))
    const last = isOver ? undefined : await repeat(scene, action)
    const isLocked = (await lockOf(scene)) !== undefined
    const after = await instancesOf(scene)
    return new Map(
      failures.map(({ one, ...failure }) => [
        one,
        { ...failure, again: last ?? failure.ended, after, isLocked }
      ])
    )
  } finally {
    await scene.close()
  }
}

type Failure = Pick<Traces, 'ended' | 'met' | 'instances' | 'untold'> & Readonly<{ one: Case }>

async function fail(scene: Scene, one: Case, plan: RunOptions): Promise<Failure> {
  const { nth, effect } = one
  await scene.aws.setFaults(
    one.calls.map((call) => ({ service: 'aws', match: CALLS[call].match, nth, effect }))
  )
  const ended = await scene.run(one.action, plan)
  const met = (await scene.aws.faults()).reduce((sum, report) => sum + report.met, 0)
  await scene.aws.setFaults([])
  const instances = await instancesOf(scene)
  const lock = await lockOf(scene)
  if (lock === undefined || passing.includes(one)) return { one, ended, met, instances, untold: [] }
  if (isQuiet(one)) throw new Error(`${one.name} left a lock.`)
  // Who could not even read the lock leaves it to the next run to tell of it.
  const untold = await untoldIn(scene, ended, lock)
  await unlock(scene)
  return { one, ended, met, instances, untold }
}

const tracesOf = (one: Case): Traces => foundOf(results, one)

async function untoldIn(scene: Scene, ended: Ended, lock: Lock): Promise<readonly string[]> {
  const untold = untoldBy(ended, lock)
  return untold.length === 0 ? [] : untoldBy(await scene.run('plan-comment'), lock)
}

/** The same once more: what a new plan finds left is applied, and nothing when nothing is. */
async function repeat(scene: Scene, action: Action): Promise<Ended> {
  const plan = await scene.run('plan-comment')
  if (action === 'plan-comment' || plan.outputs['has-changes'] !== 'true') return plan
  return scene.run('apply-gated', await planMerged(world, scene))
}

const named = (cases: readonly Case[]) => cases.map((one) => [one.action, one.name, one] as const)

test.each(named(passing))('%s waits out %s at every call', (action, _name, one) => {
  const { ended, met, instances, isLocked } = tracesOf(one)
  expect({ code: ended.code, errors: errorsIn(ended.log) }).toEqual({ code: 0, errors: [] })
  expect(met).toBe(one.calls.length)
  expect(instances).toEqual(action === 'apply-gated' ? WHOLE : [])
  expect(isLocked).toBe(false)
})

test.each(named([...lasting, ...lost]))(
  '%s: %s without an answer leaves no lock unexplained, and the next run has everything once',
  (action, _name, one) => {
    const { met, untold, again, after, isLocked } = tracesOf(one)
    expect(met).toBeGreaterThan(0)
    expect(untold).toEqual([])
    expect({ code: again.code, errors: errorsIn(again.log) }).toEqual({ code: 0, errors: [] })
    expect(after).toEqual(action === 'apply-gated' ? WHOLE : [])
    expect(isLocked).toBe(false)
  }
)

test.each(named(lasting))('%s: %s refused for good is red, with what AWS said', (_action, _name, one) => {
  const { code, log } = tracesOf(one).ended
  expect({ code, said: errorsIn(log).join('\n') }).toMatchObject({ code: 1 })
  for (const call of one.calls) expect(errorsIn(log).join('\n')).toMatch(CALLS[call].evidence)
})

test.each(
  named(CASES.filter(({ action, calls }) => action === 'apply-gated' && calls.includes('taking the lock')))
)('%s under %s applies everything or nothing, and says which', (_action, _name, one) => {
  const { ended, instances } = tracesOf(one)
  const isWhole = ended.outputs['applied'] === 'true'
  expect(instances).toEqual(isWhole ? WHOLE : [])
})
