import { describe, expect, test } from '@jest/globals'
import { deliver } from '../../../actions/apply-gated/src/deliver.ts'
import type { Delivery } from '../../../actions/apply-gated/src/outcome.ts'
import { applyWorld, digestOf, REVIEWED, type Scenario } from '../../fakes/apply-world.ts'

const run = (scenario: Scenario): Promise<Delivery> => {
  const { inputs, ports } = applyWorld(scenario)
  return deliver(inputs, ports)
}

describe('a later attempt that has planned anew', () => {
  const renewed = (...approvals: NonNullable<Scenario['approvals']>): Scenario => ({
    context: { runAttempt: 2 },
    artifact: { name: 'plan-net-2' },
    header: { attempt: 2 },
    approvals
  })
  const own = { user: 'merger' }

  test('a review counts where nobody else has approved, whichever attempt it is of', async () => {
    await expect(run(renewed({}, { user: 'second' }))).resolves.toMatchObject({
      outcome: { kind: 'applied' },
      attestation: { approvedBy: ['reviewer', 'second'], isAmbiguous: true }
    })
  })

  test.each(['looks right', 'approve 00000000', `approve ${digestOf(REVIEWED).slice(0, 7)}`])(
    'an old review does not open it for whoever re-ran it, when it says %j',
    async (comment) => {
      await expect(run(renewed({ comment }, own))).resolves.toMatchObject({
        outcome: {
          reason: 'not-approved',
          sentence: expect.stringMatching(
            /made anew in attempt 2.*whether reviewer approved this plan.*write 'approve [0-9a-f]{8}'/
          )
        }
      })
    }
  )

  test('a review that names the plan’s digest does, and it alone', async () => {
    const comment = `Approve \`${digestOf(REVIEWED).slice(0, 8).toUpperCase()}\`, the smaller one.`
    await expect(run(renewed({ user: 'second' }, { comment }, own))).resolves.toMatchObject({
      outcome: { kind: 'applied' },
      attestation: { approvedBy: ['reviewer'], words: [comment] }
    })
  })

  test('who may approve their own change is not asked for words', async () => {
    const scenario = { ...renewed({}, own), inputs: { 'allow-self-approval': 'true' } }
    await expect(run(scenario)).resolves.toMatchObject({ outcome: { kind: 'applied' } })
  })
})

test('the plan of the first attempt needs no words, whoever else approved since', async () => {
  const approvals = [{}, { user: 'rerunner' }]
  await expect(
    run({ context: { runAttempt: 2, triggeringActor: 'rerunner' }, approvals })
  ).resolves.toMatchObject({
    outcome: { kind: 'applied' },
    attestation: { approvedBy: ['reviewer'] }
  })
})
