/** Applies that end half-way: what is left is told, the lock is given back, and the next run goes on with the rest. */
import { expect, test } from '@jest/globals'
import { entries } from '../e2e/ledger.ts'
import { annotationsOf, applyJob } from '../e2e/results.ts'
import { stateOf } from '../e2e/state.ts'
import { startWorld } from '../e2e/world.ts'

const withCommand = (command: string): string => `resource "terraform_data" "slow" {
  depends_on = [terraform_data.entry]
  input      = "slow"
  provisioner "local-exec" {
    command = ${JSON.stringify(command)}
  }
}
`

test('a cancelled apply keeps what it did, gives the lock back and says what was in flight', async () => {
  const stack = 'cancelled'
  let isSlow = true
  await using world = await startWorld({
    onEvent: (event) => {
      if (!isSlow || event.kind !== 'log' || !event.line.includes('terraform_data.slow: Provisioning')) return
      world.lab.runner.cancel(event.job.run.id)
    }
  })
  const ledger = await world.ledger()
  ledger.set({ LOCK_TIMEOUT: '1s' })
  ledger.stacks(stack)
  const proposed = await ledger.propose('Be slow', {
    ...entries({ rent: 'due' }),
    'infra/slow.tf': withCommand('sleep 20')
  })
  expect(annotationsOf(proposed.runs)).not.toContain('error')
  const cancelled = await ledger.merge(proposed.number)
  isSlow = false
  expect(applyJob(cancelled)?.conclusion).toBe('cancelled')
  expect(applyJob(cancelled)?.summary).toContain('What was in flight')
  expect(await stateOf(ledger, stack)).toBeDefined()

  const quick = await ledger.propose('Be quick', { 'infra/slow.tf': withCommand('true') })
  const runs = await ledger.merge(quick.number)
  expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success'])
  expect(applyJob(runs)?.summary).toContain('terraform_data.slow')
}, 240_000)

test('a failing apply says what is left, and applies it when the cause is mended', async () => {
  const stack = 'failing'
  await using world = await startWorld()
  const ledger = await world.ledger()
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
