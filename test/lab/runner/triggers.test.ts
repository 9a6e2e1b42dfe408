import { expect, test } from '@jest/globals'
import type { WorkflowEvent } from '../../../lab/runner/ports.ts'
import { readWorkflowText } from '../../../lab/runner/workflow/grammar.ts'
import { child } from '../../../lab/runner/workflow/token.ts'
import { isTriggeredBy } from '../../../lab/runner/workflow/triggers.ts'
import { pushEvent } from '../../fakes/runner-bench.ts'

function starts(on: string, event: Partial<WorkflowEvent>): boolean {
  const { root, faults } = readWorkflowText(
    'w.yml',
    `on: ${on}\njobs: {a: {runs-on: x, steps: [{run: echo}]}}`
  )
  expect(faults).toEqual([])
  return isTriggeredBy(child(root, 'on'), pushEvent(event))
}

const tag = { ref: 'refs/tags/v1' }
const pull = {
  name: 'pull_request',
  baseRef: 'main',
  headRef: 'topic',
  payload: { action: 'opened' }
} as const

test.each<[string, string, Partial<WorkflowEvent>, boolean]>([
  ['a name alone starts on every push', 'push', tag, true],
  ['a list of names does too', '[pull_request, push]', {}, true],
  ['another event does not start it', 'pull_request', {}, false],
  ['branches let theirs through', '{push: {branches: [main]}}', {}, true],
  ['branches keep others out', '{push: {branches: [rel/**]}}', {}, false],
  ['branches alone keep tags out', '{push: {branches: [main]}}', tag, false],
  ['tags alone keep branches out', '{push: {tags: ["v*"]}}', {}, false],
  ['tags let theirs through, whatever the paths', '{push: {tags: ["v*"], paths: [none]}}', tag, true],
  ['branches-ignore keeps its own out', '{push: {branches-ignore: [main]}}', {}, false],
  ['branches-ignore lets the rest in', '{push: {branches-ignore: [dev]}}', {}, true],
  ['paths ask for one changed file', '{push: {paths: ["terraform/**"]}}', {}, false],
  [
    'paths are content with one',
    '{push: {paths: ["terraform/**"]}}',
    { changedFiles: ['a', 'terraform/x.tf'] },
    true
  ],
  ['paths-ignore needs a file beyond it', '{push: {paths-ignore: ["**.md"]}}', {}, false],
  [
    'paths-ignore lets mixed changes in',
    '{push: {paths-ignore: ["**.md"]}}',
    { changedFiles: ['a.md', 'b.ts'] },
    true
  ],
  ['a deleted branch starts nothing', 'push', { payload: { deleted: true } }, false],
  ['[skip ci] is heard', 'push', { payload: { head_commit: { message: 'x [skip ci]' } } }, false],
  ['a pull request starts when it is opened', 'pull_request', pull, true],
  ['and not when it is closed', 'pull_request', { ...pull, payload: { action: 'closed' } }, false],
  [
    'unless types say so',
    '{pull_request: {types: [closed]}}',
    { ...pull, payload: { action: 'closed' } },
    true
  ],
  ['its branches are those it aims at', '{pull_request: {branches: [main]}}', pull, true],
  ['and not where it comes from', '{pull_request: {branches: [topic]}}', pull, false],
  [
    'a merge group starts by itself',
    'merge_group',
    { name: 'merge_group', payload: { action: 'checks_requested' }, baseRef: 'main' },
    true
  ],
  [
    'a schedule is found by its cron',
    '{schedule: [{cron: "0 3 * * *"}]}',
    { name: 'schedule', payload: { schedule: '0 3 * * *' } },
    true
  ],
  [
    'another cron is another schedule',
    '{schedule: [{cron: "0 3 * * *"}]}',
    { name: 'schedule', payload: { schedule: '5 3 * * *' } },
    false
  ],
  [
    'a workflow run is found by name',
    '{workflow_run: {workflows: [CI]}}',
    {
      name: 'workflow_run',
      payload: { action: 'completed', workflow_run: { name: 'CI', head_branch: 'main' } }
    },
    true
  ]
])('%s', (...[, on, event, expected]) => {
  expect(starts(on, event)).toBe(expected)
})
