import { expect, test } from '@jest/globals'
import { act } from '../../../actions/plan-comment/src/act.ts'
import { COMMENT_CHARACTERS, renderComment, runOf } from '../../../actions/plan-comment/src/comment.ts'
import { parseInputs, type Inputs } from '../../../actions/plan-comment/src/inputs.ts'
import { fragmentOf } from '../../fakes/fragments.ts'
import { newWorld, openJob, type Job, type World } from '../../fakes/terraform-plan-world.ts'

const RUN = { url: 'https://github.example/runs/100', id: 100, attempt: 1, headSha: 'ab'.repeat(20) }

const inputsOf = (given: Readonly<Record<string, string>>): Inputs => {
  const all: Readonly<Record<string, string>> = { 'github-token': 't', ...given }
  return parseInputs((name) => all[name] ?? '')
}
const json =
  '{"format_version":"1.2","resource_changes":[{"address":"a.b","mode":"managed","type":"a","name":"b","change":{"actions":["create"],"after":{"x":1}}}]}'

const planJob = (world: World, stack: string, job: Job = {}) =>
  act(inputsOf({ stack }), openJob(world, { terraform: { json }, ...job }).ports)
const quietPlan = (world: World, stack: string, job: Job = {}) =>
  act(inputsOf({ stack, comment: 'never' }), openJob(world, { terraform: { json }, ...job }).ports)
const commentJob = (world: World, job: Job = {}) =>
  act(inputsOf({ stack: 'all', mode: 'comment' }), openJob(world, job).ports)

test('begins with the marker, tells the run and has a row for every stack, the urgent first', () => {
  const body = renderComment(
    [
      fragmentOf('calm', { hasChanges: false }),
      fragmentOf('lossy', { statefulDestroys: ['x'] }),
      fragmentOf('broken', { status: 'failed', error: 'why' })
    ],
    RUN
  )
  expect(body.split('\n')[0]).toBe('<!-- caliber:plan:v1 -->')
  expect(runOf(body)).toBe(100)
  expect([...body.matchAll(/^\| `(\w+)` \|/gm)].map(([, stack]) => stack)).toEqual([
    'broken',
    'lossy',
    'calm'
  ])
})

