import { expect, test } from '@jest/globals'
import { rolloutWorld, writes } from './world.ts'

const IMAGE = { image: 'app:2' }
const FALLBACK = { denied: ['listDeployments'] }

test('an image becomes a revision, which is deployed and then named by the parameter', async () => {
  const world = rolloutWorld()
  const report = await world.run({ ...IMAGE, 'image-parameter': '/app/image' })
  expect(report.failure).toBeUndefined()
  expect(report.outputs).toMatchObject({
    outcome: 'success',
    revision: 'web:2',
    'previous-revision': 'web:1',
    'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:2',
    'deployment-arn': 'arn:aws:ecs:us-east-1:123456789012:service-deployment/prod/web/2',
    'deployment-id': '2'
  })
  expect(writes(world)).toEqual(['registerDefinition', 'updateService'])
  expect(world.parameter).toEqual({ value: 'app:2', writes: 1 })
  const update = world.calls.find(({ operation }) => operation === 'updateService')
  expect(update?.input).toEqual({ taskDefinition: expect.stringContaining('web:2') })
})

test('what crosses jobs holds no account: GitHub drops an output that holds a masked value', async () => {
  const { outputs } = await rolloutWorld().run(IMAGE)
  const holders = Object.entries(outputs).filter(([, value]) => value.includes('123456789012'))
  expect(holders.map(([name]) => name)).toEqual(['task-definition-arn', 'deployment-arn', 'result'])
  expect(outputs).toMatchObject({ revision: 'web:2', 'previous-revision': 'web:1', 'deployment-id': '2' })
})

test('healthy is before steady', async () => {
  const healthy = rolloutWorld({ scripts: [{ healthyAt: 20, endsAt: 320 }] })
  const steady = rolloutWorld({ scripts: [{ healthyAt: 20, endsAt: 320 }] })
  const elapsed = async (world: typeof healthy, until: string): Promise<number> => {
    const { outputs } = await world.run({ ...IMAGE, 'wait-until': until })
    return (JSON.parse(outputs['result'] ?? '') as { elapsedMs: number }).elapsedMs / 1000
  }
  expect(await elapsed(healthy, 'healthy')).toBeLessThan(25)
  expect(await elapsed(steady, 'steady')).toBeGreaterThan(320)
})

test('a rollback of the circuit breaker is red, says why, and takes the revision away', async () => {
  const world = rolloutWorld({
    scripts: [
      {
        healthyAt: 999,
        endsAt: 40,
        end: 'ROLLBACK_SUCCESSFUL',
        reason: 'The breaker opened.',
        deathsAt: [10]
      }
    ],
    lines: ['Traceback: no module named api', 'password=hunter2hunter2']
  })
  const report = await world.run({ ...IMAGE, 'image-parameter': '/app/image' })
  expect(report.outputs['outcome']).toBe('rolled-back')
  expect(report.failure).toContain(
    "Service 'web' on cluster 'prod' was rolled back from web:2 to web:1. The breaker opened."
  )
  expect(report.failure).toContain('Essential container in task exited: container api exited with 1')
  expect(report.summary).toContain('Traceback: no module named api')
  expect(report.summary).not.toContain('hunter2')
  expect(world.parameter.writes).toBe(0)
  expect(world.revisions.map(({ isActive }) => isActive)).toEqual([true, false])
})

test('three equal deaths end it before the breaker does', async () => {
  const world = rolloutWorld({
    desired: 40,
    scripts: [
      { healthyAt: 999, endsAt: 900, deathsAt: [5, 8, 11], stopped: { in: 5, end: 'ROLLBACK_SUCCESSFUL' } }
    ]
  })
  const report = await world.run(IMAGE)
  expect(report.outputs['outcome']).toBe('rolled-back')
  expect(report.failure).toContain('3 tasks died the same way')
  expect(writes(world)).toEqual([
    'registerDefinition',
    'updateService',
    'stopDeployment',
    'deregisterDefinition'
  ])
  expect(Number(JSON.parse(report.outputs['result'] ?? '').elapsedMs)).toBeLessThan(60_000)
})

test('a good release is not taken back because AWS interrupts its Spot tasks', async () => {
  const death = { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }
  const world = rolloutWorld({ desired: 40, scripts: [{ deathsAt: [5, 8, 11], death }] })
  expect((await world.run(IMAGE)).outputs['outcome']).toBe('success')
  expect(writes(world)).toEqual(['registerDefinition', 'updateService'])
})

test('different deaths do not end it', async () => {
  const world = rolloutWorld({ scripts: [{ endsAt: 30, deathsAt: [5, 8] }] })
  expect((await world.run(IMAGE)).outputs['outcome']).toBe('success')
})

test('equal deaths without a breaker are a failure, and what is in flight is left', async () => {
  const world = rolloutWorld({
    scripts: [{ healthyAt: 999, endsAt: 900, deathsAt: [5, 8, 11] }],
    service: { rollsBack: false }
  })
  const report = await world.run(IMAGE)
  expect(report.outputs['outcome']).toBe('failed')
  expect(writes(world)).toEqual(['registerDefinition', 'updateService'])
  expect(report.failure).toContain('nothing was rolled back')
})

test('a rollback that has nowhere to go is a failure', async () => {
  const reason = 'No rollback candidate was found to run the rollback.'
  const world = rolloutWorld({ scripts: [{ healthyAt: 999, end: 'ROLLBACK_FAILED', reason }] })
  const report = await world.run(IMAGE)
  expect(report.outputs['outcome']).toBe('failed')
  expect(report.failure).toContain(reason)
})

