/** The life of a client under the roles of the bootstrap: nothing is refused, and nothing is allowed for nothing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AwsCall } from '../../../lab/aws/aws.ts'
import { complaint, createSandbox, stack, type Sandbox } from '../sandbox.ts'
import { asRoot, settings, startAccount, type Account } from './account.ts'
import { inEnvironment, pullRequest } from './jobs.ts'
import { findUnexplained } from './used-actions.ts'

const MINUTES = 60_000
const TENANT = '-var-file=../../tenants/stg/acme.tfvars.json'

/** What only production has by itself. */
const like = (more: object): string =>
  `-var=overrides=${JSON.stringify({ alarms: true, access_logs: true, final_snapshots: true, ...more })}`
const AT_FIRST = [like({}), '-var=alarm_emails=["operations@acme.example"]']
const CHANGED = [
  like({ documentdb_instances: 2, backup_retention_days: 9 }),
  '-var=memory=1024',
  '-var=log_retention_days=90',
  '-var=single_nat_gateway=false'
]

let account: Account
let sandbox: Sandbox

beforeAll(async () => {
  ;[account, sandbox] = await Promise.all([startAccount(), createSandbox()])
}, 3 * MINUTES)

afterAll(async () => {
  await Promise.all([account?.close(), sandbox?.remove()])
})

/** Terraform in a job that has taken a role; '' when all went well. */
async function terraform(role: 'plan' | 'apply', ...args: readonly string[]): Promise<string> {
  const job = role === 'plan' ? pullRequest() : inEnvironment('caliber-stg')
  const session = await account.session(role, job)
  const env = {
    ...asRoot(account.github.aws),
    AWS_ACCESS_KEY_ID: session.accessKeyId,
    AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
    AWS_SESSION_TOKEN: session.sessionToken ?? ''
  }
  return complaint(await sandbox.run(stack, [...args, '-no-color'], env))
}

async function refused(): Promise<readonly string[]> {
  const calls: readonly AwsCall[] = await account.github.aws.journal()
  return calls
    .filter(({ decision }) => decision !== 'allowed')
    .map(
      ({ principal, iamAction, resource, decidedBy }) =>
        `${principal}: ${iamAction} on ${resource}: ${decidedBy}`
    )
}

function backend(): readonly string[] {
  const lines = [
    `bucket=${settings.state_bucket}`,
    `region=${settings.region}`,
    'use_lockfile=true',
    'encrypt=true',
    `kms_key_id=${account.stateKey}`,
    'key=caliber/acme/stg/terraform.tfstate'
  ]
  return lines.map((line) => `-backend-config=${line}`)
}

test(
  'a pull request plans a client that does not exist yet',
  async () => {
    expect(await terraform('plan', 'init', '-lockfile=readonly', ...backend())).toBe('')
    expect(await terraform('plan', 'plan', TENANT, ...AT_FIRST)).toBe('')
  },
  2 * MINUTES
)

test(
  'the environment applies it, and a pull request finds nothing to do',
  async () => {
    expect(await terraform('apply', 'apply', '-auto-approve', TENANT, ...AT_FIRST)).toBe('')
    expect(await terraform('plan', 'plan', '-detailed-exitcode', TENANT, ...AT_FIRST)).toBe('')
  },
  8 * MINUTES
)

test(
  'the environment changes it and destroys it',
  async () => {
    expect(await terraform('apply', 'apply', '-auto-approve', TENANT, ...CHANGED)).toBe('')
    expect(await terraform('apply', 'destroy', '-auto-approve', TENANT, ...CHANGED)).toBe('')
  },
  10 * MINUTES
)

test('in all of this no call was refused, and the emulator could answer every one', async () => {
  expect(await refused()).toEqual([])
  expect(await account.github.aws.defects()).toEqual([])
})

test.each(['plan', 'apply'] as const)(
  'the %s role is allowed what it used, and what stands with a reason in permissions.json',
  async (name) => {
    expect(await findUnexplained(account.github.aws, name)).toEqual([])
  }
)
