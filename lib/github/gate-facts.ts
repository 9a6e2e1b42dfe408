import { branchOf } from './branch-rules.ts'
import type { GitHub } from './connection.ts'
import type { GitHubContext } from './context.ts'
import {
  type Approval,
  describeEnvironment,
  type Environment,
  isProtectedBranch,
  listApprovals
} from './environments.ts'
import { commitAuthors } from './pulls.ts'

/** What was found out about a gate, before any of it is judged. */
export type GateFacts = Readonly<{
  environment: Environment | undefined
  /** Whether the branch that `context.ref` names is protected. */
  isBranchProtected: boolean
  approvals: readonly Approval[]
  /** Authors of the commit, and of the pull request it came from; none where the change is not the commit's. */
  commitAuthors: readonly string[]
  pullRequestAuthor: string | undefined
}>

/** What is asked of GitHub about a gate. */
export type GatePort = Readonly<{
  describeEnvironment: (name: string) => Promise<Environment | undefined>
  isProtectedBranch: (branch: string) => Promise<boolean>
  /** Reviews of this run. */
  listApprovals: () => Promise<readonly Approval[]>
  commitAuthors: (sha: string) => Promise<readonly string[]>
}>

/** The real GitHub behind the port. */
export const gatePort = (github: GitHub): GatePort => ({
  describeEnvironment: (name) => describeEnvironment(github, name),
  isProtectedBranch: (branch) => isProtectedBranch(github, branch),
  listApprovals: () => listApprovals(github, github.context.runId),
  commitAuthors: (sha) => commitAuthors(github, sha)
})

/** A job and what it may ask about its gate. */
export type GateSight = Readonly<{ context: GitHubContext; github: GatePort }>

/** What a gate is looked at for. */
export type Sought = Readonly<{
  environment: string
  /** Whether what is approved is what somebody typed, and nothing of the commit's. */
  isOfStarter: boolean
  /** Whether reviews are what counts. */
  byReview: boolean
  pullRequestAuthor: string | undefined
}>

/** Looks at the gate from inside the job. */
export async function observeGate(sought: Sought, { context, github }: GateSight): Promise<GateFacts> {
  const environment = await github.describeEnvironment(sought.environment)
  const branch = branchOf(context.ref)
  return {
    environment,
    isBranchProtected:
      environment?.branchRule.kind === 'protected-branches' &&
      branch !== undefined &&
      (await github.isProtectedBranch(branch)),
    approvals: sought.byReview && environment !== undefined ? await github.listApprovals() : [],
    commitAuthors: sought.isOfStarter ? [] : await github.commitAuthors(context.sha),
    pullRequestAuthor: sought.pullRequestAuthor
  }
}

/** Whether a person started the run by hand, and so typed what it is about. Of a bot's run nobody knows who that was. */
export const isTyped = ({ eventName, actor, triggeringActor }: GitHubContext): boolean =>
  eventName === 'workflow_dispatch' && ![actor, triggeringActor].some((login) => login.endsWith('[bot]'))
