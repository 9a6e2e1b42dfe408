import { expect, test } from '@jest/globals'
import { toReport } from '../../../actions/report-drift/src/report.ts'
import { UserError } from '../../../lib/errors.ts'
import { NO_COUNTS } from '../../../lib/terraform/changes.ts'
import {
  clean,
  drifted,
  failed,
  inputsOf,
  openOnes,
  openTracker,
  standingsOf,
  type Given,
  type Tracker
} from './tracker.ts'

test.each<[string, Given, string]>([
  ['no token', { 'github-token': ' ' }, "Input 'github-token' is required"],
  ['two labels', { label: 'drift,infra' }, "Input 'label' is 'drift,infra'"],
  ['a label too long', { label: 'd'.repeat(51) }, 'at most 50 characters'],
  ['a label with a line break', { label: 'a\nb' }, "Input 'label'"],
  ['a label that turns the text', { label: 'a\u202Eb' }, "Input 'label'"],
  ['a stack with a slash', { ignore: 'a/b' }, "Input 'ignore' has 'a/b'"],
  ['a stack with a space', { ignore: 'web\nnot one' }, "Input 'ignore' has 'not one'"],
  ['a stack too long', { ignore: 's'.repeat(81) }, "Input 'ignore'"],
  ['text for the stacks that there are', { known: 'web' }, "Input 'known' is no JSON list"],
  ['a stack without a name among them', { known: '[{}]' }, "Input 'known' is no JSON list"],
  ['no new issues', { 'most-opened': '0' }, 'no whole number from 1 to 256'],
  ['too many new issues', { 'most-opened': '257' }, 'no whole number from 1 to 256'],
  ['a number in words', { 'most-opened': 'ten' }, 'no whole number from 1 to 256'],
  ['a flag in capitals', { 'fail-on-drift': 'TRUE' }, 'none of false, true'],
  ['a flag of another language', { 'dry-run': 'si' }, 'none of false, true']
])('%s is refused in a sentence', (_name, given, sentence) => {
  expect(() => inputsOf(given)).toThrow(UserError)
  expect(() => inputsOf(given)).toThrow(sentence)
})

test('an issue is opened once for a drift, however often it is found', async () => {
  const tracker = openTracker()
  expect(standingsOf(await tracker.run([drifted('web'), clean('db')]))).toEqual({
    db: 'clean',
    web: 'drifted'
  })
  const again = await tracker.run([drifted('web'), clean('db')])
  expect([tracker.writes, openOnes(tracker)]).toEqual([['open 1'], ['Drift: web']])
  expect(again).toMatchObject({ kind: 'reported', done: [] })
  expect(tracker.issues[0]?.body).toMatch(
    /^<!-- caliber:drift:v1 web -->\n<!-- caliber:drift-is [0-9a-f]{16} -->\n\nWhat stands/
  )
})

test('values that nobody changed, as how far a database can be restored, make no other drift', async () => {
  const tracker = openTracker()
  for (const digest of ['0a'.repeat(32), '0b'.repeat(32)])
    await tracker.run([{ ...drifted('db'), fingerprint: { digest, resources: {}, outputs: {} } }])
  expect(tracker.writes).toEqual(['open 1'])
})

test('it is rewritten when the drift changes, closed when it is gone, and opened again', async () => {
  const tracker = openTracker()
  await tracker.run([drifted('web')])
  await tracker.run([drifted('web', '- `y`')])
  expect(tracker.issues[0]?.body).toContain('- `y`')
  await tracker.run([clean('web')])
  expect(tracker.issues[0]).toMatchObject({ isOpen: false, reason: 'completed' })
  expect(tracker.issues[0]?.body).toContain('Clean since 2026-01-01')
  await tracker.run([clean('web')])
  await tracker.run([drifted('web')])
  expect(openOnes(tracker)).toEqual(['Drift: web'])
  expect(tracker.writes).toEqual(['open 1', 'change 1', 'change 1', 'change 1'])
})

test('drift that changes nothing counts, and a stack that was never drifted gets no issue', async () => {
  const tracker = openTracker()
  const outside = { ...clean('web'), counts: { ...NO_COUNTS, drift: 1 } }
  expect(standingsOf(await tracker.run([outside, clean('db')]))).toEqual({ db: 'clean', web: 'drifted' })
})

test('closed as not planned, the very same drift is accepted; the next one is not', async () => {
  const tracker = openTracker()
  await tracker.run([drifted('web')])
  Object.assign(tracker.issues[0] ?? {}, { isOpen: false, reason: 'not_planned' })
  expect(standingsOf(await tracker.run([drifted('web')]))).toEqual({ web: 'accepted' })
  expect(standingsOf(await tracker.run([drifted('web', '- `z`')]))).toEqual({ web: 'drifted' })
  expect(openOnes(tracker)).toEqual(['Drift: web'])
  Object.assign(tracker.issues[0] ?? {}, { isOpen: false, reason: 'completed' })
  await tracker.run([drifted('web', '- `z`')])
  expect(openOnes(tracker)).toEqual(['Drift: web'])
})

test('a plan that failed closes nothing and opens nothing', async () => {
  const tracker = openTracker()
  await tracker.run([drifted('web')])
  const outcome = await tracker.run([failed('web'), failed('db')])
  expect(standingsOf(outcome)).toEqual({ db: 'unknown', web: 'unknown' })
  expect(outcome.rows[0]?.words).toBe('Error: no')
  expect(tracker.writes).toHaveLength(1)
})

