import { expect, test } from '@jest/globals'
import { compareFingerprints, renderDifferences } from '../../../lib/terraform/differences.ts'
import { fingerprintPlan, NO_KEY } from '../../../lib/terraform/digest.ts'
import type { Change, PlanJson } from '../../../lib/terraform/plan-model.ts'

const key = Buffer.alloc(32, 1)

function planOf(change: Partial<Change>, more: object = {}): PlanJson {
  const resource = { address: 'x.y', mode: 'managed' as const, type: 'x', name: 'y' }
  return {
    format_version: '1.2',
    resource_changes: [
      {
        ...resource,
        change: { actions: ['update'], before: { a: 1, s: 'old' }, after: { a: 2, s: 'new' }, ...change }
      }
    ],
    ...more
  }
}

const digestOf = (plan: PlanJson, sealKey: Buffer = key): string => fingerprintPlan(plan, sealKey).digest

test('is the same for the same plan at another time, by another version, with another state behind it', () => {
  const other = planOf(
    {},
    {
      timestamp: 'later',
      terraform_version: '9',
      prior_state: { a: 1 },
      relevant_attributes: [{ resource: 'q', attribute: [] }]
    }
  )
  expect(digestOf(other)).toBe(digestOf(planOf({})))
})

test('does not depend on the order of members or of resources', () => {
  const one = planOf({ after: { a: 2, s: 'new' } })
  const two = planOf({ after: { s: 'new', a: 2 } })
  const more = { ...one.resource_changes[0], address: 'a.b' } as PlanJson['resource_changes'][number]
  expect(digestOf(two)).toBe(digestOf(one))
  expect(digestOf({ ...one, resource_changes: [...one.resource_changes, more] })).toBe(
    digestOf({ ...one, resource_changes: [more, ...one.resource_changes] })
  )
})

test.each<[string, Partial<Change>]>([
  ['a value', { after: { a: 3, s: 'new' } }],
  ['what is unknown', { after_unknown: { a: true } }],
  ['the action', { actions: ['delete', 'create'] }],
  ['what forces a replacement', { replace_paths: [['a']] }],
  ['an import', { importing: { id: 'i' } }],
  ['sensitivity', { after_sensitive: { a: true } }]
])('changes with %s', (_what, change) => {
  expect(digestOf(planOf(change))).not.toBe(digestOf(planOf({})))
})

test('an update is the same whatever AWS tells anew of what it leaves alone', () => {
  const at = (until: string): PlanJson =>
    planOf({ before: { a: 1, id: 'i', until }, after: { a: 2, id: 'i', until } })
  expect(digestOf(at('09:05'))).toBe(digestOf(at('09:10')))
  expect(Object.keys(fingerprintPlan(at('09:05'), key).resources['x.y']?.attributes ?? {})).toEqual([
    'a',
    'id'
  ])
})

test.each<[string, Partial<Change>]>([
  ['of another object', { before: { a: 1, id: 'j' }, after: { a: 2, id: 'j' } }],
  ['from another value', { before: { a: 0, id: 'i' }, after: { a: 2, id: 'i' } }],
  ['of one attribute more', { before: { a: 1, b: 1, id: 'i' }, after: { a: 2, b: 2, id: 'i' } }]
])('an update %s is another one', (_what, change) => {
  const update = planOf({ before: { a: 1, id: 'i' }, after: { a: 2, id: 'i' } })
  expect(digestOf(planOf(change))).not.toBe(digestOf(update))
})

test('what is deleted counts whole', () => {
  const end = (b: number): PlanJson => planOf({ actions: ['delete'], before: { a: 1, b }, after: null })
  expect(digestOf(end(1))).not.toBe(digestOf(end(2)))
})

