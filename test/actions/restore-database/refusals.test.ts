/** What is refused: by the action before anything is made, and by AWS. */
import { expect, test } from '@jest/globals'
import { awsError, database, type Given, HOUR, NAME, NOW, run, snapshot, type World } from './world.ts'

const LATEST: Given = { 'restore-to': 'latest' }
const POSTGRES: Given = { database: 'postgres', snapshot: 'daily' }
const LOST = database(`${NAME}-postgres`)
const DAILY = snapshot('daily', LOST.identifier)
const iso = (ms: number): string => new Date(ms).toISOString()

test.each<[string, Given, World, string]>([
  [
    'a name that something else has',
    { ...LATEST, name: `${NAME}-x` },
    { databases: [database(`${NAME}-documentdb`), database(`${NAME}-x`)] },
    'was not restored by this action'
  ],
  [
    'a name that another restore has',
    { ...LATEST, name: `${NAME}-x` },
    {
      databases: [
        database(`${NAME}-documentdb`),
        database(`${NAME}-x`, { tags: { RestoredFrom: `${NAME}-other@latest` } })
      ]
    },
    `was restored from ${NAME}-other@latest`
  ],
  [
    'a moment of a database that is gone',
    LATEST,
    { databases: [] },
    'its automatic backups have ended with it. Restore a snapshot: aws docdb describe-db-cluster-snapshots --db-cluster-identifier'
  ],
  [
    'a moment of a database without backups',
    LATEST,
    { databases: [database(`${NAME}-documentdb`, { latest: 0 })] },
    'it keeps no automatic backups'
  ],
  [
    'a moment to come',
    { 'restore-to': iso(NOW + HOUR) },
    {},
    'which is yet to come. The newest that can be had is'
  ],
  ['a moment that is too new', { 'restore-to': iso(NOW - 1000) }, {}, 'Choose a moment between'],
  [
    'a moment that is too old',
    { 'restore-to': iso(NOW - 8 * 24 * HOUR) },
    {},
    `go from ${iso(NOW - 7 * 24 * HOUR)} to`
  ],
  [
    'a moment before an instance’s backups',
    { database: 'postgres', 'restore-to': iso(NOW - 25 * HOUR) },
    { databases: [LOST] },
    `go from ${iso(NOW - 24 * HOUR)} to`
  ],
  [
    'another engine',
    LATEST,
    { databases: [database(`${NAME}-documentdb`, { engine: 'aurora-postgresql' })] },
    "is of engine 'aurora-postgresql', not 'docdb'"
  ],
  [
    'a snapshot that there is not',
    POSTGRES,
    { databases: [LOST] },
    "There is no snapshot 'daily': aws rds describe-db-snapshots"
  ],
  ['the latest of none', { ...POSTGRES, snapshot: 'latest' }, { databases: [LOST] }, "input 'restore-to'"],
  [
    'a snapshot of others',
    POSTGRES,
    { databases: [LOST], snapshots: [snapshot('daily', 'globex-stg-dedicated-postgres')] },
    "its data is somebody else's"
  ],
  [
    'a snapshot that is being made',
    POSTGRES,
    { databases: [LOST], snapshots: [{ ...DAILY, status: 'creating' }] },
    "Snapshot 'daily' is 'creating'"
  ],
  [
    'a snapshot of another engine',
    POSTGRES,
    { databases: [LOST], snapshots: [{ ...DAILY, engine: 'mysql' }] },
    "Snapshot 'daily' is of engine 'mysql'"
  ],
  [
    'a snapshot under another key',
    POSTGRES,
    { databases: [LOST], snapshots: [{ ...DAILY, kmsKey: 'other' }] },
    'aws rds copy-db-snapshot --source-db-snapshot-identifier daily'
  ]
])('%s is refused before anything is made, with what to do', async (_what, ...[given, world, sentence]) => {
  await expect(run(given, world)).rejects.toThrow(sentence)
})

test.each<[string, string]>([
  ['DBClusterQuotaExceededFault', 'no more clusters'],
  ['InsufficientDBClusterCapacityFault', 'Run this job again later'],
  ['KMSKeyNotAccessibleFault', 'aws kms cancel-key-deletion'],
  ['InvalidRestoreFault', 'cannot be restored into this network'],
  ['DBSubnetGroupNotFoundFault', 'Apply the stack'],
  ['InvalidVPCNetworkStateFault', 'Apply the stack']
])('what AWS refuses with %s is told with what to do', async (code, advice) => {
  const refused = run(LATEST, { refusal: awsError(code, 'Not now.') })
  await expect(refused).rejects.toThrow(advice)
  await expect(refused).rejects.toThrow('AWS says: Not now. Nothing was made.')
})

test('what nobody knows is thrown as it is', async () => {
  await expect(run(LATEST, { refusal: awsError('Odd') })).rejects.toThrow('RDS failed with Odd.')
})
