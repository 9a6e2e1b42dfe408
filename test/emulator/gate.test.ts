import { expect, test } from '@jest/globals'
import type { AwsCall } from '../../lab/aws/aws.ts'
import { findMisfits, type Asked } from './reference.ts'
import { runCases, sayOutcome } from './start.ts'

const tried = await runCases('signatures', 'access', 'limits', 'themes', 'dedicated', 'edges', 'several')
const [signatures, access, limits, themes, dedicated, edges, several] = tried

/** Every permission that was judged; a call that was refused before names none. */
const asked = (calls: readonly AwsCall[]): readonly Asked[] =>
  calls
    .filter(({ decision }) => decision !== 'unauthentic' && decision !== 'not judged')
    .flatMap((call) => (call.permissions.length > 0 ? call.permissions : [call]))

test.each(signatures?.cases ?? [])('on the wire: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(access?.cases ?? [])('an identity policy: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(limits?.cases ?? [])('what bounds one: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(themes?.cases ?? [])('a theme of the gate: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(dedicated?.cases ?? [])('what the platform holds: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(edges?.cases ?? [])('names, certificates, keys: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test.each(several?.cases ?? [])('several at once: $name → $want', (one) => {
  expect(sayOutcome(one)).toBe(one.want)
})

test('every permission of the cases is one that IAM knows, on an ARN of the kind that AWS says', async () => {
  const permissions = tried.slice(1).flatMap(({ calls }) => asked(calls))
  expect(await findMisfits(permissions)).toEqual([])
  expect(permissions.length).toBeGreaterThan(150)
})

test('a permission that IAM does not know, or on another kind of ARN, is found', async () => {
  const misfits = await findMisfits([
    { iamAction: 'ecs:DescribeTaskDefinition', resource: 'arn:aws:ecs:us-east-1:1:task-definition/f:1' },
    { iamAction: 'kms:Decrypt', resource: '*' },
    { iamAction: 's3:PutObjekt', resource: '*' },
    { iamAction: 'sns:Publish', resource: 'arn:aws:sqs:us-east-1:1:q' },
    { iamAction: 'sns:Publish', resource: 'arn:aws:sns:us-east-1:1:topic' }
  ])
  expect(misfits.map((line) => line.split(' ')[0])).toEqual([
    'ecs:DescribeTaskDefinition',
    'kms:Decrypt',
    's3:PutObjekt:',
    'sns:Publish'
  ])
})
