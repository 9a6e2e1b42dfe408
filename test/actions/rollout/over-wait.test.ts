import { expect, test } from '@jest/globals'
import { rolloutWorld } from './world.ts'

/** Rollouts of 20 s to 15 min, evenly spread. */
const DURATIONS = Array.from({ length: 200 }, (_, at) => 20 + at * 4.4)

type Cost = Readonly<{ overWait: number; requestsPerSecond: number }>

async function cost(seconds: number, healthyAt: number): Promise<Cost> {
  const world = rolloutWorld({ scripts: [{ healthyAt, endsAt: seconds, deathsAt: [] }] })
  await world.run({ image: 'app:2', 'wait-until': 'steady' })
  const began = world.calls.find(({ operation }) => operation === 'updateService')?.at ?? 0
  const looks = world.calls.filter(
    ({ operation, at }) => at > began && /^describe(?:Service|Deployment)$/.test(operation)
  )
  const last = looks.at(-1)?.at ?? 0
  return {
    overWait: (last - began) / 1000 - seconds,
    requestsPerSecond: looks.length / ((last - began) / 1000)
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

test('a rollout is noticed 1.5 s late in the mean at half a request a second', async () => {
  const costs = await Promise.all(DURATIONS.map((seconds) => cost(seconds, seconds / 2)))
  const overWait = mean(costs.map((one) => one.overWait))
  expect(overWait).toBeGreaterThan(1)
  expect(overWait).toBeLessThanOrEqual(1.5)
  expect(Math.max(...costs.map((one) => one.overWait))).toBeLessThan(5)
  expect(Math.max(...costs.map((one) => one.requestsPerSecond))).toBeLessThanOrEqual(0.5)
})

test('tasks that die do not make it ask more often', async () => {
  const deathsAt = [30, 60, 90, 120, 150, 180]
  const death = { stopCode: 'TaskFailedToStart' as const }
  const world = rolloutWorld({
    desired: 40,
    scripts: [{ endsAt: 400, healthyAt: 390, deathsAt, death }],
    denied: ['stopDeployment']
  })
  await world.run({ image: 'app:2', 'wait-until': 'steady', timeout: '500s' })
  const began = world.calls.find(({ operation }) => operation === 'updateService')?.at ?? 0
  const polls = world.calls.filter(({ at }) => at > began)
  expect(polls.length / ((world.clock.now() - began) / 1000)).toBeLessThanOrEqual(0.5)
})