test('changes with a sensitive value, and not in a way that can be guessed without the key', () => {
  const [one, two] = ['old-secret', 'new-secret'].map((s) =>
    planOf({ after: { a: 2, s }, after_sensitive: { s: true } })
  )
  expect(digestOf(one as PlanJson)).not.toBe(digestOf(two as PlanJson))
  expect(digestOf(one as PlanJson, Buffer.alloc(32, 2))).not.toBe(digestOf(one as PlanJson))
  expect(digestOf(one as PlanJson, NO_KEY)).toBe(digestOf(two as PlanJson, NO_KEY))
})

test('leaves plain no-ops out and keeps moves', () => {
  const quiet = planOf({ actions: ['no-op'] })
  const moved: PlanJson = {
    ...quiet,
    resource_changes: quiet.resource_changes.map((one) => ({ ...one, previous_address: 'x.old' }))
  }
  expect(Object.keys(fingerprintPlan(quiet, key).resources)).toEqual([])
  expect(Object.keys(fingerprintPlan(moved, key).resources)).toEqual(['x.y'])
})

test('names the attributes that differ, never their values', () => {
  const reviewed = fingerprintPlan(planOf({}), key)
  const current = fingerprintPlan(
    planOf(
      { after: { a: 'marker', s: 'new' } },
      { output_changes: { o: { actions: ['create'], after: 1 } } }
    ),
    key
  )
  const differences = compareFingerprints(reviewed, current)
  expect(differences).toEqual([
    { address: 'x.y', kind: 'changed', detail: 'differs in `a`' },
    { address: 'output.o', kind: 'added', detail: 'was not there' }
  ])
  expect(renderDifferences(differences, 1)).toBe('- `x.y` changed: differs in `a`\n- and 1 more')
})

test('tells added, removed and differently planned resources apart, and equal plans as equal', () => {
  const [one, two] = [fingerprintPlan(planOf({}), key), fingerprintPlan(planOf({ actions: ['delete'] }), key)]
  const none = fingerprintPlan({ format_version: '1.2', resource_changes: [] }, key)
  expect(compareFingerprints(one, one)).toEqual([])
  expect(compareFingerprints(one, two)[0]?.detail).toBe('planned to delete instead of update')
  expect(compareFingerprints(none, one)[0]?.kind).toBe('added')
  expect(compareFingerprints(one, none)[0]?.kind).toBe('removed')
})

test('says so when plans differ in what the fingerprint does not list', () => {
  const other = planOf(
    {},
    { deferred_changes: [{ reason: 'absent_prereq', resource_change: planOf({}).resource_changes[0] }] }
  )
  expect(compareFingerprints(fingerprintPlan(planOf({}), key), fingerprintPlan(other, key))).toHaveLength(1)
})

test('of a plan that only refreshes it tells what is recorded; drift beside changes does not count', () => {
  const drift = (value: string): object => ({
    resource_drift: [
      {
        address: 'a.b',
        mode: 'managed',
        type: 'a',
        name: 'b',
        change: { actions: ['update'], before: { x: '1' }, after: { x: value } }
      }
    ]
  })
  const refresh = (value: string): PlanJson => ({
    format_version: '1.2',
    resource_changes: [],
    ...drift(value)
  })
  expect(digestOf(refresh('2'))).not.toBe(digestOf(refresh('3')))
  expect(
    compareFingerprints(fingerprintPlan(refresh('2'), key), fingerprintPlan(refresh('3'), key))
  ).toMatchObject([{ address: 'a.b', kind: 'changed' }])
  expect(digestOf(planOf({}, drift('2')))).toBe(digestOf(planOf({}, drift('3'))))
})

test.each(['payload', 'token'])('changes with a secret %s of an action, but only under a key', (name) => {
  const plan = (value: string): PlanJson =>
    planOf(
      {},
      {
        action_invocations: [
          { address: 'action.x.y', config_values: { [name]: value }, config_sensitive: { payload: true } }
        ]
      }
    )
  expect(digestOf(plan('first-value'))).not.toBe(digestOf(plan('other-value')))
  expect(digestOf(plan('first-value'), NO_KEY)).toBe(digestOf(plan('other-value'), NO_KEY))
})
