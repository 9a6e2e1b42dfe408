import { expect, test } from '@jest/globals'
import {
  fragmentName,
  parseFragment,
  parseFragmentName,
  sealedPlanName,
  type Fragment
} from '../../lib/fragment.ts'
import { NO_COUNTS } from '../../lib/terraform/changes.ts'

const fragment: Fragment = {
  version: 1,
  stack: 'web',
  workingDirectory: '.',
  backendConfig: ['key=a'],
  attempt: 2,
  commit: '01'.repeat(20),
  status: 'planned',
  counts: NO_COUNTS,
  hasChanges: false,
  statefulDestroys: [],
  fingerprint: {
    digest: 'ab'.repeat(32),
    resources: { 'a.b': { actions: 'create', attributes: { x: '01234567' } } },
    outputs: {}
  },
  artifact: { id: 7, digest: 'cd'.repeat(32) },
  reviewed: 'same',
  reviewedIn: 12,
  sections: [{ kind: 'create', title: 'T', blocks: ['- b'], total: 1 }]
}

test('names tell stack and attempt, and no sealed plan is taken for a fragment', () => {
  expect(parseFragmentName(fragmentName('a-1.b_c', 3))).toEqual({ stack: 'a-1.b_c', attempt: 3 })
  expect(parseFragmentName(sealedPlanName('web', 1))).toBeUndefined()
  expect(parseFragmentName('plan-fragment-a/b-1')).toBeUndefined()
})

test('a fragment comes back as it was written', async () => {
  expect(await parseFragment(JSON.stringify(fragment), 'x')).toEqual(fragment)
})

test.each<[string, object]>([
  ['another version', { version: 2 }],
  ['a stack of another charset', { stack: 'a b' }],
  ['a digest that is none', { artifact: { id: 1, digest: 'x' } }],
  ['counts that are no numbers', { counts: { ...NO_COUNTS, create: '1' } }],
  ['a section of an unknown kind', { sections: [{ kind: 'html', title: '', blocks: [], total: 0 }] }],
  [
    'an attribute in clear',
    {
      fingerprint: {
        ...fragment.fingerprint,
        resources: { a: { actions: 'create', attributes: { x: 'in clear' } } }
      }
    }
  ],
  ['something more', { extra: 1 }]
])('refuses %s', async (_what, wrong) => {
  await expect(
    parseFragment(JSON.stringify({ ...fragment, ...wrong }), 'plan-fragment-web-2')
  ).rejects.toThrow(/artifact 'plan-fragment-web-2' holds no plan fragment/)
})
