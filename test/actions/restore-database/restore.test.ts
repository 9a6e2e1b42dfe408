import { expect, test } from '@jest/globals'
import { awsError, database, type Given, HOUR, KEY, NAME, NOW, run, snapshot, type World } from './world.ts'

const LATEST: Given = { 'restore-to': 'latest' }
const POSTGRES: Given = { database: 'postgres', snapshot: 'daily' }
const LOST = database(`${NAME}-postgres`)
const DAILY = snapshot('daily', LOST.identifier)
const iso = (ms: number): string => new Date(ms).toISOString()

test('a cluster goes back to a moment, beside the lost one, with what that one has', async () => {
  const at = NOW - 2 * HOUR
  const { orders, restoration, report, kept, looks } = await run({
    'restore-to': iso(at),
    name: `${NAME}-documentdb-2`
  })
  expect(orders).toEqual([
    {
      kind: 'cluster',
      identifier: `${NAME}-documentdb-2`,
      origin: { source: `${NAME}-documentdb`, at },
      settings: expect.objectContaining({
        subnetGroup: `${NAME}-documentdb`,
        securityGroups: ['sg-1'],
        isProtected: true
      }),
      tags: {
        Project: 'Caliber',
        ManagedBy: 'Terraform',
        Client: 'acme',
        Plan: 'Dedicated',
        Env: 'stg',
        RestoredFrom: `${NAME}-documentdb@${iso(at)}`
      }
    }
  ])
  expect(looks).toBe(3)
  expect(kept).toEqual([[`${NAME}-documentdb-2`, undefined]])
  expect(restoration).toMatchObject({ outcome: { kind: 'restored' }, attached: false, restoredTo: at })
  expect(report.outputs).toMatchObject({
    identifier: `${NAME}-documentdb-2`,
    endpoint: `${NAME}-documentdb-2.example:27017`,
    'restored-to': iso(at),
    setting: `{"restored_cluster_identifier":"${NAME}-documentdb-2"}`,
    forget: JSON.stringify([
      'module.documentdb[0].aws_docdb_cluster.this',
      'module.documentdb[0].aws_docdb_cluster_instance.this',
      'module.documentdb[0].aws_secretsmanager_secret_rotation.master'
    ]),
    outcome: 'restored'
  })
  expect(report.failure).toBeUndefined()
  expect(report.summary).toContain('DB cluster created')
})

test('an instance comes out of a snapshot, with its class and the lost one’s groups', async () => {
  const { orders, kept, report } = await run(POSTGRES, { databases: [LOST], snapshots: [DAILY] })
  expect(kept).toEqual([[orders[0]?.identifier, KEY]])
  expect(orders[0]).toMatchObject({
    kind: 'instance',
    origin: { snapshot: 'daily', engine: 'postgres' },
    settings: { parameterGroup: 'pg-1', further: { DBInstanceClass: 'db.t4g.micro' } },
    tags: { RestoredFrom: `${NAME}-postgres@daily` }
  })
  expect(report.outputs).toMatchObject({
    'restored-to': iso(DAILY.createdAt),
    setting: expect.stringContaining('restored_postgres_identifier')
  })
})

test('the newest snapshot that is ready is the latest', async () => {
  const snapshots = [
    snapshot('old', LOST.identifier, { createdAt: NOW - 9 * HOUR }),
    DAILY,
    snapshot('new', LOST.identifier, { status: 'creating', createdAt: 0 })
  ]
  const { orders } = await run({ ...POSTGRES, snapshot: 'latest' }, { databases: [LOST], snapshots })
  expect(orders[0]?.origin).toEqual({ snapshot: 'daily', engine: 'postgres' })
})

test('of a cluster that is gone a snapshot is enough: names tell the rest', async () => {
  const snapshots = [snapshot('final', `${NAME}-documentdb`)]
  const { orders } = await run({ snapshot: 'final' }, { databases: [], snapshots })
  expect(orders[0]?.settings).toEqual({
    subnetGroup: `${NAME}-documentdb`,
    securityGroups: [],
    isProtected: true,
    further: {}
  })
})

