import { expect, test } from '@jest/globals'
import { awsError, database, type Given, NAME, NOW, run, snapshot } from './world.ts'

const TAKE: Given = { mode: 'snapshot' }
const SOURCE = `${NAME}-documentdb`

test('a snapshot is taken of what is available, and waited for', async () => {
  const { taken, report } = await run(TAKE)
  expect(taken).toEqual([
    {
      kind: 'cluster',
      source: SOURCE,
      name: expect.stringMatching(/^acme-stg-dedicated-documentdb-\w{5}$/),
      tags: { Client: 'acme' }
    }
  ])
  expect(report.outputs).toMatchObject({
    outcome: 'taken',
    identifier: taken[0]?.name,
    setting: '',
    forget: '[]'
  })
  expect(report.failure).toBeUndefined()
})

test('an attempt after the first takes no second one', async () => {
  const name = (await run(TAKE)).taken[0]?.name ?? ''
  const again = await run(TAKE, { snapshots: [snapshot(name, SOURCE)] })
  expect(again.taken).toEqual([])
  expect(again.report.outputs).toMatchObject({
    outcome: 'taken',
    identifier: name,
    'restored-to': expect.stringContaining('2026-03-01')
  })
})

test('what is gone has had its last snapshot', async () => {
  const { report, taken } = await run(TAKE, { databases: [] })
  expect(taken).toEqual([])
  expect(report.outputs['outcome']).toBe('gone')
  expect(report.failure).toBeUndefined()
})

test('a name of another database’s snapshot is refused', async () => {
  const name = `${NAME}-kept`
  const snapshots = [snapshot(name, `${NAME}-other`)]
  await expect(run({ ...TAKE, name }, { snapshots })).rejects.toThrow(`and is of '${NAME}-other'`)
})

test('a database that is being changed is waited for, and no snapshot begun in vain', async () => {
  const databases = [database(SOURCE, { status: 'modifying' })]
  const { taken, report, clock } = await run({ ...TAKE, timeout: '5m' }, { databases })
  expect(taken).toEqual([])
  expect(report.failure).toContain("is still 'modifying' after 5m 00s")
  expect(clock.now() - NOW).toBe(300_000)
})

test('AWS’ refusal is told with what to do, and a dry run takes none', async () => {
  await expect(run(TAKE, { refusal: awsError('SnapshotQuotaExceeded') })).rejects.toThrow('Delete old ones')
  const dry = await run({ ...TAKE, 'dry-run': 'true' })
  expect(dry.taken).toEqual([])
  expect(dry.report.outputs['outcome']).toBe('planned')
})
