import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { checkPortable } from '../../../lib/terraform/portability.ts'
import { findStatefulDestroys } from '../../../lib/terraform/risk.ts'
import { hashTree, readFolders } from '../../../lib/terraform/tree.ts'
import type { PlanAction, ResourceChange } from '../../../lib/terraform/plan-model.ts'
import { fakeExec } from '../../fakes/terraform-exec.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tree-test-'))
  await mkdir(join(root, 'stack/.terraform/modules'), { recursive: true })
  await writeFile(join(root, 'stack/main.tf'), 'a')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const hash = (paths: readonly string[], files: readonly string[]): Promise<Record<string, string>> => {
  const { exec } = fakeExec({ 'ls-files': { stdout: files.map((file) => `${file}\0`).join('') } })
  return hashTree(paths, { root, exec, signal: new AbortController().signal, env: {} })
}

test('a tree changes with content and names, not with order, ignored or deleted files', async () => {
  const before = await hash(['stack'], ['stack/main.tf'])
  expect(
    await hash(['stack'], ['stack/gone.tf', 'stack/main.tf', 'stack/.terraform/x', 'stack/main.tf'])
  ).toEqual(before)
  await writeFile(join(root, 'stack/main.tf'), 'b')
  expect(await hash(['stack'], ['stack/main.tf'])).not.toEqual(before)
})

test('paths outside of the repository are refused, and those inside told with forward slashes', async () => {
  await expect(hash(['../x'], [])).rejects.toThrow(/outside the repository/)
  expect(Object.keys(await hash(['./stack/../stack', '.'], []))).toEqual(['.', 'stack'])
})

test('the folders of a stack are its own and those of local modules', async () => {
  const modules = {
    Modules: [
      { Key: '', Dir: '.' },
      { Key: 'a', Dir: '../modules/a' },
      { Key: 'b', Dir: '.terraform/modules/b' }
    ]
  }
  await writeFile(join(root, 'stack/.terraform/modules/modules.json'), JSON.stringify(modules))
  expect(await readFolders(join(root, 'stack'))).toEqual([join(root, 'stack'), join(root, 'modules/a')])
  expect(await readFolders(join(root, 'modules'))).toEqual([join(root, 'modules')])
})

test.each([
  ['abspath', 'locals {\n  a = abspath(path.module)\n}'],
  ['path.cwd in a text', 'locals {\n  a = "${path.cwd}/x"\n}'],
  ['abspath after a text with a mark in it', 'locals {\n  a = { "#" = abspath("x") }\n}'],
  ['path.cwd behind a mark in a heredoc', 'locals {\n  a = <<E\n# ${path.cwd}\nE\n}'],
  ['path.cwd behind a mark in an expression', 'locals {\n  a = "${"# "}${path.cwd}"\n}'],
  ['path.cwd with blanks', 'locals {\n  a = path . cwd\n}'],
  ['abspath after a wildcard', 'locals {\n  a = ["s3:::b/*"]\n  b = abspath("x")\n  c = ["*/"]\n}']
])('refuses %s, naming the line', (_what, text) => {
  expect(() => checkPortable([{ path: 'stack/main.tf', text }])).toThrow(/stack\/main\.tf line [23] uses/)
})

test.each([
  '# abspath(x)',
  '// path.cwd',
  '/* abspath(\n path.cwd */',
  'a = path.module',
  'a = "x" # path.cwd',
  'description = "not by abspath(x) or path.cwd"'
])('takes %j', (text) => {
  expect(() => checkPortable([{ path: 'main.tf', text }])).not.toThrow()
})

test('refuses path.cwd in a string of a .tf.json, naming the line', () => {
  const text = JSON.stringify({ locals: { a: '${path.cwd}/x' } }, null, 2)
  expect(() => checkPortable([{ path: 'main.tf.json', text }])).toThrow(
    /main\.tf\.json line 3 uses path\.cwd/
  )
})

test('stateful destroys are deletes and replaces of what holds data', () => {
  const change = (type: string, actions: readonly PlanAction[], more: object = {}): ResourceChange => ({
    address: `${type}.x`,
    mode: 'managed',
    type,
    name: 'x',
    change: { actions },
    ...more
  })
  const changes = [
    change('aws_db_instance', ['delete', 'create']),
    change('aws_s3_bucket', ['delete']),
    change('aws_kms_key', ['delete'], { deposed: '01' }),
    change('aws_dynamodb_table', ['update']),
    change('aws_ecr_repository', ['forget']),
    change('aws_cloudwatch_log_group', ['delete'])
  ]
  expect(findStatefulDestroys({ format_version: '1.2', resource_changes: changes })).toEqual([
    'aws_db_instance.x',
    'aws_s3_bucket.x',
    'aws_kms_key.x (deposed 01)'
  ])
})
