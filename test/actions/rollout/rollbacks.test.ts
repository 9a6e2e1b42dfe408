import { expect, test } from '@jest/globals'
import { definition } from '../../fakes/ecs-world.ts'
import { rolloutWorld, type World, writes } from './world.ts'

/** Revisions deployed one after the other, each with its end. */
function history(ends: readonly ('SUCCESSFUL' | 'ROLLBACK_SUCCESSFUL')[]): World {
  const world = rolloutWorld()
  ends.forEach((end, at) => {
    const { arn } = world.register(definition(`app:${at + 2}`))
    world.begin(arn, { healthyAt: 0, endsAt: 1, end })
    world.clock.move(600_000)
  })
  return world
}

test('the last successful revision is not the last one', async () => {
  const world = history(['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL', 'SUCCESSFUL'])
  const report = await world.run({ 'rollback-to': 'last-successful' })
  expect(report.outputs).toMatchObject({
    outcome: 'success',
    revision: 'web:2',
    'previous-revision': 'web:4'
  })
})

test('a second rollback goes further back, not forth again', async () => {
  const world = history(['SUCCESSFUL', 'SUCCESSFUL'])
  expect((await world.run({ 'rollback-to': 'last-successful' })).outputs['revision']).toBe('web:2')
  world.clock.move(600_000)
  expect((await world.run({ 'rollback-to': 'last-successful' })).outputs['revision']).toBe('web:1')
})

/** Revisions with the same image, as Terraform makes them of another configuration. */
function configurations(count: number): World {
  const world = rolloutWorld()
  for (let at = 0; at < count; at += 1) {
    world.begin(world.register(definition('app:1', { cpu: String(512 + at) })).arn, {
      healthyAt: 0,
      endsAt: 1
    })
    world.clock.move(600_000)
  }
  return world
}

test('among revisions with the same image each rollback goes further back, until there is nothing left', async () => {
  const world = configurations(3)
  const back = async () => {
    const { outputs } = await world.run({ 'rollback-to': 'last-successful' })
    world.clock.move(600_000)
    return [outputs['outcome'], outputs['revision'], JSON.parse(outputs['result'] ?? '').changed]
  }
  expect(await back()).toEqual(['success', 'web:3', true])
  expect(await back()).toEqual(['success', 'web:2', true])
  expect(await back()).toEqual(['success', 'web:1', true])
  await expect(back()).rejects.toThrow('nothing to go back to')
  expect(world.revisions.every(({ isActive }) => isActive)).toBe(true)
})

test('what was deployed anew after it had been gone back from counts again', async () => {
  const world = configurations(2)
  await world.run({ 'rollback-to': 'last-successful' })
  world.clock.move(600_000)
  await world.run({ 'task-definition': 'web:3' })
  world.clock.move(600_000)
  await world.run({ image: 'app:4' })
  world.clock.move(600_000)
  expect((await world.run({ 'rollback-to': 'last-successful' })).outputs['revision']).toBe('web:3')
})

test('a history that is full of restarts is read further, in bounds', async () => {
  const restarted = async (times: number): Promise<World> => {
    const world = history(['SUCCESSFUL'])
    for (let at = 0; at < times; at += 1) {
      world.begin(world.live(), { healthyAt: 0, endsAt: 1 })
      world.clock.move(600_000)
    }
    return world
  }
  const some = await restarted(50)
  expect((await some.run({ 'rollback-to': 'last-successful' })).outputs['revision']).toBe('web:1')
  const endless = await restarted(250)
  await expect(endless.run({ 'rollback-to': 'last-successful' })).rejects.toThrow('nothing to go back to')
  expect(endless.calls.filter(({ operation }) => operation === 'listDeployments')).toHaveLength(2)
})

test('a dry run names as the revision before what succeeded last, not what was tried last', async () => {
  const world = rolloutWorld()
  world.begin(world.register(definition('app:2')).arn, { healthyAt: 900, endsAt: 900 })
  world.clock.move(10_000)
  const { outputs } = await world.run({ image: 'app:3', 'dry-run': 'true' })
  expect(outputs).toMatchObject({ outcome: 'planned', 'previous-revision': 'web:1' })
})

test.each(['1', 'web:1', 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1'])(
  'a revision is named as %s',
  async (to) => {
    const world = history(['SUCCESSFUL'])
    const report = await world.run({ 'rollback-to': to })
    expect(report.outputs).toMatchObject({ outcome: 'success', revision: 'web:1' })
    expect(writes(world)).toEqual(['updateService', 'deregisterDefinition'])
  }
)

test('what is gone back to is what succeeded last, not what the service was set to', async () => {
  const world = rolloutWorld({
    scripts: [{ reason: 'the breaker', healthyAt: 900, end: 'ROLLBACK_SUCCESSFUL' }]
  })
  world.begin(world.register(definition('app:2')).arn, { healthyAt: 900, endsAt: 900 })
  world.clock.move(10_000)
  const report = await world.run({ image: 'app:3' })
  expect(report.outputs).toMatchObject({
    outcome: 'rolled-back',
    revision: 'web:3',
    'previous-revision': 'web:1'
  })
  expect(report.failure).toContain('rolled back from web:3 to web:1')
})

test('without a permission to stop, the service is set to what succeeded last', async () => {
  const world = rolloutWorld({
    denied: ['stopDeployment'],
    scripts: [{ healthyAt: 900, endsAt: 900 }]
  })
  world.begin(world.register(definition('app:2')).arn, { healthyAt: 900, endsAt: 900 })
  const report = await world.run({ image: 'app:3', timeout: '1m', 'on-timeout': 'rollback' })
  expect(report.outputs).toMatchObject({ outcome: 'rolled-back', 'previous-revision': 'web:1' })
  expect((await world.ecs.describeService({ cluster: 'prod', service: 'web' }))?.taskDefinition).toMatch(
    /:1$/
  )
})

test('while ECS goes back by itself, a rollback goes no further back', async () => {
  const world = history(['SUCCESSFUL', 'SUCCESSFUL'])
  world.begin(world.register(definition('app:9')).arn, {
    healthyAt: 900,
    rollsBackAt: 5,
    endsAt: 60,
    end: 'ROLLBACK_SUCCESSFUL'
  })
  world.clock.move(10_000)
  const report = await world.run({ 'rollback-to': 'last-successful' })
  expect(report.outputs).toMatchObject({ outcome: 'success', revision: 'web:3' })
  expect(writes(world)).toEqual(['deregisterDefinition'])
})

test('there may be nothing to go back to', async () => {
  const world = rolloutWorld()
  await expect(world.run({ 'rollback-to': 'last-successful' })).rejects.toThrow('nothing to go back to')
  await expect(world.run({ 'rollback-to': '7' })).rejects.toThrow("Task definition 'web:7' does not exist")
  expect(writes(world)).toEqual([])
})

test('a revision that was deregistered cannot be deployed', async () => {
  const world = history(['SUCCESSFUL'])
  await world.ecs.deregisterDefinition(world.revisions[0]!.arn)
  await expect(world.run({ 'rollback-to': '1' })).rejects.toThrow('was deregistered')
})

test('without the history nobody knows what succeeded', async () => {
  const world = rolloutWorld({ denied: ['listDeployments'] })
  await expect(world.run({ 'rollback-to': 'last-successful' })).rejects.toThrow('ecs:ListServiceDeployments')
})
