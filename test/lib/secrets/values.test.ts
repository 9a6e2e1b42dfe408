import { expect, test } from '@jest/globals'
import { maskForms } from '../../../lib/secrets/masks.ts'
import { holdsPlaceholder, isPlaceholder } from '../../../lib/secrets/placeholder.ts'
import { openOutputs, parseOutputs, sensitiveTexts } from '../../../lib/secrets/stack-outputs.ts'

test.each([
  'CHANGEME',
  'change-me',
  ' changeit ',
  'REPLACE_ME',
  '__PLACEHOLDER__',
  'placeholder',
  'TODO',
  'tbd',
  'dummy',
  '"example"',
  'null',
  'undefined',
  'None',
  'n/a',
  'xxx',
  'XXXXXXXX',
  '***',
  '...',
  '-',
  'your-secret-here',
  '(known after apply)',
  '(sensitive value)',
  '<secret>',
  '${KEY}',
  '{{ key }}',
  '(hidden)'
])('%s stands for a value', (text) => {
  expect([isPlaceholder(text), holdsPlaceholder(text)]).toEqual([true, true])
})

test.each(['<host>:5432', 'mongodb://<host>/', '${host}:5432', 'mongodb://u:***@db:1/', '{{host}}:1'])(
  '%s is still to be filled in',
  (text) => expect([isPlaceholder(text), holdsPlaceholder(text)]).toEqual([false, true])
)

test.each(['db.test:5432', 'example.com:5432', 'a$(b<c>d***e${f}', 'todo-list', 'nullable', 'x'])(
  '%s as a whole stands for nothing else',
  (text) => expect(isPlaceholder(text)).toBe(false)
)

test('a value is masked in every form in which it may turn up', () => {
  expect(maskForms('a b"c/d\\e')).toEqual([
    'a b"c/d\\e',
    'a%20b%22c%2Fd%5Ce',
    'a+b%22c%2Fd%5Ce',
    'a b\\"c/d\\\\e',
    'a b\\\\\\"c/d\\\\\\\\e'
  ])
  expect(maskForms('plain')).toEqual(['plain'])
  expect(maskForms('\ud800-half')).toContain('\ud800-half')
})

const TERRAFORMS =
  '{"host":{"sensitive":false,"type":"string","value":"db.test"},"pw":{"sensitive":true,"type":["object",{}],"value":{"a":["s1",{"b":"s2"}],"n":1,"where":"us-gov-west-1","account":"123456789012"}}}'

test('outputs are read as Terraform prints them, as a plain map, and through a wrapper', () => {
  expect(parseOutputs(TERRAFORMS, 'It').get('host')).toEqual({ value: 'db.test', sensitive: false })
  expect(parseOutputs('{"host":"db.test","list":{"a":1}}', 'It').get('host')).toEqual({
    value: 'db.test',
    sensitive: false
  })
  const wrapped = `[command]/toolcache/terraform-bin output -json\n${TERRAFORMS}\n\n::debug::Terraform exited with code 0.\n`
  expect(parseOutputs(wrapped, 'It')).toEqual(parseOutputs(TERRAFORMS, 'It'))
})

test('an output that is an object with a value of its own is not taken for Terraform’s form', () => {
  expect(parseOutputs('{"a":{"value":1,"type":"x"},"b":"text"}', 'It').get('a')?.value).toEqual({
    value: 1,
    type: 'x'
  })
})

test('what is inside sensitive outputs is known, but for accounts and regions', () => {
  expect(sensitiveTexts(parseOutputs(TERRAFORMS, 'It'))).toEqual(['s1', 's2'])
})

test('outputs that anybody may read are handed on as they are, but for one that holds a sensitive text', () => {
  expect(openOutputs(parseOutputs(TERRAFORMS, 'It'))).toEqual({ host: 'db.test' })
  const output = (value: unknown, sensitive = false) => ({ value, sensitive, type: 'string' })
  const told = {
    token: output('long-enough-token', true),
    url: output({ deep: ['https://x:long-enough-token@db.test'] }),
    zone: output(null),
    ids: output(['a', 'b'])
  }
  expect(openOutputs(parseOutputs(JSON.stringify(told), 'It'))).toEqual({ zone: null, ids: ['a', 'b'] })
})

test.each(['', 'hunter2', '[]', '"text"', '{"pw": "hunter2', 'x {"a":1}', '{"a":1} {"b":2}'])(
  '%s is no JSON object of outputs, and is not quoted',
  (text) => {
    expect(() => parseOutputs(text, 'It')).toThrow(
      "It is no JSON object. Give what 'terraform output -json' prints"
    )
    expect(() => parseOutputs(text, 'It')).not.toThrow(/hunter2/)
  }
)

test('no outputs at all are a stack that was not applied', () => {
  expect(() => parseOutputs('{}', 'It')).toThrow('It holds no outputs. Apply the stack first')
})
