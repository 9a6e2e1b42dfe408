import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { complaint, createSandbox, modules, type Sandbox } from './sandbox.ts'
import { shareProvider, type SharedProvider } from './shared-provider.ts'

let sandbox: Sandbox
let provider: SharedProvider | undefined

beforeAll(async () => {
  sandbox = await createSandbox()
})

afterAll(async () => {
  await provider?.close()
  await sandbox.remove()
})

test.each(modules)(
  'the example of %s is valid with the inputs that it gives',
  async (directory) => {
    const example = `${directory}/examples/minimal`
    const init = await sandbox.run(example, ['init', '-backend=false', '-no-color'])
    expect(complaint(init)).toBe('')
    provider ??= await shareProvider(join(sandbox.folder, example))
    expect(complaint(await sandbox.run(example, ['validate', '-no-color'], provider.env))).toBe('')
  },
  300_000
)