test('an attempt after the first follows what was begun, and begins nothing', async () => {
  const first = await run(LATEST)
  const [order] = first.orders
  const begun = database(order?.identifier ?? '', { tags: order?.tags ?? {} })
  const again = await run(LATEST, { databases: [database(`${NAME}-documentdb`), begun] })
  expect(again.orders).toEqual([])
  expect(again.restoration).toMatchObject({
    outcome: { kind: 'restored' },
    attached: true,
    identifier: order?.identifier,
    restoredTo: first.restoration.restoredTo
  })
})

test('a password that nobody keeps yet is seen to, and a secret that is being made waited for', async () => {
  const { identifier } = (await run(LATEST)).restoration
  const begun = (secretStatus: string) =>
    database(identifier, { secretStatus, tags: { RestoredFrom: `${NAME}-documentdb@latest` } })
  const bare = await run(LATEST, { databases: [database(`${NAME}-documentdb`), begun('')] })
  expect([bare.kept, bare.report.outputs['outcome']]).toEqual([[[identifier, undefined]], 'restored'])
  const making = [database(`${NAME}-documentdb`), begun('creating')]
  const slow = await run({ ...LATEST, timeout: '5m' }, { databases: making })
  expect([slow.kept, slow.report.failure]).toEqual([
    [],
    expect.stringContaining("still 'making its password'")
  ])
})

test('it is known again when Terraform has taken it over, and its tag with it', async () => {
  const { identifier } = (await run(LATEST)).restoration
  const adopted = database(identifier, { tags: { Client: 'acme' } })
  const again = await run(LATEST, { databases: [database(`${NAME}-documentdb`), adopted] })
  expect(again.restoration).toMatchObject({ outcome: { kind: 'restored' }, attached: true })
})

test('two attempts at one time make one database', async () => {
  const { restoration } = await run(LATEST, {
    isFaster: true,
    refusal: awsError('DBClusterAlreadyExistsFault')
  })
  expect(restoration).toMatchObject({ outcome: { kind: 'restored' }, attached: true })
})

test.each<[string, World, string, string]>([
  [
    'AWS gives up',
    { statuses: ['creating', 'restore-error'] },
    'failed',
    "is 'restore-error', and AWS does not go on"
  ],
  ['it vanishes', { statuses: ['creating', 'gone'] }, 'failed', "is 'gone'"],
  [
    'its key cannot be used',
    { statuses: ['inaccessible-encryption-credentials'] },
    'failed',
    'AWS does not go on'
  ],
  ['the time is up', { statuses: ['creating'] }, 'timeout', 'run this job again, which waits on'],
  [
    'AWS cannot be asked any longer',
    { statuses: ['creating'], blindFrom: 2 },
    'lost',
    'goes on, but AWS could not be asked'
  ],
  ['the job is cancelled', { statuses: ['creating'], cancelAt: 2 }, 'cancelled', 'What AWS has begun goes on']
])('when %s the step is red and says what remains', async (_what, ...[world, outcome, sentence]) => {
  const { report } = await run({ ...LATEST, timeout: '10m' }, world)
  expect(report.outputs['outcome']).toBe(outcome)
  expect(report.failure).toContain(sentence)
  expect(report.summary).toContain(outcome === 'failed' ? '❌' : '')
})

test('it asks AWS less than once in two seconds, until the time is up and no longer', async () => {
  const { clock, looks } = await run({ ...LATEST, timeout: '10m' }, { statuses: ['creating'] })
  expect(clock.now() - NOW).toBe(600_000)
  expect(looks).toBeLessThan(200)
  expect(Math.min(...clock.sleeps.slice(0, -1))).toBeGreaterThanOrEqual(4000)
})

test('a dry run says all of it and makes nothing', async () => {
  const { orders, report } = await run({ ...LATEST, 'dry-run': 'true' })
  expect(orders).toEqual([])
  expect(report.outputs).toMatchObject({ outcome: 'planned', 'restored-to': iso(NOW - 60_000) })
  expect(report.summary).toContain('into subnet group')
})

test('what SaaS tenants share is said to be theirs', async () => {
  const shared = { client: 'SaaSShared', plan: 'SaaS', ...LATEST }
  const { report } = await run(shared, { databases: [database('saasshared-stg-saas-documentdb')] })
  expect(report.summary).toContain('every SaaS tenant')
})
