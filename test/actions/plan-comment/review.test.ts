import { expect, test } from '@jest/globals'
import { act } from '../../../actions/plan-comment/src/act.ts'
import { parseInputs } from '../../../actions/plan-comment/src/inputs.ts'
import type { Report } from '../../../lib/runner.ts'
import { newWorld, openJob, PULL_REQUEST, type World } from '../../fakes/terraform-plan-world.ts'

const json = (value: string): string =>
  JSON.stringify({
    format_version: '1.2',
    resource_changes: [
      {
        address: 'a.b',
        mode: 'managed',
        type: 'a',
        name: 'b',
        change: { actions: ['update'], before: { x: 'old' }, after: { x: value } }
      }
    ]
  })

function plan(
  world: World,
  job: Readonly<{ value: string; isOnMain: boolean; given?: Readonly<Record<string, string>> }>
): Promise<Report> {
  const all: Readonly<Record<string, string>> = { stack: 'web', 'github-token': 't', ...job.given }
  const { ports } = openJob(world, { terraform: { json: json(job.value) }, isOnMain: job.isOnMain })
  return act(
    parseInputs((name) => all[name] ?? ''),
    ports
  )
}

async function mergedWorld(): Promise<World> {
  const world = newWorld()
  await plan(world, { value: 'reviewed', isOnMain: false })
  world.merged = PULL_REQUEST
  world.artifacts = []
  return world
}

const STRICT = { 'require-reviewed': 'true' }

test('the plan after the merge is the same as the reviewed one', async () => {
  const world = await mergedWorld()
  const report = await plan(world, { value: 'reviewed', isOnMain: true, given: STRICT })
  expect(report.outputs['reviewed']).toBe('same')
  expect(report.summary).toContain('same as reviewed in #12')
  expect(report.failure).toBeUndefined()
})

test('a different plan is told apart by its attributes, and fails where sameness is required', async () => {
  const world = await mergedWorld()
  const report = await plan(world, { value: 'other-value', isOnMain: true })
  expect(report.outputs['reviewed']).toBe('different')
  expect(report.failure).toBeUndefined()
  expect(report.summary).toContain('- `a.b` changed: differs in `x`')
  const strict = await plan(
    { ...world, artifacts: [] },
    { value: 'other-value', isOnMain: true, given: STRICT }
  )
  expect(strict.failure).toMatch(/not the reviewed one: not what was reviewed in #12/)
})

test('a commit without a pull request, or one without a record, is unknown', async () => {
  const alone = await plan(newWorld(), { value: 'x', isOnMain: true, given: STRICT })
  expect([alone.outputs['reviewed'], alone.failure]).toEqual([
    'unknown',
    expect.stringMatching(/no merged pull request/)
  ])
  const world = { ...newWorld(), merged: PULL_REQUEST }
  const unrecorded = await plan(world, { value: 'x', isOnMain: true, given: STRICT })
  expect(unrecorded.failure).toMatch(/#12 has no recorded plan/)
})

test('a pull request is not asked for its own review', async () => {
  expect((await plan(newWorld(), { value: 'x', isOnMain: false, given: STRICT })).failure).toBeUndefined()
})

test('a push writes no comment of its own', async () => {
  const world = await mergedWorld()
  const before = world.comments.get(12)
  await plan(world, { value: 'x', isOnMain: true })
  expect(world.comments.get(12)).toBe(before)
})
