import { expect, test } from '@jest/globals'
import { UserError } from '../../../lib/errors.ts'
import { parsePlanJson } from '../../../lib/terraform/plan-model.ts'

const plan = JSON.stringify({ format_version: '1.2', resource_changes: [] })

test.each([
  ['nothing', '', 'is empty'],
  ['a binary plan', 'PK\u0003\u0004', 'binary plan file'],
  ["a wrapper's line before it", `[command]/usr/bin/terraform show\n${plan}`, 'something else stands before'],
  ['two documents', `${plan}\n${plan}`, 'something follows'],
  ['half of it', plan.slice(0, -5), 'cut off or damaged'],
  ['half a string', plan.slice(0, 8), 'cut off or damaged'],
  ['an open object', '{"format_version":"1.2"', 'cut off'],
  ['no version', '{"resource_changes":[]}', "no 'format_version'"],
  ['a version to come', '{"format_version":"2.0","resource_changes":[]}', '"2.0" is of a major version'],
  ['an errored plan', '{"format_version":"1.2","errored":true,"resource_changes":[]}', 'errored'],
  ['a state', '{"format_version":"1.0","values":{}}', 'a state, not a plan'],
  ['a plan that was not finished', '{"format_version":"1.2"}', 'neither'],
  [
    'changes of another shape',
    '{"format_version":"1.2","resource_changes":[{"address":1}]}',
    'not what Terraform writes'
  ]
])('refuses %s in one sentence', (_what, text, why) => {
  expect(() => parsePlanJson(text, 'The file')).toThrow(UserError)
  expect(() => parsePlanJson(text, 'The file')).toThrow(why)
})

test('never quotes the document when it is damaged', () => {
  expect(() => parsePlanJson('{"password": hunter2hunter2', 'The file')).not.toThrow(/hunter/)
})

test('takes a plan of nothing, a byte order mark and a plan limited to targets', () => {
  expect(parsePlanJson(`\uFEFF${plan}\n`, 'x').resource_changes).toEqual([])
  expect(
    parsePlanJson('{"format_version":"1.2","planned_values":{},"complete":false}', 'x').resource_changes
  ).toEqual([])
})

test('keeps whole numbers beyond 2^53 apart', () => {
  const read = (number: string): unknown =>
    parsePlanJson(`{"format_version":"1.2","resource_changes":[],"variables":{"n":{"value":${number}}}}`, 'x')
      .variables
  expect(read('9007199254740993')).not.toEqual(read('9007199254740992'))
})

test.each<[string, unknown]>([
  ['output_changes', { a: null }],
  ['output_changes', []],
  ['resource_drift', [{}]],
  ['resource_drift', 'x'],
  ['deferred_changes', [{}]],
  ['deferred_action_invocations', [{}]],
  ['variables', { a: null }],
  ['checks', {}],
  ['checks', [{}]],
  ['action_invocations', [{}]],
  ['relevant_attributes', [{}]],
  ['configuration', { root_module: { variables: { a: null } } }],
  ['planned_values', null],
  ['resource_changes', null],
  ['resource_changes', [{ address: 'a', type: 'a', change: { actions: [1, 2] } }]],
  ['resource_changes', [{ address: 'a', change: { actions: ['delete'] } }]],
  ['resource_changes', [{ address: 'a', type: 'a', change: { actions: ['delete'], replace_paths: 'x' } }]],
  ['resource_changes', [{ address: 'a', type: 'a', change: { actions: ['no-op'], importing: true } }]]
])('refuses a plan whose %s is %j', (member, value) => {
  const whole = { format_version: '1.2', resource_changes: [], [member]: value }
  expect(() => parsePlanJson(JSON.stringify(whole), 'The file')).toThrow(
    `The file is no plan: its '${member}' is not what Terraform writes.`
  )
})
