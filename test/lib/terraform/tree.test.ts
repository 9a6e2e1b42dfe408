import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { workspacePort } from '../../../actions/plan-comment/src/workspace-port.ts'
import { exec } from '../../../lib/process.ts'
import { hashTree } from '../../../lib/terraform/tree.ts'

const signal = new AbortController().signal
let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tree-test-'))
  await mkdir(join(root, 'stack'))
  await mkdir(join(root, 'shared'))
  await exec('git', ['init', '-q', root], { cwd: root, env: process.env, signal })
  await writeFile(join(root, '.gitignore'), '*.zip\n*.tfstate\n*.tfplan\ntfplan\n.terraform/\n')
  await writeFile(
    join(root, 'stack/main.tf'),
    'locals {\n  a = filemd5("${path.module}/../shared/a.txt")\n}\n'
  )
  await writeFile(join(root, 'shared/a.txt'), 'a')
  await writeFile(join(root, 'stack/pkg.zip'), 'zip')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const open = (workingDirectory = 'stack') =>
  workspacePort({ workingDirectory, env: { ...process.env, GITHUB_WORKSPACE: root }, exec, signal })

test.each(['stack/pkg.zip', 'shared/a.txt', 'stack/main.tf'])('a plan is bound to %s', async (file) => {
  const before = await open().hashTree([])
  expect(Object.keys(before)).toEqual(['shared/a.txt', 'stack'])
  await writeFile(join(root, file), `locals {\n  a = filemd5("\${path.module}/../shared/a.txt")\n}\n# other`)
  expect(await open().hashTree([])).not.toEqual(before)
})

test('what Terraform and the plan leave in the folder does not count, and the apply finds the same', async () => {
  const before = await open().hashTree([])
  await mkdir(join(root, 'stack/.terraform/providers'), { recursive: true })
  for (const name of [
    '.terraform/providers/x',
    'terraform.tfstate',
    'terraform.tfstate.1.backup',
    'a.tfplan',
    'tfplan'
  ])
    await writeFile(join(root, 'stack', name), 'x')
  const sealed = await open().hashTree([], 'tfplan')
  expect(sealed).toEqual(before)
  await rm(join(root, 'stack/tfplan'))
  expect(await hashTree(Object.keys(sealed), { root, exec, signal, env: process.env })).toEqual(sealed)
})

test('a working directory outside of the repository is refused by its input, without the place of this machine', () => {
  expect(() => open('../elsewhere')).toThrow(
    "Input 'working-directory' is '../elsewhere', which is outside of the repository. Give a path inside of it."
  )
})
