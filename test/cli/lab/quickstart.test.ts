/**
 * The documented quickstart, command by command, from a laptop: a production client's whole life. Terraform works under the
 * account's roles. No secret is seen, nothing is refused that must not be, and nothing is allowed for nothing.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { findMarkers } from '../../e2e/markers.ts'
import { findMisfits } from '../../emulator/reference.ts'
import { findUnexplained } from '../../terraform/bootstrap/used-actions.ts'
import { beginning } from './beginning.ts'
import { MINUTES } from './desk.ts'
import { ending } from './ending.ts'
import { openStory, type Story } from './story.ts'

let opened: Story | undefined

const story = (): Story => {
  if (opened === undefined) throw new Error('The story has not begun.')
  return opened
}

beforeAll(async () => {
  opened = await openStory()
}, 10 * MINUTES)

afterAll(async () => {
  await opened?.[Symbol.asyncDispose]()
})

beginning(story)
ending(story)

test('no password and no seeded value was in a plan, a state, or anything that was said', () => {
  expect(Object.keys(story().seen).length).toBeGreaterThan(20)
  expect(Object.values(story().values).every((value) => value.length > 12)).toBe(true)
  expect(findMarkers(story().seen, story().values)).toEqual([])
})

test('in all its life Terraform never asked for the value of a secret, wrote none, and was refused nothing', async () => {
  const calls = (await story().aws.journal()).filter(({ principal }) =>
    principal.includes(':assumed-role/caliber-')
  )
  const actions = new Set(calls.map(({ iamAction }) => iamAction))
  expect(actions).toContain('secretsmanager:DescribeSecret')
  expect([...actions].filter((action) => /GetSecretValue|PutSecretValue/.test(action))).toEqual([])

  const refused = calls.filter(({ decision }) => decision !== 'allowed')
  expect([...new Set(refused.map(({ iamAction, resource }) => `${iamAction} ${resource}`))]).toEqual([])
  expect(await findMisfits(calls.flatMap(({ permissions }) => permissions))).toEqual([])
  expect(await story().aws.defects()).toEqual([])
})

test.each(['plan', 'apply'] as const)(
  'the %s role is allowed what it used, and what stands with a reason in permissions.json',
  async (name) => {
    expect(await findUnexplained(story().aws, name)).toEqual([])
  }
)
