import { describe, expect, test } from '@jest/globals'
import type { Gated } from '../../fakes/gate.ts'
import { type Given, NAME, run } from './world.ts'

const SOURCE = `${NAME}-documentdb`
const RESTORED = `${NAME}-documentdb-2`
const FORGET: Given = {
  mode: 'forget',
  name: RESTORED,
  'backend-config': 'bucket=states\nkey=caliber/acme/stg/terraform.tfstate'
}
const MODULE = 'module.documentdb[0]'

type Resource = readonly [address: string, attributes: object]

const stateOf = (...resources: readonly Resource[]): string =>
  JSON.stringify({
    version: 4,
    resources: resources.map(([address, attributes]) => {
      const [module, type, name] = /^(.*)\.([^.]+)\.([^.]+)$/.exec(address)?.slice(1) ?? []
      return { mode: 'managed', module, type, name, instances: [{ attributes }] }
    })
  })
const cluster = (cluster_identifier: string): Resource => [
  `${MODULE}.aws_docdb_cluster.this`,
  { cluster_identifier }
]
const instance = (cluster_identifier: string): Resource => [
  `${MODULE}.aws_docdb_cluster_instance.this`,
  { cluster_identifier }
]
const ROTATION: Resource = [`${MODULE}.aws_secretsmanager_secret_rotation.master`, {}]
const GROUP: Resource = [`${MODULE}.aws_docdb_subnet_group.this`, {}]
const addresses = (...found: readonly Resource[]): readonly string[] => found.map(([address]) => address)

test('what the state knows of the lost one is forgotten, that alone, with the way back', async () => {
  const known = [cluster(SOURCE), instance(SOURCE), ROTATION]
  const { forgotten, report, lines } = await run(FORGET, { state: stateOf(...known, GROUP) })
  expect(forgotten).toEqual([addresses(...known)])
  expect(report.outputs).toMatchObject({ outcome: 'forgotten', forget: JSON.stringify(addresses(...known)) })
  const back =
    'aws s3api get-object --bucket states --key caliber/acme/stg/terraform.tfstate --version-id v-7 before.tfstate && terraform state push -force before.tfstate'
  expect(report.summary).toContain(back)
  expect(lines.join('\n')).toContain(back)
})

test('a second run finds it gone, and one after the adoption finds that; both are green and change nothing', async () => {
  const gone = await run(FORGET, { state: stateOf(GROUP) })
  expect(gone.report.outputs).toMatchObject({ outcome: 'gone', forget: '[]' })
  const adopted = await run(FORGET, { state: stateOf(cluster(RESTORED), instance(RESTORED), ROTATION) })
  expect(adopted.report.outputs).toMatchObject({ outcome: 'adopted', forget: '[]' })
  expect([...gone.forgotten, ...adopted.forgotten]).toEqual([])
  expect([gone, adopted].map(({ report }) => report.failure)).toEqual([undefined, undefined])
})

test('what somebody forgot by half is forgotten whole, or a plan would destroy the instances', async () => {
  const { forgotten } = await run(FORGET, { state: stateOf(instance(SOURCE), ROTATION, GROUP) })
  expect(forgotten).toEqual([addresses(instance(SOURCE), ROTATION)])
})

test('instances of another cluster are left alone', async () => {
  const { forgotten, report } = await run(FORGET, { state: stateOf(instance(RESTORED)) })
  expect([forgotten, report.outputs['outcome']]).toEqual([[], 'gone'])
})

test('a state with a third database is left alone', async () => {
  const third = run(FORGET, { state: stateOf(cluster(`${NAME}-documentdb-9`)) })
  await expect(third).rejects.toThrow(`'${NAME}-documentdb-9', which is neither the lost '${SOURCE}' nor`)
})

test('no state, or one of another version, is a fault', async () => {
  await expect(run(FORGET)).rejects.toThrow("There is no state 'caliber/acme/stg/terraform.tfstate'")
  await expect(run(FORGET, { state: '{"version": 5}' })).rejects.toThrow('this action reads version 4')
})

