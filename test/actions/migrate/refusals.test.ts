import { expect, test } from '@jest/globals'
import { definition } from '../../fakes/ecs-world.ts'
import { migrateWorld } from './world.ts'

test('a service that is not there, is being deleted, or has no network of its own', async () => {
  const world = migrateWorld()
  await expect(world.run({ service: 'api' })).rejects.toThrow("Cluster 'prod' has no service 'api'")
  const draining = migrateWorld({ service: { status: 'DRAINING' } })
  await expect(draining.run()).rejects.toThrow('is being deleted (DRAINING)')
  const external = migrateWorld({ service: { taskDefinition: '', controller: 'EXTERNAL' } })
  await expect(external.run()).rejects.toThrow('has no task definition of its own')
  const bare = migrateWorld({ service: { placement: {} } })
  await expect(bare.run()).rejects.toThrow('has no network configuration of its own')
  for (const { runs } of [world, draining, external, bare]) expect(runs).toEqual([])
})

test('a size that Fargate does not have', async () => {
  const world = migrateWorld()
  await expect(world.run({ cpu: '1024', memory: '1024' })).rejects.toThrow(
    'Fargate has no task of 1024 CPU units with 1024 MiB: it has 2048 to 8192 MiB'
  )
  await expect(world.run({ memory: '1536' })).rejects.toThrow('256 CPU units with 1536 MiB')
  expect(world.runs).toEqual([])
})

test('a container that is not there, or several of them', async () => {
  const world = migrateWorld()
  await expect(world.run({ container: 'worker' })).rejects.toThrow("has no container 'worker'")
  const [api] = definition('app:1').containerDefinitions
  const second = world.register({
    ...definition('app:1'),
    containerDefinitions: [api!, { name: 'proxy', image: 'p:1' }]
  })
  world.begin(second.arn, { endsAt: 0 })
  await expect(world.run()).rejects.toThrow("Say which one with the input 'container'")
})

test('a revision that was deregistered', async () => {
  const world = migrateWorld()
  await world.ports.ecs.describeService({ cluster: 'prod', service: 'web' })
  Object.assign(world.revisions[0]!, { isActive: false })
  await expect(world.run()).rejects.toThrow('was deregistered, so no task starts from it. Name the image')
})

test('variables that are too long, and those that look secret', async () => {
  const world = migrateWorld()
  await expect(world.run({ environment: `A=${'x'.repeat(9000)}` })).rejects.toThrow('and ECS takes 8192')
  await world.run({ environment: 'DB_PASSWORD=hunter22secret' })
  expect(world.said).toContainEqual(expect.stringContaining("reads DB_PASSWORD of 'environment'"))
  expect(world.said.join('\n')).not.toContain('hunter22secret')
})

test('a log elsewhere is told before anything starts', async () => {
  const world = migrateWorld()
  const second = world.register({
    ...definition('app:1'),
    containerDefinitions: [{ name: 'api', image: 'app:1' }]
  })
  world.begin(second.arn, { endsAt: 0 })
  const report = await world.run()
  expect(report.outputs).toMatchObject({ 'exit-code': '0', pending: '' })
  expect(world.said).toContainEqual(
    expect.stringContaining("warning: The log of container 'api' is not in CloudWatch Logs")
  )
})

test('a missing permission fails at once', async () => {
  const world = migrateWorld()
  const denied = async (): Promise<never> => {
    throw Object.assign(new Error('ECS RunTask is denied.'), { name: 'AccessDeniedException' })
  }
  Object.assign(world.ports.ecs, { runTask: denied })
  await expect(world.run()).rejects.toThrow('ECS RunTask is denied.')
})

test('throttling slows it down and fails nothing', async () => {
  const world = migrateWorld()
  const { describeTasks } = world.ports.ecs
  let calls = 0
  Object.assign(world.ports.ecs, {
    describeTasks: async (...input: Parameters<typeof describeTasks>) => {
      calls += 1
      if (calls % 2 === 1) throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' })
      return describeTasks(...input)
    }
  })
  expect((await world.run()).failure).toBeUndefined()
})
