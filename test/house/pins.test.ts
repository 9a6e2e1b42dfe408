import { expect, test } from '@jest/globals'
import { importsOf, read, sources, tracked } from './repository.ts'

test('the provider that is fetched is the one that the stacks’ lock files name', () => {
  const version = /VERSION = '([\d.]+)'/.exec(read('scripts/prepare/mirrors.mjs'))?.[1]
  const locks = tracked.filter((file) => file.endsWith('.terraform.lock.hcl'))
  expect(locks).not.toEqual([])
  for (const file of locks) {
    const locked = /provider "registry\.terraform\.io\/hashicorp\/aws" \{\s+version\s+= "([\d.]+)"/.exec(
      read(file)
    )?.[1]
    expect({ file, locked }).toEqual({ file, locked: version })
  }
})

test('npm packages are exact, and the Python locks hold hashes and no index', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >
  for (const [name, version] of Object.entries({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies
  })) {
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/)
  }
  for (const folder of ['lab/aws', 'scripts/prepare', 'scripts/scanners']) {
    const lines = read(`${folder}/requirements.txt`).split('\n')
    expect(lines.filter((line) => /^\s*-(?:-(?!hash)|[a-z])/.test(line))).toEqual([])
    expect(lines.filter((line) => /^[a-z]/i.test(line) && !/==[^ ]+.*\\$/.test(line))).toEqual([])
  }
})

test('the lock file names no host: packages come from the registry that a machine is set to', () => {
  const hosts = new Set(
    [...read('package-lock.json').matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host)
  )
  expect([...hosts]).toEqual([])
})

test('every package that is imported is declared, and every package that is declared is used', () => {
  const { dependencies, devDependencies, scripts } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >
  const declared = { ...dependencies, ...devDependencies }
  const imported = new Set(
    sources
      .flatMap((file) => importsOf(file))
      .filter(
        (name) =>
          /^(?:@[a-z]|[a-z]+[a-z0-9-]*(?:$|\/))/.test(name) &&
          !/^(?:node:|(?:actions|cli|lib|lab|test|scripts)\/)/.test(name)
      )
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/')
      )
  )
  expect([...imported].filter((name) => declared[name] === undefined)).toEqual([])
  const elsewhere = `${read('jest.config.mjs')} ${sources
    .filter((file) => file.startsWith('scripts/'))
    .map(read)
    .join(' ')} ${JSON.stringify(scripts)}`
  const tools = new Set(['@types/node', 'oxlint-tsgolint', '@swc/core'])
  const unused = Object.keys(declared).filter(
    (name) => !imported.has(name) && !tools.has(name) && !elsewhere.includes(name)
  )
  expect(unused).toEqual([])
})