test('a lock that somebody holds is told, and so is why Terraform would not', async () => {
  const state = stateOf(cluster(SOURCE))
  const lock = { id: '1', who: 'ada', operation: 'apply', created: 'now', path: 'p' }
  const { report } = await run(FORGET, { state, forgetting: { kind: 'locked', lock } })
  expect(report.outputs['outcome']).toBe('locked')
  expect(report.failure).toContain('Nothing was forgotten. The state is locked by an apply of ada')
  const failed = run(FORGET, { state, forgetting: { kind: 'failed', message: 'no' } })
  await expect(failed).rejects.toThrow('The state is as it was. Run this job again.')
})

test('a dry run names what it would forget', async () => {
  const { forgotten, report } = await run(
    { ...FORGET, 'dry-run': 'true' },
    { state: stateOf(cluster(SOURCE)) }
  )
  expect(forgotten).toEqual([])
  expect(report.outputs).toMatchObject({
    outcome: 'planned',
    forget: JSON.stringify(addresses(cluster(SOURCE)))
  })
})

test('an instance of PostgreSQL is forgotten by its own name', async () => {
  const resource: Resource = ['module.postgres[0].aws_db_instance.this', { identifier: `${NAME}-postgres` }]
  const given = { ...FORGET, database: 'postgres', name: `${NAME}-postgres-2` }
  const { forgotten } = await run(given, { state: stateOf(resource, cluster(SOURCE)) })
  expect(forgotten).toEqual([addresses(resource)])
})

describe('the gate, seen from inside', () => {
  const state = stateOf(cluster(SOURCE))

  test('names who let it be forgotten', async () => {
    const { report, lines } = await run(FORGET, { state })
    expect(JSON.parse(report.outputs['result'] ?? '{}')).toMatchObject({ approvedBy: ['reviewer'] })
    expect(report.summary).toContain('Approved by `reviewer` in `stg`.')
    expect(lines).toContain('Approved by reviewer.')
  })

  test.each<[string, Gated, string]>([
    [
      'whoever started the run',
      { approvals: [{ user: 'Operator' }] },
      'self-approved): Only Operator approved'
    ],
    [
      'whoever ran it again',
      { context: { runAttempt: 2, triggeringActor: 'grace' }, approvals: [{ user: 'grace' }] },
      'self-approved): Only grace approved'
    ],
    [
      'who wrote what a bot runs',
      { context: { actor: 'caliber[bot]' }, approvals: [{ user: 'committer' }] },
      'self-approved): Only committer approved'
    ],
    ['nobody', { approvals: [] }, 'not-approved): No review of run 1234 approved'],
    [
      'somebody of another environment',
      { approvals: [{ environments: ['prod'] }] },
      'not-approved): No review of run 1234 approved'
    ]
  ])('does not hold when %s approved', async (_who, gate, sentence) => {
    const { forgotten, report } = await run(FORGET, { state, gate })
    expect([forgotten, report.outputs['outcome'], report.outputs['forget']]).toEqual([[], 'refused', '[]'])
    expect(report.failure).toContain(`Nothing was forgotten (${sentence}`)
  })

  test.each<[string, Gated, string]>([
    ['does not exist', { environment: null }, 'with required reviewers and a branch rule.'],
    ['has no reviewers', { environment: { reviewers: [] } }, 'nobody had to approve this job'],
    [
      'takes every branch',
      { environment: { branchRule: { kind: 'any' } } },
      'takes deployments from every branch'
    ],
    ['does not name the branch', { context: { ref: 'refs/heads/wip' } }, 'does not name refs/heads/wip']
  ])('does not hold when the environment %s', async (_what, gate, sentence) => {
    const { forgotten, report } = await run(FORGET, { state, gate })
    expect([forgotten, report.outputs['outcome']]).toEqual([[], 'refused'])
    expect(report.failure).toContain(sentence)
  })

  test('holds for one person alone where that is said', async () => {
    const gate = { approvals: [{ user: 'operator' }] }
    const { report } = await run({ ...FORGET, 'allow-self-approval': 'true' }, { state, gate })
    expect(report.outputs['outcome']).toBe('forgotten')
  })

  test('is not asked by a dry run', async () => {
    const { report } = await run({ ...FORGET, 'dry-run': 'true' }, { state, gate: { approvals: [] } })
    expect(report.outputs['outcome']).toBe('planned')
  })
})
