import { describe, expect, test } from '@jest/globals'
import { deliver } from '../../../actions/apply-gated/src/deliver.ts'
import { findPolicy } from '../../../lib/github/branch-rules.ts'
import type { Delivery } from '../../../actions/apply-gated/src/outcome.ts'
import type { Environment } from '../../../lib/github/environments.ts'
import { applyWorld, digestOf, REVIEWED, type Scenario } from '../../fakes/apply-world.ts'

const run = (scenario: Scenario): Promise<Delivery> => {
  const { inputs, ports } = applyWorld(scenario)
  return deliver(inputs, ports)
}

test('the attestation says who stood in front of the apply', async () => {
  const { attestation } = await run({ environment: { canAdminsBypass: true } })
  expect(attestation).toEqual({
    gate: 'environment',
    environment: 'stg',
    reviewers: ['reviewer', '@platform'],
    branchRule: 'branch main',
    canAdminsBypass: true,
    approvedBy: ['reviewer'],
    isAmbiguous: false,
    words: ['looks right']
  })
})

test('environment names are one name in any case, as they are on GitHub', async () => {
  await expect(run({ inputs: { environment: 'STG' } })).resolves.toMatchObject({
    attestation: { approvedBy: ['reviewer'] }
  })
})

test('protected branches admit a protected branch only', async () => {
  const environment: Partial<Environment> = { branchRule: { kind: 'protected-branches' } }
  await expect(run({ environment, isProtectedBranch: true })).resolves.toMatchObject({
    attestation: { branchRule: 'protected branches (main)' }
  })
  await expect(run({ environment, isProtectedBranch: false })).resolves.toMatchObject({
    outcome: { reason: 'wrong-ref' }
  })
})

test.each([
  ['main', 'branch', 'refs/heads/main', true],
  ['main', 'branch', 'refs/heads/main2', false],
  ['main', 'branch', 'refs/tags/main', false],
  ['main', 'tag', 'refs/tags/main', true],
  ['release/*', 'branch', 'refs/heads/release/1', true],
  ['release/*', 'branch', 'refs/heads/release/1/hotfix', false],
  ['*', 'branch', 'refs/heads/main', true],
  ['*', 'branch', 'refs/heads/a/b', false],
  ['**/*', 'branch', 'refs/heads/a/b/c', true],
  ['*/*', 'branch', 'refs/heads/a/b', true],
  ['v[0-9].?', 'tag', 'refs/tags/v1.2', true],
  ['v[0-9].?', 'tag', 'refs/tags/v1.22', false],
  ['v[!0-9]', 'tag', 'refs/tags/v1', false],
  ['a.c', 'branch', 'refs/heads/abc', false],
  ['a+b(c', 'branch', 'refs/heads/a+b(c', true],
  ['refs/pull/*/merge', 'branch', 'refs/pull/12/merge', true],
  ['main', 'branch', 'refs/pull/12/merge', false]
] as const)('policy %s (%s) and %s: %p', (...[name, type, ref, expected]) => {
  expect(findPolicy([{ name, type }], ref) !== undefined).toBe(expected)
})

describe('on the first attempt', () => {
  test('an approval beside that of the author counts alone', async () => {
    const { attestation } = await run({ approvals: [{ user: 'author', comment: 'mine' }, {}] })
    expect(attestation).toMatchObject({ approvedBy: ['reviewer'], isAmbiguous: true, words: ['looks right'] })
  })

  test('with allow-self-approval the author counts', async () => {
    const { attestation } = await run({
      inputs: { 'allow-self-approval': 'true' },
      approvals: [{ user: 'author' }]
    })
    expect(attestation).toMatchObject({ approvedBy: ['author'] })
  })

  test('an author of the commit alone may approve', async () => {
    await expect(run({ approvals: [{ user: 'committer' }] })).resolves.toMatchObject({
      attestation: { approvedBy: ['committer'] }
    })
  })
})

test('of a commit without a pull request its authors cannot approve', async () => {
  await expect(run({ author: null, approvals: [{ user: 'committer' }] })).resolves.toMatchObject({
    outcome: { reason: 'self-approved' }
  })
})

