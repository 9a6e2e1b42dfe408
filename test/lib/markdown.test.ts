import { expect, test } from '@jest/globals'
import {
  codeSpan,
  cutMarkdown,
  cutRunes,
  details,
  escapeHtml,
  escapeInline,
  fence,
  inBytes,
  inCharacters,
  neutralise,
  tableRow
} from '../../lib/markdown.ts'

test('a fence is longer than any run of backticks inside', () => {
  expect(fence('a\n````\nb', 'diff')).toBe('`````diff\na\n````\nb\n`````')
  expect(fence('```').split('\n')[0]).toBe('````')
})

test('a code span shows backticks and keeps to one line', () => {
  expect(codeSpan('a`b')).toBe('``a`b``')
  expect(codeSpan('`')).toBe('`` ` ``')
  expect(codeSpan('a\nb')).toBe('`a b`')
})

test('mentions and comments end, direction marks are shown; addresses stay', () => {
  expect(neutralise('@octocat <!-- x --> a@b.c \u202Egnp')).toBe(
    '@\u200Boctocat <\u200B!-- x --> a@b.c ⟨U+202E⟩gnp'
  )
})

test('inline text is no Markdown, no HTML and no reference', () => {
  expect(escapeInline('*a* <b> #12 [x](y) | z\nq')).toBe(
    '\\*a\\* &lt;b&gt; \\#\u200B12 \\[x\\]\\(y\\) \\| z q'
  )
  expect(escapeHtml('<b>&')).toBe('&lt;b&gt;&amp;')
})

test('a pipe stays in its cell', () => {
  expect(tableRow(['a|b', 'c\\|d'])).toBe('| a\\|b | c\\|d |')
})

test('a cut never splits a character', () => {
  expect(cutRunes('a😀b', 2)).toBe('a')
  expect(cutRunes('a😀b', 3)).toBe('a😀')
  expect(cutRunes('ab', 5)).toBe('ab')
})

/** A small generator, the same on every run. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return state % below
  }
}

function makeMarkdown(seed: number): string {
  const next = random(seed)
  const words = ['plain', '😀 rune', 'ünïcödé', '- item', '| cell |', '', 'x'.repeat(90)]
  const block = (depth: number): string => {
    const lines = Array.from({ length: next(6) + 1 }, () => words[next(words.length)] ?? '').join('\n')
    switch (next(3)) {
      case 0:
        return lines
      case 1:
        return fence(`${lines}\n\`\`\`\n</details>`, 'diff')
      default:
        return depth > 2 ? lines : details('<code>a</code>', block(depth + 1), next(2) === 0)
    }
  }
  return Array.from({ length: next(8) + 1 }, () => block(0)).join('\n\n')
}

/** Reads Markdown as GitHub does: what is still open at its end. */
function openAtEnd(text: string): string {
  let ticks = ''
  let folds = 0
  for (const line of text.split('\n')) {
    const [, found = '', language = ''] = /^(`{3,})([^`]*)$/.exec(line) ?? []
    if (ticks !== '') ticks = found.length >= ticks.length && language === '' ? '' : ticks
    else if (found !== '') ticks = found
    else folds += count(line, /<details/g) - count(line, /<\/details>/g)
  }
  return `${ticks}${'<'.repeat(folds)}`
}

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length

test('the budget cuts any text to its limit with every fence and fold closed and no character split', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const text = makeMarkdown(seed)
    expect(openAtEnd(text)).toBe('')
    for (const measure of [inCharacters, inBytes]) {
      for (const limit of [0, 1, 17, 60, 200, measure(text) - 1, measure(text)]) {
        const cut = cutMarkdown(text, limit, measure)
        expect(measure(cut)).toBeLessThanOrEqual(Math.max(0, limit))
        expect(openAtEnd(cut)).toBe('')
        expect(cut.isWellFormed()).toBe(true)
      }
    }
  }
})
