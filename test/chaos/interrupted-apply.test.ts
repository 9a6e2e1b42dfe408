/** Applies that end half-way: what is left is told, the lock is given back, and the next run goes on with the rest. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { entries, type Ledger } from '../e2e/ledger.ts'
import { annotationsOf, applyJob } from '../e2e/results.ts'
import { stateOf } from '../e2e/state.ts'
import { startWorld, type World } from '../e2e/world.ts'

let world: World
let ledger: Ledger
let onLog: (line: string, runId: number) => void = () => undefined

beforeAll(async () => {
  world = await startWorld({
    onEvent: (event) => {
      if (event.kind === 'log') onLog(event.line, event.job.run.id)
    }
  })
  ledger = await world.ledger('ledger')
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

test('a cancelled apply keeps what it did, gives the lock back and says what was in flight', async () => {
  const stack = 'ledger-cancelled'
  ledger.set({ LOCK_TIMEOUT: '1s' })
  ledger.stacks(stack)
  const proposed = await ledger.propose('Be slow', {
    ...entries({ rent: 'due' }),
    'infra/slow.tf': withCommand('sleep 20')
  })
  expect(annotationsOf(proposed.runs)).not.toContain('error')
  onLog = (line, runId) => {
    if (line.includes('terraform_data.slow: Provisioning')) world.lab.runner.cancel(runId)
  }
  const cancelled = await ledger.merge(proposed.number)
  onLog = () => undefined
  expect(applyJob(cancelled)?.conclusion).toBe('cancelled')
  expect(applyJob(cancelled)?.summary).toContain('What was in flight')
  expect(await stateOf(ledger, stack)).toBeDefined()

  const quick = await ledger.propose('Be quick', { 'infra/slow.tf': withCommand('true') })
  const runs = await ledger.merge(quick.number)
  expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success'])
  expect(applyJob(runs)?.summary).toContain('terraform_data.slow')
}, 240_000)

test('a failing apply says what is left, and applies it when the cause is mended', async () => {
  const stack = 'ledger-failing'
  ledger.stacks(stack)
  const proposed = await ledger.propose('Fail', {
    ...entries({ rent: 'late' }),
    'infra/slow.tf': withCommand('false')
  })
  const failed = await ledger.merge(proposed.number)
  expect(applyJob(failed)?.conclusion).toBe('failure')
  expect(applyJob(failed)?.log).toContain('terraform apply failed')
  expect(applyJob(failed)?.summary).toMatch(/What is left: \d resources?[\s\S]*terraform_data\.slow/)
  expect(ledger.comment(proposed.number)).toContain('failed part-way')

  const mended = await ledger.propose('Mend', { 'infra/slow.tf': withCommand('true') })
  const runs = await ledger.merge(mended.number)
  expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success'])
  expect(applyJob(runs)?.summary).toContain('delete,create `terraform_data.slow`')
}, 240_000)
