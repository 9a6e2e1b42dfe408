import type { AggregatedResult } from '@jest/reporters'

/** How many tests passed and failed; a file that could not even be loaded counts as one that failed. */
export type Tally = Readonly<{ passed: number; failed: number }>

/** Counts a finished run. */
export function tally(results: AggregatedResult): Tally {
  const broken = results.testResults.filter(
    (file) => file.testExecError !== undefined && file.numFailingTests === 0
  )
  return { passed: results.numPassedTests, failed: results.numFailedTests + broken.length }
}
