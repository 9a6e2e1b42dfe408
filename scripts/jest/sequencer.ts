/** Starts the longest files first: Terraform's waits, not the processor, decide how long the whole run takes. */
import type { Test } from '@jest/test-result'

/**
 * Beginnings of paths, the first to be started first: what waits for minutes, then what computes for minutes beside it.
 * Files that work on the seed of a whole client come when it is made.
 */
export const FIRST = [
  'test/cli/lab/',
  'test/e2e/onboard',
  'test/terraform/bootstrap/first-apply',
  'test/chaos/',
  'test/terraform/stacks',
  'test/e2e/secrets',
  'test/e2e/destroyed-secret',
  'test/e2e/first-pull-request',
  'test/e2e/restore',
  'test/e2e/operate',
  'test/e2e/decommission',
  'test/e2e/deploy',
  'test/terraform/caliber/',
  'test/terraform/',
  'test/bundles/seed-secrets/',
  'test/e2e/',
  'test/house/',
  'test/emulator/'
] as const

function rank(path: string): number {
  const index = FIRST.findIndex((part) => path.includes(`/${part}`))
  return index === -1 ? FIRST.length : index
}

/** The longest first, and those of one rank by name. */
export const longestFirst = (tests: readonly Test[]): Test[] =>
  tests.toSorted((a, b) => rank(a.path) - rank(b.path) || a.path.localeCompare(b.path))

export default class LongestFirst {
  sort(tests: readonly Test[]): Test[] {
    return longestFirst(tests)
  }

  shard(tests: Test[]): Test[] {
    return tests
  }

  allFailedTests(tests: Test[]): Test[] {
    return tests
  }

  cacheResults(): void {
    // The order is fixed by the names above: nothing to remember between runs.
  }
}
