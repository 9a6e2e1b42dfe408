import { expect, test } from '@jest/globals'
import { deliver } from '../../../actions/apply-gated/src/deliver.ts'
import type { Delivery } from '../../../actions/apply-gated/src/outcome.ts'
import { applyWorld, digestOf, planText, type Scenario } from '../../fakes/apply-world.ts'

const run = (scenario: Scenario): Promise<Delivery> => {
  const { inputs, ports } = applyWorld(scenario)
  return deliver(inputs, ports)
}

const saved = planText(
  { type: 'aws_db_instance', name: 'main', actions: ['delete'], after: null },
  { type: 'aws_s3_bucket', name: 'logs', actions: ['delete', 'create'] }
)
const digest = digestOf(saved)

test.each([
  `destroy ${digest.slice(0, 8)}`,
  `Yes, DESTROY \`${digest.slice(0, 12)}\`.`,
  `ok\ndestroy  ${digest}`,
  `We have a backup. destroy ${digest.slice(0, 8)}`
])('data is destroyed when the approver writes %j', async (comment) => {
  await expect(run({ saved, approvals: [{ comment }] })).resolves.toMatchObject({
    outcome: { kind: 'applied' }
  })
})

test.each([
  '',
  'destroy',
  `destroy ${digest.slice(0, 7)}`,
  'destroy 00000000',
  `destroy ${digest.slice(0, 8)}0`,
  digest,
  `undestroy ${digest}`,
  `please do NOT destroy ${digest.slice(0, 8)}, only rename`,
  `never destroy ${digest.slice(0, 8)}`,
  `destroy ${digest.slice(0, 8)}? No!`
])('data stays when the approver writes %j', async (comment) => {
  await expect(run({ saved, approvals: [{ comment }] })).resolves.toMatchObject({
    outcome: { reason: 'stateful-destroy', sentence: expect.stringContaining('and 1 more stateful object') }
  })
})

test("the author's own words do not count", async () => {
  const approvals = [{ user: 'author', comment: `destroy ${digest}` }, {}]
  await expect(run({ saved, approvals })).resolves.toMatchObject({
    outcome: { reason: 'stateful-destroy' }
  })
})

test('typed when the apply is started by hand, the words count as well', async () => {
  const scenario = (confirm: string): Scenario => ({
    saved,
    inputs: { gate: 'dispatch' },
    context: {
      eventName: 'workflow_dispatch',
      actor: 'operator',
      triggeringActor: 'operator',
      event: { repository: { default_branch: 'main' }, inputs: { confirm } }
    }
  })
  await expect(run(scenario(digest))).resolves.toMatchObject({ outcome: { reason: 'stateful-destroy' } })
  await expect(run(scenario(`destroy ${digest.slice(0, 8)}`))).resolves.toMatchObject({
    outcome: { kind: 'applied' }
  })
})
