/** GitHub fails at each operation: a step waits it out, or is red with the operation and the next step in a sentence. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FaultEffect } from '../../lab/faults/fault.ts'
import { planMerged } from './merged-plan.ts'
import { openScene, type RunOptions, type Scene } from './scene.ts'
import { type Found, foundOf, sideBySide } from './side-by-side.ts'
import type { Ended } from './step.ts'
import { commentsOf, errorsIn, instancesOf } from './traces.ts'
import { prepareWorld, type Action, type World } from './world.ts'

type Case = Readonly<{
  name: string
  action: Action
  operations: readonly string[]
  effect: FaultEffect
  /** Every call when it is left out. */
  times?: number
}>
type Traces = Readonly<{
  ended: Ended
  /** Whether a call met the fault. */
  isMet: boolean
  /** Comments right after the faults. */
  comments: readonly string[]
  again: Ended
  commentsAfter: readonly string[]
  instances: readonly string[]
}>

const MINUTES = 60_000
const DOWN: FaultEffect = { kind: 'fail', status: 502 }
/** Faults that a second attempt finds gone. */
const PASSING: Readonly<Record<string, FaultEffect>> = {
  'a 502': DOWN,
  'a secondary limit': { kind: 'throttle', retryAfter: 1 },
  'a secondary limit as 403': { kind: 'throttle', retryAfter: 1, status: 403 },
  'a cut connection': { kind: 'cut' }
}
const READS = {
  'plan-comment': [
    'GET /actions/runs/*/artifacts',
    'GET /actions/artifacts/*/zip',
    'GET blob',
    'GET /issues/*/comments'
  ],
  'apply-gated': [
    'GET /actions/artifacts/*',
    'GET /actions/artifacts/*/zip',
    'GET blob',
    'GET /commits/*/pulls',
    'GET /environments/prod',
    'GET /environments/prod/deployment-branch-policies',
    'GET /actions/runs/*/approvals',
    'GET /commits/*',
    'GET /issues/*/comments'
  ]
} as const
const WRITES = {
  'plan-comment': [
    'POST artifact CreateArtifact',
    'PUT blob',
    'POST artifact FinalizeArtifact',
    'POST /check-runs'
  ],
  'apply-gated': ['PATCH /issues/comments/*']
} as const
/** Artifacts that fail here leave a name behind that cannot be used again: the next attempt has another. */
const SPENT = ['PUT blob', 'POST artifact FinalizeArtifact']
const SPENDING: ReadonlySet<string> = new Set(['POST artifact CreateArtifact', ...SPENT])
const ACTIONS = ['plan-comment', 'apply-gated'] as const

const passing: readonly Case[] = ACTIONS.flatMap((action) =>
  Object.entries(PASSING).map(([name, effect]) => ({
    name,
    action,
    operations: [...READS[action], ...WRITES[action]].filter((operation) => !SPENT.includes(operation)),
    effect,
    times: 1
  }))
)
const lasting: readonly Case[] = ACTIONS.flatMap((action) =>
  [
    ...READS[action],
    ...WRITES[action],
    ...(action === 'plan-comment' ? ['POST /issues/*/comments'] : [])
  ].map((operation) => ({ name: `no ${operation}`, action, operations: [operation], effect: DOWN }))
)
/** Done, and the answer lost: a second attempt finds what the first one did. */
const lost: readonly Case[] = [...WRITES['plan-comment'], 'POST /issues/*/comments'].map((operation) => ({
  name: `a lost answer to ${operation}`,
  action: 'plan-comment',
  operations: [operation],
  effect: { kind: 'cut', at: 'answer' },
  times: 1
}))
const spent: readonly Case[] = SPENT.flatMap((operation) =>
  Object.entries(PASSING).map(([name, effect]) => ({
    name: `${name} at ${operation}`,
    action: 'plan-comment' as const,
    operations: [operation],
    effect,
    times: 1
  }))
)
/** What an apply reads before it changes anything: whoever cannot is red there, and leaves all as it was. */
const isReadFirst = ({ action, operations: [operation = ''] }: Case): boolean =>
  action === 'apply-gated' && /^GET (?!\/issues)/.test(operation)
