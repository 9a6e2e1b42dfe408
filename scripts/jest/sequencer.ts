/** Starts the longest files first: Terraform's waits, not the processor, decide how long the whole run takes. */
import type { Test } from '@jest/test-result'

const FIRST = [
  'test/terraform/cycle',
  'test/e2e/',
  'test/terraform/',
  'test/chaos/',
  'test/house/dist',
  'test/emulator/'
]

function rank(path: string): number {
  const index = FIRST.findIndex((part) => path.includes(part))
  return index === -1 ? FIRST.length : index
}

export default class LongestFirst {
  sort(tests: readonly Test[]): Test[] {
    return tests.toSorted((a, b) => rank(a.path) - rank(b.path) || a.path.localeCompare(b.path))
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
