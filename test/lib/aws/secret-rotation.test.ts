import { expect, test } from '@jest/globals'
import { rotationOf } from '../../../lib/aws/secret-rotation.ts'

const NEXT = '2026-11-21T23:59:59Z'
const described = (more: object) =>
  rotationOf({ $metadata: {}, RotationEnabled: true, NextRotationDate: new Date(NEXT), ...more })
const opening = (rules: object): string =>
  new Date(described({ RotationRules: rules })?.opensAt ?? 0).toISOString()

test('AWS rotates at any time within a window that ends on the next date', () => {
  expect(opening({ AutomaticallyAfterDays: 30 })).toBe('2026-11-20T23:59:59.000Z')
  expect(opening({ ScheduleExpression: 'rate(10 days)' })).toBe('2026-11-20T23:59:59.000Z')
  expect(opening({ ScheduleExpression: 'cron(0 8 1 * ? *)', Duration: '3h' })).toBe(
    '2026-11-21T20:59:59.000Z'
  )
  expect(opening({ ScheduleExpression: 'rate(4 hours)' })).toBe('2026-11-21T22:59:59.000Z')
})

test('a secret whose rotation is off, or has no date, has none', () => {
  expect(described({ RotationEnabled: false })).toBeUndefined()
  expect(described({ NextRotationDate: undefined })).toBeUndefined()
})

test('the last rotation is told where there was one', () => {
  expect(described({})).not.toHaveProperty('lastAt')
  expect(described({ LastRotatedDate: new Date(5000) })).toMatchObject({
    lastAt: 5000,
    endsAt: Date.parse(NEXT)
  })
})
