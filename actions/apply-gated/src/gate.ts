import type { Approval, Environment } from '../../../lib/github/environments.ts'
import { asRecord, type GitHubContext } from '../../../lib/github/context.ts'
import type { Inputs } from './inputs.ts'
import { refuse, type Attestation, type Refusal } from './outcome.ts'
import { branchOf, findPolicy } from './refs.ts'

/** What was found out about the gate, before any of it is judged. */
export type GateFacts = Readonly<{
  environment: Environment | undefined
  /** Whether the branch that `context.ref` names is protected. */
  isBranchProtected: boolean
  approvals: readonly Approval[]
  /** Authors of the commit, and of the pull request it came from. */
  commitAuthors: readonly string[]
  pullRequestAuthor: string | undefined
}>

type Request = Readonly<{ inputs: Inputs; context: GitHubContext; facts: GateFacts }>

/** Judges from inside the job whether somebody other than its author let it run; the attestation says who. */
export function attestGate(request: Request): Attestation | Refusal {
  switch (request.inputs.gate) {
    case 'environment':
      return attestEnvironment(request)
    case 'dispatch':
      return attestDispatch(request)
  }
}

/** Tells the two results of `attestGate` apart. */
export const isRefusal = (value: Attestation | Refusal): value is Refusal => 'kind' in value

function attestEnvironment({ inputs, context, facts }: Request): Attestation | Refusal {
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

function findUnprotected({ inputs, context, facts }: Request): Refusal | undefined {
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

/** The rule that admits the ref, in words; undefined when none does. */
function nameBranchRule(
  { branchRule }: Environment,
  ref: string,
  isBranchProtected: boolean
): string | undefined {
  switch (branchRule.kind) {
    case 'any':
      return 'any branch'
    case 'protected-branches':
      return isBranchProtected ? `protected branches (${branchOf(ref) ?? ref})` : undefined
    case 'policies': {
      const policy = findPolicy(branchRule.policies, ref)
      return policy && `${policy.type} ${policy.name}`
    }
  }
}

const approvalsOf = (approvals: readonly Approval[], environment: string): readonly Approval[] =>
  approvals.filter(
    ({ state, environments }) =>
      state === 'approved' && environments.some((name) => name.toLowerCase() === environment.toLowerCase())
  )

/** A review carries no attempt: on a re-run everybody who had a hand in any attempt is left out. */
function interestedPeople(
  { actor, triggeringActor, runAttempt }: GitHubContext,
  facts: GateFacts
): readonly string[] {
  const people = [
    actor,
    triggeringActor,
    facts.pullRequestAuthor ?? '',
    ...(runAttempt > 1 ? facts.commitAuthors : [])
  ]
  return people.filter((login) => login !== '').map((login) => login.toLowerCase())
}

function attestDispatch({ inputs, context, facts }: Request): Attestation | Refusal {
  const branchRule = nameDispatchRule(facts, context)
  const refusal =
    refuseEvent(context) ?? refuseStarter({ inputs, context, facts }) ?? refuseTyped(inputs, context)
  if (refusal !== undefined) return refusal
  if (branchRule === undefined) {
    return refuse(
      'wrong-ref',
      `The apply was started on ${context.ref}, which is neither the default branch nor named by environment '${inputs.environment}'. Start it on the default branch.`
    )
  }
  return {
    gate: 'dispatch',
    environment: facts.environment?.name ?? inputs.environment,
    reviewers: facts.environment?.reviewers ?? [],
    branchRule,
    canAdminsBypass: facts.environment?.canAdminsBypass ?? 'unknown',
    approvedBy: [context.triggeringActor],
    isAmbiguous: false,
    words: [typedWords(inputs, context)]
  }
}

const refuseEvent = ({ eventName }: GitHubContext): Refusal | undefined =>
  eventName === 'workflow_dispatch'
    ? undefined
    : refuse(
        'not-approved',
        `gate: dispatch needs a person who starts the apply, and this run was started by ${eventName}. Start the workflow by hand (workflow_dispatch).`
      )

function refuseStarter({ inputs, context, facts }: Request): Refusal | undefined {
  if (inputs.allowSelfApproval) return undefined
  const authors = [...facts.commitAuthors, facts.pullRequestAuthor ?? ''].map((login) => login.toLowerCase())
  const starter = [context.actor, context.triggeringActor].find((login) =>
    authors.includes(login.toLowerCase())
  )
  if (starter === undefined) return undefined
  return refuse(
    'self-approved',
    `${starter} wrote this change and started its apply. Let somebody else start the workflow.`
  )
}

function refuseTyped(inputs: Inputs, context: GitHubContext): Refusal | undefined {
  const typed = typedWords(inputs, context)
  const digest = /^(?:destroy\s+)?([0-9a-f]{8,64})$/i.exec(typed)?.[1]?.toLowerCase()
  if (digest !== undefined && inputs.digest.startsWith(digest)) return undefined
  const found = typed === '' ? 'is empty' : `'${typed.slice(0, 80)}' is not that`
  return refuse(
    'not-approved',
    `The person who starts the apply types the plan's digest (8 digits or more) in the input '${inputs.confirmInput}', which ${found}. Start the workflow again with the digest that was reviewed.`
  )
}

/** Read from the event itself, so that no workflow can type it for the person. */
function typedWords({ confirmInput }: Inputs, { event }: GitHubContext): string {
  return String(asRecord(event['inputs'])?.[confirmInput] ?? '').trim()
}

function nameDispatchRule(
  { environment, isBranchProtected }: GateFacts,
  { ref, event }: GitHubContext
): string | undefined {
  if (environment !== undefined && environment.branchRule.kind !== 'any')
    return nameBranchRule(environment, ref, isBranchProtected)
  const isDefault = branchOf(ref) === asRecord(event['repository'])?.['default_branch']
  return isDefault ? `default branch (${branchOf(ref)})` : undefined
}

const distinct = (items: readonly string[]): readonly string[] => [...new Set(items)]
