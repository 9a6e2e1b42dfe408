import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { documented, unnamed } from './documented.ts'

const PAGE = join(import.meta.dirname, '../../../docs/lab.md')
const MARKED = /(?<=<!-- BEGIN runner -->)[\s\S]*(?=<!-- END runner -->)/

function table(): string {
  const rows = documented().map(({ behaviour, source, state, file }) => [
    behaviour.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;'),
    linked(source),
    state,
    file.replace('runner/', '').replace('.test.ts', '')
  ])
  const unique = [...new Set(rows.map((cells) => `| ${cells.join(' | ')} |`))]
  return ['| behaviour | follows | state | check |', '| --- | --- | --- | --- |', ...unique].join('\n')
}

const linked = (source: string): string => source.replace(/^docs: (?!github\.com)/, '')

/** `UPDATE_TABLE=1 npm test -- test/lab/runner/documented` writes the table. */
test('the table of docs/lab.md has one row for each check that names its source, and none without a check [lab]', () => {
  const page = readFileSync(PAGE, 'utf8')
  expect(page).toMatch(MARKED)
  if (process.env['UPDATE_TABLE'] === '1')
    writeFileSync(
      PAGE,
      page.replace(MARKED, () => `\n\n${table()}\n\n`)
    )
  expect(MARKED.exec(readFileSync(PAGE, 'utf8'))?.[0].trim()).toBe(table())
})

test('every check names the document or the source that it follows, or says that it is the lab’s own [lab]', () => {
  expect(unnamed()).toEqual([])
  expect(documented().length).toBeGreaterThan(150)
})

test('each state is done, refused, or says what is different [lab]', () => {
  const odd = documented().filter(({ state }) => !/^(?:done|refused|different: .+)$/.test(state))
  expect(odd).toEqual([])
})
