/** A tenant's databases are lost and come back: from a moment and from a snapshot, through approvals, once stopped on the way. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { findUnexplained } from '../terraform/bootstrap/used-actions.ts'
import { approve, reject, type Review } from './ledger.ts'
import { startRestoring, type Restoring } from './restoring.ts'
import { annotationsOf, conclusionsOf, jobsOf, summariesOf } from './results.ts'
import { REPOSITORY } from './suite.ts'

/** Bounds against hanging: a busy machine is slow, not wrong. */
const MINUTES = 60_000
jest.setTimeout(10 * MINUTES)

const NAME = 'acme-stg-dedicated'
const LOST = { documentdb: `${NAME}-documentdb`, postgres: `${NAME}-postgres` }
const CLUSTER = 'module.documentdb[0].aws_docdb_cluster.this'
const INSTANCE = 'module.postgres[0].aws_db_instance.this'

let world: Restoring
beforeAll(async () => {
  world = await startRestoring()
}, 15 * MINUTES)
afterAll(() => world?.close())

const complaints = (run: RunResult): string =>
  annotationsOf([run])
    .split('\n')
    .filter((line) => line.startsWith('error: '))
    .join('\n')
const jobNamed = (run: RunResult, name: string) => jobsOf([run]).find(({ job }) => job.name === name)
const conclusions = (run: RunResult): readonly string[] =>
  jobsOf([run]).map(({ job, conclusion }) => `${job.name}: ${conclusion}`)

/** Grace answers in turn; the last answer holds. */
function inTurn(...answers: readonly Review[]): Review {
  let at = 0
  return (waiting) => {
    const answer = answers[Math.min(at, answers.length - 1)] ?? approve
    at += 1
    return answer(waiting)
  }
}

/** What was restored on AWS, as an operation each. */
async function restores(): Promise<readonly string[]> {
  const calls = await world.lab.aws.journal()
  return calls.filter(({ action }) => action.startsWith('Restore')).map(({ action }) => action)
}

/** Number of the one pull request that is open. */
async function proposed(): Promise<number> {
  const [number, ...others] = await world.proposals()
  expect(others).toEqual([])
  return number ?? 0
}

test('the API speaks with the databases that are going to be lost', async () => {
  expect(conclusionsOf(world.runs)).toEqual(['success'])
  const { status, documentdb, postgres } = await world.connected()
  expect([status, documentdb.split('.')[0], postgres.split('.')[0]]).toEqual([
    200,
    LOST.documentdb,
    LOST.postgres
  ])
  expect(await world.migrationsAt(postgres)).toEqual(['tenants.0001_initial'])
})

test('a form that does not write the tenant out again is refused before anything is done', async () => {
  const since = (await world.lab.aws.journal()).length
  const run = await world.restore({ 'restore-to': 'latest', confirm: 'stg/globex' }, reject)
  expect([run.conclusion, complaints(run)]).toEqual(['failure', expect.stringContaining("Input 'confirm'")])
  expect((await world.lab.aws.journal()).length).toBe(since)
})

describe('DocumentDB', () => {
  let identifier = ''

  test('is restored to its latest time beside the lost one; nothing takes its place when the plan is rejected', async () => {
    const run = await world.restore({ 'restore-to': 'latest' }, inTurn(approve, reject))
    expect(conclusions(run)).toEqual(
      expect.arrayContaining(['restore: success', 'forget the lost one: success'])
    )
    expect(run.conclusion).toBe('failure')
    identifier = jobNamed(run, 'restore')?.outputs['identifier'] ?? ''
    expect(identifier).toMatch(/^acme-stg-dedicated-documentdb-\w{5}$/)
    expect(jobNamed(run, 'forget the lost one')?.outputs).toEqual({ outcome: 'forgotten' })
    expect(await world.inState(CLUSTER)).toBe('')
    expect(await world.connected()).toMatchObject({
      status: 200,
      documentdb: expect.stringContaining(LOST.documentdb)
    })
    expect(summariesOf([run])).toContain(`\`${LOST.documentdb}\` stays as it is`)
    expect([jobNamed(run, 'propose')?.conclusion, await world.proposals()]).toEqual(['skipped', []])
  })

  test('takes it when the run is run again, which restores nothing twice', async () => {
    const run = await world.repeat(approve)
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect(await restores()).toEqual(['RestoreDBClusterToPointInTime'])
    expect(await world.inState(CLUSTER)).toBe(identifier)
    const { status, documentdb } = await world.connected()
    expect([status, documentdb.split('.')[0]]).toEqual([200, identifier])
    const { people } = world.lab.github
    expect(people.pullRequest(REPOSITORY, await proposed())?.body).toContain(identifier)
    expect(summariesOf([run])).toMatch(/Merge \S+\/pull\/\d+ now, \*\*before the next apply of main/)
  })

  test('has what the lost one had, and that is still there', async () => {
    const of = (name: string, which = identifier) => world.told('Cluster', which, name)
    for (const name of ['KmsKeyId', 'DBSubnetGroup', 'DBClusterParameterGroup', 'VpcSecurityGroupId'])
      expect([name, await of(name)]).toEqual([name, await of(name, LOST.documentdb)])
    expect(await of('SecretArn')).not.toBe('')
    expect(await of('DBInstanceIdentifier')).toBe(`${identifier}-1`)
    expect(await of('Status', LOST.documentdb)).toBe('available')
  })
})

test('PostgreSQL comes back from its newest snapshot, with its data, and the API speaks with it', async () => {
  const run = await world.restore({ database: 'postgres', snapshot: 'latest' }, approve)
  expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
  const identifier = jobNamed(run, 'restore')?.outputs['identifier'] ?? ''
  expect(await world.inState(INSTANCE)).toBe(identifier)
  const { status, postgres } = await world.connected()
  expect([status, postgres.split('.')[0]]).toEqual([200, identifier])
  expect(await world.told('Instance', LOST.postgres, 'DBInstanceStatus')).toBe('available')
})

test('main wants nothing else once the one pull request of both is merged', async () => {
  const run = await world.merge(await proposed())
  expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
  expect(jobNamed(run, 'stg / plan / comment')?.outputs).toMatchObject({ 'has-changes': 'false' })
})

describe('all of it', () => {
  test('was refused nothing', async () => {
    const calls = await world.lab.aws.journal()
    const refused = calls.filter(
      ({ principal, decision }) => decision !== 'allowed' && !principal.endsWith(':root')
    )
    expect(
      refused.map(({ principal, iamAction, resource }) => `${principal} ${iamAction} ${resource}`)
    ).toEqual([])
  })

  test('used everything that the restore role is allowed, or there is a reason', async () => {
    expect(await findUnexplained(world.lab.aws, 'restore')).toEqual([])
  })
})
