import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  cutMarkdown,
  codeSpan,
  details,
  escapeInline,
  escapeLines,
  fence,
  inBytes,
  inCharacters,
  neutralise,
  tableHead,
  tableRow,
  tameMarkdown
} from '../../../lib/markdown.ts'
import { logLine, logText, visible } from '../../../lib/plain-text.ts'
import type { Json } from '../../../lib/terraform/plan-model.ts'
import { hideText, maskSecrets } from '../../../lib/terraform/redaction.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import { anyValue } from './any-plan.ts'
import { holds } from './check.ts'
import { hostileText } from './hostile-text.ts'
import { activeParts, expectInert, expectPlain, openFolds } from './inert.ts'

const secretish = fc.oneof(
  hostileText,
  fc
    .tuple(
      fc.constantFrom(
        'postgres://a:',
        'password=',
        'token: ',
        'AKIA',
        '"secret": "',
        '?sig=',
        'eyJ',
        'Bearer '
      ),
      fc.string({ minLength: 4, maxLength: 40 }),
      fc.constantFrom('@h/x', '', '"', ' more', ',b')
    )
    .map((parts) => parts.join(''))
)

test('hiding what is hidden changes nothing', async () => {
  await holds(fc.tuple(anyValue, anyValue), ([value, marks]) => {
    const masked = maskSecrets(value as Json, marks as Json)
    expect(maskSecrets(masked, marks as Json)).toEqual(masked)
  })
  await holds(
    secretish,
    (text) => {
      const hidden = hideShapes(text)
      expect(hideShapes(hidden)).toBe(hidden)
      expect(hideText(hideText(text))).toBe(hideText(text))
    },
    80
  )
})

test('text on a line, in a cell, a span, a fence or a fold acts nowhere', async () => {
  await holds(
    hostileText,
    (text) => {
      expectInert(escapeInline(text))
      expectInert(`> ${escapeLines(text)}`)
      expectInert(`- ${codeSpan(text)}: ${codeSpan(text)} and ${codeSpan(text)}`)
      expectInert(fence(text, 'diff'))
      expectInert(details('x', fence(text)))
      expectInert(`${tableHead(['a', 'b'])}\n${tableRow([codeSpan(text), escapeInline(text)])}`)
    },
    80
  )
})

test('foreign Markdown is tamed once and for all, and closes what it opens', async () => {
  await holds(
    hostileText,
    (text) => {
      const tame = tameMarkdown(text)
      expect(tameMarkdown(tame)).toBe(tame)
      expectPlain(tame)
      expect(activeParts(tame)).toEqual([])
      expect(openFolds(`${tame}\n\nend`)).toBe(0)
      expect(neutralise(neutralise(text))).toBe(neutralise(text))
      expect(visible(visible(text))).toBe(visible(text))
    },
    80
  )
})

test('no line of a foreign text is a command to the runner', async () => {
  await holds(
    hostileText,
    (text) => {
      expect(logText(text)).not.toMatch(/^\s*::/m)
      expect(logText(text)).not.toContain('##[')
      expectPlain(logText(text).replaceAll('@', ''))
      expect(logLine(`It says ${text}`)).not.toMatch(/^\s*::/m)
      expect(logLine(`It says ${text}`)).not.toContain('##[')
    },
    80
  )
})

test('a cut text keeps to its room, in whole runes, with its fences and folds closed', async () => {
  const block = fc.array(
    fc.oneof(
      hostileText.map((text) => fence(text, 'diff')),
      hostileText.map((text) => details('x', fence(text))),
      hostileText.map((text) => `- ${codeSpan(text)}`)
    ),
    { maxLength: 8 }
  )
  await holds(
    fc.tuple(block, fc.nat(4000), fc.constantFrom(inBytes, inCharacters)),
    ([blocks, limit, measure]) => {
      const cut = cutMarkdown(blocks.join('\n\n'), limit, measure)
      expect(measure(cut)).toBeLessThanOrEqual(limit)
      expectInert(cut)
    },
    80
  )
})
