import { expect, test } from '@jest/globals'
import { toReport } from '../../../actions/decommission-check/src/report.ts'
import type { Snapshot } from '../../../lib/aws/databases.ts'
import type { Tenant } from '../../../lib/tenants/tenant.ts'
import { findingsOf, HOUR, inputsOf, NAME, NOW, told, untilOf, type Given } from './tenant.ts'

const SHARED: Given = { client: 'SaaSShared', env: 'stg', plan: 'SaaS' }

test('a tenant with backups and nothing in the way is ready', async () => {
  expect(await told('blocker', {}, {})).toEqual([])
  expect(await told('loss', {}, {})).toEqual([])
  expect(await told('note', {}, {})).toEqual([
    `DocumentDB cluster ${NAME}-documentdb: Snapshot by-hand, 1h 00m old, stays.`,
    `PostgreSQL instance ${NAME}-postgres: Snapshot by-hand, 1h 00m old, stays.`,
    'stg/acme: Neither the registry nor a reservation knows it.'
  ])
})

test('prod needs force', async () => {
  const prod = { env: 'prod' }
  expect(await told('blocker', prod, { databases: {} })).toEqual([expect.stringContaining("Set 'force'")])
  expect(await told('blocker', { ...prod, force: 'true' }, { databases: {} })).toEqual([])
})

test('deletion protection is found wherever it is on', async () => {
  const databases = {
    [`${NAME}-documentdb`]: { isProtected: true },
    [`${NAME}-postgres`]: { isProtected: true }
  }
  const blockers = await told('blocker', {}, { databases, balancer: true })
  expect(blockers.map((one) => one.split(':', 1)[0])).toEqual([
    `DocumentDB cluster ${NAME}-documentdb`,
    `PostgreSQL instance ${NAME}-postgres`,
    `load balancer ${NAME}-api`
  ])
  expect(blockers[0]).toContain('overrides = { deletion_protection = false }')
})

test.each<[string, readonly Partial<Snapshot>[], string]>([
  [
    'no snapshot',
    [],
    'It has no snapshot, and automated backups end with it. Make one: aws rds create-db-snapshot'
  ],
  [
    'an old one',
    [{ createdAt: NOW - 25 * HOUR }],
    'Its newest snapshot, by-hand, is 25h 00m old, more than 24h 00m'
  ],
  [
    'one in the making',
    [{ createdAt: NOW - 30 * HOUR }, { name: 'new', status: 'creating', createdAt: 0 }],
    'Snapshot new is still being made'
  ],
  ['one that failed', [{ status: 'failed' }], 'It has no snapshot']
])('a database with %s is not destroyed, unless that is meant', async (_what, found, sentence) => {
  const world = { databases: { [`${NAME}-postgres`]: {} }, snapshots: { [`${NAME}-postgres`]: found } }
  expect(await told('blocker', {}, world)).toEqual([expect.stringContaining(sentence)])
  expect(await told('loss', { 'require-backups': 'false' }, world)).toEqual([
    expect.stringContaining(sentence)
  ])
})

test('how old a backup may be is a choice, and the newest counts', async () => {
  const snapshots = {
    [`${NAME}-postgres`]: [{ createdAt: NOW - 40 * HOUR }, { createdAt: NOW - 30 * HOUR, name: 'newer' }]
  }
  const world = { databases: { [`${NAME}-postgres`]: {} }, snapshots }
  expect(await told('blocker', { 'backup-age': '30h' }, world)).toEqual([])
  expect((await told('note', { 'backup-age': '30h' }, world)).join()).toContain(
    'Snapshot newer, 30h 00m old, stays.'
  )
})

