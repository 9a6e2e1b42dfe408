import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import type { Aws } from '../../../lab/aws/aws.ts'
import { terraformSettings } from '../../../lab/terraform.ts'
import { exec, type ExecResult } from '../../../lib/process.ts'
import { parsePlanJson, type ResourceChange } from '../../../lib/terraform/plan-model.ts'
import { callForm, element, readReply, send, signed, startForTests } from '../../emulator/start.ts'
import { complaint, createSandbox, type Sandbox } from '../sandbox.ts'
import { asRoot, bootstrapStack, pinned, settings, unlisted } from './account.ts'

// The provider waits a minute for the bucket's lifecycle rules, whatever AWS says.
jest.setTimeout(240_000)

let aws: Aws
let sandbox: Sandbox
let folder: string
let blocks: readonly string[]

beforeAll(async () => {
  ;[aws, sandbox] = await Promise.all([startForTests(), createSandbox()])
  folder = join(sandbox.folder, bootstrapStack)
  await symlink('.', join(sandbox.folder, 'terraform')) // the README begins at the repository's root
  await writeFile(join(folder, 'account.tfvars.json'), JSON.stringify(settings))
  const readme = await readFile(join(folder, 'README.md'), 'utf8')
  blocks = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, text = '']) => text)
})

afterAll(async () => {
  await Promise.all([aws?.close(), sandbox?.remove()])
})

/** What an administrator types at the repository's root; an apply's question is answered. */
function type(commands: string): Promise<ExecResult> {
  const terraform = dirname(process.env['CALIBER_TERRAFORM'] ?? '')
  const { PATH = '', HOME, TMPDIR, TF_CLI_CONFIG_FILE } = process.env
  return exec('bash', ['-e', '-o', 'pipefail', '-c', commands], {
    cwd: sandbox.folder,
    env: {
      HOME,
      TMPDIR,
      TF_CLI_CONFIG_FILE,
      ...terraformSettings,
      TF_INPUT: '0',
      PATH: [terraform, PATH].join(delimiter),
      TF_CLI_ARGS_apply: '-auto-approve -no-color',
      TF_CLI_ARGS_plan: '-no-color',
      ...asRoot(aws)
    },
    signal: AbortSignal.timeout(200_000)
  })
}

const inStack = (commands: string): Promise<ExecResult> => type(`cd terraform/${bootstrapStack}\n${commands}`)

/** A question to S3 about the bucket. */
const ask = async (what: string) =>
  readReply(await send(aws, signed('s3'), { path: `/${settings.state_bucket}?${what}` }))

test('the README has commands for the first apply and for the move, in this order', () => {
  expect(blocks[0]).toContain('cp examples/local_override.tf .')
  expect(blocks[1]).toContain('terraform init -migrate-state')
})

test('the first apply keeps its state in a file, and a second plan finds nothing to do', async () => {
  const applied = await type(blocks[0] ?? '')
  expect(complaint(applied)).toBe('')
  expect(applied.stdout).toContain('Apply complete! Resources: 41 added, 0 changed, 0 destroyed.')
  expect(await readdir(folder)).toContain('terraform.tfstate')

  const again = await inStack('terraform plan -detailed-exitcode -var-file=account.tfvars.json')
  expect(complaint(again)).toBe('')
})

test('the state moves into the bucket: a plan finds nothing to do, and nothing is left on the machine', async () => {
  const moved = await inStack(blocks[1] ?? '')
  expect(complaint(moved)).toBe('')
  expect(moved.stdout).toContain('No changes.')

  const left = await readdir(folder)
  expect(left.filter((name) => /tfstate|override|^settings$/.test(name))).toEqual([])
  expect((await inStack('terraform state list | wc -l')).stdout.trim()).toBe('41')
})

