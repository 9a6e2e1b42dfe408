import { expect, test } from '@jest/globals'
import { consolePrinter } from '../../lab/console.ts'
import type { Job, Run, RunnerEvent } from '../../lab/runner/ports.ts'

const run = { id: 1, name: 'ci plan', event: { name: 'pull_request' } } as unknown as Run
const job = { id: 7, run, name: 'plan / comment' } as unknown as Job

function print(events: readonly RunnerEvent[], logs = false): string[] {
  const lines: string[] = []
  const printer = consolePrinter({ write: (line) => lines.push(line), logs, summaries: false })
  for (const event of events) printer(event)
  return lines
}

const log = (line: string): RunnerEvent => ({ kind: 'log', at: 0, job, line })
const step = (conclusion: 'success' | 'failure' | 'skipped'): RunnerEvent => ({
  kind: 'step',
  at: 0,
  job,
  index: 0,
  name: 'Comment',
  status: 'completed',
  conclusion
})

test('says which run and job is in which state', () => {
  const lines = print([
    { kind: 'run', at: 0, run, status: 'in_progress' },
    { kind: 'job', at: 0, job, status: 'completed', conclusion: 'success' }
  ])
  expect(lines).toEqual(['· ci plan · pull_request · in progress', '  ✓ plan / comment · success'])
})

test('keeps the log of a step that succeeds to itself, but for its phases', () => {
  expect(
    print([log('##[group]Run $/actions/x'), log('##[group]terraform plan'), log('line'), step('success')])
  ).toEqual(['      terraform plan …', '    ✓ Comment'])
})

test('shows the end of the log of a step that fails', () => {
  const lines = print([...Array.from({ length: 60 }, (_, index) => log(`line ${index}`)), step('failure')])
  expect(lines[0]).toBe('    ✗ Comment')
  expect(lines.slice(1)).toHaveLength(40)
  expect(lines.at(-1)).toBe('      line 59')
})

test('prints each line once when logs are asked for', () => {
  expect(print([log('line'), step('failure')], true)).toEqual(['      line', '    ✗ Comment'])
})

test('leaves out steps that were skipped', () => {
  expect(print([step('skipped')])).toEqual([])
})
