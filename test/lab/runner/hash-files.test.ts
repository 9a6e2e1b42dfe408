import { createHash } from 'node:crypto'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { hashFiles } from '../../../lab/runner/expression/hash-files.ts'
import { writeTree } from '../../fakes/runner-platform.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hash-files-'))
  const names = [
    'a/x.lock',
    'a-b/x.lock',
    'a/y.rb',
    'lib/foo/z.rb',
    'lib/q.rb',
    '.hidden/x.lock',
    'root.lock'
  ]
  await writeTree(folder, Object.fromEntries(names.map((name) => [name, `${name}\n`])))
  await symlink(join(folder, 'root.lock'), join(folder, 'linked.lock'))
  await symlink(join(folder, 'lib'), join(folder, 'linked-lib'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What the runner's script makes of files with these contents, in this order. */
function expected(...names: readonly string[]): string {
  if (names.length === 0) return ''
  const digests = names.map((name) => createHash('sha256').update(`${name}\n`).digest())
  return createHash('sha256').update(Buffer.concat(digests)).digest('hex')
}

test.each<[string, readonly string[], readonly string[]]>([
  [
    'every depth, hidden folders too, folder by folder',
    ['**/*.lock'],
    ['.hidden/x.lock', 'a/x.lock', 'a-b/x.lock', 'root.lock', 'root.lock']
  ],
  ['one star stays in its folder', ['*.lock'], ['root.lock', 'root.lock']],
  ['a folder means all in it', ['lib'], ['lib/foo/z.rb', 'lib/q.rb']],
  ['an exclamation mark takes away', ['lib/**', '!lib/foo'], ['lib/q.rb']],
  ['the last pattern decides', ['lib/**', '!lib/**', 'lib/q.rb'], ['lib/q.rb']],
  [
    'several patterns, in the order in which they are written',
    ['lib/*.rb', 'a/*'],
    ['lib/q.rb', 'a/x.lock', 'a/y.rb']
  ],
  [
    'lines of one argument are patterns, # a comment',
    ['a/y.rb\n# note\n./root.lock'],
    ['a/y.rb', 'root.lock']
  ],
  ['nothing that matches is the empty text', ['**/*.none'], []],
  ['a leading slash is the machine’s root, where nothing is', ['/lib/*.rb'], []],
  ['braces mean themselves', ['{a,lib}/*'], []]
])('hashFiles: %s [runner: expressionFunc/hashFiles]', (_, patterns, names) => {
  expect(hashFiles(folder, patterns)).toBe(expected(...names))
})

test('hashFiles takes paths that begin with the workspace [docs: expressions#hashfiles]', () => {
  expect(hashFiles(folder, [`${folder}/lib/*.rb`])).toBe(expected('lib/q.rb'))
})