test('in the bucket lies the state, encrypted with its key, and no lock', async () => {
  const listing = await ask('list-type=2')
  expect([...listing.text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key)).toEqual([
    'bootstrap/terraform.tfstate'
  ])
  const head = await send(aws, signed('s3'), {
    method: 'HEAD',
    path: `/${settings.state_bucket}/bootstrap/terraform.tfstate`
  })
  const key = await inStack('terraform output -raw state_key_arn')
  expect(head.headers.get('x-amz-server-side-encryption')).toBe('aws:kms')
  expect(head.headers.get('x-amz-server-side-encryption-aws-kms-key-id')).toBe(key.stdout)
})

test('the bucket keeps versions and is closed to the public; no table for locks was made', async () => {
  expect(element(await ask('versioning'), 'Status')).toBe('Enabled')
  const block = await ask('publicAccessBlock')
  for (const name of ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'])
    expect(element(block, name).toLowerCase()).toBe('true')
  const lifecycle = await ask('lifecycle')
  expect(element(lifecycle, 'NoncurrentDays')).toBe('90')
  expect(element(lifecycle, 'DaysAfterInitiation')).toBe('7')
  expect((await aws.resources()).filter(({ service }) => service === 'dynamodb')).toEqual([])
})

test('even the account owner cannot delete a version, nor write with another key or without one', async () => {
  const path = `/${settings.state_bucket}/bootstrap/terraform.tfstate`
  const deleted = await send(aws, signed('s3'), { method: 'DELETE', path: `${path}?versionId=1` })
  expect(deleted.status).toBe(403)
  const other = { 'x-amz-server-side-encryption': 'aws:kms' }
  const keyless = await send(aws, signed('s3'), { method: 'PUT', path, body: '{}', headers: other })
  expect(keyless.status).toBe(403)
})

test("the provider of GitHub's tokens has the one audience", async () => {
  const arn = (await inStack('terraform output -raw oidc_provider_arn')).stdout
  const provider = { Action: 'GetOpenIDConnectProvider', OpenIDConnectProviderArn: arn }
  const answer = await callForm(aws, provider, signed('iam'))
  expect(element(answer, 'Url')).toBe('token.actions.githubusercontent.com')
  expect(answer.text.match(/sts\.amazonaws\.com/g)).toHaveLength(1)
})

/** What is done to a resource, and which of its attributes become others. */
function told({ address, change }: ResourceChange): readonly string[] {
  const [before, after] = [change.before, change.after].map((one) => Object(one) as Record<string, unknown>)
  const changed = Object.keys(after ?? {}).filter(
    (name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name])
  )
  const what = change.actions.join('+')
  return what === 'no-op' ? [] : [`${what} ${address}: ${changed.join(', ')}`]
}

test('a new commit of the suite changes who is trusted and nothing else, and settles', async () => {
  const [first, ...others] = settings.trusted_callers
  const upgraded = {
    ...settings,
    trusted_callers: [{ ...first, suite_commits: [...pinned, unlisted] }, ...others]
  }
  await writeFile(join(folder, 'account.tfvars.json'), JSON.stringify(upgraded))
  expect(complaint(await inStack('terraform plan -out=upgrade -var-file=account.tfvars.json'))).toBe('')
  const { stdout } = await inStack('terraform show -json upgrade')
  expect(parsePlanJson(stdout, 'upgrade').resource_changes.flatMap(told)).toEqual([
    'update aws_iam_role.apply: assume_role_policy',
    'update aws_iam_role.deploy["acme-stg"]: assume_role_policy',
    'update aws_iam_role.plan: assume_role_policy',
    'update aws_iam_role.seed["acme-stg"]: assume_role_policy'
  ])
  const applied = await inStack('terraform apply upgrade')
  expect(applied.stdout).toContain('Resources: 0 added, 4 changed, 0 destroyed.')
  const again = await inStack('terraform plan -detailed-exitcode -var-file=account.tfvars.json')
  expect(complaint(again)).toBe('')
})

test('destroying it is refused', async () => {
  const destroyed = await inStack('terraform plan -destroy -var-file=account.tfvars.json')
  expect(destroyed.code).toBe(1)
  expect(destroyed.stderr).toContain('Instance cannot be destroyed')
})
