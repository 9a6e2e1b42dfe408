import { expect, test } from '@jest/globals'
import type { EcsPort } from '../../../actions/rollout/src/ports.ts'
import { rollOut } from '../../../actions/rollout/src/roll-out.ts'
import { parseInputs } from '../../../actions/rollout/src/inputs.ts'
import { rolloutWorld, type World } from './world.ts'

type Inputs = Readonly<Record<string, string>>
type Kill = Readonly<{ call: number; when: 'before' | 'after' }>

/** Runs until the process is killed at that call: what was asked then has, or has not, happened; nothing is asked later. */
async function runKilled(world: World, inputs: Inputs, kill: Kill): Promise<boolean> {
  let count = 0
  const wrap = <T extends object>(port: T): T =>
    Object.fromEntries(
      Object.entries(port).map(([name, call]) => [
        name,
        async (...input: readonly unknown[]) => {
          count += 1
          if (count > kill.call || (count === kill.call && kill.when === 'before')) throw new Error('killed')
          const answer = await (call as (...all: readonly unknown[]) => Promise<unknown>)(...input)
          if (count === kill.call) throw new Error('killed')
          return answer
        }
      ])
    ) as T
  const ecs = wrap<EcsPort>(world.ports.ecs)
  const ports = {
    ...world.ports,
    ecs,
    polled: ecs,
    parameters: wrap(world.ports.parameters)
  }
  const read = (name: string): string => ({ cluster: 'prod', service: 'web', ...inputs })[name] ?? ''
  await rollOut(parseInputs(read), ports).catch(() => undefined)
  return count >= kill.call
}

/** Kills at every call in turn, runs again, and looks at what became of it. */
async function killEverywhere(
  make: () => World,
  inputs: Inputs,
  look: (world: World, kill: Kill) => Promise<void> | void
): Promise<number> {
  for (let call = 1; call < 100; call += 1) {
    for (const when of ['before', 'after'] as const) {
      const world = make()
      if (!(await runKilled(world, inputs, { call, when }))) return call - 1
      const report = await world.run(inputs)
      expect({ call, when, outcome: report.outputs['outcome'] }).toEqual({ call, when, outcome: 'success' })
      await look(world, { call, when })
    }
  }
  throw new Error('It never ends.')
}

const active = ({ revisions }: World): readonly string[] =>
  revisions.filter(({ isActive }) => isActive).map(({ revision }) => revision)

test('an image is registered once and deployed once, wherever the run before was killed', async () => {
  const calls = await killEverywhere(
    () => rolloutWorld(),
    { image: 'app:2', 'image-parameter': '/app/image' },
    (world) => {
      expect(active(world)).toEqual(['web:1', 'web:2'])
      expect(world.started.map(({ taskDefinition }) => taskDefinition.split('/')[1])).toEqual([
        'web:2',
        'web:1'
      ])
      expect(world.parameter.value).toBe('app:2')
    }
  )
  expect(calls).toBeGreaterThan(12)
})

test('a forced deployment in flight is followed, not repeated', async () => {
  await killEverywhere(
    () => rolloutWorld(),
    { 'force-new-deployment': 'true' },
    (world) => {
      expect(world.started).toHaveLength(2)
    }
  )
})

test('a restart that is due is done once, wherever the run before was killed', async () => {
  const since = rolloutWorld().clock.now()
  await killEverywhere(
    () => {
      const world = rolloutWorld({ listsRunning: true })
      world.clock.move(10_000)
      return world
    },
    { 'restart-if-older-than': new Date(since).toISOString() },
    (world) => {
      expect(world.started).toHaveLength(2)
    }
  )
})

const deployedTwice = (): World => {
  const world = rolloutWorld({ parameter: 'app:2' })
  const second = world.register({
    ...world.revisions[0]!.definition,
    containerDefinitions: [{ name: 'api', image: 'app:2' }]
  })
  world.begin(second.arn, { healthyAt: 0, endsAt: 1 })
  world.clock.move(600_000)
  return world
}

test('a rollback goes back once, and takes what it left away', async () => {
  await killEverywhere(
    deployedTwice,
    { 'rollback-to': 'last-successful', 'image-parameter': '/app/image' },
    (world) => {
      expect(world.live()).toContain('web:1')
      expect(active(world)).toEqual(['web:1'])
      expect(world.started).toHaveLength(3)
      expect(world.parameter.value).toBe('app:1')
    }
  )
})
