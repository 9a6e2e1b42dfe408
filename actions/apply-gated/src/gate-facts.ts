import type { GitHubContext } from '../../../lib/github/context.ts'
import type { Approval, Environment } from '../../../lib/github/environments.ts'
import type { Inputs } from './inputs.ts'

/** What was found out about the gate, before any of it is judged. */
export type GateFacts = Readonly<{
  environment: Environment | undefined
  /** Whether the branch that `context.ref` names is protected. */
  isBranchProtected: boolean
  approvals: readonly Approval[]
  /** Authors of the commit, and of the pull request it came from; none where the change is not the commit's. */
  commitAuthors: readonly string[]
  pullRequestAuthor: string | undefined
}>

/** All that a gate is judged by. */
export type GateRequest = Readonly<{ inputs: Inputs; context: GitHubContext; facts: GateFacts }>
