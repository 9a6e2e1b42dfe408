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

/** These fail once ECS was told to deploy. */
function worldAfterUpdate(broken: readonly string[]) {
  let isTold = false
  return rolloutWorld({
    before: (operation) => {
      if (isTold && broken.includes(operation)) throw new Error(`${operation} failed with ServerException.`)
      isTold ||= operation === 'updateService'
    }
  })
}

test('a deployment that ECS does not list after it began is followed by DescribeServices', async () => {
  const world = worldAfterUpdate(['listDeployments'])
  const report = await world.run({ image: 'app:2' })
  expect(report.failure).toBeUndefined()
  expect(report.outputs).toMatchObject({ outcome: 'success', revision: 'web:2', 'deployment-arn': '' })
  expect(world.said).toContainEqual(
    expect.stringContaining('listDeployments failed with ServerException. It is followed by DescribeServices')
  )
})

test('when that cannot be asked either, the deployment that goes on is told', async () => {
  const world = worldAfterUpdate(['listDeployments', 'describeService'])
  const report = await world.run({ image: 'app:2' })
  expect(report.outputs).toMatchObject({
    outcome: 'lost',
    revision: 'web:2',
    'previous-revision': 'web:1',
    'task-definition-arn': expect.stringMatching(/web:2$/)
  })
  expect(report.failure).toContain('about its deployment, which goes on. describeService failed')
  expect(world.revisions[1]?.isActive).toBe(true)
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
