import { beforeEach, expect, test } from '@jest/globals'
import {
  changesOf,
  complaintOf,
  HOUR,
  MASTER,
  NAMES,
  openTenant,
  OUTPUTS,
  PATH,
  POSTGRES,
  type Tenant
} from './tenant.ts'

const KEY = `${PATH}django-secret-key`
const EARLIER = `${PATH}django-secret-key-fallbacks`
const URI = `${PATH}docdb-uri`
const ENCODED =
  'mongodb://caliber_admin:p%40ss%2Fw%3Ard%20%231@db.test:27017/?tls=true&replicaSet=rs0&retryWrites=false'

let tenant: Tenant
beforeEach(() => {
  tenant = openTenant()
})

const writes = (): readonly string[] => tenant.secrets.calls.filter((call) => /^(?:put|create) /.test(call))
const endpoint = (text: string) => ({ outputs: JSON.stringify({ ...OUTPUTS, postgresql_endpoint: text }) })

test('a first seed fills every container', async () => {
  const outcome = await tenant.run()
  expect(changesOf(outcome)).toEqual(Object.fromEntries(NAMES.map((name) => [name, 'created'])))
  expect(tenant.secrets.value(URI)).toBe(ENCODED)
  expect(tenant.secrets.value(`${PATH}postgres-endpoint`)).toBe('pg.test:5432')
  expect(tenant.secrets.value(KEY)).toBe('key-1-of-48-bytes')
  expect(tenant.secrets.value(EARLIER)).toBe('[]')
})

test('a second run finds nothing to do and writes nothing', async () => {
  await tenant.run()
  const before = writes().length
  expect(changesOf(await tenant.run({}, '7/101'))).toEqual({})
  expect(writes()).toHaveLength(before)
})

test('a repeated attempt of the same run tells what the run did, and writes nothing', async () => {
  await tenant.run()
  const before = writes().length
  const { 'django-secret-key': _key, ...known } = Object.fromEntries(NAMES.map((name) => [name, 'created']))
  expect(changesOf(await tenant.run())).toEqual(known)
  expect(writes()).toHaveLength(before)
})

test('a dry run reads and tells, and writes nothing', async () => {
  const outcome = await tenant.run({ 'dry-run': 'true' })
  expect(outcome.kind).toBe('planned')
  expect(Object.keys(changesOf(outcome))).toHaveLength(4)
  expect(writes()).toEqual([])
})

test('a copy that AWS’s rotation made stale is named and refreshed', async () => {
  await tenant.run()
  tenant.wait(2 * HOUR)
  tenant.rotateMaster('another+one%')
  const outcome = await tenant.run({}, '7/101')
  expect(outcome).toMatchObject({
    rows: [
      { name: 'django-secret-key', change: 'unchanged' },
      { name: 'django-secret-key-fallbacks' },
      {
        name: 'docdb-uri',
        change: 'updated',
        isStale: true,
        reason: 'stale: AWS changed the credentials (2026-11-21T14:00Z)'
      },
      { name: 'postgres-endpoint', change: 'unchanged' }
    ]
  })
  expect(tenant.secrets.value(URI)).toContain('caliber_admin:another%2Bone%25@db.test')
})

test('a password that tasks read by themselves makes the endpoint beside it stale, once', async () => {
  await tenant.run()
  tenant.wait(2 * HOUR)
  tenant.secrets.write(POSTGRES, JSON.stringify({ username: 'caliber_admin', password: 'another-one' }))
  tenant.wait(HOUR)
  const outcome = await tenant.run({}, '7/101')
  expect(outcome).toMatchObject({
    rows: [{}, {}, {}, { name: 'postgres-endpoint', change: 'updated', isStale: true }]
  })
  expect(changesOf(await tenant.run({}, '7/101'))).toEqual({ 'postgres-endpoint': 'updated' })
  expect(changesOf(await tenant.run({}, '7/102'))).toEqual({})
  expect(tenant.secrets.versions(`${PATH}postgres-endpoint`)).toBe(2)
})

test('a version that somebody moved AWSCURRENT away from is no hindrance, even within one run', async () => {
  await tenant.run({}, '7/1')
  tenant.wait(HOUR)
  await tenant.run(endpoint('b.test:1'), '7/2')
  tenant.secrets.moveBack(`${PATH}postgres-endpoint`)
  expect(tenant.secrets.value(`${PATH}postgres-endpoint`)).toBe('pg.test:5432')
  expect(changesOf(await tenant.run(endpoint('b.test:1'), '7/2'))).toEqual({ 'postgres-endpoint': 'updated' })
  expect(tenant.secrets.value(`${PATH}postgres-endpoint`)).toBe('b.test:1')
})