describe('on a re-run', () => {
  const again = { runAttempt: 2, triggeringActor: 'rerunner' }

  test('every remaining approver is told, and that GitHub cannot say which attempt they meant', async () => {
    const { attestation } = await run({ context: again, approvals: [{}, { user: 'second' }, {}] })
    expect(attestation).toMatchObject({ approvedBy: ['reviewer', 'second'], isAmbiguous: true })
  })

  test.each(['author', 'committer', 'merger', 'rerunner'])('%s does not count', async (user) => {
    await expect(run({ context: again, approvals: [{ user }] })).resolves.toMatchObject({
      outcome: { reason: 'self-approved' }
    })
  })

  test('the plan of the first attempt is good for the second', async () => {
    await expect(run({ context: again })).resolves.toMatchObject({ outcome: { kind: 'applied' } })
  })

  test('no approval is no approval', async () => {
    await expect(run({ context: again, approvals: [] })).resolves.toMatchObject({
      outcome: { reason: 'not-approved' }
    })
  })
})

describe('gate: dispatch', () => {
  const digest = digestOf(REVIEWED)
  const dispatched = (typed: string, over: Scenario = {}): Scenario => ({
    approvals: [],
    environment: null,
    ...over,
    inputs: { gate: 'dispatch', ...over.inputs },
    context: {
      eventName: 'workflow_dispatch',
      actor: 'operator',
      triggeringActor: 'operator',
      event: { repository: { default_branch: 'main' }, inputs: { confirm: typed } },
      ...over.context
    }
  })

  test.each([digest, digest.slice(0, 8), ` ${digest.slice(0, 12).toUpperCase()} `])(
    'typing %j approves',
    async (typed) => {
      await expect(run(dispatched(typed))).resolves.toMatchObject({
        outcome: { kind: 'applied' },
        attestation: {
          gate: 'dispatch',
          approvedBy: ['operator'],
          branchRule: 'default branch (main)',
          reviewers: []
        }
      })
    }
  )

  test.each(['', digest.slice(0, 7), '0'.repeat(64), `${digest}0`, 'yes'])(
    'typing %j does not',
    async (typed) => {
      await expect(run(dispatched(typed))).resolves.toMatchObject({
        outcome: { reason: 'not-approved', sentence: expect.stringContaining("input 'confirm'") }
      })
    }
  )

  test('the digest may be typed in an input of another name', async () => {
    const event = { repository: { default_branch: 'main' }, inputs: { digest } }
    await expect(
      run(dispatched('', { inputs: { 'confirm-input': 'digest' }, context: { event } }))
    ).resolves.toMatchObject({ outcome: { kind: 'applied' } })
  })

  test.each([
    ['the author of the pull request', { author: 'operator' }],
    ['an author of the commit', { commitAuthors: ['Operator'] }],
    ['the author by way of a re-run', { author: 'rerunner', context: { triggeringActor: 'rerunner' } }]
  ])('%s cannot start it', async (_who, over) => {
    await expect(run(dispatched(digest, over))).resolves.toMatchObject({
      outcome: { reason: 'self-approved' }
    })
  })

  test('an author may where that is allowed', async () => {
    const over = { author: 'operator', inputs: { 'allow-self-approval': 'true' } }
    await expect(run(dispatched(digest, over))).resolves.toMatchObject({ outcome: { kind: 'applied' } })
  })

  test('no other event is a person', async () => {
    await expect(run(dispatched(digest, { context: { eventName: 'push' } }))).resolves.toMatchObject({
      outcome: { reason: 'not-approved', sentence: expect.stringContaining('started by push') }
    })
  })

  test('another branch than the default is refused', async () => {
    await expect(run(dispatched(digest, { context: { ref: 'refs/heads/wip' } }))).resolves.toMatchObject({
      outcome: { reason: 'wrong-ref' }
    })
  })

  test('a branch rule of an environment without reviewers still holds', async () => {
    const environment: Partial<Environment> = {
      reviewers: [],
      branchRule: { kind: 'policies', policies: [{ name: 'prod', type: 'branch' }] }
    }
    await expect(run(dispatched(digest, { environment }))).resolves.toMatchObject({
      outcome: { reason: 'wrong-ref' }
    })
    await expect(
      run(dispatched(digest, { environment, context: { ref: 'refs/heads/prod' } }))
    ).resolves.toMatchObject({
      attestation: { branchRule: 'branch prod' }
    })
  })

  test('the plan may be of an earlier run of the same commit', async () => {
    await expect(
      run(dispatched(digest, { artifact: { runId: 999 }, header: { runId: 999 } }))
    ).resolves.toMatchObject({
      outcome: { kind: 'applied' }
    })
  })
})