test('what was seen holds until the first backup that counts is too old', async () => {
  const postgres = `${NAME}-postgres`
  const snapshots = {
    [`${NAME}-documentdb`]: [{ createdAt: NOW - 3 * HOUR }],
    [postgres]: [{ createdAt: NOW - 2 * HOUR }, { createdAt: NOW - 30 * HOUR }]
  }
  expect(await untilOf({}, { snapshots })).toBe(NOW + 21 * HOUR)
  expect(await untilOf({ 'backup-age': '5h' }, { databases: { [postgres]: {} }, snapshots })).toBe(
    NOW + 3 * HOUR
  )
  const final = { 'final-snapshots': `${postgres}-final-1a2b3c4d` }
  expect(await untilOf(final, { databases: { [postgres]: {} }, snapshots })).toBeUndefined()
  expect(await untilOf({}, { databases: {}, snapshots })).toBeUndefined()
  const { outputs } = toReport(inputsOf({}), [], NOW + HOUR)
  expect(outputs['valid-until']).toBe('2026-01-01T01:00:00.000Z')
})

test('a backup under the tenant’s own key is lost with the key', async () => {
  const snapshots = { [`${NAME}-postgres`]: [{ kmsKey: 'key/own' }] }
  expect(await told('loss', {}, { databases: { [`${NAME}-postgres`]: {} }, snapshots })).toEqual([
    expect.stringContaining("Snapshot by-hand is encrypted with the tenant's own key")
  ])
})

test('a final snapshot whose name is taken would stop it half-way', async () => {
  const snapshots = {
    [`${NAME}-documentdb`]: [{ name: `${NAME}-documentdb-final-1a2b3c4d` }],
    [`${NAME}-postgres`]: [{}]
  }
  const given = { 'final-snapshots': `${NAME}-documentdb-final-1a2b3c4d\n${NAME}-postgres-final-1a2b3c4d` }
  expect(await told('blocker', given, { snapshots })).toEqual([
    expect.stringContaining('which exists already')
  ])
})

test('a database that leaves a final snapshot needs no other, and its key is told', async () => {
  const final = `${NAME}-postgres-final-1a2b3c4d`
  const world = { databases: { [`${NAME}-postgres`]: {} }, snapshots: {} }
  expect(await told('blocker', { 'final-snapshots': final }, world)).toEqual([])
  expect(await told('note', { 'final-snapshots': final }, world)).toContain(
    `PostgreSQL instance ${NAME}-postgres: Its destruction leaves snapshot ${final}.`
  )
  expect((await told('loss', { 'final-snapshots': final }, world)).join()).toContain("the tenant's own key")
})

test('what is about to be seen to stops nothing, but who may decide is never passed over', async () => {
  const world = { databases: { [`${NAME}-postgres`]: { isProtected: true } }, snapshots: {} }
  const before = { tolerate: 'protection\nbackup' }
  expect(await told('blocker', before, world)).toEqual([])
  expect((await told('note', before, world)).join()).toContain('Deletion protection is on')
  expect(await told('blocker', { tolerate: 'protection' }, world)).toHaveLength(1)
  expect(await told('blocker', { ...before, env: 'prod' }, { databases: {} })).toHaveLength(1)
})

test('every finding has its kind', async () => {
  const world = {
    databases: { [`${NAME}-postgres`]: { isProtected: true } },
    snapshots: { [`${NAME}-postgres`]: [{ kmsKey: 'key/own' }] },
    buckets: { [`${NAME}-frontend-123456789012`]: { versions: 1, markers: 0, isMore: false } }
  }
  const kinds = (await findingsOf({}, world)).map(({ kind }) => kind)
  expect(kinds).toEqual(['protection', 'backup', 'backup', 'key', 'bucket', 'registry'])
})

test('of what is gone the snapshots remain', async () => {
  const snapshots = { [`${NAME}-postgres`]: [{ name: 'one' }, { name: 'two' }, { status: 'failed' }] }
  expect((await told('note', {}, { databases: {}, snapshots })).join()).toContain(
    'It is gone already; of it snapshots one, two remain.'
  )
})

test('what buckets hold is lost, older versions and marks too', async () => {
  const buckets = {
    [`${NAME}-frontend-123456789012`]: { versions: 1000, markers: 0, isMore: true },
    [`${NAME}-access-logs-123456789012`]: { versions: 0, markers: 0, isMore: false },
    'acme-exports': { versions: 0, markers: 2, isMore: false }
  }
  expect(await told('loss', { buckets: 'acme-exports' }, { buckets })).toEqual([
    expect.stringContaining('more than 1000 versions'),
    expect.stringContaining('acme-exports: It holds 0 versions of objects and 2 marks')
  ])
})

