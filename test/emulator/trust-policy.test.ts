import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { claims, codeOf, denied, host, startIdentities, trusting, type Identities } from './identity.ts'

let github: Identities

beforeAll(async () => {
  github = await startIdentities()
})

afterAll(() => github?.aws.close())

const verdicts: readonly Readonly<{ what: string; condition: object; allowed: boolean }>[] = [
  {
    what: 'StringLike with wildcards',
    condition: { StringLike: { [`${host}:sub`]: 'repo:acme/*:environment:?tg' } },
    allowed: true
  },
  {
    what: 'StringLike without a match',
    condition: { StringLike: { [`${host}:sub`]: 'repo:acme/*:ref:*' } },
    allowed: false
  },
  {
    what: 'a wildcard under StringEquals',
    condition: { StringEquals: { [`${host}:sub`]: 'repo:acme/*' } },
    allowed: false
  },
  { what: 'StringNotEquals', condition: { StringNotEquals: { [`${host}:actor`]: 'ada' } }, allowed: false },
  {
    what: 'a list of values',
    condition: { StringEquals: { [`${host}:environment`]: ['prod', 'stg'] } },
    allowed: true
  },
  { what: 'another case', condition: { StringEquals: { [`${host}:actor`]: 'Ada' } }, allowed: false },
  {
    what: 'another case, ignored',
    condition: { StringEqualsIgnoreCase: { [`${host}:actor`]: 'Ada' } },
    allowed: true
  },
  {
    what: 'ForAnyValue',
    condition: { 'ForAnyValue:StringEquals': { [`${host}:environment`]: ['prod'] } },
    allowed: false
  },
  {
    what: 'ForAllValues of an absent claim',
    condition: { 'ForAllValues:StringEquals': { [`${host}:enterprise_id`]: ['1'] } },
    allowed: true
  },
  {
    what: 'IfExists of an absent claim',
    condition: { StringEqualsIfExists: { [`${host}:enterprise_id`]: '1' } },
    allowed: true
  },
  {
    what: 'an absent claim',
    condition: { StringEquals: { [`${host}:enterprise_id`]: '1' } },
    allowed: false
  },
  { what: 'Null of a present claim', condition: { Null: { [`${host}:ref`]: 'false' } }, allowed: true },
  {
    what: 'job_workflow_ref',
    condition: { StringEquals: { [`${host}:job_workflow_ref`]: claims.job_workflow_ref } },
    allowed: true
  },
  {
    what: 'a claim that AWS has no key for',
    condition: { StringEquals: { [`${host}:repository_owner`]: 'acme' } },
    allowed: false
  },
  {
    what: 'two keys of which one fails',
    condition: { StringEquals: { [`${host}:ref`]: claims.ref, [`${host}:workflow`]: 'Plan' } },
    allowed: false
  }
]

test.each(verdicts)('$what: allowed is $allowed', async ({ condition, allowed }) => {
  const role = `verdict-${verdicts.findIndex((other) => other.condition === condition)}`
  await github.createRole(role, trusting(condition))
  expect(codeOf(await github.assume(role, await github.token()))).toBe(allowed ? '200 ' : denied)
})

test('a deny wins wherever it stands', async () => {
  const notAda = trusting({ StringEquals: { [`${host}:actor`]: 'ada' } }, 'Deny')
  await github.createRole('deny-last', trusting({}), notAda)
  expect(codeOf(await github.assume('deny-last', await github.token()))).toBe(denied)
  const bob = await github.token({ claims: { actor: 'bob' } })
  expect(codeOf(await github.assume('deny-last', bob))).toBe('200 ')
})

test('a condition that the emulator cannot judge fails loudly instead of being skipped', async () => {
  await github.createRole('odd', trusting({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }))
  const answer = await github.assume('odd', await github.token())
  expect(codeOf(answer)).toBe('501 NotImplemented')
  expect(answer.text).toContain('the condition operator IpAddress')
})
