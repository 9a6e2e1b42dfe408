import { expect, test } from '@jest/globals'
import { addVerdict, renderVerdict } from '../../../actions/apply-gated/src/comment.ts'
import { deliver } from '../../../actions/apply-gated/src/deliver.ts'
import { toReport } from '../../../actions/apply-gated/src/report.ts'
import type { Report } from '../../../lib/runner.ts'
import {
  applyWorld,
  COMMIT,
  digestOf,
  KEY,
  planText,
  REVIEWED,
  type Scenario
} from '../../fakes/apply-world.ts'

const page = { url: 'https://github.com/acme/infra/actions/runs/1234', id: 1234, attempt: 1, commit: COMMIT }

async function report(scenario: Scenario): Promise<Report & Readonly<{ verdict: string }>> {
  const { inputs, ports } = applyWorld(scenario)
  const delivery = await deliver(inputs, ports)
  return { ...toReport(inputs, delivery, page), verdict: renderVerdict(inputs, delivery, page) }
}

const failing: Scenario = {
  terraform: { apply: () => Promise.resolve({ kind: 'failed', message: 'AccessDenied' }) },
  renewed: REVIEWED
}

test('an apply is green and tells everything', async () => {
  const { outputs, summary, failure, verdict } = await report({})
  expect(failure).toBeUndefined()
  expect(outputs).toMatchObject({
    applied: 'true',
    reason: 'applied',
    'approved-by': 'reviewer',
    outputs: '{}'
  })
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({
    applied: true,
    reason: 'applied',
    how: 'saved-plan',
    stack: 'net',
    digest: digestOf(REVIEWED),
    pullRequest: 12,
    gate: { gate: 'environment', approvedBy: ['reviewer'], ambiguous: false, branchRule: 'branch main' },
    changes: { total: 1, first: [{ address: 'aws_ecs_service.web', actions: 'update' }] }
  })
  expect(verdict).toBe(
    `- \`net\` → \`stg\`: ✅ applied (1 resource) in [run 1234](${page.url}), approved by \`reviewer\``
  )
  expect(summary.split('\n')).toEqual(
    expect.arrayContaining([
      '## ✅ `net` → `stg`',
      'Applied the approved plan: 1 resource.',
      '| Required reviewers | `reviewer`, `@\u200Bplatform` |',
      '| Branch rule | `branch main` |',
      '| Administrators can bypass | no |',
      '| Approved by | `reviewer` |',
      `| Digest | \`${digestOf(REVIEWED)}\` |`,
      `| Commit | \`${COMMIT}\` |`,
      '| Tree | `terraform/net` `ffffffffffff`<br>`terraform/modules/vpc` `ffffffffffff` |',
      '- update `aws_ecs_service.web`'
    ])
  )
})

test('a refusal is red, with its reason in every place', async () => {
  const { outputs, summary, failure, verdict } = await report({ approvals: [{ user: 'author' }] })
  expect(failure).toMatch(/^Nothing was applied \(self-approved\): Only author approved/)
  expect(outputs).toMatchObject({
    applied: 'false',
    reason: 'self-approved',
    'approved-by': '',
    outputs: '{}'
  })
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({
    applied: false,
    reason: 'self-approved',
    gate: null,
    sentence: failure
  })
  expect(summary).toContain('**Nothing was applied** (`self-approved`)')
  expect(verdict).toContain('⛔ not applied (`self-approved`)')
})

test.each([
  [
    { approvals: [{ user: 'author' }] },
    [
      '| Required reviewers | `reviewer`, `@\u200Bplatform` |',
      '| Branch rule | `branch main` |',
      '| Reviews of this run | `author` approved `stg` |'
    ]
  ],
  [
    { environment: { branchRule: { kind: 'any' as const }, reviewers: [] } },
    ['| Required reviewers | none |', '| Branch rule | `any branch` |']
  ],
  [{ environment: null }, ['| Environment | `stg`, which does not exist |']],
  [
    { environment: { branchRule: { kind: 'protected-branches' as const } } },
    ['| Branch rule | `protected branches` |']
  ]
])('a gate that refuses is shown as it was seen: %#', async (scenario, lines) => {
  const { summary } = await report(scenario)
  expect(summary.split('\n')).toEqual(expect.arrayContaining(['| What was seen of the gate | |', ...lines]))
})

