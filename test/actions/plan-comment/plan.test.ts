import { expect, test } from '@jest/globals'
import { UserError } from '../../../lib/errors.ts'
import { openSeal } from '../../../lib/seal.ts'
import { EMPTY_PLAN, newWorld, planOf, PULL_REQUEST, runJob } from '../../fakes/terraform-plan-world.ts'

const KEY = Buffer.alloc(32, 5)
const SEALED = { 'seal-key': KEY.toString('base64') }

const CHANGING = { json: planOf('y') }
const EMPTY = { json: EMPTY_PLAN }

test('plans, uploads what it found, comments once and records the digest', async () => {
  const world = newWorld()
  const { report, calls, result } = await runJob(world, { terraform: CHANGING })
  expect(report.failure).toBeUndefined()
  expect(calls.map((call) => call.split(' ')[0])).toEqual(['version', 'init', 'validate', 'plan', 'show'])
  expect(result).toMatchObject({
    'has-changes': true,
    update: 1,
    create: 0,
    reviewed: 'unknown',
    'comment-url': 'https://github.example/c/12'
  })
  expect(world.comments.get(12)).toMatch(/^<!-- caliber:plan:v1 -->\n/)
  expect(world.artifacts.map(({ name }) => name)).toEqual(['plan-fragment-web-1'])
  expect([...world.records.keys()]).toEqual([`${PULL_REQUEST.headSha} web`])
})

test('seals the plan, bound to everything it was made from', async () => {
  const world = newWorld()
  const { report } = await runJob(
    world,
    { terraform: CHANGING, files: { 'a.tfvars': '' } },
    { ...SEALED, 'var-files': 'a.tfvars' }
  )
  const sealed = world.artifacts.find(({ name }) => name === 'plan-web-1')?.files['plan.sealed'] as Buffer
  const { header, plan } = openSeal({ key: KEY, sealed })
  expect(plan.toString()).toBe('the plan itself, with its secrets')
  expect(header).toMatchObject({
    repositoryId: '42',
    stack: 'web',
    workingDirectory: 'stack',
    runId: 100,
    attempt: 1,
    terraformVersion: '1.13.1',
    pullRequest: 12,
    lockFileSha256: 'f0'.repeat(32),
    digest: report.outputs['digest'],
    tree: { stack: 'aa'.repeat(32), 'a.tfvars': 'aa'.repeat(32) }
  })
  expect(JSON.parse(report.outputs['plans'] ?? '')).toMatchObject({
    web: { stack: 'web', 'working-directory': 'stack', 'artifact-id': 1 }
  })
})

test('seals nothing without changes', async () => {
  const world = newWorld()
  const { report } = await runJob(world, { terraform: EMPTY }, SEALED)
  expect(report.outputs).toMatchObject({ 'has-changes': 'false', 'artifact-id': '', plans: '{}' })
  expect(world.artifacts.map(({ name }) => name)).toEqual(['plan-fragment-web-1'])
})

test('annotates the line of the repository that is wrong', async () => {
  const diagnostic = {
    severity: 'error',
    summary: 'Bad',
    detail: 'no',
    file: '../modules/a/main.tf',
    startLine: 3
  } as const
  const { lines } = await runJob(newWorld(), { terraform: { diagnostics: [diagnostic] } })
  expect(lines).toContain('error: Bad: no (../modules/a/main.tf line 3) at modules/a/main.tf:3')
})

test('annotates what init cannot read, and says it in place of its long words', async () => {
  const diagnostic = {
    severity: 'error',
    summary: 'Unclosed block',
    detail: 'x',
    file: 'main.tf',
    startLine: 7
  } as const
  const init = (): Promise<void> =>
    Promise.reject(new UserError('terraform init failed: Error: Unclosed block and more'))
  const { report, lines } = await runJob(newWorld(), { terraform: { init, diagnostics: [diagnostic] } })
  expect(report.failure).toBe("The plan of 'web' failed: Unclosed block: x (main.tf line 7)")
  expect(lines).toContain('error: Unclosed block: x (main.tf line 7) at stack/main.tf:7')
})

test('says what init said when the sources are not to blame', async () => {
  const diagnostic = {
    severity: 'error',
    summary: 'Module not installed',
    detail: 'x',
    file: 'main.tf'
  } as const
  const init = (): Promise<void> => Promise.reject(new UserError('terraform init failed: no bucket'))
  const { report } = await runJob(newWorld(), { terraform: { init, diagnostics: [diagnostic] } })
  expect(report.failure).toBe("The plan of 'web' failed: terraform init failed: no bucket")
})

test('names who holds the lock, in the output, the comment and the failure', async () => {
  const world = newWorld()
  const lock = { id: '0b1c', who: 'ci@runner', operation: 'apply', created: 'today', path: 'b/k' }
  const { report } = await runJob(world, { terraform: { plan: { kind: 'locked', lock } } })
  expect(JSON.parse(report.outputs['lock-holder'] ?? '')).toMatchObject(lock)
  expect(report.failure).toContain('locked by an apply of ci@runner since today (lock 0b1c)')
  expect(world.comments.get(12)).toMatch(/🔒 state locked[\s\S]*ci@\u200B?runner/)
})

test('a comment that cannot be written fails the step and keeps the outputs', async () => {
  const world = newWorld()
  world.beforeWrite = () => Promise.reject(new Error('403: Resource not accessible by integration'))
  const { report } = await runJob(world, { terraform: CHANGING })
  expect(report.failure).toMatch(/comment was not written: 403/)
  expect(report.outputs['has-changes']).toBe('true')
})

test('comments on changes only when asked to, but lets no old comment tell of changes that are gone', async () => {
  const world = newWorld()
  await runJob(world, { terraform: EMPTY }, { comment: 'changes' })
  expect(world.comments.size).toBe(0)
  world.comments.set(12, '<!-- caliber:plan:v1 -->\nold')
  await runJob({ ...world, artifacts: [] }, { terraform: EMPTY }, { comment: 'changes' })
  expect(world.comments.get(12)).toContain('✅ no changes')
})

test('renders the JSON of another pipeline without Terraform', async () => {
  const { report, calls } = await runJob(
    newWorld(),
    { files: { 'a.json': planOf('y') } },
    { 'plan-json': 'a.json' }
  )
  expect(calls).toEqual([])
  expect(report.outputs['update']).toBe('1')
})

test('shows a saved plan instead of making one', async () => {
  const { calls } = await runJob(
    newWorld(),
    { terraform: CHANGING, files: { 'a.tfplan': '' } },
    { 'plan-file': 'a.tfplan' }
  )
  expect(calls.map((call) => call.split(' ')[0])).toEqual(['version', 'init', 'validate', 'show'])
})
