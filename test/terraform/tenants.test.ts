import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readRegistryFiles } from '../../lib/tenants/registry-files.ts'
import { parseRegistry } from '../../lib/tenants/registry.ts'
import { TENANT_SCHEMA } from '../../lib/tenants/schema.ts'
import { stack, terraformFolder } from './sandbox.ts'

/** Names that a block of a kind gives in a text of Terraform: variables, or the attributes of an object. */
const namesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name).toSorted()

test('the registry has tenants, and everything in it is in order', async () => {
  const { entries, problems } = parseRegistry(await readRegistryFiles(join(terraformFolder, 'tenants')))
  expect(entries.length).toBeGreaterThan(0)
  expect(problems).toEqual([])
})

test('a tenant’s file may set every variable of the stack, every override, and nothing else', async () => {
  const folder = join(terraformFolder, stack)
  const files = (await readdir(folder)).filter((name) => name.startsWith('variables'))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  const variables = texts.join('\n')
  expect(Object.keys(TENANT_SCHEMA.properties).toSorted()).toEqual(namesIn(variables, /^variable "(\w+)"/gm))
  const overrides = /variable "overrides" \{[^]*?\n\}/.exec(variables)?.[0] ?? ''
  expect(Object.keys(TENANT_SCHEMA.properties.overrides.properties).toSorted()).toEqual(
    namesIn(overrides, /^ {4}(\w+) += optional/gm)
  )
})
