import { expect, test } from '@jest/globals'
import { inBytes, inCharacters, type Measure } from '../../../lib/markdown.ts'
import {
  fitSections,
  noteLength,
  renderSection,
  SECTION_KINDS,
  type Section,
  type SectionKind
} from '../../../lib/terraform/sections.ts'

function section(kind: SectionKind, count: number, size = 100): Section {
  const blocks = Array.from({ length: count }, (_, at) => `${kind} ${at} ${'ü'.repeat(size)}`)
  return { kind, title: `#### ${kind}`, blocks, total: count }
}

const fit = (stacks: readonly (readonly Section[])[], limit: number, measure: Measure = inCharacters) =>
  fitSections(stacks, { limit, measure, note: noteLength('see there') })

const renderAll = (stacks: readonly (readonly Section[])[]): string =>
  stacks.flatMap((sections) => sections.map((one) => renderSection(one, 'see there'))).join('\n\n')

test('everything stays where there is room', () => {
  const stacks = [[section('create', 3), section('delete', 2)]]
  expect(fit(stacks, 10_000)[0]?.map(({ kind }) => kind)).toEqual(['delete', 'create'])
})

test('what destroys outlives what creates, in every stack', () => {
  const stacks = [1, 2, 3].map(() => [
    section('create', 50),
    section('outputs', 5),
    section('replace', 3),
    section('delete', 3)
  ])
  const fitted = fit(stacks, 5000)
  for (const sections of fitted) {
    expect(
      sections
        .filter(({ kind }) => kind === 'replace' || kind === 'delete')
        .map(({ blocks }) => blocks.length)
    ).toEqual([3, 3])
  }
  expect(fitted.flat().some(({ kind }) => kind === 'outputs')).toBe(false)
})

test('never takes more than its budget, whatever the budget', () => {
  const stacks = [1, 2].map(() => SECTION_KINDS.map((kind) => section(kind, 7, 83)))
  for (let budget = 0; budget < 40_000; budget += 487) {
    for (const measure of [inCharacters, inBytes]) {
      const text = renderAll(fit(stacks, budget, measure))
      expect(measure(text)).toBeLessThanOrEqual(budget)
    }
  }
})

test('says how many are left out', () => {
  const [sections = []] = fit([[section('create', 50)]], 2000)
  expect(renderSection(sections[0] as Section, 'see there')).toMatch(
    /_\d+ of 50 left out here; see there\._$/
  )
})

test('keeps list items together and tables whole', () => {
  expect(renderSection({ kind: 'move', title: 'T', blocks: ['- a', '- b', 'c'], total: 3 }, '')).toBe(
    'T\n\n- a\n- b\n\nc'
  )
  expect(renderSection({ kind: 'table', title: '|h|\n|-|', blocks: ['|a|', '|b|'], total: 2 }, '')).toBe(
    '|h|\n|-|\n|a|\n|b|'
  )
})
