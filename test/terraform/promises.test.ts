/** A page on a system says which test shows each promise: whatever it names is there. */
import { expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const pages = await Array.fromAsync(glob('docs/systems/*.md', { cwd: root }))
const shown = [
  ...(await Array.fromAsync(glob('test/**/*.test.ts', { cwd: root }))),
  ...(await Array.fromAsync(glob('terraform/*/*/tests/*.tftest.hcl', { cwd: root })))
]

const namesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name)

/** Files that a page says by a word, as in "`plans`, `cycle` are files of [test/terraform/caliber]". */
function shortNames(text: string): readonly string[] {
  const [, words = '', folder = ''] = /((?:`[\w-]+`,?\s)+)are files of \[(test\/[\w/-]+)\]/.exec(text) ?? []
  return namesIn(words, /`([\w-]+)`/g).map((name) => `${folder}/${name}.test.ts`)
}

test.each(pages)('%s names tests, workflows and pages that exist', async (page) => {
  const text = await readFile(join(root, page), 'utf8')
  const tests = [
    ...namesIn(text, /`([\w./-]+\.test\.ts)`/g),
    ...namesIn(text, /`(tests\/[\w-]+)`/g).map((name) => `${name}.tftest.hcl`),
    ...shortNames(text)
  ]
  expect(tests.length).toBeGreaterThan(10)
  expect(shortNames(text).length).toBeGreaterThan(0)
  expect(tests.filter((name) => !shown.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([])

  const files = [
    ...namesIn(text, /`(test\/[\w/-]+)`/g),
    ...namesIn(text, /`([\w-]+\.yml)`/g).map((name) => `.github/workflows/${name}`),
    ...namesIn(text, /\]\((\.\.?\/[^)#]+)/g).map((link) => join('docs/systems', link))
  ]
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})