test('a stack that this run did not plan keeps its issue, and an ignored one gets none', async () => {
  const tracker = openTracker()
  await tracker.run([drifted('web')])
  expect(standingsOf(await tracker.run([drifted('db'), clean('net')], { ignore: 'db' }))).toEqual({
    net: 'clean'
  })
  expect(openOnes(tracker)).toEqual(['Drift: web'])
})

test('a flood is opened bit by bit', async () => {
  const tracker = openTracker()
  const many = Array.from({ length: 5 }, (_, at) => drifted(`s${at}`))
  const first = await tracker.run(many, { 'most-opened': '2' })
  expect(Object.values(standingsOf(first))).toEqual([
    'drifted',
    'drifted',
    'postponed',
    'postponed',
    'postponed'
  ])
  expect(toReport(inputsOf(), first).outputs).toMatchObject({
    'has-drift': 'true',
    postponed: '["s2","s3","s4"]'
  })
  await tracker.run(many, { 'most-opened': '2' })
  await tracker.run(many, { 'most-opened': '2' })
  expect(tracker.issues).toHaveLength(5)
})

test('of two runs that open at once the younger issue is taken back', async () => {
  const tracker = openTracker()
  let isMet = false
  tracker.hooks.before = async (call) => {
    if (call !== 'open' || isMet) return
    isMet = true
    await tracker.run([drifted('web')])
  }
  await tracker.run([drifted('web')])
  const open = tracker.issues.filter(({ isOpen }) => isOpen)
  expect(open.map(({ number }) => number)).toEqual([1])
  expect(tracker.issues[1]).toMatchObject({
    reason: 'not_planned',
    body: expect.stringContaining('Issue #1 is kept')
  })
  expect(standingsOf(await tracker.run([drifted('web')]))).toEqual({ web: 'drifted' })
})

const FRAGMENTS = [drifted('a'), drifted('b', '- `new`'), clean('c'), drifted('d')]

/** Issues of which one is to be opened, one rewritten, one closed and one opened again. */
async function prepared(): Promise<Tracker> {
  const tracker = openTracker()
  await tracker.run([drifted('b'), drifted('c'), drifted('d')])
  await tracker.run([clean('d')])
  return tracker
}
const stateOf = ({ issues }: Tracker) => issues.map(({ title, isOpen, body }) => [title, isOpen, body])

test('a run that ends at any of its requests is completed by the next, and nothing is doubled', async () => {
  const undisturbed = await prepared()
  await undisturbed.run(FRAGMENTS)
  for (const at of ['before', 'after'] as const) {
    for (let nth = 1; nth <= 6; nth += 1) {
      const tracker = await prepared()
      let count = 0
      tracker.hooks[at] = () => {
        count += 1
        if (count === nth) throw new Error('the runner is gone')
      }
      const ended = await tracker.run(FRAGMENTS).catch(() => ({ kind: 'gone' }))
      expect([at, nth, ended.kind]).toEqual([at, nth, expect.stringMatching(/^(?:failed|gone)$/)])
      tracker.hooks[at] = () => {}
      await tracker.run(FRAGMENTS)
      expect([at, nth, stateOf(tracker)]).toEqual([at, nth, stateOf(undisturbed)])
    }
  }
})

test('a dry run writes nothing; outputs and summary say what it would', async () => {
  const tracker = await prepared()
  const before = stateOf(tracker)
  const { outputs, summary, failure } = toReport(
    inputsOf(),
    await tracker.run(FRAGMENTS, { 'dry-run': 'true' })
  )
  expect(stateOf(tracker)).toEqual(before)
  expect(outputs).toMatchObject({
    outcome: 'planned',
    drifted: '["a","b","d"]',
    opened: '[]',
    'has-drift': 'true'
  })
  expect(summary).toContain('What would be: open `a`, update `b`, close `c`, reopen `d`.')
  expect(failure).toBeUndefined()
})

test('it can make the step red, and tells what was done when it stops', async () => {
  const tracker = await prepared()
  const { outputs, failure } = toReport(inputsOf({ 'fail-on-drift': 'true' }), await tracker.run(FRAGMENTS))
  expect(failure).toContain('a, b, d drifted')
  expect(outputs).toMatchObject({ opened: '["a","d"]', closed: '["c"]', clean: '["c"]' })
  expect(JSON.parse(outputs['issues'] ?? '')).toEqual({
    a: 'https://x/4',
    b: 'https://x/1',
    c: 'https://x/2',
    d: 'https://x/3'
  })
  const stopped = await prepared()
  stopped.hooks.before = (call) => {
    if (call === 'change 2') throw new Error('GitHub is away')
  }
  const { failure: why } = toReport(inputsOf(), await stopped.run(FRAGMENTS))
  expect(why).toBe('GitHub is away\nDone before that: 2 issues. The next run goes on from there.')
})

test('no plan at all is refused', async () => {
  await expect(openTracker().run([])).rejects.toThrow('No plan job of this run left a plan behind')
})

test('what does not fit into an issue is left out, and the marks are never lost', async () => {
  const tracker = openTracker()
  const blocks = Array.from({ length: 400 }, (_, at) => `- ${'x'.repeat(400)} ${at}`)
  await tracker.run([
    { ...drifted('web'), sections: [{ kind: 'update', title: 'Update', blocks, total: 400 }] }
  ])
  const body = tracker.issues[0]?.body ?? ''
  expect(body.length).toBeLessThanOrEqual(65_536)
  expect(body).toContain(
    'left out here; [the run](https://github.com/acme/infra/actions/runs/100) has all of it'
  )
})
