import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { renderComment } from '../../../actions/plan-comment/src/comment.ts'
import { UserError } from '../../../lib/errors.ts'
import { parseFragment } from '../../../lib/fragment.ts'
import { NO_COUNTS } from '../../../lib/terraform/changes.ts'
import { SECTION_KINDS } from '../../../lib/terraform/sections.ts'
import { anyValue } from './any-plan.ts'
import { holds } from './check.ts'
import { hostileText } from './hostile-text.ts'
import { expectInert } from './inert.ts'

const RUN = { url: 'https://github.example/runs/100', id: 100, attempt: 1, headSha: 'ab'.repeat(20) }

/** What somebody could upload under a fragment's name who knows the schema. */
const forged = fc.record({
  version: fc.constant(1),
  stack: fc.constantFrom('web', 'db'),
  workingDirectory: hostileText,
  backendConfig: fc.array(hostileText, { maxLength: 2 }),
  attempt: fc.constant(1),
  commit: fc.constant('01'.repeat(20)),
  status: fc.constantFrom('planned', 'failed', 'locked'),
  counts: fc.record({ create: fc.nat(), update: fc.nat() }).map((some) => ({ ...NO_COUNTS, ...some })),
  hasChanges: fc.boolean(),
  statefulDestroys: fc.array(hostileText, { maxLength: 2 }),
  reviewed: fc.constantFrom('same', 'different', 'unknown'),
  sections: fc.array(
    fc.record({
      kind: fc.constantFrom(...SECTION_KINDS),
      title: hostileText.map((text) => text.slice(0, 100)),
      blocks: fc.array(hostileText, { maxLength: 3 }),
      total: fc.nat(5)
    }),
    { maxLength: 4 }
  ),
  error: hostileText.map((text) => text.slice(0, 1000))
})

test('a forged fragment is refused or acts nowhere in the comment', async () => {
  await holds(forged, async (value) => {
    const fragment = await parseFragment(JSON.stringify(value), 'plan-fragment-web-1').catch(refused)
    if (fragment === undefined) return
    const body = renderComment([fragment, fragment], RUN)
    expect(body.length).toBeLessThanOrEqual(65_536)
    expectInert(body, ['https://github.example/'])
  })
})

test('a fragment with anything in place of any member is refused in one sentence, or taken as it is', async () => {
  const members = [
    'stack',
    'commit',
    'counts',
    'sections',
    'fingerprint',
    'artifact',
    'attempt',
    'more',
    '__proto__'
  ]
  await holds(fc.tuple(forged, fc.constantFrom(...members), anyValue), async ([value, member, junk]) => {
    const text = JSON.stringify(value).replace('{', `{${JSON.stringify(member)}:${JSON.stringify(junk)},`)
    await parseFragment(text, 'x').catch(refused)
    await parseFragment(`{${JSON.stringify(member)}:${JSON.stringify(junk)}}`, 'x').then(
      () => expect('taken').toBe('refused'),
      refused
    )
  })
})

function refused(error: unknown): undefined {
  expect(error).toBeInstanceOf(UserError)
}
