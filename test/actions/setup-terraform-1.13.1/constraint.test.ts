import { expect, test } from '@jest/globals'
import { compareVersions, satisfies } from '../../../actions/setup-terraform-1.13.1/src/constraint.ts'

test.each([
  '1.13.1',
  '= 1.13.1',
  '>= 1.11.4',
  '>= 1.11.4, < 2.0.0',
  '!= 1.13.0',
  '~> 1.13',
  '~> 1.13.0',
  '~> 1.13.1',
  '~> 1',
  '~> 1.0',
  '>1.13.0,<=1.13.1',
  '>= v1.5',
  '< 1.14'
])('1.13.1 satisfies %s', (constraint) => {
  expect(satisfies('1.13.1', constraint)).toBe(true)
})

test.each([
  '1.13',
  '= 1.13.0',
  '!= 1.13.1',
  '> 1.13.1',
  '>= 1.14',
  '< 1.13.1',
  '~> 1.12.0',
  '~> 1.14',
  '~> 1.13.2',
  '~> 0.13',
  '>= 1.0, < 1.13'
])('1.13.1 contradicts %s', (constraint) => {
  expect(satisfies('1.13.1', constraint)).toBe(false)
})

test.each(['', 'latest', '>= ', '=> 1.0', '>= 1.14.0-beta1', '1.x', '>= 1.0 < 2.0', '^1.0', '1.2.3.4'])(
  '%p is no constraint',
  (constraint) => {
    expect(() => satisfies('1.13.1', constraint)).toThrow(/no version constraint/)
  }
)

test('a prerelease of an installed Terraform counts as its release, as Terraform has it', () => {
  expect(satisfies('1.14.0-beta1', '>= 1.14')).toBe(true)
})

test('versions are compared by number, not by letter', () => {
  expect(compareVersions('1.9.8', '1.11.4')).toBe(-1)
  expect(compareVersions('1.11.4', '1.11.4')).toBe(0)
  expect(compareVersions('2.0.0', '1.99.99')).toBe(1)
})
