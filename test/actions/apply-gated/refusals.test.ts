import { expect, test } from '@jest/globals'
import { deliver } from '../../../actions/apply-gated/src/deliver.ts'
import { ArtifactError } from '../../../lib/github/zip.ts'
import { applyWorld, NOTHING, planText } from '../../fakes/apply-world.ts'
import { refusedApplies, stale } from '../../fakes/refused-applies.ts'

test.each(refusedApplies)('%s is refused: %s', async (...[, reason, sentence, scenario]) => {
  const { inputs, ports, calls } = applyWorld(scenario)
  const { outcome } = await deliver(inputs, ports)
  expect(outcome).toMatchObject({ kind: 'refused', reason, sentence: expect.stringMatching(sentence) })
  const mayApply =
    reason === 'state-locked' || reason === 'state-stale' || scenario.terraform?.apply !== undefined
  expect(calls.some((call) => call.startsWith('apply'))).toBe(mayApply)
})

test('an artifact whose bytes are no zip is not the approved one', async () => {
  const { inputs, ports } = applyWorld()
  const github = { ...ports.github, downloadArtifact: () => Promise.reject(new ArtifactError('no zip')) }
  await expect(deliver(inputs, { ...ports, github })).resolves.toEqual({
    outcome: { kind: 'refused', reason: 'artifact-mismatch', sentence: 'no zip' }
  })
})

test('before the gate is passed Terraform is not even asked for its version', async () => {
  const { inputs, ports, calls } = applyWorld({ approvals: [] })
  await deliver(inputs, ports)
  expect(calls).toEqual([])
})

test('a plan that changed says where, without values', async () => {
  const { inputs, ports } = applyWorld({
    ...stale,
    renewed: planText({ after: { n: 'hunter2hunter2' } }, { name: 'more' })
  })
  const { outcome } = await deliver(inputs, ports)
  const differences = outcome.kind === 'refused' ? (outcome.differences ?? []) : []
  expect(differences.map(({ address, kind }) => [address, kind])).toEqual([
    ['aws_ecs_service.web', 'changed'],
    ['aws_ecs_service.more', 'added']
  ])
  expect(JSON.stringify(differences)).not.toContain('hunter2')
})

test('every sentence ends, and names a next step', async () => {
  for (const [what, , , scenario] of refusedApplies) {
    const { inputs, ports } = applyWorld(scenario)
    const { outcome } = await deliver(inputs, ports)
    const sentence = outcome.kind === 'refused' ? outcome.sentence : ''
    expect(`${what}: ${sentence}`).toMatch(/\.$|\)\.?$/)
    expect(`${what}: ${sentence}`).toMatch(
      /\b(?:[Pp]ass|[Pp]lan|Give|Make|Create|Add|Limit|Apply|Let|Install|Check|Use|Run|Wait|Review|Approve|approve|agrees)\b/
    )
  }
})

test('a private repository without reviewers hears of the other gate', async () => {
  const { inputs, ports } = applyWorld({
    environment: { reviewers: [] },
    context: { repository: { owner: 'acme', name: 'infra', id: '42', private: true } }
  })
  const { outcome } = await deliver(inputs, ports)
  expect(outcome).toMatchObject({ sentence: expect.stringContaining('gate: dispatch') })
})

test('an empty plan is nothing to refuse', async () => {
  const { inputs, ports } = applyWorld({ saved: NOTHING })
  await expect(deliver(inputs, ports)).resolves.toMatchObject({ outcome: { kind: 'applied' } })
})
