import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { complaint, createSandbox, modules, type Sandbox } from './sandbox.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})

afterAll(() => sandbox.remove())

test.each(modules)(
  'the example of %s is valid with the inputs that it gives',
  async (directory) => {
    const example = `${directory}/examples/minimal`
    const init = await sandbox.run(example, ['init', '-backend=false', '-no-color'])
    expect(complaint(init)).toBe('')
    expect(complaint(await sandbox.run(example, ['validate', '-no-color']))).toBe('')
  },
  300_000
)
