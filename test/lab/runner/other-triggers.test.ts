import { testTriggers } from './trigger-cases.ts'

const pull = {
  name: 'pull_request',
  baseRef: 'main',
  headRef: 'topic',
  payload: { action: 'opened' }
} as const

testTriggers([
  [
    'paths of a pull request ask for one changed file [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{pull_request: {paths: ["terraform/**"]}}',
    { ...pull, changedFiles: ['README.md'] },
    false
  ],
  [
    'paths of a pull request let one with such a file through [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{pull_request: {paths: ["terraform/**"]}}',
    { ...pull, changedFiles: ['README.md', 'terraform/x.tf'] },
    true
  ],
  [
    'paths-ignore of a pull request needs a file beyond it [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{pull_request: {paths-ignore: ["**.md"]}}',
    { ...pull, changedFiles: ['README.md'] },
    false
  ],
  [
    'branches and paths must both let a pull request through [docs: workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore]',
    '{pull_request: {branches: [rel/**], paths: ["**"]}}',
    { ...pull, changedFiles: ['README.md'] },
    false
  ],
  [
    'a pull request that conflicts starts nothing [docs: events-that-trigger-workflows#pull_request]',
    'pull_request',
    { ...pull, hasConflict: true },
    false
  ],
  [
    'a skip instruction in the head commit of a pull request is heard [docs: skip-workflow-runs]',
    'pull_request',
    { ...pull, headMessage: 'x [no ci]' },
    false
  ],
  [
    'the title of a pull request is no skip instruction [docs: skip-workflow-runs]',
    'pull_request',
    { ...pull, payload: { action: 'opened', pull_request: { title: '[skip ci]' } } },
    true
  ],
  [
    'a dispatched event of any type starts [docs: events-that-trigger-workflows#repository_dispatch]',
    'repository_dispatch',
    { name: 'repository_dispatch', payload: { action: 'released' } },
    true
  ],
  [
    'types choose among dispatched events [docs: events-that-trigger-workflows#repository_dispatch]',
    '{repository_dispatch: {types: [built]}}',
    { name: 'repository_dispatch', payload: { action: 'released' } },
    false
  ],
  [
    'a workflow run on another branch is passed over [docs: workflow-syntax#onworkflow_runbranchesbranches-ignore]',
    '{workflow_run: {workflows: [CI], branches: [main]}}',
    {
      name: 'workflow_run',
      payload: { action: 'completed', workflow_run: { name: 'CI', head_branch: 'topic' } }
    },
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
])
