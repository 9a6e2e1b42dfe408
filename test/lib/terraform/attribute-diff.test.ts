import { expect, test } from '@jest/globals'
import { diffAttributes } from '../../../lib/terraform/attribute-diff.ts'
import type { Change } from '../../../lib/terraform/plan-model.ts'

const diff = (change: Partial<Change>): readonly string[] =>
  diffAttributes({ actions: ['update'], ...change })

test('the old value of a secret name stays hidden when the new one is not known yet', () => {
  const lines = diff({ before: { db_password: 'marker' }, after: {}, after_unknown: { db_password: true } })
  expect(lines).toEqual(['- db_password = (hidden)', '+ db_password = (known after apply)'])
})

test('a marked part stays hidden when the whole changes its type', () => {
  const before = { input: { a: 'marker', b: 1 } }
  const lines = diff({ before, before_sensitive: { input: { a: true } }, after: { input: 'text' } })
  expect(lines).toEqual(['- input = {"a":"(sensitive value)","b":1}', '+ input = "text"'])
})

test('items that are not known yet are told by their place', () => {
  const lines = diff({ before: { l: ['a'] }, after: { l: ['a'] }, after_unknown: { l: [false, true] } })
  expect(lines).toEqual(['+ (known after apply): l[1]'])
})

test('an object of thousands of attributes is counted beyond the first lines', () => {
  const after = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`a${at}`, at]))
  const lines = diff({ before: {}, after })
  expect(lines).toHaveLength(301)
  expect(lines.at(-1)).toBe('… and 700 more lines')
})

test('a text whose only change is hidden says so', () => {
  const script = (secret: string): string => `line\nexport TOKEN=${secret}\nend`
  expect(diff({ before: { s: script('marker1') }, after: { s: script('marker2') } }).join('\n')).toMatch(
    /only hidden parts/
  )
  expect(diff({ before: { s: script('marker1') }, after: { s: script('marker2') } }).join('\n')).not.toMatch(
    /marker/
  )
})
