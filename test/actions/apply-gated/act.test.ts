import { expect, test } from '@jest/globals'
import { deliver } from '../../../actions/apply-gated/src/deliver.ts'
import type { Delivery } from '../../../actions/apply-gated/src/outcome.ts'
import { applyWorld, NOTHING, planText, REVIEWED, type Scenario } from '../../fakes/apply-world.ts'

async function run(
  scenario: Scenario
): Promise<Delivery & Readonly<{ calls: readonly string[]; warnings: readonly string[] }>> {
  const { inputs, ports, calls, warnings } = applyWorld(scenario)
  return { ...(await deliver(inputs, ports)), calls, warnings }
}

/** `apply` that answers these in turn. */
const applies = (...results: readonly ('applied' | 'stale')[]): NonNullable<Scenario['terraform']> => {
  const queue = [...results]
  return { apply: () => Promise.resolve({ kind: queue.shift() ?? 'applied' }) }
}

test('the saved plan is applied after init, and nothing else is', async () => {
  const { outcome, calls } = await run({
    inputs: { 'backend-config': 'bucket=acme-state', 'lock-timeout': '2m' },
    terraform: {
      output: () => Promise.resolve('{"url":{"sensitive":false,"type":"string","value":"https://x.example"}}')
    }
  })
  expect(calls).toEqual([
    'version',
    'init {"backendConfig":["bucket=acme-state"],"lockfileReadonly":true}',
    'show "/tmp/saved"',
    'apply {"file":"/tmp/saved","lockTimeout":"120s","parallelism":4}',
    'output'
  ])
  expect(outcome).toEqual({
    kind: 'applied',
    how: 'saved-plan',
    changes: [{ address: 'aws_ecs_service.web', actions: 'update' }],
    outputs: { values: { url: 'https://x.example' }, withheld: [] }
  })
})

test('a stale state is planned again with the same arguments, and the same digest is applied', async () => {
  const { outcome, calls } = await run({ terraform: applies('stale', 'applied'), renewed: REVIEWED })
  expect(outcome).toMatchObject({ kind: 'applied', how: 'same-digest' })
  expect(calls.slice(-5)).toEqual([
    'apply {"file":"/tmp/saved","lockTimeout":"300s","parallelism":4}',
    'plan {"varFiles":["../stg.tfvars"],"targets":[],"replace":[],"refreshOnly":false,"destroy":false,"parallelism":4,"lockTimeout":"300s","out":"/tmp/renewed"}',
    'show "/tmp/renewed"',
    'apply {"file":"/tmp/renewed","lockTimeout":"300s","parallelism":4}',
    'output'
  ])
})

test('variables that were sealed with the plan are what it is planned again with, after all files', async () => {
  const { outcome, calls } = await run({
    terraform: applies('stale', 'applied'),
    variables: '{"client":"acme"}',
    renewed: REVIEWED
  })
  expect(outcome).toMatchObject({ kind: 'applied', how: 'same-digest' })
  const again = calls.find((call) => call.startsWith('plan ')) ?? ''
  expect(JSON.parse(again.slice(5))).toMatchObject({
    varFiles: ['../stg.tfvars', '/tmp/{"client":"acme"}']
  })
})

test.each(['replan', 'refuse'])(
  'a second run finds everything applied, with on-stale: %s',
  async (onStale) => {
    const { outcome, calls } = await run({
      terraform: applies('stale'),
      renewed: NOTHING,
      inputs: { 'on-stale': onStale }
    })
    expect(outcome).toMatchObject({ kind: 'already-applied' })
    expect(calls.filter((call) => call.startsWith('apply'))).toHaveLength(1)
  }
)

test('a failing apply says what is left', async () => {
  const { outcome } = await run({
    saved: planText({}, { name: 'second' }),
    terraform: {
      apply: () => Promise.resolve({ kind: 'failed', message: 'AccessDenied: ecs:UpdateService' })
    },
    renewed: planText({ name: 'second' })
  })
  expect(outcome).toEqual({
    kind: 'failed',
    sentence:
      'terraform apply failed: AccessDenied: ecs:UpdateService\n1 of the changes are left. Mend the cause and run the workflow again: it plans what is left and asks for approval.',
    left: [{ address: 'aws_ecs_service.second', actions: 'update' }]
  })
})

const unsaved = (isWhole: boolean) => () =>
  Promise.resolve({ kind: 'unsaved' as const, message: 'PutObject: 503', isWhole })

test('a state that could not be saved is saved before anything else, and then nothing failed', async () => {
  const { outcome, calls } = await run({ terraform: { apply: unsaved(true) } })
  expect(outcome).toMatchObject({ kind: 'applied', how: 'saved-plan' })
  expect(
    calls.filter((call) => /^(apply|state push|plan)/.test(call)).map((call) => call.split(' ')[0])
  ).toEqual(['apply', 'state'])
})

test('an apply that failed and could not save its state says what is left once it is saved', async () => {
  const { outcome } = await run({ terraform: { apply: unsaved(false) }, renewed: planText({ name: 'web' }) })
  expect(outcome).toMatchObject({ kind: 'failed', left: [{ address: 'aws_ecs_service.web' }] })
})

