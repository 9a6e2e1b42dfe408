import { expect, test } from '@jest/globals'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from '@jest/test-result'
import { FIRST, longestFirst } from '../../scripts/jest/sequencer.ts'

const root = join(import.meta.dirname, '../..')

const order = (...files: readonly string[]): readonly string[] =>
  longestFirst(files.map((file) => ({ path: join(root, file) }) as Test)).map(({ path }) =>
    path.slice(root.length + 1)
  )

test.each(FIRST)('%s is the beginning of a test file that there is', (part) => {
  const files = globSync(`${part}*`, { cwd: root })
  expect(files.length).toBeGreaterThan(0)
  expect(existsSync(join(root, files[0] ?? ''))).toBe(true)
})

test('the longest chain starts first, then what needs no seed, then what waits for one, then the rest by name', () => {
  expect(
    order(
      'test/lib/seal.test.ts',
      'test/e2e/approvals.test.ts',
      'test/emulator/gate.test.ts',
      'test/cli/lab/saas.test.ts',
      'test/terraform/stacks.test.ts',
      'test/e2e/first-pull-request.test.ts',
      'test/cli/lab/quickstart.test.ts',
      'test/actions/a.test.ts'
    )
  ).toEqual([
    'test/cli/lab/quickstart.test.ts',
    'test/terraform/stacks.test.ts',
    'test/cli/lab/saas.test.ts',
    'test/e2e/first-pull-request.test.ts',
    'test/e2e/approvals.test.ts',
    'test/emulator/gate.test.ts',
    'test/actions/a.test.ts',
    'test/lib/seal.test.ts'
  ])
})
