import { expect, test } from '@jest/globals'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { complaint, createSandbox, roots, terraformFolder } from './sandbox.ts'

const found: string[] = []
for await (const file of glob('**/*.tf', { cwd: terraformFolder })) found.push(file)
const files = found.filter((file) => !file.includes('.terraform/')).toSorted()
const sources = await Promise.all(
  files.map(async (file) => ({
    file,
    text: withoutComments(await readFile(join(terraformFolder, file), 'utf8'))
  }))
)

function withoutComments(text: string): string {
  return text.replace(/^\s*#.*$/gm, '')
}

function filesWith(pattern: RegExp, within = /./): string[] {
  return sources.filter(({ file, text }) => within.test(file) && pattern.test(text)).map(({ file }) => file)
}

const inModule = /^modules\/[^/]+\/[^/]+\.tf$/

test('modules hold no provider and no backend and never reach into a sibling', () => {
  expect(filesWith(/^\s*(provider|backend|module) "/m, inModule)).toEqual([])
})

test('modules ask AWS nothing: data sources belong to stacks, which may have to wait for something first', () => {
  expect(filesWith(/^\s*data "/m, inModule)).toEqual([])
})

test('all of terraform/ is formatted as Terraform formats it', async () => {
  await using sandbox = await createSandbox()
  const result = await sandbox.run('.', ['fmt', '-check', '-diff', '-recursive', '-no-color'])
  expect(complaint(result)).toBe('')
})

test('the one provider is hashicorp/aws', () => {
  const sourcesNamed = sources.flatMap(({ text }) => [...text.matchAll(/\bsource\s*=\s*"([^".][^"]*)"/g)])
  expect(new Set(sourcesNamed.map((match) => match[1]))).toEqual(new Set(['hashicorp/aws']))
})

test('nothing is ephemeral, as the mocked provider of `terraform test` cannot stand in for that', () => {
  expect(filesWith(/^\s*ephemeral "/m)).toEqual([])
})

test('no path of the machine that planned gets into a plan', () => {
  expect(filesWith(/\babspath\(|path\.cwd|\bpathexpand\(/)).toEqual([])
})

test('no value of a secret passes through Terraform', () => {
  expect(filesWith(/"aws_secretsmanager_secret_version"|secret_string|sensitive\s*=\s*true/)).toEqual([])
})

test('security groups have no inline rules', () => {
  const groups = sources.flatMap(({ text }) => [
    ...text.matchAll(/resource "aws_security_group" "\w+" \{[^]*?^\}/gm)
  ])
  expect(groups.length).toBeGreaterThan(0)
  expect(groups.filter((match) => /^\s*(ingress|egress)\b/m.test(match[0]))).toEqual([])
})

test.each(roots)('%s describes every variable and output and says their types', (directory) => {
  const blocks = sources
    .filter(({ file }) => file.startsWith(`${directory}/`) && !file.includes('/examples/'))
    .flatMap(({ text }) => [...text.matchAll(/^(variable|output) "(\w+)" \{\n([^]*?)^\}/gm)])
  expect(blocks.length).toBeGreaterThan(5)

  const bare = blocks.filter(
    ([, kind, , body = '']) =>
      !/^  description = "[^"]{10,}/m.test(body) || (kind === 'variable' && !/^  type +=/m.test(body))
  )
  expect(bare.map(([, kind, name]) => `${kind} ${name}`)).toEqual([])
})

test.each(roots)(
  'the README of %s has every input and output, described as in the code',
  async (directory) => {
    const readme = await readFile(join(terraformFolder, directory, 'README.md'), 'utf8')
    const wanted = sources
      .filter(({ file }) => file.startsWith(`${directory}/`) && !file.includes('/examples/'))
      .flatMap(({ text }) => [...text.matchAll(/^(?:variable|output) "(\w+)" \{\n  description = "(.*)"$/gm)])

    const rows = readme.split('\n').filter((line) => line.startsWith('| `'))
    const missing = wanted.filter(
      ([, name, description = '']) =>
        !rows.some(
          (row) => row.startsWith(`| \`${name}\` |`) && row.includes(description.replaceAll('<', '\\<'))
        )
    )
    expect(missing.map(([, name]) => name)).toEqual([])
  }
)
