import { expect, test } from '@jest/globals'
import { timeTable } from '../../scripts/jest/time-table.ts'

test('folders and files are told with the longest first', () => {
  const table = timeTable([
    { file: 'test/lib/seal.test.ts', seconds: 1 },
    { file: 'test/e2e/a.test.ts', seconds: 20 },
    { file: 'test/lib/github/pulls.test.ts', seconds: 2.25 }
  ])
  expect(table).toEqual([
    'Where the time went: 23 s in 3 files, several at once',
    '    20.0 s  test/e2e (1)',
    '     3.3 s  test/lib (2)',
    'The longest files',
    '    20.0 s  test/e2e/a.test.ts',
    '     2.3 s  test/lib/github/pulls.test.ts',
    '     1.0 s  test/lib/seal.test.ts'
  ])
})
