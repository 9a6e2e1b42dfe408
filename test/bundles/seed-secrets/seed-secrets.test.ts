import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../../lab/aws/aws.ts'
import { maskForms } from '../../../lib/secrets/masks.ts'
import {
  allow,
  ask,
  countVersions,
  CREATE,
  NAMES,
  openAccount,
  passwordOf,
  PATH,
  valueOf,
  type Account
} from './account.ts'
import { runSeed, type Given, type Ran } from './run-seed.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(120_000)

let account: Account
let aws: Aws

beforeAll(async () => {
  account = await openAccount()
})
afterAll(() => account?.aws.close())
beforeEach(async () => {
  aws = await account.aws.fork()
})
afterEach(() => aws?.close())

const seed = (inputs: Given = {}, more: Parameters<typeof runSeed>[2] = {}): Promise<Ran> =>
  runSeed({ account, aws }, inputs, more)

const moved = (host: string): Given => ({
  outputs: JSON.stringify({ ...account.outputs, postgresql_endpoint: host })
})
const permissions = async () => [
  ...new Set((await aws.journal()).flatMap((call) => call.permissions.map(({ iamAction }) => iamAction)))
]

test('a first seed fills the containers, a second writes nothing, and the roles’ table is enough', async () => {
  const first = await seed()
  expect([first.code, first.told]).toMatchObject([
    0,
    { created: NAMES, updated: [], unchanged: [], 'rollout-needed': true }
  ])
  const encoded = encodeURIComponent(await passwordOf(account, aws)).replaceAll(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
  const uri = String(account.outputs['documentdb_uri']).replace('//', `//caliber_admin:${encoded}@`)
  expect(await valueOf(aws, `${PATH}docdb-uri`)).toBe(uri)
  expect(await valueOf(aws, `${PATH}django-secret-key`)).toMatch(/^[\w-]{64}$/)
  expect(await valueOf(aws, `${PATH}django-secret-key-fallbacks`)).toBe('[]')
  expect(first.told['stack-outputs']).toEqual(account.outputs)
  const written = Date.parse(String(first.told['newest-version-at']))
  expect(Math.abs(Date.now() - written)).toBeLessThan(120_000)
  const second = await seed({}, { run: 101 })
  expect(second.told['newest-version-at']).toBe(first.told['newest-version-at'])
  expect([second.code, second.told]).toMatchObject([
    0,
    { unchanged: NAMES, created: [], 'rollout-needed': false }
  ])
  expect(await Promise.all(NAMES.map((name) => countVersions(aws, name)))).toEqual([1, 1, 1, 1])
  expect((await permissions()).filter((one) => one.startsWith('secretsmanager:')).toSorted()).toEqual([
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetSecretValue',
    'secretsmanager:ListSecretVersionIds',
    'secretsmanager:PutSecretValue'
  ])
})

test('no value is in any output, summary, error or log, and each is masked before it can be', async () => {
  const planted = 'Planted-"old"/pass word+1'
  const uri = `mongodb://caliber_admin:${encodeURIComponent(planted)}@gone.test:27017/`
  await ask(aws, 'secretsmanager.PutSecretValue', { SecretId: `${PATH}docdb-uri`, SecretString: uri })
  const sensitive = 'sensitive-output-value'
  const outputs = Object.fromEntries(
    Object.entries({ ...account.outputs, token: sensitive }).map(([name, value]) => [
      name,
      { value, type: 'string', sensitive: name === 'token' }
    ])
  )
  const first = await seed({ outputs: JSON.stringify(outputs) })
  expect(first.told['stack-outputs']).toEqual(account.outputs)
  const runs = [
    first,
    await seed({ rotate: 'django-secret-key' }, { run: 101 }),
    await seed({ rotate: 'django-secret-key', 'dry-run': 'true' }, { run: 102 })
  ]
  const current = await Promise.all(NAMES.map((name) => valueOf(aws, `${PATH}${name}`)))
  const earlier = JSON.parse(current[1] ?? '[]') as readonly string[]
  const secret = [
    planted,
    uri,
    sensitive,
    await passwordOf(account, aws),
    current[0],
    current[2],
    ...earlier
  ].map(String)
  expect(earlier).toHaveLength(1)
  for (const { shown, log, code } of runs) {
    expect(code).toBe(0)
    for (const form of secret.flatMap((value) => [
      ...maskForms(value),
      Buffer.from(value).toString('base64')
    ]))
      expect(shown).not.toContain(form)
    expect(log).toContain('::add-mask::')
  }
  const masked = runs[0]?.log.split('\n').filter((line) => line.startsWith('::add-mask::')) ?? []
  for (const value of [planted, sensitive])
    expect(masked).toContain(`::add-mask::${value.replaceAll('%', '%25')}`)
})

test('a value that goes away and comes back is current each time', async () => {
  for (const [at, host] of ['a.test:1', 'b.test:1', 'a.test:1'].entries()) {
    expect((await seed(moved(host), { run: 200 + at })).code).toBe(0)
    expect(await valueOf(aws, `${PATH}postgres-endpoint`)).toBe(host)
  }
  expect(await countVersions(aws, 'postgres-endpoint')).toBe(3)
})

test('a copy that a managed rotation made stale is named and refreshed', async () => {
  await seed()
  await ask(aws, 'secretsmanager.RotateSecret', { SecretId: account.masterArn })
  const preview = await seed({ 'dry-run': 'true' }, { run: 101 })
  expect(preview.told).toMatchObject({ stale: ['docdb-uri'], updated: ['docdb-uri'], 'rollout-needed': true })
  const { told, summary } = await seed({}, { run: 101 })
  expect(told).toMatchObject({ stale: ['docdb-uri'], updated: ['docdb-uri'], 'rollout-needed': true })
  expect(summary).toContain('stale: AWS changed the credentials')
  const uri = new URL((await valueOf(aws, `${PATH}docdb-uri`)) ?? '')
  expect(decodeURIComponent(uri.password)).toBe(await passwordOf(account, aws))
  expect((await seed({}, { run: 102 })).told).toMatchObject({ stale: [], 'rollout-needed': false })
})

test('a rotation of a password that tasks read by themselves asks for a rollout, once', async () => {
  await seed()
  await new Promise((resolve) => setTimeout(resolve, 1100)) // AWS's times are whole seconds
  await ask(aws, 'secretsmanager.RotateSecret', { SecretId: account.postgresArn })
  const { told, shown } = await seed({}, { run: 101 })
  expect(told).toMatchObject({
    stale: ['postgres-endpoint'],
    updated: ['postgres-endpoint'],
    'rollout-needed': true
  })
  const { password } = JSON.parse((await valueOf(aws, account.postgresArn)) ?? '') as { password: string }
  expect(shown).not.toContain(password)
  expect((await seed({}, { run: 102 })).told).toMatchObject({ stale: [], 'rollout-needed': false })
})

test('a container that waits for deletion is named with its date and both ways out, and nothing is written', async () => {
  await ask(aws, 'secretsmanager.DeleteSecret', {
    SecretId: `${PATH}postgres-endpoint`,
    RecoveryWindowInDays: 7
  })
  const { code, log, summary } = await seed()
  const described = await ask(aws, 'secretsmanager.DescribeSecret', { SecretId: `${PATH}postgres-endpoint` })
  const date = new Date(Number(described['DeletedDate']) * 1000).toISOString().slice(0, 10)
  expect(code).toBe(1)
  for (const text of [log, summary.replaceAll('\\', '')]) {
    expect(text).toContain(`${PATH}postgres-endpoint is scheduled for deletion on ${date}`)
    expect(text).toContain(`aws secretsmanager restore-secret --secret-id ${PATH}postgres-endpoint`)
  }
  expect(await Promise.all(NAMES.slice(0, 3).map((name) => valueOf(aws, `${PATH}${name}`)))).toEqual([
    undefined,
    undefined,
    undefined
  ])
  await ask(aws, 'secretsmanager.RestoreSecret', { SecretId: `${PATH}postgres-endpoint` })
  expect((await seed()).told).toMatchObject({ created: NAMES })
})

test('missing containers are made with the tenant’s key and tags, by a caller who may', async () => {
  await ask(aws, 'secretsmanager.DeleteSecret', {
    SecretId: `${PATH}docdb-uri`,
    ForceDeleteWithoutRecovery: true
  })
  expect((await seed()).log).toContain(`The secret ${PATH}docdb-uri does not exist.`)
  const refused = await seed({ 'create-containers': 'true' })
  expect([refused.code, refused.told]).toMatchObject([1, {}])
  expect(refused.log).toContain('Allow the role secretsmanager:CreateSecret on arn:')
  expect(refused.log).toContain("apply the tenant's stack, which makes them, and leave create-containers out")
  await allow(aws, CREATE)
  expect(await seed({ 'create-containers': 'true' })).toMatchObject({ code: 0, told: { created: NAMES } })
  const made = await ask(aws, 'secretsmanager.DescribeSecret', { SecretId: `${PATH}docdb-uri` })
  expect(made).toMatchObject({ KmsKeyId: account.outputs['kms_key_arn'] })
  expect(made['Tags']).toEqual(
    expect.arrayContaining([
      { Key: 'Client', Value: 'acme' },
      { Key: 'ManagedBy', Value: 'seed-secrets' }
    ])
  )
})

test('a database of another tenant stays closed, and the refusal names what to allow', async () => {
  const { SecretArn: other } = await otherMaster()
  const { code, log } = await seed({
    outputs: JSON.stringify({ ...account.outputs, documentdb_master_secret_arn: other })
  })
  expect(code).toBe(1)
  expect(log).toContain(`AWS refuses secretsmanager:GetSecretValue on ${other}`)
})

async function otherMaster(): Promise<Readonly<{ SecretArn: string }>> {
  const made = await ask(aws, 'secretsmanager.CreateSecret', {
    Name: 'rds!cluster-other',
    SecretString: '{}'
  })
  return { SecretArn: String(made['ARN']) }
}

test('throttled calls and cut connections are repeated, and nothing is doubled', async () => {
  const on = (action: string, nth: number, effect: object) =>
    ({ service: 'aws', match: { action }, nth, effect }) as const
  await aws.setFaults([
    on('secretsmanager:DescribeSecret', 1, { kind: 'throttle', retryAfter: 0 }),
    on('secretsmanager:GetSecretValue', 2, { kind: 'cut', at: 'answer' }),
    on('secretsmanager:PutSecretValue', 1, { kind: 'cut', at: 'answer' }),
    on('secretsmanager:PutSecretValue', 3, { kind: 'fail', status: 500, after: true })
  ] as Parameters<Aws['setFaults']>[0])
  expect(await seed()).toMatchObject({ code: 0, told: { created: NAMES } })
  expect((await aws.faults()).map(({ met }) => met)).toEqual([1, 1, 1, 1])
  expect(await Promise.all(NAMES.map((name) => countVersions(aws, name)))).toEqual([1, 1, 1, 1])
})

test('two seeds at once both succeed, and there is one key', async () => {
  const both = await Promise.all([seed({}, { run: 301 }), seed({}, { run: 302 })])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(await countVersions(aws, 'django-secret-key')).toBe(1)
})
