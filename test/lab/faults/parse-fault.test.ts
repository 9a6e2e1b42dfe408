import { expect, test } from '@jest/globals'
import type { Fault } from '../../../lab/faults/fault.ts'
import { parseFault } from '../../../lab/faults/parse-fault.ts'

const CALLS = { method: 'GET', path: '/repos/*/comments' }
const faultOf = (effect: Fault['effect']): Fault => ({ service: 'github', match: CALLS, nth: 2, effect })

test.each([
  ['fail=502', { kind: 'fail', status: 502 }],
  ['fail=502,after', { kind: 'fail', status: 502, after: true }],
  ['fail=400,ServerException', { kind: 'fail', status: 400, code: 'ServerException' }],
  ['delay=500', { kind: 'delay', ms: 500 }],
  ['throttle=60', { kind: 'throttle', retryAfter: 60 }],
  ['throttle=60,primary,403', { kind: 'throttle', retryAfter: 60, limit: 'primary', status: 403 }],
  ['cut', { kind: 'cut' }],
  ['cut=answer', { kind: 'cut', at: 'answer' }],
  [
    'wrong={"artifacts.0.digest":"sha256:00"}',
    { kind: 'wrong', fields: { 'artifacts.0.digest': 'sha256:00' } }
  ],
  ['wrong=[]', { kind: 'wrong', body: [] }],
  ['wrong=<html>: gone', { kind: 'wrong', body: '<html>: gone' }]
] as const)('reads the effect %s', (text, effect) => {
  expect(parseFault(`github:GET /repos/*/comments:2:${text}`)).toEqual(faultOf(effect))
})

test('reads calls with and without a method, and the actions of AWS with their colon', () => {
  expect(parseFault('github:/oidc/token:all:cut')).toMatchObject({
    match: { path: '/oidc/token' },
    nth: 'all'
  })
  expect(parseFault('aws:ecs:UpdateService:1:delay=5')).toMatchObject({
    service: 'aws',
    match: { action: 'ecs:UpdateService' },
    nth: 1
  })
  expect(parseFault('aws:PUT /state/*.tflock:3:cut').match).toEqual({
    method: 'PUT',
    path: '/state/*.tflock'
  })
})

test('reads a fault that is written as JSON', () => {
  const fault = faultOf({ kind: 'fail', status: 503, body: { message: 'Later' } })
  expect(parseFault(JSON.stringify(fault))).toEqual(fault)
})

test.each([
  ['github', "The fault 'github' does not read as SERVICE:CALLS:NTH:EFFECT"],
  ['gitlab:/x:1:cut', "the service 'gitlab'; it can be github or aws"],
  ['github:/x:0:cut', 'call number 0; calls are counted from 1'],
  ['github:/x:1:explode', "no effect 'explode'; there are fail=STATUS, delay=MS"],
  ['github:/x:1:fail=bad', "'bad' where a status should be"],
  ['github:/x:1:fail=500,A,B', 'the error codes A and B; there can be one'],
  ['github:/x:1:cut=somewhere', "a cut at 'somewhere'; it can be at request, answer, body"],
  ['github:CreateComment:1:cut', "'CreateComment' where GitHub's calls have a path"],
  ['{"service":"aws","match":{}}', 'no effect']
])('refuses %s by what is wrong with it', (text, message) => {
  expect(() => parseFault(text)).toThrow(message)
})
