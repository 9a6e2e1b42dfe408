import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { compareFingerprints, renderDifferences } from '../../../lib/terraform/differences.ts'
import { fingerprintPlan } from '../../../lib/terraform/digest.ts'
import { parsePlanJson, type PlanJson } from '../../../lib/terraform/plan-model.ts'
import { anyPlan, anyValue, MARKER } from './any-plan.ts'
import { holds } from './check.ts'
import { expectInert } from './inert.ts'

const KEY = Buffer.alloc(32, 5)
type Plan = Record<string, unknown>

const read = (plan: unknown): PlanJson => parsePlanJson(JSON.stringify(plan), 'plan')
const digestOf = (plan: unknown): string => fingerprintPlan(read(plan), KEY).digest

/** The same value with the members of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, turned(item)])
  )
}

const idle = (value: unknown): Plan => ({
  address: 'x.idle',
  mode: 'managed',
  type: 'x',
  name: 'idle',
  change: { actions: ['no-op'], before: { a: value }, after: { a: value } }
})

test('order, time, prior state, attributes that matter and objects left alone do not change the digest', async () => {
  await holds(
    fc.tuple(anyPlan, anyValue),
    ([plan, noise]) => {
      const digest = digestOf({ ...plan, resource_changes: [...plan.resource_changes, idle(1)] })
      expect(digestOf(turned(plan))).toBe(digestOf(plan))
      expect(
        digestOf({
          ...plan,
          timestamp: '2031-01-01T00:00:00Z',
          prior_state: noise,
          planned_values: {},
          relevant_attributes: [{ resource: 'x.y', attribute: ['z'] }],
          resource_changes: [idle(noise), ...plan.resource_changes.toReversed()],
          action_invocations: plan.action_invocations.toReversed()
        })
      ).toBe(digest)
    },
    30
  )
})

/** Every place in the value where a leaf could be another. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const items: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return items.flatMap(([key, item]) => leaves(item, [...path, key]))
}

function changedAt(value: unknown, [key, ...rest]: readonly (string | number)[]): unknown {
  if (key === undefined) return `${JSON.stringify(value)} changed`
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Plan
  Object.defineProperty(copy, key, {
    value: changedAt((value as Plan)[key], rest),
    enumerable: true,
    configurable: true,
    writable: true
  })
  return copy
}

test('any planned value that changes, a secret one too, changes the digest; the differences tell no value', async () => {
  await holds(
    fc.tuple(anyPlan, fc.nat(), fc.nat()),
    ([plan, which, where]) => {
      const acting = plan.resource_changes.filter(
        ({ change }) => change.actions[0] !== 'no-op' && change.after !== null
      )
      fc.pre(acting.length > 0)
      const one = acting[which % acting.length]
      const after: unknown = JSON.parse(JSON.stringify(one?.change.after))
      const paths = leaves(after)
      const path = paths[where % paths.length] ?? []
      fc.pre(path.length > 0)
      const other = {
        ...plan,
        resource_changes: plan.resource_changes.map((resource) =>
          resource === one ? { ...one, change: { ...one.change, after: changedAt(after, path) } } : resource
        )
      }
      expect(digestOf(other)).not.toBe(digestOf(plan))
      const differences = compareFingerprints(
        fingerprintPlan(read(plan), KEY),
        fingerprintPlan(read(other), KEY)
      )
      expect(differences.length).toBeGreaterThan(0)
      const told = renderDifferences(differences)
      expect(told).not.toContain(MARKER)
      expectInert(told)
    },
    30
  )
})
