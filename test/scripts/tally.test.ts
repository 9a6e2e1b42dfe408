import { expect, test } from '@jest/globals'
import type { AggregatedResult } from '@jest/reporters'
import { tally } from '../../scripts/jest/tally.ts'

type File = Readonly<{ testExecError?: Error; numFailingTests: number }>

const results = (passed: number, failed: number, files: readonly File[]): AggregatedResult =>
  ({ numPassedTests: passed, numFailedTests: failed, testResults: files }) as unknown as AggregatedResult

test('passed and failed tests are counted', () => {
  expect(tally(results(7, 2, [{ numFailingTests: 2 }]))).toEqual({ passed: 7, failed: 2 })
})

test('a file that could not be loaded counts as a failed test', () => {
  const files = [{ numFailingTests: 0 }, { numFailingTests: 0, testExecError: new Error('SyntaxError') }]
  expect(tally(results(7, 0, files))).toEqual({ passed: 7, failed: 1 })
})
