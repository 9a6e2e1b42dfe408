import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { complaint, createSandbox, roots, type Sandbox } from './sandbox.ts'

const SHARES = 3

/**
 * One of three equal parts of all modules and stacks, so that as many workers start as many providers side by side.
 * A folder is found by being there; none belongs to two parts or to none.
 */
export function testShare(share: 0 | 1 | 2): void {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await createSandbox()
  })

  afterAll(() => sandbox.remove())

  test.each(roots.filter((_, index) => index % SHARES === share))(
    '%s initialises from its lock file and passes its own tests',
    async (directory) => {
      const init = await sandbox.run(directory, ['init', '-backend=false', '-lockfile=readonly', '-no-color'])
      expect(complaint(init)).toBe('')

      const tests = await sandbox.run(directory, ['test', '-no-color'])
      expect(complaint(tests)).toBe('')
      expect(tests.stdout).toMatch(/Success! [1-9]\d* passed, 0 failed\./)
    },
    600_000
  )
}
