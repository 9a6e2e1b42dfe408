import { expect, test } from '@jest/globals'
import { runCases, sayOutcome } from './start.ts'

const [access, limits, themes] = await runCases('access', 'limits', 'themes')

test.each(access ?? [])('an identity policy: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(limits ?? [])('what bounds one: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(themes ?? [])('a theme of the gate: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})
