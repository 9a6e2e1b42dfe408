/** The rules of the caliber stack hold for every module, and each is shown to refuse. */
import { expect, test } from '@jest/globals'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stack, terraformFolder } from '../sandbox.ts'

const folder = join(terraformFolder, stack)
const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8')
const rules = [...(await read('rules.tf')).matchAll(/^resource "terraform_data" "(\w+)" \{\n([^]*?)^\}/gm)]
const named = rules.flatMap(([, name = '', body = '']) => (body.includes('precondition') ? [name] : []))

test('every rule holds one condition of its own and is waited for', () => {
  const gate = rules.find(([, name]) => name === 'rules')?.[2] ?? ''
  expect(named.length).toBeGreaterThan(5)
  expect([...gate.matchAll(/terraform_data\.(\w+)/g)].map((match) => match[1]).toSorted()).toEqual(
    named.toSorted()
  )
  expect(rules.filter(([, , body = '']) => (body.match(/precondition/g) ?? []).length > 1)).toEqual([])
})

test('a rule that is kept takes no place in the state, and one that is broken is the one that refuses', () => {
  const wanted = rules.filter(([, name]) => name !== 'rules')
  const other = wanted.filter(
    ([, name, body = '']) =>
      !body.includes(`  count = local.keeps_${name} ? 0 : 1\n`) ||
      !new RegExp(`^ {6}condition += local\\.keeps_${name}$`, 'm').test(body)
  )
  expect(other.map(([, name]) => name)).toEqual([])
})

const code: string[] = []
for await (const file of glob('*.tf', { cwd: folder })) code.push(await read(file))
const modules = [...code.join('\n').matchAll(/^module "(\w+)" \{\n([^]*?)^\}/gm)]

test('every module waits for the rules, so that a refused tenant is refused in one sentence', () => {
  const waiting = modules.filter(([, , body = '']) =>
    /^  depends_on = \[terraform_data\.rules\]$/m.test(body)
  )
  expect(modules.length).toBeGreaterThan(7)
  expect(waiting).toEqual(modules)
})

test('all that there is stands behind the protection or the rules, so that a refused destruction takes nothing', async () => {
  const resources = [...code.join('\n').matchAll(/^resource "(aws_\w+)" "(\w+)"/gm)]
  const all = [
    ...modules.map(([, name = '']) => `module.${name}`),
    ...resources.map(([, type, name]) => `${type}.${name}`)
  ]
  const gate = rules.find(([, name]) => name === 'rules')?.[2] ?? ''
  const behind = (await read('protection.tf')) + gate
  expect(all.filter((one) => !new RegExp(`\\b${RegExp.escape(one)}\\b`).test(behind))).toEqual([])
})

test('every rule is shown to refuse by itself', async () => {
  const refusals: string[] = []
  for await (const file of glob('tests/*.tftest.hcl', { cwd: folder })) refusals.push(await read(file))
  const alone = new Set(
    [...refusals.join().matchAll(/expect_failures = \[terraform_data\.(\w+)\]/g)].map((match) => match[1])
  )
  expect(named.filter((name) => !alone.has(name))).toEqual([])
})
