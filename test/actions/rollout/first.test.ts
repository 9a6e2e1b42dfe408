/** A first deployment that leaves alone what is there, and whose deployment it was. */
import { expect, test } from '@jest/globals'
import { isRegisteredBy } from '../../../actions/rollout/src/run-mark.ts'
import type { Report } from '../../../lib/runner.ts'
import { definition } from '../../fakes/ecs-world.ts'
import { rolloutWorld, writes } from './world.ts'

const FIRST = { image: 'app:2', 'only-first': 'true', 'initial-count': '1', 'image-parameter': '/app/image' }
const resultOf = ({ outputs }: Report) => JSON.parse(outputs['result'] ?? '') as Record<string, unknown>

test('a service without tasks is deployed, with the number that it begins with', async () => {
  const world = rolloutWorld({ desired: 0 })
  expect((await world.run(FIRST)).outputs).toMatchObject({ outcome: 'success', revision: 'web:2' })
  expect([world.count(), world.parameter.value]).toEqual([1, 'app:2'])
})

test.each([{}, { 'dry-run': 'true' }])(
  'one that runs what was deployed with success is left alone, with %j too',
  async (more) => {
    const world = rolloutWorld({ desired: 6 })
    const report = await world.run({ ...FIRST, ...more })
    expect(report.outputs).toMatchObject({ outcome: 'kept', revision: 'web:1' })
    expect(resultOf(report)).toMatchObject({ changed: false, isOfThisRun: false })
    expect([report.failure, world.count(), world.parameter.writes]).toEqual([undefined, 6, 0])
    expect(writes(world)).toEqual([])
  }
)

test('a bad release that was taken back leaves it alone, and so does somebody’s in flight', async () => {
  for (const course of [
    { endsAt: 1, end: 'ROLLBACK_SUCCESSFUL' as const },
    { healthyAt: 99_999, endsAt: 99_999 }
  ]) {
    const world = rolloutWorld({ service: { running: 2 } })
    world.begin(world.register(definition('app:9')).arn, course)
    world.clock.move(60_000)
    expect((await world.run(FIRST)).outputs['outcome']).toBe('kept')
    expect(writes(world)).toEqual([])
  }
})

test('a first deployment that failed, or is in flight, is not taken for one that succeeded', async () => {
  const failed = rolloutWorld({ initial: { endsAt: 1, end: 'STOPPED' }, service: { running: 1 } })
  expect((await failed.run(FIRST)).outputs).toMatchObject({ outcome: 'success', revision: 'web:2' })
  const killed = rolloutWorld({ service: { running: 1 } })
  killed.begin(killed.register(definition('app:2')).arn, { endsAt: 60 })
  killed.clock.move(1000)
  expect((await killed.run(FIRST)).outputs).toMatchObject({ outcome: 'success', revision: 'web:2' })
  expect(killed.started).toHaveLength(2)
})

test('where service deployments cannot be listed, DescribeServices tells whether one succeeded', async () => {
  const world = rolloutWorld({ denied: ['listDeployments'] })
  expect((await world.run(FIRST)).outputs['outcome']).toBe('kept')
  world.begin(world.register(definition('app:2')).arn, { endsAt: 60 })
  const inFlight = { ...FIRST, 'dry-run': 'true' }
  expect((await world.run(inFlight)).outputs['outcome']).toBe('planned')
})

const BY = 'arn:aws:sts::123456789012:assumed-role/caliber-deploy-acme-stg/caliber-100'

test('what an earlier attempt of this run has deployed is of this run, what another has is not', async () => {
  const deployed = async (registeredBy: string) => {
    const world = rolloutWorld({ run: '100' })
    world.begin(world.register(definition('app:2', { registeredBy })).arn, { healthyAt: 0, endsAt: 1 })
    world.clock.move(60_000)
    return resultOf(await world.run({ image: 'app:2' }))
  }
  expect(await deployed(BY)).toMatchObject({ changed: false, isOfThisRun: true })
  expect(await deployed(BY.replace('-100', '-99'))).toMatchObject({ changed: false, isOfThisRun: false })
  const now = rolloutWorld({ run: '100' })
  expect(resultOf(await now.run({ image: 'app:2' }))).toMatchObject({ changed: true, isOfThisRun: true })
})

test.each([
  ['100', BY, true],
  ['100', BY.replace('caliber-100', '100'), true],
  ['100', BY.replace('-100', '-2100'), false],
  ['100', BY.replace('caliber-100', 'GitHubActions'), false],
  ['100', 'arn:aws:iam::123456789012:user/caliber-100', false],
  ['', BY, false]
])('run %j: registered by %s is %j', (run, registeredBy, expected) => {
  const revision = { arn: 'web:2', revision: 'web:2', isActive: true, definition: definition('app:2') }
  expect(isRegisteredBy(run, { ...revision, definition: { ...revision.definition, registeredBy } })).toBe(
    expected
  )
})
