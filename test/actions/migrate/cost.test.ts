/** What following a migration costs, and how late its end is noticed. */
import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/migrate/src/inputs.ts'
import { migrate } from '../../../actions/migrate/src/migrate.ts'
import { migrateWorld } from './world.ts'

/** Migrations of 40 s to 6 min that write a line every five seconds. */
const DURATIONS = Array.from({ length: 60 }, (_, at) => 40 + at * 5.3)
const INPUTS: Readonly<Record<string, string>> = { cluster: 'prod', service: 'web', 'pending-command': '[]' }

async function cost(seconds: number): Promise<Readonly<{ overWait: number; perSecond: number }>> {
  const lines = Array.from({ length: Math.floor(seconds / 5) }, (_, at) => ({
    at: at * 5,
    text: `row ${at}`
  }))
  const world = migrateWorld({ migrations: [{ seconds, lines }] })
  const asked: number[] = []
  const readPage: typeof world.ports.readPage = (...of) => {
    asked.push(world.clock.now())
    return world.ports.readPage(...of)
  }
  await migrate(
    parseInputs((name) => INPUTS[name] ?? ''),
    { ...world.ports, readPage }
  )
  const [run] = world.runs
  const began = run?.createdAt ?? 0
  const looks = world.calls.filter(({ operation, at }) => operation === 'describeTasks' && at >= began)
  const noticed = looks.at(-1)?.at ?? 0
  const requests = looks.length + asked.filter((at) => at < noticed).length
  return {
    overWait: (noticed - began) / 1000 - 8 - seconds,
    perSecond: requests / ((noticed - began) / 1000)
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

test('the end of a migration is noticed 1.5 s late in the mean, at half a request a second with its log', async () => {
  const costs = await Promise.all(DURATIONS.map(cost))
  expect(mean(costs.map(({ overWait }) => overWait))).toBeLessThanOrEqual(1.5)
  expect(mean(costs.map(({ perSecond }) => perSecond))).toBeLessThanOrEqual(0.5)
})
