import type { RefusalReason } from '../../actions/apply-gated/src/outcome.ts'
import { planText, REVIEWED, type Scenario } from './apply-world.ts'

const lock = { id: '1', who: 'carol@laptop', operation: 'apply', created: '2026-01-01', path: 'net.tfstate' }
const destroys = planText({ type: 'aws_db_instance', name: 'main', actions: ['delete', 'create'], after: {} })
const differs = planText({ after: { n: 3 } })
/** The state moved since the plan was made. */
export const stale: Scenario = { terraform: { apply: () => Promise.resolve({ kind: 'stale' }) } }

type Refused = readonly [what: string, reason: RefusalReason, sentence: RegExp, scenario: Scenario]

/** Everything that must not be applied, why, and in which words. */
export const refusedApplies: readonly Refused[] = [
  [
    'what was checked too long before it was approved',
    'too-late',
    /held until 2026-01-01T23:59:59\.000Z, which has passed/,
    { inputs: { 'not-after': '2026-01-01T23:59:59Z' } }
  ],
  ['an artifact that does not exist', 'artifact-mismatch', /Artifact 7 does not exist/, { artifact: null }],
  [
    'the artifact of another stack',
    'artifact-mismatch',
    /no plan of stack 'net'/,
    { artifact: { name: 'plan-network-1' } }
  ],
  [
    'a fragment in place of a plan',
    'artifact-mismatch',
    /no plan of stack/,
    { artifact: { name: 'plan-fragment-net-1' } }
  ],
  ['the artifact of another run', 'artifact-mismatch', /of run 999/, { artifact: { runId: 999 } }],
  ['an attempt that has not been', 'artifact-mismatch', /attempt/, { artifact: { name: 'plan-net-2' } }],
  ['an artifact made by a fork', 'artifact-mismatch', /fork/, { artifact: { headRepositoryId: '666' } }],
  [
    'an artifact of another repository',
    'artifact-mismatch',
    /another repository/,
    { artifact: { repositoryId: '666' } }
  ],
  [
    'an artifact of another commit',
    'commit-mismatch',
    /is of commit eeeeeeeeeeee/,
    { artifact: { headSha: 'e'.repeat(40) } }
  ],
  ['an expired artifact', 'artifact-mismatch', /expired/, { artifact: { expired: true } }],
  [
    'an artifact that was uploaded anew',
    'artifact-mismatch',
    /has digest bbbb/,
    { artifact: { digest: 'b'.repeat(64) } }
  ],
  ['bytes other than GitHub promised', 'artifact-mismatch', /downloaded artifact has digest/, swappedBytes()],
  [
    'an artifact with another file',
    'artifact-mismatch',
    /holds plan.zip/,
    { files: { 'plan.zip': Buffer.from('x') } }
  ],
  [
    'an artifact with one file too many',
    'artifact-mismatch',
    /holds a, plan.sealed/,
    { files: { a: Buffer.alloc(1), 'plan.sealed': Buffer.alloc(1) } }
  ],
  [
    'a plan sealed with another key',
    'seal-mismatch',
    /sealed with another key/,
    { sealedWith: Buffer.alloc(32, 9) }
  ],
  [
    'a plan that was never sealed',
    'seal-mismatch',
    /not a sealed plan/,
    { files: { 'plan.sealed': Buffer.from('PK plan') } }
  ],
  [
    'a plan sealed for another commit',
    'commit-mismatch',
    /is of commit 0000/,
    { header: { commit: '0'.repeat(40) } }
  ],
  [
    'a plan sealed for another digest',
    'plan-changed',
    /digest is 0000/,
    { header: { digest: '0'.repeat(64) } }
  ],
  [
    'a plan sealed for another repository',
    'artifact-mismatch',
    /for repository '666'/,
    { header: { repositoryId: '666' } }
  ],
  ['a plan sealed for another stack', 'artifact-mismatch', /for stack 'db'/, { header: { stack: 'db' } }],
  [
    'a plan sealed for another folder',
    'artifact-mismatch',
    /for working directory/,
    { header: { workingDirectory: 'x' } }
  ],
  ['a plan sealed in another run', 'artifact-mismatch', /for run '999'/, { header: { runId: 999 } }],
  ['a plan sealed in another attempt', 'artifact-mismatch', /for attempt '2'/, { header: { attempt: 2 } }],
  [
    'an environment that does not exist',
    'unprotected-environment',
    /'stg' does not exist/,
    { environment: null }
  ],
  [
    'an environment without reviewers',
    'unprotected-environment',
    /no required reviewers/,
    { environment: { reviewers: [] } }
  ],
  [
    'an environment open to every branch',
    'unprotected-environment',
    /every branch/,
    { environment: { branchRule: { kind: 'any' } } }
  ],
  [
    'a ref that the environment does not name',
    'wrong-ref',
    /does not name refs\/heads\/wip/,
    { context: { ref: 'refs/heads/wip' } }
  ],
  ['a run that nobody approved', 'not-approved', /No review of run 1234/, { approvals: [] }],
  [
    'an approval of another environment',
    'not-approved',
    /No review/,
    { approvals: [{ environments: ['prod'] }] }
  ],
  ['a rejection', 'not-approved', /No review/, { approvals: [{ state: 'rejected' }] }],
  ["the author's own approval", 'self-approved', /Only Author approved/, { approvals: [{ user: 'Author' }] }],
  ["the merger's own approval", 'self-approved', /Only merger approved/, { approvals: [{ user: 'merger' }] }],
  [
    'another Terraform',
    'terraform-mismatch',
    /Terraform 1.13.1, and this job has 1.13.2/,
    { terraform: { version: () => Promise.resolve('1.13.2') } }
  ],
  [
    'another provider lock file',
    'lock-file-mismatch',
    /lock file/,
    { workspace: { lockFileSha256: () => Promise.resolve('') } }
  ],
  [
    'a changed file',
    'tree-mismatch',
    /files in 'terraform\/modules\/vpc'/,
    { workspace: { hashTree: () => Promise.resolve({ 'terraform/net': 'f'.repeat(64) }) } }
  ],
  [
    'a plan that reads otherwise than it was sealed',
    'plan-changed',
    /reads as digest/,
    { terraform: { showPlan: () => Promise.resolve(differs) } }
  ],
  [
    'a destroyed database',
    'stateful-destroy',
    /destroys or replaces aws_db_instance.main\. .*'destroy [0-9a-f]{8}'/,
    { saved: destroys }
  ],
  [
    'a locked state',
    'state-locked',
    /carol@laptop/,
    { terraform: { apply: () => Promise.resolve({ kind: 'locked', lock }) } }
  ],
  [
    'a stale state, told to refuse',
    'state-stale',
    /The state moved/,
    { ...stale, inputs: { 'on-stale': 'refuse' }, renewed: REVIEWED }
  ],
  [
    'a stale state with another plan, told to refuse',
    'state-stale',
    /The state moved/,
    { ...stale, inputs: { 'on-stale': 'refuse' }, renewed: differs }
  ],
  [
    'a stale state that leads to another plan',
    'plan-changed',
    /something else than what was approved/,
    { ...stale, renewed: differs }
  ],
  [
    'a state that moves while it is planned anew',
    'state-stale',
    /moved again/,
    { ...stale, renewed: REVIEWED }
  ],
  [
    'a stale state that is locked',
    'state-locked',
    /carol@laptop/,
    { terraform: { ...stale.terraform, plan: () => Promise.resolve({ kind: 'locked', lock }) } }
  ],
  [
    'a stale state that cannot be planned',
    'state-stale',
    /new plan failed: no region/,
    {
      terraform: {
        ...stale.terraform,
        plan: () => Promise.resolve({ kind: 'failed', message: 'no region', diagnostics: [] })
      }
    }
  ]
]

/** GitHub's record fits, and what arrives does not. */
function swappedBytes(): Scenario {
  const approved = 'a'.repeat(64)
  return { artifact: { digest: approved }, inputs: { 'artifact-digest': approved } }
}