const isReadOfPlan = ({ action, operations: [operation = ''] }: Case): boolean =>
  action === 'plan-comment' && operation.startsWith('GET ')
/** Whoever fails there has told nothing yet: all that is left is a name that is spent. */
const isBeforeTelling = ({ action, operations }: Case): boolean =>
  action === 'plan-comment' && operations.every((operation) => SPENDING.has(operation))
/** What is tried in one place, one after the other, before the run that must go through: reads, and each spent name. */
const TOGETHER = [
  lasting.filter(isReadFirst),
  lasting.filter(isReadOfPlan),
  [...lasting, ...lost].filter(isBeforeTelling),
  ...SPENT.map((operation) => spent.filter(({ operations }) => operations.includes(operation)))
]
const COURSES: readonly (readonly Case[])[] = [
  ...TOGETHER,
  ...[...lasting, ...lost, ...passing].filter((one) => !TOGETHER.flat().includes(one)).map((one) => [one])
]

let world: World
let results: Found<Case, Traces>

beforeAll(async () => {
  world = await prepareWorld()
  results = await sideBySide(COURSES, 6, failAndRepeat)
}, 20 * MINUTES)

afterAll(() => world.close())

async function failAndRepeat(course: readonly Case[]): Promise<ReadonlyMap<Case, Traces>> {
  const scene = await openScene(world, `fault-${COURSES.indexOf(course)}`)
  try {
    const action = course[0]?.action ?? 'plan-comment'
    const options = action === 'apply-gated' ? await planMerged(world, scene) : {}
    const failures: Failure[] = []
    for (const one of course) failures.push(await fail(scene, one, options))
    // Waited out: nothing is left for a second run to show.
    const isOver = course.every((one) => passing.includes(one))
    const last = isOver ? undefined : await scene.run(action, options)
    const commentsAfter = commentsOf(world, scene)
    const instances = await instancesOf(scene)
    return new Map(
      failures.map(({ one, ...failure }) => [
        one,
        { ...failure, again: last ?? failure.ended, commentsAfter, instances }
      ])
    )
  } finally {
    await scene.close()
  }
}

type Failure = Pick<Traces, 'ended' | 'isMet' | 'comments'> & Readonly<{ one: Case }>

async function fail(scene: Scene, one: Case, options: RunOptions): Promise<Failure> {
  for (const operation of one.operations) scene.gateway.fault(operation, one.effect, one.times)
  const before = scene.gateway.journal.length
  const ended = await scene.run(one.action, options)
  scene.gateway.mend()
  const met = new Set(scene.gateway.journal.slice(before))
  const isMet = one.operations.every((operation) => met.has(operation))
  return { one, ended, isMet, comments: commentsOf(world, scene) }
}

const tracesOf = (one: Case): Traces => foundOf(results, one)

const named = (cases: readonly Case[]) => cases.map((one) => [one.action, one.name, one] as const)

test.each(named(passing))('%s waits out %s at every operation', (_action, _name, one) => {
  const { ended, comments, isMet } = tracesOf(one)
  expect(isMet).toBe(true)
  expect({ code: ended.code, errors: errorsIn(ended.log) }).toEqual({ code: 0, errors: [] })
  expect(comments).toHaveLength(1)
})

test.each(named([...lasting, ...lost, ...spent]))(
  '%s under %s leaves no half comment and goes on afterwards',
  (action, _name, one) => {
    const { comments, again, commentsAfter, instances, isMet } = tracesOf(one)
    expect(isMet).toBe(true)
    for (const comment of [...comments, ...commentsAfter]) expect(comment).toContain('terraform_data.second')
    expect({ code: again.code, errors: errorsIn(again.log) }).toEqual({ code: 0, errors: [] })
    expect(commentsAfter).toHaveLength(1)
    expect(instances).toEqual(action === 'apply-gated' ? ['first', 'second'] : [])
  }
)

test.each(named(lasting))('%s says with what %s ends, and what to do', (_action, _name, one) => {
  const { log, code } = tracesOf(one).ended
  const said = [...errorsIn(log), ...log.split('\n').filter((line) => line.startsWith('::warning'))].join(
    '\n'
  )
  expect({ code, said }).toMatchObject({
    said: expect.stringMatching(/(?:Run|run|again|later|githubstatus)/)
  })
})
