import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { complaint, createSandbox, REAL, type Sandbox } from './sandbox.ts'
import { shareProvider, type SharedProvider } from './shared-provider.ts'

/** Runs the tests that stand beside modules or stacks; they mock the provider, so one process of it is enough for all. */
export function testFolders(folders: readonly string[]): void {
  let sandbox: Sandbox
  let provider: SharedProvider | undefined

  beforeAll(async () => {
    sandbox = await createSandbox(REAL)
  })

  afterAll(async () => {
    await provider?.close()
    await sandbox.remove()
  })

  test.each(folders)(
    '%s initialises from its lock file and passes its own tests',
    async (directory) => {
      const init = await sandbox.run(directory, ['init', '-backend=false', '-lockfile=readonly', '-no-color'])
      expect(complaint(init)).toBe('')

      provider ??= await shareProvider(join(sandbox.folder, directory))
      const tests = await sandbox.run(directory, ['test', '-no-color'], provider.env)
      expect(complaint(tests)).toBe('')
      expect(tests.stdout).toMatch(/Success! [1-9]\d* passed, 0 failed\./)
    },
    600_000
  )
}
