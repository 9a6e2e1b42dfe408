import { nameBranchRule } from './branch-rules.ts'
import type { GitHubContext } from './context.ts'
import type { Approval, Environment } from './environments.ts'
import type { GateFacts } from './gate-facts.ts'

/** The gate that somebody other than the author has to have opened. */
export type Gate = Readonly<{
  environment: string
  allowSelfApproval: boolean
  /** What there is in place of required reviewers, as `use gate: dispatch`; nothing where it is left out. */
  instead?: string
  /** The plan that is approved, where a later attempt of the run has made it: reviews of attempts before were of another. */
  renewed?: Readonly<{ attempt: number; digest: string }>
}>

/** Who let this happen, and what stood in front of it. */
export type Attestation = Readonly<{
  gate: 'environment' | 'dispatch'
  environment: string
  /** Empty where nobody has to approve, which only gate=dispatch accepts. */
  reviewers: readonly string[]
  /** The rule that lets this ref deploy, in words. */
  branchRule: string
  canAdminsBypass: boolean | 'unknown'
  approvedBy: readonly string[]
  /** True when GitHub cannot tell which of several reviews, or of which attempt, belongs to this job. */
  isAmbiguous: boolean
  /** What the approvers wrote; only their words can agree to destroy data. */
  words: readonly string[]
}>

export type GateReason = 'unprotected-environment' | 'wrong-ref' | 'not-approved' | 'self-approved'

/** Nothing was changed, because the gate does not hold; `sentence` ends in what to do next. */
export type GateRefusal = Readonly<{ kind: 'refused'; reason: GateReason; sentence: string }>

/** All that a gate is judged by. */
export type GateCase = Readonly<{ gate: Gate; context: GitHubContext; facts: GateFacts }>

/** Judges from inside the job whether somebody other than its author let it run; the attestation says who. */
export function attestReview({ gate, context, facts }: GateCase): Attestation | GateRefusal {
  const { environment } = facts
  if (environment === undefined) return missing(gate)
  const unprotected = findUnprotected(environment, gate, context)
  if (unprotected !== undefined) return unprotected
  const branchRule = nameBranchRule(environment, context.ref, facts.isBranchProtected)
  if (branchRule === undefined) return wrongRef(environment, context.ref)
  const approvals = approvalsOf(facts.approvals, gate.environment)
  const counted = countApprovals(approvals, { gate, context, facts })
  if ('kind' in counted) return counted
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

/** Tells the two results of a gate apart. */
export const isRefusal = <R extends Readonly<{ kind: 'refused' }>>(value: Attestation | R): value is R =>
  'kind' in value

/** The reviews that count: of people who have no hand in the change, and of what is about to happen. */
function countApprovals(
  approvals: readonly Approval[],
  { gate, context, facts }: GateCase
): readonly Approval[] | GateRefusal {
  if (approvals.length === 0) return notApproved(gate.environment, context.runId)
  const interested = gate.allowSelfApproval ? [] : interestedPeople(context, facts)
  const others = approvals.filter(({ user }) => !interested.includes(user.toLowerCase()))
  if (others.length === 0) return selfApproved(approvals, context)
  const { renewed } = gate
  // One review opens one attempt's gate. Where all of them count, that of this attempt does, whichever it is.
  if (renewed === undefined || others.length === approvals.length) return others
  const named = others.filter(({ comment }) => names(comment, renewed.digest))
  return named.length > 0 ? named : unattributed(others, renewed)
}

function findUnprotected(
  environment: Environment,
  { instead }: Gate,
  { repository, ref }: GitHubContext
): GateRefusal | undefined {
  if (environment.reviewers.length === 0) {
    const elsewhere = instead === undefined ? '' : `: there, ${instead}`
    const plan = repository.private
      ? ` Private repositories have required reviewers on GitHub Enterprise only${elsewhere}.`
      : ''
    return refuse(
      'unprotected-environment',
      `Environment '${environment.name}' has no required reviewers, so nobody had to approve this job. Add them in the repository's settings under Environments.${plan}`
    )
  }
  if (environment.branchRule.kind !== 'any') return undefined
  return refuse(
    'unprotected-environment',
    `Environment '${environment.name}' takes deployments from every branch. Limit it to protected branches or name ${ref} in its deployment branches.`
  )
}

const missing = ({ environment, instead }: Gate): GateRefusal =>
  refuse(
    'unprotected-environment',
    `Environment '${environment}' does not exist, or the repository's plan has no environments. Create it with required reviewers and a branch rule${instead === undefined ? '' : `, or ${instead}`}.`
  )

const wrongRef = (environment: Environment, ref: string): GateRefusal =>
  refuse(
    'wrong-ref',
    `The branch rule of environment '${environment.name}' does not name ${ref}. Run this from a branch that it names, or change the rule.`
  )

const notApproved = (environment: string, runId: number): GateRefusal =>
  refuse(
    'not-approved',
    `No review of run ${runId} approved environment '${environment}': the job does not name it under 'environment:', or an administrator bypassed the review. Let a reviewer approve a new run.`
  )

function selfApproved(approvals: readonly Approval[], context: GitHubContext): GateRefusal {
  const people = distinct(approvals.map(({ user }) => user)).join(', ')
  const whose = context.runAttempt > 1 ? 'wrote, started or re-ran' : 'wrote or started'
  return refuse(
    'self-approved',
    `Only ${people} approved, who ${whose} this change. Let another reviewer approve, or set allow-self-approval: true where one person owns both.`
  )
}

function unattributed(
  others: readonly Approval[],
  { attempt, digest }: NonNullable<Gate['renewed']>
): GateRefusal {
  const people = distinct(others.map(({ user }) => user)).join(', ')
  return refuse(
    'not-approved',
    `The plan was made anew in attempt ${attempt}, and somebody who has a hand in the change approved this run, too: GitHub does not tell whether ${people} approved this plan or one before. Re-run the failed job, and let another reviewer write 'approve ${digest.slice(0, 8)}' in the approval comment.`
  )
}

/** True when somebody wrote the beginning of the digest, at least its first eight digits. */
const names = (words: string, digest: string): boolean =>
  (words.toLowerCase().match(/\b[0-9a-f]{8,64}\b/g) ?? []).some((typed) => digest.startsWith(typed))

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

const refuse = (reason: GateReason, sentence: string): GateRefusal => ({ kind: 'refused', reason, sentence })
