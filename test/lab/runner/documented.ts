/** What the tests of the runner and of GitHub check, and which GitHub document or runner source each of them follows. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One checked behaviour; `source` is `docs: page#section` or `runner: File.cs`. */
export type Documented = Readonly<{
  behaviour: string
  source: string
  /** done, refused, or what is different. */
  state: string
  file: string
}>

const TITLE = /(['"`])((?:(?!\1).)+) \[((?:docs|runner): [^\];]+)(?:; ([^\]]+))?\]\1/g
const TESTS = /\btest(?:\.each[\s\S]*?\])?\)?\(\s*(['"`])((?:(?!\1).)+)\1/g

const ROOT = join(import.meta.dirname, '..')
const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.test.ts'))
    .toSorted()
    .map((name) => `${folder}/${name}`)
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** Every title and every row of a table of cases that names its source. */
export const documented = (): readonly Documented[] =>
  [...filesIn('runner'), ...filesIn('github')].flatMap((file) =>
    [...read(file).matchAll(TITLE)].map(([, , title = '', source = '', state = 'done']) => ({
      behaviour: sentence(title),
      source,
      state,
      file
    }))
  )

/** Titles of the runner's tests that name no source at all, neither GitHub's nor the lab's own; tables name one in each row instead. */
export const unnamed = (): readonly string[] =>
  filesIn('runner').flatMap((file) =>
    [...read(file).matchAll(TESTS)]
      .map(([, , title = '']) => title)
      .filter((title) => !/ \[(?:docs|runner|lab)\b[^\]]*\]$/.test(title) && !title.startsWith('%s'))
      .map((title) => `${file}: ${title}`)
  )

/** What the cases of a table put into a title is left out. */
function sentence(title: string): string {
  const plain = title.replace(/(?: is|,|:)? %[sj].*$/, '').replaceAll('`', "'")
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`
}
