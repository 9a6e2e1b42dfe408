import { expect, test } from '@jest/globals'
import { plainMarkdown } from '../../cli/plain-markdown.ts'
import { codeSpan, escapeInline, fence, tableHead, tableRow } from '../../lib/markdown.ts'

const plain = (text: string): string => plainMarkdown(text, (_style, one) => one)

test('headings, folds, quotes and items lose their marks', () => {
  expect(
    plain(
      '## Plan of `net`\n\n<details><summary>All <code>3</code> changes</summary>\n\n- `a.b`: **gone**\n\n</details>'
    )
  ).toBe('Plan of net\n\n▸ All 3 changes\n\n- a.b: gone')
  expect(plain('> [!CAUTION]\n> It destroys.<br>Really.')).toBe('CAUTION\n  It destroys.\n  Really.')
})

test('tables are columns', () => {
  const table = [
    tableHead(['Change', 'Resource']),
    tableRow(['create', codeSpan('a|b')]),
    tableRow(['x', 'c'])
  ].join('\n')
  expect(plain(table)).toBe('Change  Resource\ncreate  a|b\nx       c')
})

test('what the library escapes reads as it was', () => {
  for (const text of ['a_b*c', 'x <y> & z', 'https://a.test/#1', 'www.a.test', '[link](x) @ada #12', '1 - 2'])
    expect(plain(escapeInline(text))).toBe(text)
})

test('links show where they lead', () => {
  expect(plain('[Pull request 3](https://a.test/3) and [https://a.test](https://a.test)')).toBe(
    'Pull request 3 (https://a.test/3) and https://a.test'
  )
})

test('a block of code is set in, whatever it holds, and a diff has colours', () => {
  const painted = plainMarkdown(
    fence('+ new `x`\n- old **y**\n  | kept', 'diff'),
    (style, text) => `${style}(${text})`
  )
  expect(painted).toBe('green(+ new `x`)\n    red(- old **y**)\n      | kept')
})

test('a fence that never ends takes the rest', () => {
  expect(plain('```\na\n# b')).toBe('a\n    # b')
})
