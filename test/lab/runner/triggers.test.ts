import { testTriggers } from './trigger-cases.ts'

const tag = { ref: 'refs/tags/v1' }
const many = Array.from({ length: 3_000 }, (_, index) => `a${String(index)}`)

testTriggers([
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
    'tags-ignore keeps its own out [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {tags-ignore: ["v*"]}}',
    tag,
    false
  ],
  [
    'tags-ignore lets other tags in [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {tags-ignore: ["beta*"]}}',
    tag,
    true
  ],
  [
    'tags-ignore alone keeps branches out [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {tags-ignore: ["beta*"]}}',
    {},
    false
  ],
  [
    'tags and branches side by side let both in [docs: workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore]',
    '{push: {branches: [main], tags-ignore: ["beta*"]}}',
    {},
    true
  ],
  [
    'path filters look at the first 3,000 files of a diff [docs: workflow-syntax#git-diff-comparisons]',
    '{push: {paths: [z]}}',
    { changedFiles: [...many, 'z'] },
    false
  ],
  [
    'the three-thousandth file is looked at [docs: workflow-syntax#git-diff-comparisons]',
    '{push: {paths: [z]}}',
    { changedFiles: [...many.slice(1), 'z'] },
    true
  ],
  [
    'paths let a push of more than 1,000 commits in [docs: workflow-syntax#git-diff-comparisons]',
    '{push: {paths: [z]}}',
    { changedFiles: 'unknown' },
    true
  ],
  [
    'paths and paths-ignore keep out what changes nothing [docs: workflow-syntax#git-diff-comparisons]',
    '{push: {paths-ignore: [z]}}',
    { changedFiles: [] },
    false
  ],
  [
    'a skip-checks trailer is heard [docs: skip-workflow-runs]',
    'push',
    { payload: { head_commit: { message: 'x\n\n\nskip-checks: true' } } },
    false
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
  ]
])
