/** Applies that end half-way: what is left is told, the lock is given back, and the next run goes on with the rest. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { stateOf } from '../e2e/state.ts'
import { entries, stacks, startWorld, type World } from '../e2e/world.ts'

let world: World
let onLog: (line: string, runId: number) => void = () => undefined

beforeAll(async () => {
  world = await startWorld({
    onEvent: (event) => {
      if (event.kind === 'log') onLog(event.line, event.job.run.id)
    }
  })
}, 120_000)

afterAll(() => world.close())

const withCommand = (command: string): string => `resource "terraform_data" "slow" {
  depends_on = [terraform_data.entry]
  input      = "slow"
  provisioner "local-exec" {
    command = ${JSON.stringify(command)}
  }
}
`

const applyJob = (runs: readonly RunResult[]) =>
  runs.flatMap((run) => run.jobs).find(({ job }) => job.name.includes('apply ('))

test('a cancelled apply keeps what it did, gives the lock back and says what was in flight', async () => {
  const stack = 'ledger-cancelled'
  world.set({ STACKS: stacks(stack), LOCK_TIMEOUT: '1s' })
  const proposed = await world.propose('Be slow', {
    ...entries({ rent: 'due' }),
    'infra/slow.tf': withCommand('sleep 20')
  })
  onLog = (line, runId) => {
    if (line.includes('terraform_data.slow: Provisioning')) world.lab.runner.cancel(runId)
  }
  const cancelled = await world.merge(proposed.number)
  onLog = () => undefined
  expect(applyJob(cancelled)?.conclusion).toBe('cancelled')
  expect(applyJob(cancelled)?.summary).toContain('What was in flight')
  expect(await stateOf(world, stack)).toBeDefined()

  const quick = await world.propose('Be quick', { 'infra/slow.tf': withCommand('true') })
  const runs = await world.merge(quick.number)
  expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success'])
  expect(applyJob(runs)?.summary).toContain('terraform_data.slow')
}, 240_000)

test('a failing apply says what is left, and applies it when the cause is mended', async () => {
  const stack = 'ledger-failing'
  world.set({ STACKS: stacks(stack) })
  const proposed = await world.propose('Fail', {
    ...entries({ rent: 'late' }),
    'infra/slow.tf': withCommand('false')
  })
  const failed = await world.merge(proposed.number)
  expect(applyJob(failed)?.conclusion).toBe('failure')
  expect(applyJob(failed)?.log).toContain('terraform apply failed')
  expect(applyJob(failed)?.summary).toMatch(/What is left: \d changes?[\s\S]*terraform_data\.slow/)
  expect(world.comment(proposed.number)).toContain('failed part-way')

  const mended = await world.propose('Mend', { 'infra/slow.tf': withCommand('true') })
  const runs = await world.merge(mended.number)
  expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success'])
  expect(applyJob(runs)?.summary).toContain('delete,create `terraform_data.slow`')
}, 240_000)