const guest = (client: string): Tenant => ({
  client,
  plan: 'SaaS',
  env: 'stg',
  subdomain: `${client}-stg`,
  region: 'us-east-1'
})

const shared: Tenant = {
  ...guest('SaaSShared'),
  subdomain: 'saas-api-stg',
  vpc_cidr: '10.1.0.0/16',
  image: 'a:1'
}

test('SaaSShared stays while anybody lives on it, wherever that is written', async () => {
  const other = { ...guest('far'), env: 'prod' as const, subdomain: 'far' }
  const world = {
    databases: {},
    tenants: [
      shared,
      guest('one'),
      other,
      { ...shared, env: 'prod' as const, subdomain: 'saas-api', vpc_cidr: '10.2.0.0/16' }
    ],
    reserved: [shared, guest('two')],
    published: ['three']
  }
  const [blocker, ...more] = await told('blocker', SHARED, world)
  expect(blocker).toBe(
    'stg/saasshared: stg/one (says the registry), stg/two (says a reservation), stg/three (says its stack) live on it. Decommission and release them first.'
  )
  expect(more).toEqual([])
  expect(await told('blocker', SHARED, { databases: {}, tenants: [shared] })).toEqual([])
})

test('a registry out of order stops SaaSShared’s end, and is told of others', async () => {
  const tenants = [guest('lonely')]
  expect(await told('blocker', SHARED, { databases: {}, tenants })).toContainEqual(
    expect.stringContaining(
      'the registry: It is not in order: stg/lonely.tfvars.json: a SaaS tenant lives on SaaSShared'
    )
  )
  expect(await told('blocker', {}, { tenants })).toEqual([])
  expect((await told('note', {}, { tenants })).join()).toContain('It is not in order')
})

test('a SaaS tenant has no databases of its own to look at', async () => {
  const findings = await findingsOf(
    { client: 'one', plan: 'SaaS' },
    { tenants: [guest('one'), shared], reserved: [guest('one')], balancer: true }
  )
  expect(findings).toEqual([
    {
      weight: 'note',
      kind: 'registry',
      on: 'stg/one',
      sentence:
        'Remove terraform/tenants/stg/one.tfvars.json by pull request when it is destroyed. Release its reservation last (action tenant, mode release).'
    }
  ])
})

test('restored databases are looked at in the place of the stack’s', async () => {
  const given = { 'documentdb-cluster': 'acme-restored', 'postgres-instance': 'acme-pg-restored' }
  const databases = { 'acme-restored': { isProtected: true } }
  expect(await told('blocker', given, { databases, snapshots: { 'acme-restored': [{}] } })).toEqual([
    expect.stringContaining('DocumentDB cluster acme-restored: Deletion protection is on')
  ])
  expect((await told('note', given, { databases })).join()).toContain('acme-pg-restored: It is gone already.')
})

test('outputs tell all, and what stops it makes the step red', async () => {
  const inputs = inputsOf({})
  const findings = await findingsOf({}, { balancer: true })
  const { outputs, summary, failure } = toReport(inputs, findings, NOW)
  expect(outputs).toMatchObject({ outcome: 'blocked', ready: 'false', losses: '[]', 'valid-until': '' })
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({
    outcome: 'blocked',
    tenant: 'stg/acme',
    findings: expect.any(Array)
  })
  expect(failure).toMatch(
    /^stg\/acme cannot be destroyed yet:\nload balancer acme-stg-dedicated-api: Deletion protection is on/
  )
  expect(summary).toContain('## ⛔ 1 finding stops its destruction: `stg/acme`')
  expect(toReport(inputsOf({ 'report-only': 'true' }), findings).failure).toBeUndefined()
  const ready = toReport(inputs, await findingsOf({}, {}))
  expect([ready.outputs['ready'], ready.failure]).toEqual(['true', undefined])
})
