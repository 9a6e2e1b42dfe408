import { execFileSync } from 'node:child_process'
import { homedir, hostname } from 'node:os'
import { dirname } from 'node:path'
import { expect, test } from '@jest/globals'
import { has, read, root, sources, tracked } from './repository.ts'

const LARGEST = 250
/** Where this checkout and its owner live, on whatever machine the tests run. */
const HERE = [...new Set([homedir(), root, dirname(root), ['', 'root'].join('/')])]
/** Parents too common to say anything. */
const COMMON = new Set(['/', '/src', '/app', '/tmp', '/home', '/opt', '/usr', '/workspace'])
const BINARY = /\.(?:png|ico|gz|zip|sig|gpg|tfplan|wasm|sealed)$/

test('files are named by a noun or a verb, in kebab-case', () => {
  const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|shared)(?:[./]|$)/
  expect(tracked.filter((file) => vague.test(file) && !file.startsWith('dist/'))).toEqual([])
  expect(
    sources.filter((file) => !/^(?:[\w.-]+\/)*[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:test\.)?(?:ts|mjs)$/.test(file))
  ).toEqual([])
})

test('no source is longer than 250 lines', () => {
  const long = sources
    .map((file) => [file, read(file).trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > LARGEST)
  expect(long).toEqual([])
})

test('scripts are at most 100 lines each', () => {
  const long = sources.filter(
    (file) => file.startsWith('scripts/') && read(file).trimEnd().split('\n').length > 100
  )
  expect(long).toEqual([])
})

test('no tracked file holds a path or a host of the machine it was written on', () => {
  const everywhere = HERE.filter((path) => !COMMON.has(path)).map((path) => `${path}/`)
  const registries = configuredHosts()
  const found = tracked.flatMap((file) => {
    if (BINARY.test(file) || !has(file)) return []
    const text = read(file)
    const paths = everywhere.filter((path) => text.includes(path) && !isWord(text, path))
    // Packages in a bundle bring examples of their own.
    const homes = file.startsWith('dist/')
      ? []
      : (/\/(?:home|Users)\/(?!runner\/)[a-z][\w.-]*\//.exec(text)?.[0] ?? [])
    const hosts = registries.filter((host) => text.includes(host))
    return [paths, homes, hosts].flat().map((what) => `${file}: ${what}`)
  })
  expect(found).toEqual([])
})

/** `/x/` inside a longer path such as https://a/x/ is somebody else’s. */
function isWord(text: string, path: string): boolean {
  const places = text.split(path).slice(0, -1)
  return places.every((before) => /[\w.$})-]$/.test(before))
}

/** The package registry that this machine is set to, and its own name. */
function configuredHosts(): string[] {
  const registry = execFileSync('npm', ['config', 'get', 'registry'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const hosts = [new URL(registry.trim()).hostname, hostname()]
  return hosts.filter((host) => host !== 'localhost' && host.length > 7)
}
