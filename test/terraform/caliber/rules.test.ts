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

test('every module waits for the rules, so that a refused tenant is refused in one sentence', async () => {
  const waiting: string[] = []
  const modules: string[] = []
  for await (const file of glob('*.tf', { cwd: folder })) {
    for (const [, name = '', body = ''] of (await read(file)).matchAll(/^module "(\w+)" \{\n([^]*?)^\}/gm)) {
      modules.push(name)
      if (/^  depends_on = \[terraform_data\.rules\]$/m.test(body)) waiting.push(name)
    }
  }
  expect(modules.length).toBeGreaterThan(7)
  expect(waiting).toEqual(modules)
})

test('every rule is shown to refuse by itself', async () => {
  const refusals: string[] = []
  for await (const file of glob('tests/*.tftest.hcl', { cwd: folder })) refusals.push(await read(file))
  const alone = new Set(
    [...refusals.join().matchAll(/expect_failures = \[terraform_data\.(\w+)\]/g)].map((match) => match[1])
  )
  expect(named.filter((name) => !alone.has(name))).toEqual([])
})
