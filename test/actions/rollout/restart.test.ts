/** A restart that is due because secrets are newer than tasks: done once, and not lost when it fails. */
import { expect, test } from '@jest/globals'
import { isOlderThan } from '../../../actions/rollout/src/age.ts'
import { definition } from '../../fakes/ecs-world.ts'
import { rolloutWorld, type World, writes } from './world.ts'

const at = (time: number): Readonly<Record<string, string>> => ({
  'restart-if-older-than': new Date(time).toISOString()
})
const open = (options: Parameters<typeof rolloutWorld>[0] = {}): World =>
  rolloutWorld({ listsRunning: true, ...options })

/** A world whose secrets are written now, and the order that follows from it. */
function rotated(options: Parameters<typeof rolloutWorld>[0] = {}) {
  const world = open(options)
  const order = at(world.clock.now())
  world.clock.move(10_000)
  return { world, order }
}

test('tasks that are older are replaced, once', async () => {
  const { world, order } = rotated()
  const report = await world.run(order)
  expect(report.outputs).toMatchObject({ outcome: 'success', revision: 'web:1' })
  expect(world.calls.find(({ operation }) => operation === 'updateService')?.input).toEqual({ force: true })
  world.clock.move(60_000)
  const again = await world.run(order)
  expect(JSON.parse(again.outputs['result'] ?? '')).toMatchObject({ outcome: 'success', changed: false })
  expect(again.summary).toContain('nothing was restarted')
  expect(writes(world)).toEqual(['updateService'])
})

test('a restart that was taken back is due again', async () => {
  const { world, order } = rotated({ scripts: [{ endsAt: 20, end: 'ROLLBACK_SUCCESSFUL' }, {}] })
  expect((await world.run(order)).outputs['outcome']).toBe('rolled-back')
  world.clock.move(86_400_000)
  const next = await world.run(order)
  expect(next.outputs['outcome']).toBe('success')
  expect(writes(world)).toEqual(['updateService', 'updateService'])
})

test('one in flight that began after the secrets were written is followed, one from before is not', async () => {
  const { world, order } = rotated({ scripts: [{ endsAt: 600 }] })
  await world.ecs.updateService({ cluster: 'prod', service: 'web' }, { force: true })
  expect((await world.run(order)).outputs['outcome']).toBe('success')
  expect(world.started).toHaveLength(2)
  const late = open({ scripts: [{ healthyAt: 500, endsAt: 600 }, {}] })
  await late.ecs.updateService({ cluster: 'prod', service: 'web' }, { force: true })
  late.clock.move(10_000)
  const second = at(late.clock.now())
  late.clock.move(10_000)
  expect((await late.run(second)).outputs['outcome']).toBe('success')
  expect(late.started).toHaveLength(3)
})

test('where service deployments cannot be listed, one in flight is followed all the same', async () => {
  const { world, order } = rotated({ scripts: [{ endsAt: 600 }], denied: ['listDeployments'] })
  await world.ecs.updateService({ cluster: 'prod', service: 'web' }, { force: true })
  expect((await world.run(order)).outputs['outcome']).toBe('success')
  expect(world.started).toHaveLength(2)
})

test('a service without tasks has nothing to restart, which is no warning', async () => {
  const { world, order } = rotated({ desired: 0 })
  expect((await world.run(order)).outputs['outcome']).toBe('scaled-to-zero')
  expect(world.said.filter((line) => line.startsWith('warning'))).toEqual([])
  expect(writes(world)).toEqual([])
})

test('whoever may not look at tasks is told so, rather than that nothing is due', async () => {
  const { world, order } = rotated({ denied: ['listTasks'] })
  await expect(world.run(order)).rejects.toThrow('listTasks')
  expect(writes(world)).toEqual([])
})

test('clocks may differ by a second, and versions are dated in whole ones', () => {
  expect([-1, 1999, 2000].map((after) => isOlderThan(60_000 + after, 60_000))).toEqual([true, true, false])
})

test('all tasks at once are replaced by the newest definition of their images, unless that was gone back from', async () => {
  const force = { 'force-new-deployment': 'true' }
  const world = open()
  world.register(definition('app:1', { cpu: '512' }))
  expect((await world.run(force)).outputs).toMatchObject({ outcome: 'success', revision: 'web:2' })
  const other = open()
  other.register(definition('app:9'))
  expect((await other.run(force)).outputs['revision']).toBe('web:1')
  const left = open()
  const bad = left.register(definition('app:1', { cpu: '1' }))
  left.begin(bad.arn, { endsAt: 1, end: 'ROLLBACK_SUCCESSFUL' })
  left.clock.move(60_000)
  expect((await left.run(force)).outputs['revision']).toBe('web:1')
})
