import { branchOf, nameBranchRule } from '../../../lib/github/branch-rules.ts'
import type { GitHubContext } from '../../../lib/github/context.ts'
import type { Attestation } from '../../../lib/github/gate.ts'
import type { GateFacts } from '../../../lib/github/gate-facts.ts'
import { textAt } from '../../../lib/github/payload.ts'
import type { Inputs } from './inputs.ts'
import { refuse, type Refusal } from './outcome.ts'

type Started = Readonly<{ inputs: Inputs; context: GitHubContext; facts: GateFacts }>

/** Judges an apply that a person started by hand: not its author, and with the digest typed. */
export function attestDispatch({ inputs, context, facts }: Started): Attestation | Refusal {
  const refusal =
    refuseEvent(context) ?? refuseStarter({ inputs, context, facts }) ?? refuseTyped(inputs, context)
  if (refusal !== undefined) return refusal
  const branchRule = nameDispatchRule(facts, context)
  return branchRule === undefined ? wrongRef(inputs, context) : attest({ inputs, context, facts }, branchRule)
}

function attest({ inputs, context, facts: { environment } }: Started, branchRule: string): Attestation {
  return {
    gate: 'dispatch',
    environment: environment?.name ?? inputs.environment,
    reviewers: environment?.reviewers ?? [],
    branchRule,
    canAdminsBypass: environment?.canAdminsBypass ?? 'unknown',
    approvedBy: [context.triggeringActor],
    isAmbiguous: false,
    words: [typedWords(inputs, context)]
  }
}

const wrongRef = (inputs: Inputs, { ref }: GitHubContext): Refusal =>
  refuse(
    'wrong-ref',
    `The apply was started on ${ref}, which is neither the default branch nor named by environment '${inputs.environment}'. Start it on the default branch.`
  )

const refuseEvent = ({ eventName }: GitHubContext): Refusal | undefined =>
  eventName === 'workflow_dispatch'
    ? undefined
    : refuse(
        'not-approved',
        `gate: dispatch needs a person who starts the apply, and this run was started by ${eventName}. Start the workflow by hand (workflow_dispatch).`
      )

function refuseStarter({ inputs, context, facts }: Started): Refusal | undefined {
  if (inputs.allowSelfApproval) return undefined
  const authors = new Set(
    [...facts.commitAuthors, facts.pullRequestAuthor ?? ''].map((login) => login.toLowerCase())
  )
  const starter = [context.actor, context.triggeringActor].find((login) => authors.has(login.toLowerCase()))
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
  return textAt(event, 'inputs', confirmInput).trim()
}

function nameDispatchRule(
  { environment, isBranchProtected }: GateFacts,
  { ref, event }: GitHubContext
): string | undefined {
  if (environment !== undefined && environment.branchRule.kind !== 'any')
    return nameBranchRule(environment, ref, isBranchProtected)
  const isDefault = branchOf(ref) === textAt(event, 'repository', 'default_branch')
  return isDefault ? `default branch (${branchOf(ref)})` : undefined
}
