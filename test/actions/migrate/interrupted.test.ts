import { expect, test } from '@jest/globals'
import { migrateWorld, type World } from './world.ts'

const HANGS = { seconds: 100_000, lines: [{ at: 1, text: '  Applying tenants.0002_plan...' }] }

test('a migration that hangs is left alone when the time is up, and the next run follows it', async () => {
  const world = migrateWorld({ migrations: [HANGS] })
  const report = await world.run({ timeout: '5m' })
  const arn = world.runs[1]?.arn ?? ''
  expect(report.outputs).toMatchObject({ 'task-arn': arn, 'exit-code': '' })
  expect(report.failure).toContain(`The migration goes on in task ${arn}. Run this again to follow it`)
  expect(report.failure).toContain(`aws ecs stop-task --cluster prod --task ${arn}`)
  expect(report.summary).toContain('Applying tenants.0002_plan...')
  const next = await world.run({ timeout: '5m' })
  expect(next.outputs['task-arn']).toBe(arn)
  expect(JSON.parse(next.outputs['result'] ?? '')).toMatchObject({ outcome: 'timeout', attached: true })
  expect([world.looks(), world.migrations()]).toEqual([1, 1])
})

test('on-cancel: stop stops it when the time is up', async () => {
  const world = migrateWorld({ migrations: [HANGS] })
  const report = await world.run({ timeout: '5m', 'on-cancel': 'stop' })
  expect(report.failure).toContain('was in the middle of it (it is being stopped)')
  expect(world.runs[1]?.stoppedAt).toBeDefined()
})

/** Cancels the job as soon as the log says this. */
function cancelAt(world: World, words: string): void {
  const { info } = world.ports.log
  Object.assign(world.ports.log, {
    info: (line: string) => {
      info(line)
      if (line.includes(words)) world.cancel.abort(new Error('cancelled'))
    }
  })
}

test('a cancelled job leaves the migration, and prints its task and log', async () => {
  const world = migrateWorld({ migrations: [HANGS] })
  cancelAt(world, 'Migrating by task')
  const report = await world.run()
  expect(report.failure).toContain('the job was cancelled. The migration goes on in task arn:aws:ecs:')
  expect(report.failure).toContain('aws logs get-log-events')
  expect(world.runs[1]?.stoppedAt).toBeUndefined()
})

test('when AWS cannot be asked any longer, the task that goes on is told, and the next run follows it', async () => {
  const world = migrateWorld({ migrations: [HANGS] })
  const { describeTasks } = world.ports.ecs
  const broken = async (): Promise<never> => {
    throw new Error('ECS DescribeTasks failed with ServerException.')
  }
  Object.assign(world.ports.ecs, {
    describeTasks: (...input: Parameters<typeof describeTasks>) =>
      world.runs.length < 2 ? describeTasks(...input) : broken()
  })
  const report = await world.run()
  expect(report.failure).toContain('could not be asked any longer about task arn:aws:ecs:')
  expect(report.failure).toContain('ServerException. Run this again to follow it')
  expect(report.outputs).toMatchObject({ 'task-arn': world.runs[1]?.arn, revision: 'web:1' })
  expect(JSON.parse(report.outputs['result'] ?? '')).toMatchObject({ outcome: 'lost' })
  Object.assign(world.ports.ecs, { describeTasks })
  world.clock.move(10_000)
  const again = await world.run({ timeout: '10s' })
  expect(again.outputs['task-arn']).toBe(world.runs[1]?.arn)
})

test('on-cancel: stop stops the migration, and a look is stopped in any case', async () => {
  const world = migrateWorld({ migrations: [HANGS] })
  cancelAt(world, 'Migrating by task')
  await world.run({ 'on-cancel': 'stop' })
  expect(world.runs[1]?.stoppedAt).toBeDefined()
  const early = migrateWorld()
  cancelAt(early, 'Looking by task')
  const report = await early.run()
  expect(report.failure).toContain('showed what is pending (it is being stopped)')
  expect(early.runs[0]?.stoppedAt).toBeDefined()
  expect(early.migrations()).toBe(0)
})