test('a plan that changed is shown by address and attribute', async () => {
  const { summary } = await report({
    terraform: { apply: () => Promise.resolve({ kind: 'stale' }) },
    renewed: planText({ after: { n: 3 } })
  })
  expect(summary).toContain('### What a new plan would do differently')
  expect(summary).toContain('aws_ecs_service.web')
})

test('a failure lists what is left', async () => {
  const { outputs, summary, failure, verdict } = await report(failing)
  expect(failure).toContain('terraform apply failed: AccessDenied')
  expect(outputs).toMatchObject({ applied: 'false', reason: 'apply-failed' })
  expect(summary).toContain('<summary>What is left: 1 resource</summary>')
  expect(verdict).toContain('❌ failed part-way, 1 left')
})

test('an error before the apply is red and says that nothing was applied', async () => {
  const { outputs, failure, summary } = await report({
    terraform: { init: () => Promise.reject(new Error('no bucket')) }
  })
  expect(failure).toBe('Nothing was applied: no bucket')
  expect(outputs).toMatchObject({ applied: 'false', reason: 'error', 'approved-by': 'reviewer' })
  expect(summary).toContain('**Nothing was applied.** no bucket')
})

test('a second run is green', async () => {
  const { outputs, failure, verdict, summary } = await report({
    terraform: { apply: () => Promise.resolve({ kind: 'stale' }) }
  })
  expect(failure).toBeUndefined()
  expect(outputs).toMatchObject({ applied: 'false', reason: 'already-applied' })
  expect(verdict).toContain('☑️ already applied')
  expect(summary).toContain('a new plan is empty')
})

test('doubt about a re-run is in the summary', async () => {
  const { summary, outputs } = await report({ context: { runAttempt: 2 } })
  expect(summary).toContain('GitHub does not tell which review belongs to this job and attempt')
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({ gate: { ambiguous: true } })
})

test('thousands of changes stay within the limits of outputs and summaries', async () => {
  const names = Array.from({ length: 6000 }, (_, index) => ({ name: `service_${index}_${'x'.repeat(80)}` }))
  const { outputs, summary } = await report({ saved: planText(...names) })
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({ changes: { total: 6000 } })
  expect((outputs['result'] ?? '').length * 2).toBeLessThan(1_000_000)
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024)
  expect(summary).toContain('… and 5500 more')
})

test('neither the key nor what an approver wrote is repeated', async () => {
  const texts = JSON.stringify(await report({ approvals: [{ comment: 'my-private-words' }] }))
  expect(texts).not.toContain(KEY.toString('base64'))
  expect(texts).not.toContain('my-private-words')
})

const marker = '<!-- caliber:plan:v1 -->'

test('the comment gets a section of its own, one line a stack', () => {
  const once = addVerdict(`${marker}\n## Plans\n\ntable`, 'net', '- net: applied')
  const twice = addVerdict(once, 'db', '- db: applied')
  expect(twice).toBe(
    [
      `${marker}\n## Plans\n\ntable\n`,
      '<!-- caliber:applies -->\n### Applied\n',
      '- net: applied <!-- net -->',
      '- db: applied <!-- db -->',
      '<!-- /caliber:applies -->'
    ].join('\n')
  )
})

test('a later verdict replaces the earlier one of its stack, and the same one changes nothing', () => {
  const both = addVerdict(addVerdict(marker, 'net', '- net: refused'), 'network', '- network: applied')
  const later = addVerdict(both.replaceAll('\n', '\r\n'), 'net', '- net: applied')
  expect(later).not.toContain('refused')
  expect(later).toContain('- network: applied <!-- network -->\n- net: applied <!-- net -->')
  expect(addVerdict(later, 'net', '- net: applied')).toBe(later)
})

test('a comment that is full loses the end of the plan, never what happened', () => {
  const full = `${marker}\n${'x'.repeat(79).concat('\n').repeat(819)}`
  const told = addVerdict(full, 'net', '- net: applied')
  expect(told.length).toBeLessThanOrEqual(65_536)
  expect(told).toContain('- net: applied')
  expect(addVerdict(told, 'net', '- net: applied')).toBe(told)
})
