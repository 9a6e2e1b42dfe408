import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readPins } from '../../../actions/setup-terraform-1.13.1/src/pins.ts'

let workspace: string

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'pins-test-'))
  await mkdir(join(workspace, 'stacks/app'), { recursive: true })
})

afterEach(() => rm(workspace, { recursive: true, force: true }))

const write = (file: string, text: string): Promise<void> => writeFile(join(workspace, file), text)

test('a folder without Terraform asks for nothing', async () => {
  expect(await readPins(workspace, '.')).toEqual([])
})

test('the version file and every .tf and .tf.json file of the working directory are read', async () => {
  await write('stacks/app/.terraform-version', '# pinned\n1.13.1\n')
  await write('stacks/app/terraform.tf', 'terraform {\n  required_version = ">= 1.11.4"\n}\n')
  await write('stacks/app/more.tf.json', '{"terraform":{"required_version":"< 2"}}')
  await mkdir(join(workspace, 'stacks/app/folder.tf'))
  await write('stacks/app/notes.txt', 'terraform {\n  required_version = "0.12"\n}\n')
  expect(await readPins(workspace, 'stacks/app')).toEqual([
    { kind: 'version-file', file: 'stacks/app/.terraform-version', text: '1.13.1' },
    { kind: 'required-version', file: 'stacks/app/more.tf.json', text: '< 2' },
    { kind: 'required-version', file: 'stacks/app/terraform.tf', text: '>= 1.11.4' }
  ])
})

test('the nearest version file above counts, and none above the workspace', async () => {
  await write('.terraform-version', '1.13.1')
  expect(await readPins(workspace, 'stacks/app')).toMatchObject([{ file: '.terraform-version' }])
  expect(await readPins(join(workspace, 'stacks'), 'app')).toEqual([])
})

test.each(['nowhere', 'stacks/app/file'])('%s is no folder', async (folder) => {
  await write('stacks/app/file', '')
  await expect(readPins(workspace, folder)).rejects.toThrow(
    `'${folder}', which is no folder of the workspace`
  )
})
