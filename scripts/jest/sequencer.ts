/** Starts the longest files first, so that the short ones fill what is left of the processors at the end. */
import type { Test } from '@jest/test-result'

/**
 * Beginnings of paths, the first to be started first: the chains that take longest by themselves, and what works beside
 * them while the seed `caliber` is made; then the long ones on that seed, and the rest from the longest to the shortest, so
 * that nothing runs alone at the end.
 */
export const FIRST = [
  'test/cli/lab/quickstart',
  'test/e2e/onboard-saas',
  'test/e2e/onboard-dedicated',
  'test/terraform/bootstrap/first-apply',
  'test/terraform/stacks',
  'test/chaos/failing-aws',
  'test/e2e/decommission',
  'test/e2e/restore',
  'test/cli/lab/',
  'test/e2e/deploy',
  'test/e2e/operate',
  'test/e2e/first-pull-request',
  'test/terraform/caliber/image-ownership',
  'test/chaos/',
  'test/e2e/destroyed-secret',
  'test/e2e/secrets',
  'test/e2e/lab-cli',
  'test/e2e/corrupted-states',
  'test/e2e/verify-in-your-account',
  'test/house/',
  'test/terraform/',
  'test/bundles/seed-secrets/',
  'test/e2e/',
  'test/emulator/',
  'test/bundles/'
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
