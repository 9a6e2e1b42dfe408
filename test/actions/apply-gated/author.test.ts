import { describe, expect, test } from '@jest/globals'
import { deliver } from '../../../actions/apply-gated/src/deliver.ts'
import type { Delivery } from '../../../actions/apply-gated/src/outcome.ts'
import { applyWorld, type Scenario } from '../../fakes/apply-world.ts'

const run = (scenario: Scenario): Promise<Delivery> => {
  const { inputs, ports } = applyWorld(scenario)
  return deliver(inputs, ports)
}

describe('author: starter', () => {
  const form = (over: Scenario = {}): Scenario => ({
    ...over,
    inputs: { author: 'starter', ...over.inputs },
    context: {
      eventName: 'workflow_dispatch',
      actor: 'operator',
      triggeringActor: 'operator',
      ...over.context
    }
  })

  test.each(['author', 'committer', 'reviewer'])('%s may approve what somebody else typed', async (user) => {
    const { attestation, pullRequest } = await run(form({ approvals: [{ user }] }))
    expect(attestation).toMatchObject({ approvedBy: [user] })
    expect(pullRequest).toBeUndefined()
  })

  test('who typed it may not', async () => {
    await expect(run(form({ approvals: [{ user: 'Operator' }] }))).resolves.toMatchObject({
      outcome: { reason: 'self-approved' }
    })
  })

  test.each(['operator', 'rerunner'])('on a re-run %s may not', async (user) => {
    const context = { runAttempt: 2, triggeringActor: 'rerunner' }
    await expect(run(form({ context, approvals: [{ user }] }))).resolves.toMatchObject({
      outcome: { reason: 'self-approved' }
    })
  })

  test.each<[string, Scenario['context']]>([
    ['a push', { eventName: 'push' }],
    ['a bot', { actor: 'caliber[bot]', triggeringActor: 'caliber[bot]' }],
    ['a bot that ran it again', { runAttempt: 2, triggeringActor: 'caliber[bot]' }]
  ])('of a run that %s started, the commit says whose change it is', async (_what, context) => {
    await expect(
      run(form({ ...(context && { context }), approvals: [{ user: 'author' }] }))
    ).resolves.toMatchObject({
      outcome: { reason: 'self-approved' }
    })
  })
})
