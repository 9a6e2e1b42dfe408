import { nameBranchRule } from '../../../lib/github/branch-rules.ts'
import type { GitHubContext } from '../../../lib/github/context.ts'
import type { Approval, Environment } from '../../../lib/github/environments.ts'
import { attestDispatch } from './dispatch.ts'
import type { GateFacts, GateRequest } from './gate-facts.ts'
import { refuse, type Attestation, type Refusal } from './outcome.ts'

/** Judges from inside the job whether somebody other than its author let it run; the attestation says who. */
export function attestGate(request: GateRequest): Attestation | Refusal {
  switch (request.inputs.gate) {
    case 'environment':
      return attestEnvironment(request)
    case 'dispatch':
      return attestDispatch(request)
  }
}

/** Tells the two results of `attestGate` apart. */
export const isRefusal = (value: Attestation | Refusal): value is Refusal => 'kind' in value

function attestEnvironment({ inputs, context, facts }: GateRequest): Attestation | Refusal {
  const { environment } = facts
  const unprotected = findUnprotected({ inputs, context, facts })
  if (unprotected !== undefined || environment === undefined)
    return unprotected ?? missing(inputs.environment)
  const branchRule = nameBranchRule(environment, context.ref, facts.isBranchProtected)
  if (branchRule === undefined) return wrongRef(environment, context.ref)
  const approvals = approvalsOf(facts.approvals, inputs.environment)
  if (approvals.length === 0) return notApproved(inputs.environment, context.runId)
  const interested = inputs.allowSelfApproval ? [] : interestedPeople(context, facts)
  const counted = approvals.filter(({ user }) => !interested.includes(user.toLowerCase()))
  if (counted.length === 0) return selfApproved(approvals, context)
  return {
    gate: 'environment',
    environment: environment.name,
    reviewers: environment.reviewers,
    branchRule,
    canAdminsBypass: environment.canAdminsBypass,
    approvedBy: distinct(counted.map(({ user }) => user)),
    isAmbiguous: context.runAttempt > 1 || distinct(approvals.map(({ user }) => user)).length > 1,
    words: counted.map(({ comment }) => comment)
  }
}

function findUnprotected({ inputs, context, facts }: GateRequest): Refusal | undefined {
  const { environment } = facts
  if (environment === undefined) return missing(inputs.environment)
  if (environment.reviewers.length === 0) {
    const plan = context.repository.private
      ? ' Private repositories have required reviewers on GitHub Enterprise only: there, use gate: dispatch.'
      : ''
    return refuse(
      'unprotected-environment',
      `Environment '${environment.name}' has no required reviewers, so nobody had to approve this apply. Add them in the repository's settings under Environments.${plan}`
    )
  }
  if (environment.branchRule.kind !== 'any') return undefined
  return refuse(
    'unprotected-environment',
    `Environment '${environment.name}' takes deployments from every branch. Limit it to protected branches or name ${context.ref} in its deployment branches.`
  )
}

const missing = (environment: string): Refusal =>
  refuse(
    'unprotected-environment',
    `Environment '${environment}' does not exist, or the repository's plan has no environments. Create it with required reviewers and a branch rule, or use gate: dispatch.`
  )

const wrongRef = (environment: Environment, ref: string): Refusal =>
  refuse(
    'wrong-ref',
    `The branch rule of environment '${environment.name}' does not name ${ref}. Apply from a branch that it names, or change the rule.`
  )

const notApproved = (environment: string, runId: number): Refusal =>
  refuse(
    'not-approved',
    `No review of run ${runId} approved environment '${environment}': the job does not name it under 'environment:', or an administrator bypassed the review. Let a reviewer approve a new run.`
  )

function selfApproved(approvals: readonly Approval[], context: GitHubContext): Refusal {
  const people = distinct(approvals.map(({ user }) => user)).join(', ')
  const whose = context.runAttempt > 1 ? 'wrote, started or re-ran' : 'wrote or started'
  return refuse(
    'self-approved',
    `Only ${people} approved, who ${whose} this change. Let another reviewer approve, or set allow-self-approval: true where one person owns both.`
  )
}

const approvalsOf = (approvals: readonly Approval[], environment: string): readonly Approval[] =>
  approvals.filter(
    ({ state, environments }) =>
      state === 'approved' && environments.some((name) => name.toLowerCase() === environment.toLowerCase())
  )

/**
 * A review carries no attempt: on a re-run everybody who had a hand in any attempt is left out. So are the commit's
 * authors where no pull request tells whose change it is.
 */
function interestedPeople(
  { actor, triggeringActor, runAttempt }: GitHubContext,
  facts: GateFacts
): readonly string[] {
  const { commitAuthors, pullRequestAuthor } = facts
  const authors = runAttempt > 1 || pullRequestAuthor === undefined ? commitAuthors : []
  const people = [actor, triggeringActor, pullRequestAuthor ?? '', ...authors]
  return people.filter((login) => login !== '').map((login) => login.toLowerCase())
}

const distinct = (items: readonly string[]): readonly string[] => [...new Set(items)]
