import { expect, test } from '@jest/globals'
import { findingsOf, NAME, told } from './tenant.ts'

test('a database that a restore left beside the restored one stops it', async () => {
  const restored = `${NAME}-postgres-ab12c`
  const given = { 'postgres-instance': restored }
  const world = {
    databases: { [`${NAME}-documentdb`]: {}, [restored]: {}, [`${NAME}-postgres`]: { isProtected: true } },
    snapshots: { [`${NAME}-documentdb`]: [{}], [restored]: [{}] }
  }
  const [blocker, ...more] = await told('blocker', given, world)
  expect(more).toEqual([])
  expect(blocker).toContain(`PostgreSQL instance ${NAME}-postgres: The registry does not name it`)
  expect(blocker).toContain(
    `delete it, after its deletion protection (aws rds modify-db-instance --db-instance-identifier ${NAME}-postgres --no-deletion-protection --apply-immediately): aws rds delete-db-instance --db-instance-identifier ${NAME}-postgres --final-db-snapshot-identifier ${NAME}-postgres-last`
  )
  const { [`${NAME}-postgres`]: _, ...databases } = world.databases
  expect(await told('blocker', given, { ...world, databases })).toEqual([])
})

test('a restored database that the registry does not name yet stops it, whatever is about to be seen to', async () => {
  const stray = `${NAME}-documentdb-ab12c`
  const world = { databases: { [`${NAME}-documentdb`]: {}, [`${NAME}-postgres`]: {}, [stray]: {} } }
  const findings = await findingsOf({ tolerate: 'protection\nbackup', force: 'true' }, world)
  expect(findings.filter(({ weight }) => weight === 'blocker')).toEqual([
    {
      weight: 'blocker',
      kind: 'database',
      on: `DocumentDB cluster ${stray}`,
      sentence: expect.stringMatching(
        /its pull request is not merged\. Merge that pull request; or, if nobody needs it, delete it: its instances/
      )
    }
  ])
  const going = { ...world.databases, [stray]: { status: 'deleting' } }
  expect(await told('blocker', {}, { databases: going })).toEqual([
    expect.stringContaining('Look again when')
  ])
  const others = { [`${NAME}-documentdb`]: {}, [`${NAME}-postgres`]: {}, 'acme-stg-dedicated2-postgres': {} }
  expect(await told('blocker', {}, { databases: others })).toEqual([])
})
