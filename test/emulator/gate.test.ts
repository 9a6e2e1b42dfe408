import { expect, test } from '@jest/globals'
import { runCases, sayOutcome } from './start.ts'

const [signatures, access, limits, themes, dedicated, edges] = await runCases(
  'signatures',
  'access',
  'limits',
  'themes',
  'dedicated',
  'edges'
)

test.each(signatures ?? [])('on the wire: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(access ?? [])('an identity policy: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(limits ?? [])('what bounds one: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(themes ?? [])('a theme of the gate: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(dedicated ?? [])('what the platform holds: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(edges ?? [])('names, certificates, keys: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})
