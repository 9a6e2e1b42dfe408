/** A client that was applied: what the roles that it made may do, and what the plan role sees of its secrets. */
import * as iam from '@aws-sdk/client-iam'
import * as secrets from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { awsPort } from '../../../actions/doctor/src/aws-port.ts'
import { observeCopies } from '../../../actions/doctor/src/observe-copies.ts'
import type { Copy, CopySeen } from '../../../actions/doctor/src/observed.ts'
import type { Credentials } from '../../../lab/aws/sign.ts'
import { parseInputs } from '../../../actions/doctor/src/inputs.ts'
import { clientOptions } from '../../emulator/start.ts'
import { seeded, type Seeded } from '../../seeds/seeded.ts'
import { openSessions } from '../caliber/sessions.ts'
import { terraformFolder } from '../sandbox.ts'
import { iam as arn } from './belongings.ts'
import { allowedActions, allowedByPolicy, readReasons, unexplained, usedActions } from './used-actions.ts'

const MINUTES = 60_000
const REGION = 'us-east-1'
const COPY = 'caliber/acme/stg/docdb-uri'
let aws: Seeded

beforeAll(async () => {
  aws = await seeded('caliber')
}, 15 * MINUTES)

afterAll(() => aws?.close())

/** Names of the roles that the stack made. */
async function madeRoles(): Promise<readonly string[]> {
  const client = new iam.IAMClient(clientOptions(aws))
  const { Roles = [] } = await client.send(new iam.ListRolesCommand({ PathPrefix: '/caliber/' }))
  return Roles.map(({ RoleName = '' }) => RoleName)
}

test('every action of the workload boundary has a reason, unless the journal has a role that acted itself', async () => {
  const [allowed, { workloads }, calls, names] = await Promise.all([
    allowedByPolicy(aws, arn('policy/caliber-workload-boundary')),
    readReasons(),
    aws.journal(),
    madeRoles()
  ])
  const used = new Set(names.flatMap((name) => [...usedActions(calls, name)]))
  expect(unexplained(allowed, used, workloads)).toEqual([])
})

test('the roles that a client makes are allowed nothing beyond it', async () => {
  const boundary = await allowedByPolicy(aws, arn('policy/caliber-workload-boundary'))
  const names = await madeRoles()
  expect(names).toEqual(
    expect.arrayContaining(['acme-stg-dedicated-api-execution', 'acme-stg-dedicated-api-task'])
  )
  const found = await Promise.all(names.map(async (name) => [...(await allowedActions(aws, name))]))
  expect(found.flat().length).toBeGreaterThan(5)
  expect(found.flat().filter((action) => !boundary.has(action))).toEqual([])
})

test('names that the account keeps from tenants are kept by the stack, too', async () => {
  const listIn = async (file: string): Promise<readonly string[]> => {
    const text = await readFile(join(terraformFolder, 'stacks', file), 'utf8')
    const list = /\[("[^\]]*"bootstrap"[^\]]*|"bootstrap"[^\]]*)\]/.exec(text)?.[1] ?? ''
    return [...list.matchAll(/"(\w+)"/g)].map(([, name = '']) => name)
  }
  const [account, stack] = await Promise.all([listIn('bootstrap/variables.tf'), listIn('caliber/rules.tf')])
  expect(account).toEqual(['bootstrap', 'verify'])
  expect(stack).toEqual(expect.arrayContaining([...account]))
})

const asOwner = (): secrets.SecretsManagerClient =>
  new secrets.SecretsManagerClient({ ...clientOptions(aws), region: REGION })

/** What the doctor's code sees with these credentials. */
async function lookAs(who: Credentials): Promise<CopySeen | undefined> {
  const own = {
    AWS_ACCESS_KEY_ID: who.accessKeyId,
    AWS_SECRET_ACCESS_KEY: who.secretAccessKey,
    AWS_SESSION_TOKEN: who.sessionToken
  }
  Object.assign(process.env, own)
  try {
    const inputs = parseInputs((name) => ({ tenants: 'acme/stg', 'github-token': 't' })[name] ?? '')
    const port = awsPort({ region: 'us-east-1', endpoint: aws.url })
    const [seen] = await observeCopies(inputs, { kind: 'seen', value: aws.variables }, port)
    return seen
  } finally {
    for (const name of Object.keys(own)) delete process.env[name]
  }
}

/** Rotates until AWS's dates, which are in seconds, say so. */
async function rotateAfter(copiedAt: number, master: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await asOwner().send(new secrets.RotateSecretCommand({ SecretId: master }))
    const found = await asOwner().send(new secrets.DescribeSecretCommand({ SecretId: master }))
    if ((found.LastRotatedDate?.getTime() ?? 0) > copiedAt) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The clock of this AWS stands still.')
}

/** The dates of the copy, when there is one. */
async function datesAs(who: Credentials): Promise<Copy> {
  const looked = await lookAs(who)
  if (looked?.seen.kind !== 'seen' || looked.seen.value === undefined) throw new Error(JSON.stringify(looked))
  return looked.seen.value
}

test('a plan sees that a copy of the password is stale, by dates alone', async () => {
  const who = await (await openSessions(aws)).plan()
  expect(await lookAs(who)).toMatchObject({ seen: { kind: 'seen', value: undefined } })

  await asOwner().send(new secrets.PutSecretValueCommand({ SecretId: COPY, SecretString: 'mongodb://a' }))
  const { name, copiedAt, rotatedAt = 0 } = await datesAs(who)
  expect(name).toBe(COPY)
  expect(rotatedAt).toBeLessThanOrEqual(copiedAt)

  const { SecretList = [] } = await asOwner().send(new secrets.ListSecretsCommand({}))
  const master = SecretList.find(({ Name = '' }) => Name.startsWith('rds!cluster'))?.ARN ?? ''
  await rotateAfter(copiedAt, master)
  const stale = await datesAs(who)
  expect(stale.copiedAt).toBe(copiedAt)
  expect(stale.rotatedAt).toBeGreaterThan(copiedAt)

  expect([...usedActions(await aws.journal(), 'caliber-plan')].toSorted()).toEqual([
    'kms:Decrypt',
    's3:GetObject',
    'secretsmanager:DescribeSecret'
  ])
})
