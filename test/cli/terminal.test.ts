import { expect, test } from '@jest/globals'
import { openTerminal } from '../../cli/terminal.ts'
import { parseCommand, parseOutputFile } from '../../cli/workflow-command.ts'

function hear(...lines: readonly string[]): readonly string[] {
  const shown: string[] = []
  const terminal = openTerminal({
    out: (line) => shown.push(line),
    err: (line) => shown.push(`! ${line}`),
    colours: false
  })
  for (const line of lines) terminal.hear(line)
  return shown
}

test('groups are headings with their lines below them', () => {
  expect(hear('::group::Plan', 'one', '::endgroup::', 'two')).toEqual(['Plan', '  one', 'two'])
})

test('errors and warnings go to standard error with their place, notes to standard output', () => {
  expect(
    hear(
      '::error file=main.tf,line=3::It is wrong%0Aand more',
      '::warning::Look out',
      '::notice title=x::Good to know'
    )
  ).toEqual([
    '! Error: It is wrong',
    '! and more (main.tf line 3)',
    '! Warning: Look out',
    'Note: Good to know'
  ])
})

test('a masked value is shown nowhere from then on, also where it is part of a longer one', () => {
  expect(
    hear('::add-mask::geheim', '::add-mask::geheimer', 'so geheimer als geheim', '::error::geheim')
  ).toEqual(['so *** als ***', '! Error: ***'])
})

test('between stop-commands and its token every line is text', () => {
  expect(
    hear('::stop-commands::a1-b2', '::error::not one', '::other::', '::a1-b2::', '::error::one')
  ).toEqual(['::error::not one', '::other::', '! Error: one'])
})

test('what is meant for the runner alone is not shown', () => {
  expect(hear('::debug::x', '::set-output name=a::b', '::save-state name=a::b', '::echo::on')).toEqual([])
})

test('a line that only looks like a command is text', () => {
  expect(hear('a::error::b', ' ::error::b', '::error', ':: error::x')).toHaveLength(4)
})

test('colours are there when they are wanted', () => {
  const shown: string[] = []
  const say = (line: string): void => void shown.push(line)
  openTerminal({ out: say, err: say, colours: true }).hear('::error::x')
  expect(shown).toEqual(['\u001B[31mError:\u001B[0m x'])
})

test('properties and data are unescaped', () => {
  expect(parseCommand('::error file=a%2Cb.tf,title=c%3Ad::50%25 of%0Ait')).toEqual({
    name: 'error',
    properties: { file: 'a,b.tf', title: 'c:d' },
    data: '50% of\nit'
  })
})

test('outputs are read as the toolkit writes them', () => {
  const text = 'a<<ghadelimiter_1\none\ntwo\nghadelimiter_1\nb=c=d\nempty<<x\n\nx\ncut<<y\nnever ended'
  expect(parseOutputFile(text)).toEqual({ a: 'one\ntwo', b: 'c=d', empty: '' })
})