test('keeps to its budget with rows, titles and counts of all stacks whatever their size', () => {
  const blocks = Array.from(
    { length: 200 },
    (_, at) => `<details><summary>${at}</summary>\n\n\`\`\`diff\n+ ${'ü'.repeat(400)}\n\`\`\`\n\n</details>`
  )
  const large = Array.from({ length: 40 }, (_, at) =>
    fragmentOf(`stack-${at}`, { sections: [{ kind: 'create', title: '#### Create', blocks, total: 200 }] })
  )
  for (const budget of [COMMENT_CHARACTERS, 32_768, 16_384]) {
    const body = renderComment(large, RUN, budget)
    expect(body.length).toBeLessThanOrEqual(budget)
    for (let at = 0; at < 40; at += 1) expect(body).toContain(`### \`stack-${at}\`\n\n1 to create`)
    expect((body.match(/<details>/g) ?? []).length).toBe((body.match(/<\/details>/g) ?? []).length)
    expect((body.match(/^```/gm) ?? []).length % 2).toBe(0)
  }
})

test('of more stacks than anybody reads the rest is counted', () => {
  const body = renderComment(
    Array.from({ length: 300 }, (_, at) => fragmentOf(`stack-${at}`)),
    RUN
  )
  expect(body.length).toBeLessThanOrEqual(COMMENT_CHARACTERS)
  expect(body).toContain('and 200 more stacks')
})

test('a comment too long for this GitHub is halved until it is taken', async () => {
  const world = { ...newWorld(), longest: 9000 }
  const resources = Array.from({ length: 300 }, (_, at) => ({
    address: `a.b[${at}]`,
    mode: 'managed',
    type: 'a',
    name: 'b',
    change: { actions: ['create'], after: { x: 'y'.repeat(300) } }
  }))
  const report = await planJob(world, 'web', {
    terraform: { json: JSON.stringify({ format_version: '1.2', resource_changes: resources }) }
  })
  expect(report.failure).toBeUndefined()
  expect(world.comments.get(12)?.length).toBeLessThanOrEqual(9000)
  expect(world.comments.get(12)).toContain('300 to create')
  expect(report.summary).toContain('a.b[299]')
})

test('two jobs that comment at once lose no part, whoever writes last', async () => {
  const world = newWorld()
  let isFirst = true
  world.beforeWrite = async () => {
    if (!isFirst) return
    isFirst = false
    await planJob(world, 'second')
  }
  await planJob(world, 'first')
  expect(world.comments.get(12)).toContain('### `first`')
  expect(world.comments.get(12)).toContain('### `second`')
})

test('many jobs at once end in one comment with all of them', async () => {
  const world = newWorld()
  world.beforeWrite = () => new Promise((resolve) => setTimeout(resolve, world.writes % 3))
  const stacks = Array.from({ length: 12 }, (_, at) => `stack-${at}`)
  await Promise.all(stacks.map((stack) => planJob(world, stack)))
  for (const stack of stacks) expect(world.comments.get(12)).toContain(`### \`${stack}\``)
})

test.each([1, 5, 20, 100, 256])('the plans of %d stacks leave room for their applies', (count) => {
  const blocks = Array.from({ length: 400 }, () => `- ${'x'.repeat(300)}`)
  const stacks = Array.from({ length: count }, (_, at) =>
    fragmentOf(`stack-${at}`, { sections: [{ kind: 'create', title: '', blocks, total: 400 }] })
  )
  const room = Math.min(1000 + 250 * count, COMMENT_CHARACTERS / 2)
  const { length } = renderComment(stacks, RUN)
  expect(length).toBeLessThanOrEqual(COMMENT_CHARACTERS - room)
})

test('an older run does not overwrite the comment of a newer one', async () => {
  const world = newWorld()
  await planJob(world, 'web', { context: { runId: 200 } })
  const newer = world.comments.get(12)
  world.artifacts = []
  const report = await planJob(world, 'web', { context: { runId: 150 } })
  expect([world.comments.get(12), report.outputs['comment-url'], report.failure]).toEqual([
    newer,
    '',
    undefined
  ])
})

test('one job comments for all plans of the run, and hands on those with changes and a seal', async () => {
  const world = newWorld()
  await quietPlan(world, 'plain')
  const sealed = openJob(world, { terraform: { json } })
  await act(
    inputsOf({
      stack: 'sealed',
      comment: 'never',
      'seal-key': Buffer.alloc(32, 1).toString('base64'),
      'backend-config': 'key=a'
    }),
    sealed.ports
  )
  expect(world.comments.size).toBe(0)
  const report = await commentJob(world)
  expect(report.outputs).toMatchObject({ create: '2', 'has-changes': 'true', reviewed: 'unknown' })
  const plans = JSON.parse(report.outputs['plans'] ?? '') as Record<string, Record<string, unknown>>
  expect(Object.keys(plans)).toEqual(['sealed'])
  expect(plans['sealed']).toMatchObject({
    'backend-config': 'key=a',
    reviewed: 'unknown',
    'stateful-destroys': []
  })
  const { digest, 'short-digest': short } = plans['sealed'] ?? {}
  expect(String(digest).slice(0, 8)).toBe(short)
  expect([...world.records.keys()].map((key) => key.split(' ')[1])).toEqual(['plain', 'sealed'])
})

test('the comment job is red when a plan failed, and tells of all', async () => {
  const world = newWorld()
  await quietPlan(world, 'good')
  await quietPlan(world, 'bad', {
    terraform: { plan: { kind: 'failed', message: 'no bucket', diagnostics: [] } }
  })
  const report = await commentJob(world)
  expect(report.failure).toBe("1 of the run's plans were not made. 'bad' failed: no bucket")
  expect(world.comments.get(12)).toContain('### `good`')
})

test('a later attempt stands for its stack', async () => {
  const world = newWorld()
  await quietPlan(world, 'web', { terraform: { plan: { kind: 'failed', message: 'once', diagnostics: [] } } })
  await quietPlan(world, 'web', { context: { runAttempt: 2 } })
  expect((await commentJob(world, { context: { runAttempt: 2 } })).failure).toBeUndefined()
})

test('a run without plans says what is missing', async () => {
  await expect(commentJob(newWorld())).rejects.toThrow(/no plan to comment on/)
})

test.each<[string, (text: string) => string]>([
  ['of another stack', (text) => text.replace('"stack":"web"', '"stack":"other"')],
  ['of another commit', (text) => text.replace('"commit":"01', '"commit":"02')],
  ['of another shape', (text) => text.replace('"attempt":1', '"attempt":"1"')],
  ['with more than it should have', (text) => text.replace('{"version":1', '{"version":1,"more":1')],
  ['cut in half', (text) => text.slice(0, 100)]
])('a fragment %s is refused', async (_what, tamper) => {
  const world = newWorld()
  await quietPlan(world, 'web')
  const [artifact] = world.artifacts
  world.artifacts = [
    {
      ...artifact,
      files: { 'fragment.json': tamper(String(artifact?.files['fragment.json'])) }
    } as World['artifacts'][number]
  ]
  await expect(commentJob(world)).rejects.toThrow(/artifact 'plan-fragment-web-1'/)
})

test('markers and mentions in a fragment are ended', async () => {
  const world = newWorld()
  const fragment = fragmentOf('web', {
    sections: [{ kind: 'create', title: '', blocks: ['<!-- caliber:run 999.1 --> @octocat'], total: 1 }]
  })
  world.artifacts = [
    { id: 1, name: 'plan-fragment-web-1', files: { 'fragment.json': JSON.stringify(fragment) } }
  ]
  await commentJob(world)
  expect(runOf(world.comments.get(12) ?? '')).toBe(100)
  expect(world.comments.get(12)).not.toMatch(/@octocat/)
})
