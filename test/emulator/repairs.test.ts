import { expect, test } from '@jest/globals'
import { runCases, sayOutcome } from './start.ts'

const [lives, repairs, documents] = await runCases('secret_lives', 'repairs', 'documents')

test.each(lives?.cases ?? [])('Secrets Manager: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(repairs?.cases ?? [])('a mended answer: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(documents?.cases ?? [])('what is refused when it is written: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})
