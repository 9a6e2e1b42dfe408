/** A job behind an environment that Reviewer has approved, as the job itself sees it. */
import type { GitHubContext } from '../../lib/github/context.ts'
import type { Approval, Environment } from '../../lib/github/environments.ts'
import type { GatePort, GateSight } from '../../lib/github/gate-facts.ts'

export const COMMIT = 'c'.repeat(40)

/** Everything about a gate that a test may want otherwise; the environment is null where there is none. */
export type Gated = Readonly<{
  context?: Partial<GitHubContext>
  environment?: Partial<Environment> | null
  approvals?: readonly Partial<Approval>[]
  isProtectedBranch?: boolean
  commitAuthors?: readonly string[]
}>

const CONTEXT: GitHubContext = {
  repository: { owner: 'acme', name: 'infra', id: '42', private: false },
  sha: COMMIT,
  ref: 'refs/heads/main',
  runId: 1234,
  runAttempt: 1,
  eventName: 'push',
  event: { repository: { default_branch: 'main' } },
  actor: 'merger',
  triggeringActor: 'merger',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  job: 'apply',
  workflow: 'ci apply'
}

const ENVIRONMENT: Environment = {
  name: 'stg',
  url: 'https://github.com/acme/infra',
  reviewers: ['reviewer', '@platform'],
  preventSelfReview: true,
  branchRule: { kind: 'policies', policies: [{ name: 'main', type: 'branch' }] },
  canAdminsBypass: false
}

const APPROVAL: Approval = {
  state: 'approved',
  user: 'reviewer',
  comment: 'looks right',
  environments: ['stg']
}

/** The job and its gate, everything in order but for what is given. */
export const fakeGate = (gated: Gated = {}): GateSight => ({
  context: { ...CONTEXT, ...gated.context },
  github: gateOf(gated)
})

function gateOf({ environment, approvals = [{}], ...gated }: Gated): GatePort {
  return {
    describeEnvironment: () =>
      Promise.resolve(environment === null ? undefined : { ...ENVIRONMENT, ...environment }),
    isProtectedBranch: () => Promise.resolve(gated.isProtectedBranch ?? false),
    listApprovals: () => Promise.resolve(approvals.map((one) => ({ ...APPROVAL, ...one }))),
    commitAuthors: () => Promise.resolve(gated.commitAuthors ?? ['committer'])
  }
}
