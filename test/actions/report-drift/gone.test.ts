/** Stacks that are none any more, of which no plan ever says that they are clean. */
import { expect, test } from '@jest/globals'
import { toReport } from '../../../actions/report-drift/src/report.ts'
import { drifted, inputsOf, openOnes, openTracker } from './tracker.ts'

test('the issue of a stack that is gone is closed, where all that there are is told', async () => {
  const tracker = openTracker()
  await tracker.run([drifted('web'), drifted('old'), drifted('spared')])
  await tracker.run([drifted('web')])
  expect(openOnes(tracker)).toHaveLength(3)
  const given = { known: '[{"stack":"web"},"late"]', ignore: 'spared' }
  await tracker.run([drifted('web')], given)
  expect(openOnes(tracker)).toEqual(['Drift: spared', 'Drift: web'])
  expect(tracker.issues.find(({ title }) => title === 'Drift: old')?.body).toContain('Gone since 2026-01-01')
  const writes = [...tracker.writes]
  await tracker.run([drifted('web')], given)
  expect(tracker.writes).toEqual(writes)
})

test('when no stack is left every issue is closed, but for one that is ignored, and an accepted one stays so', async () => {
  const tracker = openTracker()
  await tracker.run([drifted('last'), drifted('spared'), drifted('taken')])
  Object.assign(tracker.issues[2] ?? {}, { isOpen: false, reason: 'not_planned' })
  const given = { known: '[]', ignore: 'spared' }
  const { outputs, summary, failure } = toReport(
    inputsOf({ 'fail-on-drift': 'true' }),
    await tracker.run([], given)
  )
  expect(summary).toMatch(/Drift: 0 of 0 stacks[^]*`last` \| 👋 gone \| \[#1\]/)
  expect([outputs['closed'], outputs['drifted'], failure]).toEqual(['["last"]', '[]', undefined])
  expect(tracker.issues.map(({ isOpen, reason }) => [isOpen, reason])).toEqual([
    [false, 'completed'],
    [true, ''],
    [false, 'not_planned']
  ])
  expect(tracker.issues[0]?.body).toContain('`last` is none of the stacks that there are')
  expect(await tracker.run([], given)).toMatchObject({ kind: 'reported', done: [] })
})

test('no stack at all is not believed where some were planned', async () => {
  const tracker = openTracker()
  await tracker.run([drifted('web'), drifted('db')])
  await expect(tracker.run([drifted('web')], { known: '[]' })).rejects.toThrow('and this run planned 1.')
  expect(openOnes(tracker)).toHaveLength(2)
})
