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
  ['a name alone starts on every push [docs: events-that-trigger-workflows#push]', 'push', tag, true],
  ['a list of names starts on each [docs: workflow-syntax#on]', '[pull_request, push]', {}, true],
  ['an event that is not named starts nothing [docs: workflow-syntax#on]', 'pull_request', {}, false],
  [
    'branches let their own through [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {branches: [main]}}',
    {},
    true
  ],
  [
    'branches keep others out [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {branches: [rel/**]}}',
    {},
    false
  ],
  [
    'branches alone keep tags out [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {branches: [main]}}',
    tag,
    false
  ],
  [
    'tags alone keep branches out [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {tags: ["v*"]}}',
    {},
    false
  ],
  [
    'tags let their own through, whatever the paths [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{push: {tags: ["v*"], paths: [none]}}',
    tag,
    true
  ],
  [
    'branches-ignore keeps its own out [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {branches-ignore: [main]}}',
    {},
    false
  ],
  [
    'branches-ignore lets the rest in [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {branches-ignore: [dev]}}',
    {},
    true
  ],
  [
    'paths ask for one changed file [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{push: {paths: ["terraform/**"]}}',
    {},
    false
  ],
  [
    'paths let a push with one such file through [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{push: {paths: ["terraform/**"]}}',
    { changedFiles: ['a', 'terraform/x.tf'] },
    true
  ],
  [
    'paths-ignore needs a file beyond it [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{push: {paths-ignore: ["**.md"]}}',
    {},
    false
  ],
  [
    'paths-ignore lets mixed changes in [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{push: {paths-ignore: ["**.md"]}}',
    { changedFiles: ['a.md', 'b.ts'] },
    true
  ],
  [
    'an exclamation mark alone chooses nothing [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {branches: ["!dev"]}}',
    {},
    false
  ],
  [
    'branches and paths must both let a push through [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{push: {branches: [main], paths: ["terraform/**"]}}',
    {},
    false
  ],
  [
    'a skip-checks trailer is heard [docs: skip-workflow-runs]',
    'push',
    { payload: { head_commit: { message: 'x\n\n\nskip-checks: true' } } },
    false
  ],
  [
    'a pull request starts whatever its head commit says [docs: skip-workflow-runs; different: the event does not carry the commit’s message]',
    'pull_request',
    { ...pull, payload: { action: 'opened', pull_request: { title: '[skip ci]' } } },
    true
  ],
  [
    'a deleted branch starts nothing [docs: events-that-trigger-workflows#push]',
    'push',
    { payload: { deleted: true } },
    false
  ],
  [
    'a skip instruction in the head commit is heard [docs: skip-workflow-runs]',
    'push',
    { payload: { head_commit: { message: 'x [skip ci]' } } },
    false
  ],
  [
    'a pull request starts when it is opened [docs: events-that-trigger-workflows#pull_request]',
    'pull_request',
    pull,
    true
  ],
  [
    'a pull request that is closed starts nothing [docs: events-that-trigger-workflows#pull_request]',
    'pull_request',
    { ...pull, payload: { action: 'closed' } },
    false
  ],
  [
    'a type that is named starts [docs: workflow-syntax#onevent_nametypes]',
    '{pull_request: {types: [closed]}}',
    { ...pull, payload: { action: 'closed' } },
    true
  ],
  [
    'branches of a pull request are those it aims at [docs: workflow-syntax#onpull_requestpull_request_targetbranchesbranches-ignore]',
    '{pull_request: {branches: [main]}}',
    pull,
    true
  ],
  [
    'branches of a pull request are not where it comes from [docs: workflow-syntax#onpull_requestpull_request_targetbranchesbranches-ignore]',
    '{pull_request: {branches: [topic]}}',
    pull,
    false
  ],
  [
    'a merge group starts by itself [docs: events-that-trigger-workflows#merge_group]',
    'merge_group',
    { name: 'merge_group', payload: { action: 'checks_requested' }, baseRef: 'main' },
    true
  ],
  [
    'a schedule is found by its cron [docs: events-that-trigger-workflows#schedule]',
    '{schedule: [{cron: "0 3 * * *"}]}',
    { name: 'schedule', payload: { schedule: '0 3 * * *' } },
    true
  ],
  [
    'another cron is another schedule [docs: events-that-trigger-workflows#schedule]',
    '{schedule: [{cron: "0 3 * * *"}]}',
    { name: 'schedule', payload: { schedule: '5 3 * * *' } },
    false
  ],
  [
    'a workflow run is found by name [docs: events-that-trigger-workflows#workflow_run]',
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