test('a new host is an update, not a stale copy', async () => {
  await tenant.run()
  tenant.wait(HOUR)
  const documentdb_uri = OUTPUTS.documentdb_uri.replace('db.test', 'restored.test')
  const outcome = await tenant.run({ outputs: JSON.stringify({ ...OUTPUTS, documentdb_uri }) }, '7/101')
  expect(outcome).toMatchObject({
    rows: [{}, {}, { name: 'docdb-uri', change: 'updated', isStale: false }, {}]
  })
})

test('a value that goes away and comes back is current each time', async () => {
  for (const [at, host] of ['a.test:1', 'b.test:1', 'a.test:1', 'b.test:1'].entries()) {
    await tenant.run(endpoint(host), `7/${at}`)
    expect(tenant.secrets.value(`${PATH}postgres-endpoint`)).toBe(host)
  }
  expect(tenant.secrets.versions(`${PATH}postgres-endpoint`)).toBe(4)
})

test('within one run, too', async () => {
  for (const host of ['a.test:1', 'b.test:1', 'a.test:1']) await tenant.run(endpoint(host))
  expect(writes().filter((call) => call.endsWith('postgres-endpoint'))).toHaveLength(3)
  expect(tenant.secrets.value(`${PATH}postgres-endpoint`)).toBe('a.test:1')
})

test('a secret that waits for deletion is named with its date and both ways out, and nothing is written', async () => {
  tenant.secrets.schedule(URI, new Date(Date.UTC(2026, 11, 21, 7)))
  const complaint = complaintOf(await tenant.run())
  expect(complaint).toContain(`${URI} is scheduled for deletion on 2026-12-21`)
  expect(complaint).toContain(`aws secretsmanager restore-secret --secret-id ${URI}`)
  expect(complaint).toContain('wait until after 2026-12-21')
  expect(writes()).toEqual([])
})

test('every missing container is named at once, and nothing is written', async () => {
  tenant.secrets.remove(URI)
  tenant.secrets.remove(KEY)
  const outcome = await tenant.run()
  expect(outcome).toMatchObject({
    kind: 'refused',
    problems: [expect.stringContaining(URI), expect.stringContaining(KEY)]
  })
  expect(complaintOf(outcome)).toContain("Apply the tenant's stack")
  expect(writes()).toEqual([])
})

test('missing containers are made on request', async () => {
  for (const name of NAMES) tenant.secrets.remove(`${PATH}${name}`)
  const outcome = await tenant.run({ 'create-containers': 'true' })
  expect(Object.values(changesOf(outcome))).toEqual(['created', 'created', 'created', 'created'])
  expect(writes()).toEqual(NAMES.map((name) => `create ${PATH}${name}`))
})

test('a database’s secret without a value, or with another shape, is refused without its content', async () => {
  tenant.secrets.write(MASTER, 'hunter2-hunter2')
  await expect(tenant.run()).rejects.toThrow(/no JSON object with 'username' and 'password'/)
  await expect(tenant.run()).rejects.not.toThrow(/hunter2/)
  tenant.secrets.remove(MASTER)
  await expect(tenant.run()).rejects.toThrow(/does not exist, or has no value/)
})

test('what is secret is masked before it is written, and what is not is not', async () => {
  let atFirstWrite: readonly string[] = []
  tenant.secrets.before((call) => {
    if (call.startsWith('put') && atFirstWrite.length === 0) atFirstWrite = [...tenant.hidden]
  })
  await tenant.run()
  expect(atFirstWrite).toEqual(expect.arrayContaining(['p@ss/w:rd #1', ENCODED]))
  expect(tenant.hidden).toContain('key-1-of-48-bytes')
  expect(tenant.hidden.filter((text) => /^(?:caliber_admin|pg\.test:5432|\[\])$/.test(text))).toEqual([])
})

test('a sixth version within an hour is the last', async () => {
  for (let count = 0; count < 6; count += 1) {
    await tenant.run(endpoint(`host-${count}.test:1`), `7/${count}`)
    tenant.wait(5 * 60_000)
  }
  const complaint = complaintOf(await tenant.run(endpoint('host-7.test:1'), '7/8'))
  expect(complaint).toMatch(/postgres-endpoint got 6 versions within an hour.* refused until 13:00 UTC/)
  expect(tenant.secrets.value(`${PATH}postgres-endpoint`)).toBe('host-5.test:1')
})

test('outputs of another tenant or region are refused', async () => {
  const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:caliber/acme/prod/docdb-uri-AbCdEf'
  const of = (secret_arns: object) => ({ outputs: JSON.stringify({ ...OUTPUTS, secret_arns }) })
  await expect(tenant.run(of({ 'docdb-uri': arn }))).rejects.toThrow(
    'not of caliber/acme/stg/: their secret_arns name caliber/acme/prod/docdb-uri.'
  )
  const elsewhere = arn.replace('prod', 'stg').replace('us-east-1', 'eu-west-1')
  await expect(tenant.run(of({ 'docdb-uri': elsewhere }))).rejects.toThrow(
    'secrets in eu-west-1, but AWS_REGION is us-east-1'
  )
  expect(tenant.secrets.calls).toEqual([])
})
