import { expect, test } from '@jest/globals'
import { rolloutWorld, writes } from './world.ts'

const IMAGE = { image: 'app:2' }

test('no tasks are no proof, and the parameter says what they would run', async () => {
  const world = rolloutWorld({ desired: 0, scripts: [{ healthyAt: 0, endsAt: 3 }] })
  const report = await world.run({ ...IMAGE, 'image-parameter': '/app/image' })
  expect(report.outputs['outcome']).toBe('scaled-to-zero')
  expect(report.failure).toBeUndefined()
  expect(report.summary).toContain('nothing is proven')
  expect(world.parameter).toEqual({ value: 'app:2', writes: 1 })
})

test('the number of tasks is sent only when it is asked for', async () => {
  const world = rolloutWorld({ desired: 0 })
  const report = await world.run({ ...IMAGE, 'desired-count': '3' })
  expect(report.outputs['outcome']).toBe('success')
  expect(world.count()).toBe(3)
  const alone = rolloutWorld()
  expect((await alone.run({ 'desired-count': '5' })).outputs['outcome']).toBe('success')
  expect(alone.calls.find(({ operation }) => operation === 'updateService')?.input).toEqual({
    desiredCount: 5
  })
  expect((await alone.run({ 'desired-count': '0' })).outputs['outcome']).toBe('scaled-to-zero')
})

test('the first tasks of a service are a deployment, which the circuit breaker watches', async () => {
  const world = rolloutWorld({ desired: 0 })
  const report = await world.run({ image: 'app:1', 'desired-count': '2' })
  expect(report.outputs).toMatchObject({ outcome: 'success', revision: 'web:1' })
  expect(world.calls.find(({ operation }) => operation === 'updateService')?.input).toEqual({
    desiredCount: 2,
    force: true
  })
})

test('tasks that die while the service is only scaled end it early as well', async () => {
  const world = rolloutWorld({ initial: { healthyAt: 99_999, deathsAt: [3605, 3610, 3615] } })
  const report = await world.run({ 'desired-count': '5' })
  expect(report.outputs['outcome']).toBe('failed')
  expect(report.failure).toContain('3 tasks died the same way')
  expect(writes(world)).toEqual(['updateService'])
})
