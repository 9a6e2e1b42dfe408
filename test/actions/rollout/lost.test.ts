import { expect, test } from '@jest/globals'
import { rolloutWorld } from './world.ts'

test('when ECS cannot be asked any longer, the deployment that goes on is told, and the next run follows it', async () => {
  let isBroken = true
  const world = rolloutWorld({
    before: (operation) => {
      if (isBroken && operation === 'describeDeployment') throw new Error('It failed with ServerException.')
    }
  })
  const report = await world.run({ image: 'app:2' })
  expect(report.outputs).toMatchObject({ outcome: 'lost', revision: 'web:2' })
  expect(report.failure).toContain('It failed with ServerException. Run this again to follow it')
  isBroken = false
  const next = await world.run({ image: 'app:2' })
  expect(next.outputs).toMatchObject({
    outcome: 'success',
    revision: 'web:2',
    'deployment-arn': report.outputs['deployment-arn']
  })
})

test('evidence that cannot be read changes no outcome', async () => {
  const world = rolloutWorld({
    scripts: [{ healthyAt: 900, end: 'ROLLBACK_SUCCESSFUL', reason: 'the breaker' }],
    before: (operation) => {
      if (operation === 'listTasks') throw new Error('It failed with ServerException.')
    }
  })
  const report = await world.run({ image: 'app:2' })
  expect(report.outputs).toMatchObject({ outcome: 'rolled-back', revision: 'web:2' })
})