test('a job that is cancelled before it starts a task starts none', async () => {
  const world = migrateWorld()
  cancelAt(world, 'pending:')
  const report = await world.run()
  expect(report.failure).toContain('the migration was not started')
  expect(world.migrations()).toBe(0)
})

/** Another run has started a migration of this command a minute ago; it takes so long. */
async function begun(world: World, command: readonly string[]): Promise<void> {
  const order = {
    cluster: 'prod',
    taskDefinition: world.live(),
    placement: {},
    container: 'api',
    command,
    environment: {},
    startedBy: 'caliber-migrate/web'
  }
  await world.start(order, `other-${world.runs.length}`)
  world.clock.move(60_000)
}

test('a migration of another run is named and waited for; then nothing is left to do', async () => {
  const world = migrateWorld({ migrations: [{ seconds: 300 }] })
  await begun(world, ['python', 'manage.py', 'migrate', 'tenants'])
  const report = await world.run()
  expect(report.outputs).toMatchObject({ skipped: 'true' })
  expect(world.said).toContainEqual(
    expect.stringContaining(`Another migration of this service runs: ${world.runs[0]?.arn}`)
  )
  expect(world.migrations()).toBe(1)
})

test('one that does not end in time is named, and nothing is started beside it', async () => {
  const world = migrateWorld({ migrations: [HANGS] })
  await begun(world, ['python', 'manage.py', 'migrate', 'tenants'])
  const report = await world.run({ timeout: '2m' })
  expect(report.failure).toContain(`another migration of it did not end in time (${world.runs[0]?.arn})`)
  expect(world.runs).toHaveLength(1)
})

test('one that does the same is followed', async () => {
  const world = migrateWorld({ migrations: [{ seconds: 300 }] })
  await begun(world, ['python', 'manage.py', 'migrate', '--noinput'])
  const report = await world.run()
  expect(report.outputs).toMatchObject({ 'task-arn': world.runs[0]?.arn, 'exit-code': '0' })
  expect(world.runs).toHaveLength(1)
})

test('two runs that ask at the same moment get one task', async () => {
  const world = migrateWorld({ migrations: [{ seconds: 60 }] })
  const [left, right] = await Promise.all([
    world.run({ 'pending-command': '[]' }),
    world.run({ 'pending-command': '[]' })
  ])
  expect(world.runs).toHaveLength(1)
  expect(left.outputs['task-arn']).toBe(right.outputs['task-arn'])
  expect([left.outputs['exit-code'], right.outputs['exit-code']]).toEqual(['0', '0'])
})

/** Runs until the process is killed at that call: what was asked then has, or has not, happened; nothing is asked later. */
async function runKilled(world: World, call: number, after: boolean): Promise<boolean> {
  const { ecs } = world.ports
  let count = 0
  const killed = Object.fromEntries(
    Object.entries(ecs).map(([name, ask]) => [
      name,
      async (...input: readonly unknown[]) => {
        count += 1
        if (count > call || (count === call && !after)) throw new Error('killed')
        const answer = await (ask as (...all: readonly unknown[]) => Promise<unknown>)(...input)
        if (count === call) throw new Error('killed')
        return answer
      }
    ])
  )
  Object.assign(world.ports, { ecs: killed, polled: killed })
  await world.run({ image: 'app:2' }).catch(() => undefined)
  Object.assign(world.ports, { ecs, polled: ecs })
  return count >= call
}

test('killed at any call and run again: one revision, and one migration, applied', async () => {
  let call = 1
  for (let goesOn = true; goesOn && call < 200; call += 1) {
    for (const after of [false, true]) {
      const world = migrateWorld({ migrations: [{ seconds: 20 }] })
      goesOn = await runKilled(world, call, after)
      const { failure } = await world.run({ image: 'app:2' })
      const found = { failure, migrations: world.migrations(), revisions: world.revisions.length }
      expect({ call, after, ...found }).toEqual({
        call,
        after,
        failure: undefined,
        migrations: 1,
        revisions: 2
      })
      expect(world.state.pending).toEqual({})
    }
  }
  expect(call).toBeGreaterThan(14)
  expect(call).toBeLessThan(200)
})