test('a state that cannot be saved at all forbids the next run, and says where the state is', async () => {
  const saveState = () => Promise.reject(new Error('still 503'))
  const { outcome, calls } = await run({ terraform: { apply: unsaved(true), saveState } })
  expect(outcome).toMatchObject({
    kind: 'failed',
    sentence: expect.stringMatching(
      /still 503\n.*Do not run the workflow again.*terraform state push errored\.tfstate/s
    )
  })
  expect(calls.filter((call) => call.startsWith('state push'))).toHaveLength(3)
})

test('a lock that could not be given back is red, and says that everything was applied', async () => {
  const lock = { id: '0b1c', who: 'ci@runner', operation: 'apply', created: 'now', path: 'b/k' }
  const { outcome } = await run({
    terraform: { apply: () => Promise.resolve({ kind: 'unreleased', message: 'DeleteObject: 503', lock }) }
  })
  expect(outcome).toMatchObject({
    kind: 'failed',
    sentence: expect.stringMatching(/^Everything was applied and saved.*force-unlock 0b1c/s),
    left: []
  })
})

test.each([
  ['fails', () => Promise.resolve({ kind: 'failed' as const, message: 'no', diagnostics: [] })],
  ['throws', () => Promise.reject(new Error('no network'))]
])('when planning what is left %s too, the apply is still what is told', async (_how, plan) => {
  const { outcome } = await run({ terraform: { apply: () => Promise.reject(new Error('killed')), plan } })
  expect(outcome).toMatchObject({
    kind: 'failed',
    sentence: expect.stringContaining('killed\nWhat is left could not be planned')
  })
})

test('an init that fails is an error, and nothing was applied', async () => {
  const { outcome, calls, attestation } = await run({
    terraform: { init: () => Promise.reject(new Error('no such bucket')) }
  })
  expect(outcome).toEqual({ kind: 'error', sentence: 'no such bucket' })
  expect(attestation).toBeDefined()
  expect(calls.join()).not.toContain('apply')
})

test('a cancelled apply says what was in flight', async () => {
  const cancel = new AbortController()
  const { outcome } = await run({
    signal: cancel.signal,
    terraform: {
      apply: () => {
        cancel.abort(new Error('The job was cancelled (SIGINT).'))
        return Promise.reject(cancel.signal.reason as Error)
      }
    }
  })
  expect(outcome).toEqual({
    kind: 'cancelled',
    sentence: expect.stringMatching(/cancelled \(SIGINT\)\. Terraform was interrupted/),
    inFlight: [{ address: 'aws_ecs_service.web', actions: 'update' }]
  })
})

test('a job that is cancelled before the apply changed nothing', async () => {
  const cancel = new AbortController()
  const { outcome } = await run({
    signal: cancel.signal,
    terraform: {
      init: () => {
        cancel.abort(new Error('The job was cancelled (SIGTERM).'))
        return Promise.reject(cancel.signal.reason as Error)
      }
    }
  })
  expect(outcome).toMatchObject({
    kind: 'cancelled',
    inFlight: [],
    sentence: expect.stringContaining('Nothing had been changed')
  })
})

test('sensitive outputs are named, and what looks like a secret is hidden', async () => {
  const { outcome } = await run({
    terraform: {
      output: () =>
        Promise.resolve(
          JSON.stringify({
            password: { sensitive: true, type: 'string', value: 'hunter2hunter2' },
            dsn: { sensitive: false, type: 'string', value: 'postgres://app:hunter2hunter2@db.example/app' },
            ids: { sensitive: false, type: ['list', 'string'], value: ['subnet-1'] }
          })
        )
    }
  })
  expect(outcome).toMatchObject({ outputs: { values: { ids: ['subnet-1'] }, withheld: ['password'] } })
  expect(JSON.stringify(outcome)).not.toContain('hunter2')
})

test('outputs that cannot be read do not make a failure of a good apply', async () => {
  const { outcome, warnings } = await run({
    terraform: { output: () => Promise.reject(new Error('no state')) }
  })
  expect(outcome).toMatchObject({ kind: 'applied', outputs: { values: {}, withheld: [] } })
  expect(warnings).toEqual([expect.stringContaining('no state')])
})

test('moves, imports, deposed objects and outputs are changes too', async () => {
  const plan = JSON.parse(
    planText(
      { actions: ['no-op'] },
      { name: 'kept', actions: ['no-op'] },
      { name: 'old', actions: ['delete'] }
    )
  ) as {
    resource_changes: Record<string, unknown>[]
    output_changes: unknown
  }
  const [moved, , old] = plan.resource_changes
  Object.assign(moved ?? {}, { previous_address: 'aws_ecs_service.before' })
  Object.assign(old ?? {}, { deposed: 'abcd1234' })
  plan.output_changes = {
    url: { actions: ['create'], before: null, after: 'x' },
    same: { actions: ['no-op'] }
  }
  const { outcome } = await run({ saved: JSON.stringify(plan) })
  expect(outcome).toMatchObject({
    changes: [
      { address: 'aws_ecs_service.web', actions: 'move' },
      { address: 'aws_ecs_service.old (deposed abcd1234)', actions: 'delete' },
      { address: 'output.url', actions: 'create' }
    ]
  })
})
