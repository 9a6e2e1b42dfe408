import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { complaint, createSandbox, modules, stack, terraformFolder, type Sandbox } from './sandbox.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})

afterAll(() => sandbox.remove())

test('no module or stack is left out of these tests', async () => {
  const found = await Promise.all(
    ['modules', 'stacks'].map(async (kind) =>
      (await readdir(join(terraformFolder, kind))).map((name) => `${kind}/${name}`)
    )
  )

  expect(found.flat().toSorted()).toEqual([...modules, stack].toSorted())
})

test('all of terraform/ is formatted as Terraform formats it', async () => {
  const result = await sandbox.run('.', ['fmt', '-check', '-diff', '-recursive', '-no-color'])

  expect(complaint(result)).toBe('')
})

test.each([...modules, stack])(
  '%s initialises from its lock file, is valid and passes its own tests',
  async (directory) => {
    const init = await sandbox.run(directory, ['init', '-backend=false', '-lockfile=readonly', '-no-color'])
    expect(complaint(init)).toBe('')

    const validate = await sandbox.run(directory, ['validate', '-no-color'])
    expect(complaint(validate)).toBe('')

    const tests = await sandbox.run(directory, ['test', '-no-color'])
    expect(complaint(tests)).toBe('')
    expect(tests.stdout).toMatch(/Success! [1-9]\d* passed, 0 failed\./)
  },
  300_000
)
