/** The small stack that verifies an account: applied, found unchanged, put right after a change by hand, destroyed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Credentials } from '../../lab/aws/sign.ts'
import { callJson, signed } from '../emulator/start.ts'
import { seeded, type Seeded } from '../seeds/seeded.ts'
import { openSessions, type Sessions } from './caliber/sessions.ts'
import { complaint, createSandbox, type Sandbox } from './sandbox.ts'

const STACK = 'stacks/verify'
const MINUTES = 60_000
let aws: Seeded
let sessions: Sessions
let sandbox: Sandbox

beforeAll(async () => {
  ;[aws, sandbox] = await Promise.all([seeded('account'), createSandbox()])
  sessions = await openSessions(aws)
}, 10 * MINUTES)

afterAll(async () => {
  await Promise.all([aws?.close(), sandbox?.remove()])
})

/** Standard output of Terraform with somebody's credentials; what it complains of fails. */
async function terraform(who: Credentials, ...args: readonly string[]): Promise<string> {
  const env = {
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: who.accessKeyId,
    AWS_SECRET_ACCESS_KEY: who.secretAccessKey,
    AWS_SESSION_TOKEN: who.sessionToken ?? '',
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true'
  }
  const done = await sandbox.run(STACK, [...args, '-no-color'], env)
  expect(complaint(done)).toBe('')
  return done.stdout
}

test(
  'it is applied, changes nothing by itself, mends what somebody changed, and goes',
  async () => {
    const applier = await sessions.apply()
    const backend = (aws.variables['TERRAFORM_BACKEND_CONFIG'] ?? '').split('\n')
    const settings = [...backend, 'key=caliber/verify/stg/terraform.tfstate']
    await terraform(
      applier,
      'init',
      '-lockfile=readonly',
      ...settings.map((line) => `-backend-config=${line}`)
    )
    expect(await terraform(applier, 'apply', '-auto-approve')).toContain('4 added, 0 changed, 0 destroyed')

    const group = { logGroupName: '/caliber/verify/stg/verify', retentionInDays: 30 }
    await callJson(aws, signed('logs'), ['Logs_20140328.PutRetentionPolicy', group])
    // That alone: nothing of it changes by itself.
    expect(await terraform(applier, 'apply', '-auto-approve')).toContain('0 added, 1 changed, 0 destroyed')
    await terraform(await sessions.plan(), 'plan', '-detailed-exitcode')

    expect(await terraform(applier, 'destroy', '-auto-approve')).toContain('4 destroyed')
    const refused = (await aws.journal()).filter(({ decision }) => decision.endsWith('-deny'))
    expect(refused.map(({ iamAction, resource }) => `${iamAction} ${resource}`)).toEqual([])
  },
  5 * MINUTES
)
