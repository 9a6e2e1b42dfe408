import { expect, test } from '@jest/globals'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { complaint, createSandbox, modules } from './sandbox.ts'

const nameOf = (directory: string): string => `${basename(directory)}_example`

test('the examples of all modules are valid with the inputs that they give', async () => {
  await using sandbox = await createSandbox()
  const folder = join(sandbox.folder, 'examples')
  await mkdir(folder)
  // One root that calls them all: Terraform reads the provider's schemas once, and names the file of each fault.
  const calls = modules.map(
    (directory) => `module "${nameOf(directory)}" {\n  source = "../${directory}/examples/minimal"\n}\n`
  )
  await writeFile(join(folder, 'main.tf'), calls.join('\n'))
  const init = await sandbox.run('examples', ['init', '-backend=false', '-no-color'])
  expect(complaint(init)).toBe('')
  for (const directory of modules) expect(init.stdout).toContain(`- ${nameOf(directory)} in `)
  expect(complaint(await sandbox.run('examples', ['validate', '-no-color']))).toBe('')
}, 300_000)
