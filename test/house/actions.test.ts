import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { folders, has, importsOf, read, root, tracked } from './repository.ts'

type Manifest = Readonly<{
  runs: Readonly<{ using: string; main: string }>
  inputs?: Readonly<Record<string, Readonly<{ description?: string; required?: boolean }>>>
  outputs?: Readonly<Record<string, Readonly<{ description?: string }>>>
}>

const LARGEST_FIRST_FILE = 0.7 * 1024 * 1024
const names = folders('actions')
const manifest = (name: string): Manifest => parse(read(`actions/${name}/action.yml`)) as Manifest

/** Text of every source of an action. */
const sourcesOf = (name: string): string =>
  tracked
    .filter((file) => file.startsWith(`actions/${name}/src/`) && has(file))
    .map((file) => read(file))
    .join('\n')

test.each(names)('%s has a contract, a page, sources, a bundle and tests', (name) => {
  for (const file of ['action.yml', 'README.md', 'src/index.ts', 'src/inputs.ts', 'src/summary.ts']) {
    expect({ file, exists: has(`actions/${name}/${file}`) }).toEqual({ file, exists: true })
  }
  expect(has(`dist/${name}/index.js`)).toBe(true)
  expect(
    tracked.filter((file) => file.startsWith(`test/actions/${name}/`) && file.endsWith('.test.ts'))
  ).not.toEqual([])
  expect(manifest(name).runs).toEqual({ using: 'node24', main: `../../dist/${name}/index.js` })
})

test.each(names)('%s describes every input and output', (name) => {
  const { inputs = {}, outputs = {} } = manifest(name)
  for (const [field, { description }] of Object.entries({ ...inputs, ...outputs })) {
    expect({ field, description }).toEqual({ field, description: expect.stringMatching(/\S.{10,}/s) })
  }
})

test.each(names)('%s reads the inputs that its action.yml declares, and no other', (name) => {
  // An input that several actions share is read by a function of lib, which inputs.ts calls.
  const file = `actions/${name}/src/inputs.ts`
  const shared = importsOf(file).filter((path) => path.startsWith('lib/') && path !== 'lib/input.ts')
  const text = [file, ...shared].map((path) => read(path)).join('\n')
  const reads = [...text.matchAll(/\(\s*read,\s*'([a-z0-9-]+)'|\bread\('([a-z0-9-]+)'\)/g)].map(
    ([, a, b]) => a ?? b
  )
  expect([...new Set(reads)].toSorted()).toEqual(Object.keys(manifest(name).inputs ?? {}).toSorted())
})

test.each(names)('%s names every output that its action.yml declares in its sources', (name) => {
  const text = sourcesOf(name)
  for (const output of Object.keys(manifest(name).outputs ?? {})) {
    const isNamed = text.includes(`'${output}'`) || new RegExp(String.raw`\b${output}\b\s*[:,}]`).test(text)
    expect({ output, isNamed }).toEqual({ output, isNamed: true })
  }
})

test.each(names)('%s starts from a small first file', (name) => {
  expect(statSync(join(root, `dist/${name}/index.js`)).size).toBeLessThan(LARGEST_FIRST_FILE)
})

test('dist holds the bundles of today’s actions and of the command line, and no other', () => {
  expect(folders('dist')).toEqual([...names, 'cli'].toSorted())
})

test('the command line names the licences of what it bundles', () => {
  expect(read('dist/cli/licenses.txt')).toMatch(/^commander \d/m)
})

/** What an action bundles beyond what all of them do; chunks count. */
const BUNDLED: Readonly<Record<string, readonly string[]>> = {
  'apply-gated': ['fflate', '@octokit/core'],
  'deploy-frontend': ['@aws-sdk/client-cloudfront', 'fast-xml-parser', 'htmlparser2', 'mime', 'minimatch'],
  'decommission-check': ['@aws-sdk/client-ssm', '@aws-sdk/client-sts', 'ajv', 'aws4fetch', 'fast-xml-parser'],
  doctor: ['@aws-sdk/client-iam', '@octokit/core'],
  migrate: ['@aws-sdk/client-cloudwatch-logs', '@aws-sdk/client-ecs'],
  'seed-secrets': ['@aws-sdk/client-secrets-manager', 'ajv', 'yaml'],
  'plan-comment': ['fflate', '@octokit/core'],
  'report-drift': ['@octokit/core', 'ajv'],
  'report-orphans': ['@aws-sdk/client-ssm', '@aws-sdk/client-sts', '@octokit/core', 'ajv', 'aws4fetch'],
  'restore-database': ['@aws-sdk/client-sts', '@octokit/core', 'aws4fetch', 'fast-xml-parser'],
  rollout: ['@aws-sdk/client-ecs', '@aws-sdk/client-ssm', 'aws4fetch'],
  'select-stacks': ['ajv', 'minimatch'],
  smoke: ['ajv', 'fast-xml-parser', 'htmlparser2'],
  tenant: ['@aws-sdk/client-ssm', '@octokit/core', 'ajv']
}

test.each(names)('%s names the licences of all that is bundled, its first file and its chunks', (name) => {
  const licences = read(`dist/${name}/licenses.txt`)
  for (const packaged of ['@actions/core', ...(BUNDLED[name] ?? [])]) {
    expect(licences).toMatch(new RegExp(`^${packaged} \\d`, 'm'))
  }
})
