import { expect, test } from '@jest/globals'
import { becomeLike, buildOf, openWorld, writes } from './world.ts'

test.each([{}, { 'dry-run': 'true' }])(
  'only-first leaves a bucket alone in which another release is live (%j)',
  async (more) => {
    const world = openWorld()
    const inputs = { ...more, 'only-first': 'true' }
    const first = await world.deploy(buildOf('theirs'), {}, { run: '1' })
    const before = writes(world).length
    const report = await world.report(buildOf('welcome'), inputs, { run: '2' })
    expect(report).toMatchObject({
      outputs: { 'release-id': first.outcome.plan.id, uploaded: '0', unchanged: '0', deleted: '0' },
      summary: expect.stringContaining('was left alone')
    })
    expect(report.failure).toBeUndefined()
    expect(JSON.parse(report.outputs['result'] ?? '')).toMatchObject({ outcome: 'kept', isOfThisRun: false })
    expect(writes(world)).toHaveLength(before)
  }
)

test('only-first deploys what is first, goes on with it, and brings what is new of the same run', async () => {
  const world = openWorld()
  const inputs = { 'only-first': 'true' }
  const kinds = [
    await world.deploy(buildOf('one'), inputs, { run: '1' }),
    await world.deploy(buildOf('one'), inputs, { run: '2' }),
    await world.deploy(buildOf('two'), inputs, { run: '1', attempt: 2 })
  ].map(({ outcome }) => outcome.kind)
  expect(kinds).toEqual(['deployed', 'unchanged', 'deployed'])
})

test('only-first gives way to a first release that came just before the lock, and forgets its own', async () => {
  const [world, other] = [openWorld(), openWorld()]
  await other.deploy(buildOf('theirs'), {}, { run: '9' })
  world.bucket.before((call) => {
    if (call !== 'put caliber-releases/lock' || world.bucket.keys().length > 0) return
    world.bucket.before(() => {})
    becomeLike(other, world)
  })
  const { outcome } = await world.deploy(buildOf('welcome'), { 'only-first': 'true' }, { run: '2' })
  expect(outcome.kind).toBe('kept')
  expect(world.bucket.keys()).toEqual(other.bucket.keys())
})
