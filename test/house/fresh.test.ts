import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from '../workflows/scanners.ts'
import { read, root } from './repository.ts'

const script = (name: string, ...args: string[]) =>
  run(process.execPath, [join(root, 'scripts', name), ...args])

test('the tables of the pages are what action.yml and the workflows say', async () => {
  expect(await script('docs.ts', '--check')).toMatchObject({ code: 0, text: '' })
})

test('lint, format and types are clean', async () => {
  const { code, text } = await script('lint.ts')
  expect({ code, text: code === 0 ? '' : text }).toEqual({ code: 0, text: '' })
}, 180_000)

test('the pages name every command of package.json that they tell to type', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const typed = ['README.md', 'CONTRIBUTING.md', 'docs/lab.md'].flatMap((file) => [
    ...read(file).matchAll(/npm run ([a-z:]+)/g)
  ])
  expect(typed.length).toBeGreaterThan(2)
  for (const [, name] of typed) expect(Object.keys(scripts)).toContain(name)
})
