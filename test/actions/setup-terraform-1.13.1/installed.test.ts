import { mkdir, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { setUp } from '../../../actions/setup-terraform-1.13.1/src/act.ts'
import {
  describeInstalled,
  type InstalledPorts
} from '../../../actions/setup-terraform-1.13.1/src/installed.ts'
import { type Machine, portsOf, startMachine } from './set-up.ts'

let machine: Machine
let ports: InstalledPorts

beforeEach(async () => {
  machine = await startMachine()
  await mkdir(join(machine.folder, 'bin'))
  await writeFile(join(machine.folder, 'bin/terraform-1.12'), 'abc', { mode: 0o755 })
  ports = {
    workspace: machine.folder,
    path: `/nowhere:${join(machine.folder, 'bin')}`,
    askVersion: () => Promise.resolve('1.12.2')
  }
})

afterEach(() => machine.close())

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

test.each(['terraform-1.12', 'bin/terraform-1.12', './bin/terraform-1.12'])(
  '%s is found and looked at',
  async (binary) => {
    expect(await describeInstalled(binary, ports)).toEqual({
      path: join(machine.folder, 'bin/terraform-1.12'),
      version: '1.12.2',
      sha256: ABC
    })
  }
)

test.each([
  ['a name that is not on PATH', 'terraform', /no program on PATH/],
  ['a path to nothing', './terraform', /no program that can be run/],
  ['a folder', './bin', /no program that can be run/],
  ['a file that cannot be run', './notes', /no program that can be run/]
])('%s is refused', async (_what, binary, message) => {
  await writeFile(join(machine.folder, 'notes'), '', { mode: 0o644 })
  await expect(describeInstalled(binary, ports)).rejects.toThrow(message)
})

test.each(['', 'Terraform v1.12.2', '1.12', undefined, 7])(
  'a program that says %p is no Terraform',
  async (answer) => {
    const askVersion = (): Promise<string> => Promise.resolve(answer as string)
    await expect(describeInstalled('terraform-1.12', { ...ports, askVersion })).rejects.toThrow(
      /it is no Terraform/
    )
  }
)

test('a program that fails is no Terraform, and why it failed is kept', async () => {
  const cause = new Error('It exited with 127')
  const refusal = describeInstalled('terraform-1.12', { ...ports, askVersion: () => Promise.reject(cause) })
  await expect(refusal).rejects.toMatchObject({ name: 'UserError', cause })
})

const use = async (current?: string): Promise<unknown> => {
  const installed = await describeInstalled('terraform-1.12', ports)
  return setUp({ kind: 'use', installed }, portsOf(machine, current))
}

test('an installed Terraform is reported loudly and reached as `terraform`, without its neighbours', async () => {
  expect(await use()).toEqual({
    from: 'binary',
    version: '1.12.2',
    path: join(machine.folder, 'bin/terraform-1.12'),
    sha256: ABC
  })
  expect(machine.lines).toEqual([
    expect.stringMatching(/^warning: Terraform 1\.12\.2 at .*origin was not checked/)
  ])
  expect(machine.paths).toHaveLength(1)
  expect(await readlink(join(machine.paths[0] ?? '', 'terraform'))).toBe(
    join(machine.folder, 'bin/terraform-1.12')
  )
})

test('a Terraform that PATH already leads to leaves PATH alone', async () => {
  const link = join(machine.folder, 'terraform')
  await symlink(join(machine.folder, 'bin/terraform-1.12'), link)
  await use(link)
  expect(machine.paths).toEqual([])
})
