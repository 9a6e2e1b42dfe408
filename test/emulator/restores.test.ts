/** Restores and snapshots of databases, as they are refused, allowed and finished. */
import { expect, test } from '@jest/globals'
import { findMisfits } from './reference.ts'
import { runCases, sayOutcome } from './start.ts'

const [tried] = await runCases('restores')

test.each(tried?.cases ?? [])('a restore: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test('every permission is one that IAM knows, on an ARN of the kind that AWS says', async () => {
  const asked = (tried?.calls ?? [])
    .filter(({ service }) => service === 'rds')
    .flatMap((call) => (call.permissions.length > 0 ? call.permissions : [call]))
  expect(asked.length).toBeGreaterThan(20)
  expect(await findMisfits(asked)).toEqual([])
})
