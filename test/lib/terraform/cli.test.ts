import { expect, test } from '@jest/globals'
import { UserError } from '../../../lib/errors.ts'
import { terraformCli, type Terraform } from '../../../lib/terraform/cli.ts'
import { fakeExec, fakeLog } from '../../fakes/terraform-exec.ts'

type Answers = Parameters<typeof fakeExec>[0]
const NO_ARGUMENTS = { varFiles: [], targets: [], replace: [], refreshOnly: false, destroy: false }

function open(
  answers: Answers,
  env: Record<string, string> = {}
): { terraform: Terraform; lines: string[]; calls: ReturnType<typeof fakeExec>['calls'] } {
  const { exec, calls } = fakeExec(answers)
  const { log, lines } = fakeLog()
  const terraform = terraformCli({ cwd: 'stack', log, exec, signal: new AbortController().signal, env })
  return { terraform, lines, calls }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`
const diagnostic = (summary: string, detail: string): string =>
  line({
    '@level': 'error',
    '@message': `Error: ${summary}`,
    type: 'diagnostic',
    diagnostic: { severity: 'error', summary, detail }
  })

const LOCKED = diagnostic(
  'Error acquiring the state lock',
  'Error message: PreconditionFailed\nLock Info:\n  ID:        0b1c-2d\n  Path:      bucket/key\n  Operation: OperationTypeApply\n  Who:       ci@runner\n  Version:   1.13.1\n  Created:   2026-11-20 10:00:00 UTC\n  Info:      \n'
)

test('gives Terraform its arguments, one a flag', async () => {
  const { terraform, calls } = open({ plan: {} })
  await terraform.plan({
    varFiles: ['a.tfvars'],
    targets: ['x.y["k"]'],
    replace: ['x.z'],
    refreshOnly: false,
    destroy: true,
    parallelism: 5,
    lockTimeout: '90s',
    out: '/tmp/p'
  })
  expect(calls[0]?.args.slice(3)).toEqual([
    '-lock=true',
    '-out=/tmp/p',
    '-var-file=a.tfvars',
    '-target=x.y["k"]',
    '-replace=x.z',
    '-destroy',
    '-parallelism=5',
    '-lock-timeout=90s'
  ])
})

test('keeps inputs, tokens and command files from Terraform, and variables from apply', async () => {
  const env = {
    'INPUT_SEAL-KEY': 'k',
    ACTIONS_RUNTIME_TOKEN: 't',
    GITHUB_ENV: 'f',
    TF_VAR_a: 'v',
    AWS_REGION: 'r'
  }
  const { terraform, calls } = open({ plan: {}, apply: {} }, env)
  await terraform.plan({ ...NO_ARGUMENTS, out: 'p' })
  await terraform.apply({ file: 'p' })
  expect(calls[0]?.env).toEqual({
    TF_VAR_a: 'v',
    AWS_REGION: 'r',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1'
  })
  expect(calls[1]?.env).not.toHaveProperty('TF_VAR_a')
})

test.each(['TF_WORKSPACE', 'TF_LOG', 'TF_LOG_PATH', 'TF_CLI_ARGS', 'TF_CLI_ARGS_plan', 'TF_DATA_DIR'])(
  'refuses %s in the environment',
  (name) => {
    expect(() => open({}, { [name]: 'x' })).toThrow(UserError)
    expect(() => open({}, { [name]: '' })).not.toThrow()
  }
)

test('names who holds the lock', async () => {
  const { terraform } = open({ plan: { code: 1, stdout: LOCKED } })
  expect(await terraform.plan({ ...NO_ARGUMENTS, out: 'p' })).toEqual({
    kind: 'locked',
    lock: {
      id: '0b1c-2d',
      who: 'ci@runner',
      operation: 'apply',
      created: '2026-11-20 10:00:00 UTC',
      path: 'bucket/key'
    }
  })
})

test('does not take a refused lock for a held one', async () => {
  const { terraform } = open({
    plan: { code: 1, stdout: diagnostic('Error acquiring the state lock', 'AccessDenied') }
  })
  expect((await terraform.plan({ ...NO_ARGUMENTS, out: 'p' })).kind).toBe('failed')
})

const GONE = diagnostic(
  'Error acquiring the state lock',
  'operation error S3: PutObject, StatusCode: 412, PreconditionFailed\noperation error S3: GetObject, StatusCode: 404, NoSuchKey'
)

test('asks again for a lock that was given back while it was asked for, and not for ever', async () => {
  const once = open({ plan: [{ code: 1, stdout: GONE }, {}] })
  expect(await once.terraform.plan({ ...NO_ARGUMENTS, out: 'p' })).toEqual({ kind: 'planned', warnings: [] })
  const always = open({ plan: { code: 1, stdout: GONE } })
  expect((await always.terraform.plan({ ...NO_ARGUMENTS, out: 'p' })).kind).toBe('failed')
  expect(always.calls).toHaveLength(3)
})

const UNRELEASED = diagnostic(
  'Error releasing the state lock',
  'DeleteObject: AccessDenied\nLock Info:\n  ID: 0b1c\n'
)
const UNSAVED =
  diagnostic('Failed to save state', 'Error saving state: PutObject: 503') +
  diagnostic('Failed to persist state to backend', 'use: terraform state push errored.tfstate')

test('tells an apply whose last step failed from one that failed', async () => {
  const { terraform } = open({
    apply: [
      { code: 1, stdout: UNRELEASED },
      { code: 1, stdout: UNSAVED },
      { code: 1, stdout: diagnostic('creating', 'no') + UNSAVED + UNRELEASED }
    ]
  })
  expect(await terraform.apply({ file: 'p' })).toMatchObject({ kind: 'unreleased', lock: { id: '0b1c' } })
  expect(await terraform.apply({ file: 'p' })).toMatchObject({ kind: 'unsaved', isWhole: true })
  expect(await terraform.apply({ file: 'p' })).toMatchObject({ kind: 'unsaved', isWhole: false })
})

test('saves a state that was left behind, or says why not', async () => {
  const saved = open({ state: {} })
  await saved.terraform.saveState()
  expect(saved.calls.map(({ args }) => args)).toEqual([['state', 'push', 'errored.tfstate']])
  const failed = open({ state: { code: 1, stderr: 'serial is older' } })
  await expect(failed.terraform.saveState()).rejects.toThrow(/state push failed.*serial is older/s)
})

test('has addresses forgotten, or says who holds the lock, or why not', async () => {
  const args = { addresses: ['module.a[0].x.this', 'module.a[0].y.z'], lockTimeout: '90s' }
  const done = open({ state: {} })
  expect(await done.terraform.forget(args)).toEqual({ kind: 'forgotten' })
  expect(done.calls.map((call) => call.args)).toEqual([
    ['state', 'rm', '-lock=true', '-lock-timeout=90s', 'module.a[0].x.this', 'module.a[0].y.z']
  ])
  const locked = open({
    state: { code: 1, stderr: 'Lock Info:\n  ID:        0b1c-2d\n  Who:       ci@runner\n' }
  })
  expect(await locked.terraform.forget(args)).toMatchObject({ kind: 'locked', lock: { id: '0b1c-2d' } })
  const failed = open({ state: { code: 1, stderr: 'no such backend' } })
  const words = 'terraform state rm failed with exit code 1: no such backend'
  expect(await failed.terraform.forget(args)).toEqual({ kind: 'failed', message: words })
})

test('tells a stale plan from a failed apply', async () => {
  const { terraform } = open({
    apply: [
      { code: 1, stdout: diagnostic('Saved plan is stale', 'x') },
      { code: 1, stdout: diagnostic('creating', 'no') }
    ]
  })
  expect(await terraform.apply({ file: 'p' })).toEqual({ kind: 'stale' })
  expect(await terraform.apply({ file: 'p' })).toEqual({ kind: 'failed', message: 'creating: no' })
})

test('prints addresses between stop-commands, and no values', async () => {
  const stdout =
    line({ type: 'planned_change', '@message': 'x.y: Plan to update' }) +
    line({ type: 'outputs', '@message': 'Outputs: 1', outputs: { o: { value: 'marker' } } }) +
    line({ type: 'apply_complete', '@message': 'postgres://u:marker@h done' }) +
    '::set-output name=x::y\n'
  const { terraform, lines } = open({ plan: { stdout } })
  await terraform.plan({ ...NO_ARGUMENTS, out: 'p' })
  expect(lines.join('\n')).not.toContain('marker')
  const [, token = ''] = /^::stop-commands::(.{20,})$/.exec(lines[0] ?? '') ?? []
  expect(lines.at(-1)).toBe(`::${token}::`)
  expect(lines).toContain('x.y: Plan to update')
})

test('a command that fails without JSON is told with its exit code and its own words', async () => {
  const { terraform } = open({ plan: { code: 134, stderr: 'panic: boom' } })
  expect(await terraform.plan({ ...NO_ARGUMENTS, out: 'p' })).toMatchObject({
    kind: 'failed',
    message: 'terraform plan failed with exit code 134: panic: boom'
  })
})

test('init and show that fail throw what Terraform said, without secrets', async () => {
  const { terraform } = open({
    init: { code: 1, stderr: 'no bucket at https://u:marker@host' },
    show: { code: 1, stderr: 'gone' }
  })
  await expect(terraform.init({ backendConfig: ['key=a'] })).rejects.toThrow(
    /no bucket at https:\/\/u:\(hidden\)@host/
  )
  await expect(terraform.showPlan('p')).rejects.toThrow('terraform show failed with exit code 1: gone')
})

test('reads version, validation and formatting', async () => {
  const validation = {
    valid: false,
    diagnostics: [
      {
        severity: 'error',
        summary: 'Bad',
        detail: 'no',
        range: { filename: 'main.tf', start: { line: 3 }, end: { line: 4 } }
      }
    ]
  }
  const { terraform } = open({
    version: { stdout: 'Warning: x\n{"terraform_version":"1.13.1"}' },
    validate: { code: 1, stdout: JSON.stringify(validation) },
    fmt: { code: 3, stdout: 'main.tf\nb.tf\n' }
  })
  expect(await terraform.version()).toBe('1.13.1')
  expect(await terraform.validate()).toEqual([
    { severity: 'error', summary: 'Bad', detail: 'no', file: 'main.tf', startLine: 3, endLine: 4 }
  ])
  expect(await terraform.unformatted()).toEqual(['main.tf', 'b.tf'])
})

test('init without a backend asks for none', async () => {
  const { terraform, calls } = open({ init: {} })
  await terraform.init({ backend: false, lockfileReadonly: true })
  expect(calls[0]?.args).toEqual([
    'init',
    '-input=false',
    '-no-color',
    '-backend=false',
    '-lockfile=readonly'
  ])
})
