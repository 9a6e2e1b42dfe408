import { expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { roots, stack, terraformFolder } from './sandbox.ts'

const readLock = (directory: string): Promise<string> =>
  readFile(join(terraformFolder, directory, '.terraform.lock.hcl'), 'utf8')

const hashes = (lock: string): string[] =>
  [...lock.matchAll(/"((?:h1|zh):[^"]+)"/g)].map((match) => match[1] ?? '')

test('the lock file knows the one provider, at the version that everything was tested with', async () => {
  const lock = await readLock(stack)

  expect(lock.match(/^provider /gm)).toHaveLength(1)
  expect(lock).toContain('provider "registry.terraform.io/hashicorp/aws"')
  expect(lock).toMatch(/version\s+= "5\.100\.0"/)
  expect(lock).toMatch(/constraints = ">= 5\.100\.0, < 7\.0\.0"/)
})

test('the lock file admits every platform: fourteen signed archives, the manifest, and local trees', async () => {
  const all = hashes(await readLock(stack))

  const archives = all.filter((hash) => /^zh:[0-9a-f]{64}$/.test(hash))
  expect(archives).toHaveLength(15)
  expect(new Set(archives).size).toBe(15)
  expect(all.filter((hash) => /^h1:[A-Za-z0-9+/]{43}=$/.test(hash))).toContain(
    'h1:edXOJWE4ORX8Fm+dpVpICzMZJat4AX0VRCAy/xkcOc0='
  )
  expect(all.toSorted()).toEqual(all)
})

test.each(roots)('%s is tested with exactly the provider of the caliber stack', async (directory) => {
  expect(await readLock(directory)).toBe(await readLock(stack))
})
