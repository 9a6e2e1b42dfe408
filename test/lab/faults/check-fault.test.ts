import { expect, test } from '@jest/globals'
import { checkFault } from '../../../lab/faults/check-fault.ts'
import { canBothMatch, createFaultPlan } from '../../../lab/faults/fault-plan.ts'
import type { Fault } from '../../../lab/faults/fault.ts'
import { parseFault } from '../../../lab/faults/parse-fault.ts'

const cut = { kind: 'cut' } as const
const fault = (of: object): Partial<Fault> => ({ service: 'aws', match: {}, nth: 1, effect: cut, ...of })

test.each([
  [{ service: 'gcp' }, "the service 'gcp'; it can be github or aws"],
  [{ nth: 0 }, 'call number 0'],
  [{ nth: 1.5 }, 'call number 1.5'],
  [{ nth: 'al' }, 'call number al'],
  [{ times: 2 }, 'times; there are service, match, nth, effect'],
  [{ match: { colour: 'red' } }, 'colour; there are method, host, path, action'],
  [{ match: { method: 'get' } }, "the method 'get'"],
  [{ match: { path: 'state' } }, "the path 'state'"],
  [{ match: { path: '/a?list-type=2' } }, "the path '/a?list-type=2'"],
  [{ match: { action: 'CreateBucket' } }, "'CreateBucket', which no call is"],
  [{ match: { action: 'S3:PutObject' } }, "'S3:PutObject', which no call is"],
  [{ match: { action: 's3:*', host: 'api.test' } }, "an action beside the host 'api.test'"],
  [{ match: { host: 'api.test:443' } }, "the host 'api.test:443'"],
  [{ match: { method: 'DNS' } }, 'no host'],
  [{ match: { method: 'DNS', host: 'a.test', path: '/' } }, "the path '/'"],
  [{ service: 'github', match: { host: 'a.test' } }, "the host 'a.test'; only what runs on AWS"],
  [{ service: 'github', match: { action: 's3:*' } }, "where GitHub's calls have a path"],
  [{ effect: { kind: 'explode' } }, 'no effect'],
  [{ effect: { kind: 'fail' } }, "'undefined' where a status should be"],
  [{ effect: { kind: 'fail', status: 200 } }, "'200' where a status should be"],
  [{ effect: { kind: 'fail', status: 503, code: '' } }, 'where a code should be'],
  [{ effect: { kind: 'delay' } }, "'undefined' where milliseconds should be"],
  [{ effect: { kind: 'throttle' } }, "'undefined' where seconds should be"],
  [{ effect: { kind: 'throttle', retryAfter: 1, limit: 'third' } }, "the limit 'third'"],
  [{ effect: { kind: 'cut', at: 'lunch' } }, "a cut at 'lunch'"],
  [{ effect: { kind: 'cut', after: true } }, 'after; there are kind, at'],
  [{ effect: { kind: 'wrong', fields: {} } }, 'an answer that is not wrong']
])('%j can never come about, and is refused in one sentence', (of, message) => {
  const act = (): unknown => checkFault(fault(of))
  expect(act).toThrow(message)
  expect(act).toThrow(/^The fault '[^\n]*\.$/)
})

test.each([
  'aws:GET https://acme-stg.hicaliber.net/version:1:fail=503',
  'aws:https://acme-stg.hicaliber.net:all:delay=5',
  'aws:DNS *.hicaliber.net:2:cut',
  'aws:s3:Put*:1:cut=answer',
  'aws:*:all:cut',
  'github:* *:all:throttle=1'
])('%s can', (text) => {
  expect(checkFault(parseFault(text))).toEqual(parseFault(text))
})

test('a text names the host that is asked, with its path or as a question of DNS', () => {
  expect(parseFault('aws:GET https://a.test/version:1:cut').match).toEqual({
    method: 'GET',
    host: 'a.test',
    path: '/version'
  })
  expect(parseFault('aws:DNS a.test:1:cut').match).toEqual({ method: 'DNS', host: 'a.test' })
})

test.each([
  ['/repos/*/comments', '/repos/*/*/issues/*/comments', true],
  ['/repos/acme/x/pulls', '/repos/*/*/pulls', true],
  ['/repos/*/coments', '/repos/*/*/issues/*/comments', false],
  ['/user', '/users/*', false],
  ['*', '/user', true],
  ['/a*b', '/ac*', true]
])('%s and %s: some text matches both is %s', (one, other, expected) => {
  expect([canBothMatch(one, other), canBothMatch(other, one)]).toEqual([expected, expected])
})

test('a server that tells what it answers takes no fault about anything else', () => {
  const served = [
    { method: 'GET', path: '/repos/*/*/pulls' },
    { method: '*', path: '/blob/*' }
  ]
  const plan = createFaultPlan('github', [parseFault('aws:s3:*:all:cut')], served)
  for (const text of ['github:GET /repos/*/pulls:1:cut', 'github:PUT /blob/*:1:cut', 'github:/*:1:cut'])
    plan.add(parseFault(text))
  for (const text of ['github:POST /repos/*/pulls:1:cut', 'github:GET /repos/*/pull:1:cut'])
    expect(() => plan.add(parseFault(text))).toThrow('is about a call that github does not answer')
  expect(plan.report()).toHaveLength(3)
})
