import { expect, test } from '@jest/globals'
import { createFaultPlan } from '../../../lab/faults/fault-plan.ts'
import { parseFault } from '../../../lab/faults/parse-fault.ts'

const comments = { method: 'GET', path: '/repos/acme/platform/issues/1/comments' }

test('the Nth call that matches meets the fault, and the others do not', () => {
  const plan = createFaultPlan('github', [parseFault('github:GET /repos/*/comments:2:fail=502')])
  const met = [comments, { ...comments, method: 'POST' }, { ...comments, path: '/user' }, comments, comments]
  expect(met.map((call) => plan.meet(call)?.kind)).toEqual([
    undefined,
    undefined,
    undefined,
    'fail',
    undefined
  ])
  expect(plan.report()).toMatchObject([{ matched: 3, met: 1 }])
})

test('the first fault that is due wins, and a call counts for all of them', () => {
  const plan = createFaultPlan('github', [parseFault('github:/*:2:cut'), parseFault('github:/*:all:delay=1')])
  expect([comments, comments, comments].map((call) => plan.meet(call)?.kind)).toEqual([
    'delay',
    'cut',
    'delay'
  ])
  expect(plan.report().map(({ matched, met }) => [matched, met])).toEqual([
    [3, 1],
    [3, 2]
  ])
})

test('faults of other services are passed over, and signs in a pattern are no wildcards', () => {
  const plan = createFaultPlan('aws', [parseFault('github:/*:all:cut')])
  plan.add(parseFault('aws:s3:Put*:all:cut'))
  plan.add(parseFault('aws:/a.b:all:delay=1'))
  const put = { method: 'PUT', path: '/acb' }
  expect(plan.meet(put)).toBeUndefined()
  expect(plan.meet({ ...put, action: 's3:PutObject' })).toEqual({ kind: 'cut' })
  expect(plan.meet({ ...put, path: '/a.b', action: 's3:GetObject' })).toEqual({ kind: 'delay', ms: 1 })
})
