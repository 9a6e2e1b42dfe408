import { expect, test } from '@jest/globals'
import { act } from '../../../actions/plan-comment/src/act.ts'
import { renderComment } from '../../../actions/plan-comment/src/comment.ts'
import { fragmentOf } from '../../fakes/fragments.ts'
import { inputsOf, newWorld, openJob, planOf, type World } from '../../fakes/terraform-plan-world.ts'

const RUN = { url: 'https://github.example/runs/100', id: 100, attempt: 1, headSha: 'ab'.repeat(20) }

const commentOn = (world: World) => act(inputsOf({ mode: 'comment' }), openJob(world).ports)
const fragmentsOf = (count: number): World['artifacts'] =>
  Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    name: `plan-fragment-stack-${at}-1`,
    files: { 'fragment.json': JSON.stringify(fragmentOf(`stack-${at}`)) }
  }))

test('a comment for more stacks than it shows is written once', async () => {
  const world = newWorld()
  world.artifacts = fragmentsOf(256)
  const report = await commentOn(world)
  expect([world.writes, report.failure, report.outputs['create']]).toEqual([1, undefined, '256'])
})

test('a comment cut to its index by a GitHub that takes little is written once', async () => {
  const world = { ...newWorld(), longest: 4100 }
  world.artifacts = fragmentsOf(90)
  expect((await commentOn(world)).failure).toBeUndefined()
  expect(world.writes).toBe(1)
})

test('a comment that is not found again is not written a second time', async () => {
  const world = newWorld()
  const { ports } = openJob(world, { terraform: { json: planOf('y') } })
  const github = { ...ports.github, readComment: async () => undefined }
  const report = await act(inputsOf(), { ...ports, github })
  expect(world.writes).toBe(1)
  expect(report.failure).toMatch(/comment of #12 was written and is not found again/)
})

test('a comment that others keep overwriting is given up', async () => {
  const world = newWorld()
  const { ports } = openJob(world, { terraform: { json: planOf('y') } })
  const stale = renderComment([fragmentOf('other')], RUN)
  const github = { ...ports.github, readComment: async () => stale }
  const report = await act(inputsOf(), { ...ports, github })
  expect(report.failure).toMatch(/overwritten 20 times/)
})

test.each([
  ['with changes', planOf('y', { complete: false })],
  ['without changes', '{"format_version":"1.2","resource_changes":[],"complete":false}']
])('a plan %s that is not the whole one says so in comment and summary', async (_what, json) => {
  const world = newWorld()
  const { ports } = openJob(world, { terraform: { json } })
  const { summary } = await act(inputsOf(), ports)
  for (const text of [world.comments.get(12), summary])
    expect(text).toContain('Terraform marks this plan as incomplete')
})

test('a change that concerns no stack replaces what an earlier commit was told, and comments on nothing else', async () => {
  const none = { mode: 'comment', stacks: '[]' }
  const world = newWorld()
  const silent = await act(inputsOf(none), openJob(world).ports)
  expect([silent.failure, silent.outputs['plans'], world.writes]).toEqual([undefined, '{}', 0])

  world.artifacts = fragmentsOf(1)
  await commentOn(world)
  world.artifacts = []
  const report = await act(inputsOf(none), openJob(world, { context: { runId: 101 } }).ports)
  expect(report.outputs).toMatchObject({ 'has-changes': 'false', 'plans-by-env': '{}' })
  expect(world.comments.get(12)).toContain('No stack depends on what this change touches')
  expect(world.comments.get(12)).not.toContain('stack-0')
})

test('of a run that plans in waves each hands on its own plans, and shows all', async () => {
  const world = newWorld()
  const artifact = { id: 1, digest: 'd1'.repeat(32) }
  const fingerprint = { digest: 'ab'.repeat(32), resources: {}, outputs: {} }
  const stacks = [
    fragmentOf('saasshared-stg', { artifact, fingerprint }),
    fragmentOf('customer1-stg', { artifact, fingerprint, hasChanges: false }),
    fragmentOf('broken-stg', { status: 'failed', error: 'No.' })
  ]
  world.artifacts = stacks.map((fragment, at) => ({
    id: at + 1,
    name: `plan-fragment-${fragment.stack}-1`,
    files: { 'fragment.json': JSON.stringify(fragment) }
  }))
  const wave = (...names: readonly string[]) =>
    act(inputsOf({ mode: 'comment', stacks: JSON.stringify(names) }), openJob(world).ports)
  const [first, second] = [await wave('saasshared-stg'), await wave('customer1-stg')]
  expect(Object.keys(JSON.parse(first.outputs['plans'] ?? '') as object)).toEqual(['saasshared-stg'])
  expect(second.outputs).toMatchObject({ 'has-changes': 'false', plans: '{}' })
  expect([first.failure, second.failure]).toEqual([undefined, undefined])
  for (const { stack } of stacks) expect(world.comments.get(12)).toContain(stack)
  expect((await wave('broken-stg')).failure).toContain("'broken-stg' failed")
  await expect(wave('unheard-of')).rejects.toThrow('no plan to comment on')
})

test('plans are told by environment, only those with changes, and stacks of none are left out', async () => {
  const world = newWorld()
  const artifact = { id: 1, digest: 'd1'.repeat(32) }
  const fingerprint = { digest: 'ab'.repeat(32), resources: {}, outputs: {} }
  const stacks = [
    fragmentOf('acme-stg', { env: 'stg', artifact, fingerprint }),
    fragmentOf('acme-prod', { env: 'prod', artifact, fingerprint }),
    fragmentOf('globex-stg', { env: 'stg', artifact, fingerprint }),
    fragmentOf('calm-dev', { env: 'dev', artifact, fingerprint, hasChanges: false }),
    fragmentOf('unsealed-test', { env: 'test', fingerprint }),
    fragmentOf('bootstrap', { artifact, fingerprint })
  ]
  world.artifacts = stacks.map((fragment, at) => ({
    id: at + 1,
    name: `plan-fragment-${fragment.stack}-1`,
    files: { 'fragment.json': JSON.stringify(fragment) }
  }))
  const { outputs } = await commentOn(world)
  const byEnv = JSON.parse(outputs['plans-by-env'] ?? '') as Record<string, Record<string, object>>
  expect(Object.fromEntries(Object.entries(byEnv).map(([env, plans]) => [env, Object.keys(plans)]))).toEqual({
    stg: ['acme-stg', 'globex-stg'],
    prod: ['acme-prod'],
    // An apply that has nothing to apply is red, and says so.
    test: []
  })
  expect(Object.keys(JSON.parse(outputs['plans'] ?? '') as object)).toContain('bootstrap')
})
