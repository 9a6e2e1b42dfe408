import { expect, test } from '@jest/globals'
import { recordTimeline } from '../../../lab/report/timeline.ts'
import type { RunnerEvent, WorkflowEvent } from '../../../lab/runner/ports.ts'
import { APPLY_RUN, job, jobIs, PLAN_RUN, runIs, SAMPLE_EVENTS, START } from './sample-events.ts'

const runs = recordTimeline(SAMPLE_EVENTS)
const apply = runs[1]?.jobs.at(-1)

test('a run is told with its cause, its person, its commit and its end', () => {
  expect(runs.map(({ name, cause, actor, ending }) => [name, cause, actor, ending])).toEqual([
    ['ci-plan', 'pull request #1', 'ada', 'success'],
    ['ci-apply', 'push to main', 'ada', 'success']
  ])
  expect(runs[1]).toMatchObject({
    startedAt: START + 24_000,
    finishedAt: START + 98_000,
    sha: expect.any(String)
  })
})

test('jobs come in the order in which they began, skipped ones among them', () => {
  expect(runs[0]?.jobs.map(({ name, ending }) => [name, ending])).toEqual([
    ['offline checks for forks', 'skipped'],
    ['plan / plan (caliber-acme-stg)', 'success'],
    ['plan / comment', 'success'],
    ['required', 'success']
  ])
})

test('a wait for an environment is apart from the work', () => {
  expect(apply).toMatchObject({
    environment: 'caliber-stg',
    waits: [{ startedAt: START + 43_600, finishedAt: START + 52_400 }],
    startedAt: START + 52_400
  })
})

test('steps have their own times, and summaries their step', () => {
  expect(apply?.steps.map(({ name }) => name)).toContain('Apply what was approved')
  expect(apply?.steps[0]).toEqual({
    name: 'Set up job',
    ending: 'success',
    startedAt: START + 52_400,
    finishedAt: START + 52_500
  })
  expect(apply?.summaries.map(({ step }) => step)).toEqual(['Apply what was approved'])
})

test('an annotation names its job', () => {
  expect(runs[0]?.annotations).toMatchObject([
    { job: 'plan / plan (caliber-acme-stg)', annotation: { level: 'warning' } }
  ])
})

test('what never ended lasts until the last event', () => {
  const build = job(PLAN_RUN, 1, { name: 'build' })
  const events: RunnerEvent[] = [
    runIs(PLAN_RUN, 0, 'in_progress'),
    jobIs(build, 1, 'in_progress'),
    { kind: 'step', at: START + 2000, job: build, index: 0, name: 'compile', status: 'in_progress' },
    { kind: 'log', at: START + 9000, job: build, line: '…' }
  ]
  const [run] = recordTimeline(events)
  expect(run).toMatchObject({ ending: 'unfinished', finishedAt: START + 9000 })
  expect(run?.jobs[0]?.steps[0]).toMatchObject({ ending: 'unfinished', finishedAt: START + 9000 })
})

test('another attempt of a run stands by itself', () => {
  const again = { ...APPLY_RUN, attempt: 2 }
  const events = [
    runIs(APPLY_RUN, 0, 'in_progress'),
    jobIs(job(APPLY_RUN, 1, { name: 'apply' }), 1, 'completed: failure'),
    runIs(APPLY_RUN, 2, 'completed: failure'),
    runIs(again, 3, 'in_progress'),
    jobIs(job(again, 2, { name: 'apply' }), 4, 'completed: success'),
    runIs(again, 5, 'completed: success')
  ]
  expect(recordTimeline(events).map(({ attempt, ending, jobs }) => [attempt, ending, jobs.length])).toEqual([
    [1, 'failure', 1],
    [2, 'success', 1]
  ])
})

const causes: readonly (readonly [WorkflowEvent['name'], string, string])[] = [
  ['push', 'refs/tags/v1', 'push to v1'],
  ['workflow_dispatch', 'refs/heads/main', 'started by hand on main'],
  ['merge_group', 'refs/heads/queue', 'merge group'],
  ['schedule', 'refs/heads/main', 'schedule']
]

test.each(causes)('%s is told in words', (name, ref, words) => {
  const run = { ...PLAN_RUN, event: { ...PLAN_RUN.event, name, ref, payload: {} } }
  expect(recordTimeline([runIs(run, 0, 'in_progress')])[0]?.cause).toBe(words)
})

test('no event is no run', () => {
  expect(recordTimeline([])).toEqual([])
})