test('a deployment that another one supersedes is red and says by which', async () => {
  const world = rolloutWorld({
    scripts: [{ healthyAt: 999, endsAt: 900 }],
    before: (operation) => {
      if (operation === 'describeDeployment' && world.started.length === 2) {
        const other = world.register(world.revisions[0]!.definition)
        world.clock.move(1000)
        world.begin(other.arn, {})
      }
    }
  })
  const report = await world.run(IMAGE)
  expect(report.outputs['outcome']).toBe('superseded')
  expect(report.failure).toContain('service-deployment/prod/web/3 of web:3')
  expect(world.revisions[1]?.isActive).toBe(true)
})

test('a newer deployment of the same revision is followed in its place', async () => {
  const world = rolloutWorld({
    scripts: [{ healthyAt: 999, endsAt: 900 }],
    before: (operation) => {
      if (operation === 'describeDeployment' && world.started.length === 2) {
        world.clock.move(1000)
        world.begin(world.revisions[1]!.arn, {})
      }
    }
  })
  const report = await world.run(IMAGE)
  expect(report.outputs).toMatchObject({
    outcome: 'success',
    'deployment-arn': expect.stringContaining('/3')
  })
})

test('a deployment that somebody stops is told as stopped', async () => {
  const world = rolloutWorld({
    scripts: [{ healthyAt: 999, endsAt: 15, end: 'STOPPED', reason: 'Stopped by a person.' }]
  })
  const report = await world.run(IMAGE)
  expect(report.outputs['outcome']).toBe('stopped')
  expect(report.failure).toContain('Stopped by a person.')
})

test.each([
  { onTimeout: 'fail', outcome: 'timeout', further: [], isActive: true },
  {
    onTimeout: 'stop',
    outcome: 'stopped',
    further: ['stopDeployment', 'deregisterDefinition'],
    isActive: false
  },
  {
    onTimeout: 'rollback',
    outcome: 'rolled-back',
    further: ['stopDeployment', 'deregisterDefinition'],
    isActive: false
  }
])('on-timeout $onTimeout ends as $outcome', async ({ onTimeout, outcome, further, isActive }) => {
  const end = onTimeout === 'stop' ? 'STOPPED' : 'ROLLBACK_SUCCESSFUL'
  const world = rolloutWorld({ scripts: [{ healthyAt: 999, endsAt: 900, stopped: { in: 10, end } }] })
  const report = await world.run({ ...IMAGE, timeout: '60s', 'on-timeout': onTimeout })
  expect(report.outputs['outcome']).toBe(outcome)
  expect(report.failure).toContain('It was not deployed within 1m 00s')
  expect(writes(world)).toEqual(['registerDefinition', 'updateService', ...further])
  expect(world.revisions[1]?.isActive).toBe(isActive)
})

test('a rollback that ECS does not let the role ask for is a deployment of the old revision', async () => {
  const world = rolloutWorld({ scripts: [{ healthyAt: 999, endsAt: 900 }], denied: ['stopDeployment'] })
  const report = await world.run({ ...IMAGE, timeout: '60s', 'on-timeout': 'rollback' })
  expect(report.outputs['outcome']).toBe('rolled-back')
  expect(writes(world).slice(2)).toEqual(['stopDeployment', 'updateService', 'deregisterDefinition'])
  expect(world.live()).toContain('web:1')
})

test('what runs already is left alone', async () => {
  const world = rolloutWorld()
  const report = await world.run({ image: 'app:1' })
  expect(report.outputs['outcome']).toBe('success')
  expect(report.summary).toContain('nothing was changed')
  expect(writes(world)).toEqual([])
})

test('a forced deployment starts the tasks of the same revision anew', async () => {
  const world = rolloutWorld()
  const report = await world.run({ 'force-new-deployment': 'true' })
  expect(report.outputs).toMatchObject({ outcome: 'success', revision: 'web:1' })
  expect(writes(world)).toEqual(['updateService'])
})

test.each([
  [{}, 'success'],
  [{ endsAt: 30, end: 'ROLLBACK_SUCCESSFUL', healthyAt: 999 } as const, 'rolled-back']
])('without the history, DescribeServices tells as much as it can (%#)', async (script, outcome) => {
  const world = rolloutWorld({ ...FALLBACK, scripts: [script] })
  const report = await world.run(IMAGE)
  expect(report.outputs).toMatchObject({ outcome, 'deployment-arn': '' })
  expect(world.said.filter((line) => line.startsWith('warning: ECS listDeployments'))).toHaveLength(1)
})

test('throttling is a reason to slow down, never to fail', async () => {
  const world = rolloutWorld({
    throttled: (operation, count) => operation === 'describeDeployment' && count % 2 === 1
  })
  expect((await world.run(IMAGE)).outputs['outcome']).toBe('success')
})

test('a permission that is missing fails at once', async () => {
  const world = rolloutWorld({ denied: ['updateService'] })
  await expect(world.run(IMAGE)).rejects.toThrow('updateService is refused')
  expect(writes(world)).toEqual(['registerDefinition', 'updateService', 'deregisterDefinition'])
})

test('whoever cancels is told what goes on', async () => {
  const world = rolloutWorld({
    scripts: [{ healthyAt: 999, endsAt: 900 }],
    before: (operation) => {
      if (operation === 'describeDeployment' && world.clock.sleeps.length > 3)
        world.cancel.abort(new Error('SIGTERM'))
    }
  })
  const report = await world.run(IMAGE)
  expect(report.outputs).toMatchObject({ outcome: 'cancelled', revision: 'web:2' })
  expect(report.failure).toContain('the deployment of web:2 goes on (arn:aws:ecs:')
  expect(writes(world)).toEqual(['registerDefinition', 'updateService'])
})
