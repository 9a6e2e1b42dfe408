import { expect, test } from '@jest/globals'
import { definition } from '../../fakes/ecs-world.ts'
import { rolloutWorld, writes } from './world.ts'

const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:caliber/acme/stg/docdb-uri-AbCdEf'

const withSecret = (image: string) => {
  const { containerDefinitions, ...rest } = definition(image)
  const secrets = [{ name: 'DATABASE', valueFrom: `${SECRET}:uri::` }]
  return { ...rest, containerDefinitions: containerDefinitions.map((one) => ({ ...one, secrets })) }
}

test.each([
  ['empty', 'has no value yet. Write it with seed-secrets'],
  ['absent', 'does not exist'],
  ['deleted', 'waits for its deletion']
] as const)('a secret that is %s stops it before anything is changed', async (state, sentence) => {
  const world = rolloutWorld({ secrets: { [SECRET]: state } })
  world.register(withSecret('app:1'))
  const run = world.run({ image: 'app:2' })
  await expect(run).rejects.toThrow(
    `Secret 'caliber/acme/stg/docdb-uri-AbCdEf', which container api reads, ${sentence}`
  )
  expect(writes(world)).toEqual([])
})

test('what cannot be looked at is one warning', async () => {
  const denied = (): never => {
    throw Object.assign(new Error('no'), { name: 'AccessDeniedException' })
  }
  const world = rolloutWorld()
  world.register({ ...withSecret('app:1'), executionRoleArn: 'arn:aws:iam::123456789012:role/x/execution' })
  Object.assign(world.ports.belongings, { describeSecret: denied, hasRole: denied })
  const report = await world.run({ image: 'app:2' })
  expect(report.outputs['outcome']).toBe('success')
  expect(world.said.filter((line) => line.startsWith('warning'))).toEqual([
    expect.stringContaining('may not secretsmanager:DescribeSecret and iam:GetRole')
  ])
})

test('a service that is not there, is being deleted, or is not deployed by ECS', async () => {
  const world = rolloutWorld()
  await expect(world.run({ image: 'app:2', service: 'api' })).rejects.toThrow(
    "Cluster 'prod' has no service 'api'"
  )
  const draining = rolloutWorld({ service: { status: 'DRAINING' } })
  await expect(draining.run({ image: 'app:2' })).rejects.toThrow('is being deleted (DRAINING)')
  const other = rolloutWorld({ service: { controller: 'CODE_DEPLOY' } })
  await expect(other.run({ image: 'app:2' })).rejects.toThrow('is deployed by CODE_DEPLOY')
})

test('a parameter that is not there is refused before the image is deployed', async () => {
  const world = rolloutWorld()
  Object.assign(world.ports.parameters, { readParameter: async () => undefined })
  await expect(world.run({ image: 'app:2', 'image-parameter': '/app/image' })).rejects.toThrow(
    "Parameter '/app/image' does not exist"
  )
  expect(writes(world)).toEqual([])
})

test('a parameter that cannot be written after success is red, and the outcome is still success', async () => {
  const world = rolloutWorld()
  Object.assign(world.ports.parameters, {
    writeParameter: async () => {
      throw new Error('PutParameter is denied.')
    }
  })
  const report = await world.run({ image: 'app:2', 'image-parameter': '/app/image' })
  expect(report.outputs['outcome']).toBe('success')
  expect(report.failure).toContain('PutParameter is denied.')
})

test('several containers want a name', async () => {
  const world = rolloutWorld()
  const [api] = definition('app:1').containerDefinitions
  const second = world.register({
    ...definition('app:1'),
    containerDefinitions: [api!, { name: 'proxy', image: 'p:1' }]
  })
  world.begin(second.arn, { endsAt: 0 })
  await expect(world.run({ image: 'app:2' })).rejects.toThrow("Say which one with the input 'container'")
  await expect(world.run({ images: 'worker=app:2' })).rejects.toThrow(
    "has no container 'worker'; it has api, proxy"
  )
  const report = await world.run({ image: 'app:2', container: 'api' })
  expect(report.outputs['outcome']).toBe('success')
})

test('a task definition in a file is registered when nothing equal is there', async () => {
  const files = {
    'task.json': JSON.stringify({ ...definition('app:2'), revision: 9, futureField: { x: '' } })
  }
  const world = rolloutWorld({ files })
  expect((await world.run({ 'task-definition': 'task.json' })).outputs['revision']).toBe('web:2')
  expect(world.revisions[1]?.definition).toMatchObject({ futureField: { x: '' } })
  expect(world.revisions[1]?.definition).not.toHaveProperty('revision')
  expect((await world.run({ 'task-definition': 'task.json' })).outputs['revision']).toBe('web:2')
  await expect(world.run({ 'task-definition': 'none.json' })).rejects.toThrow(
    "'none.json' is no task definition"
  )
})

test('a dry run says what it would do and what differs, and changes nothing', async () => {
  const world = rolloutWorld()
  const report = await world.run({ image: 'app:2', 'image-parameter': '/app/image', 'dry-run': 'true' })
  expect(report.outputs).toMatchObject({ outcome: 'planned', revision: '', 'previous-revision': 'web:1' })
  expect(report.summary).toContain('| `api.image` | `app:1` | `app:2` |')
  expect(report.summary).toContain('After success, parameter /app/image says app:2')
  expect(writes(world)).toEqual([])
})
