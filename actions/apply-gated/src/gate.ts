import type { GitHubContext } from '../../../lib/github/context.ts'
import { attestReview, type Attestation, type Gate } from '../../../lib/github/gate.ts'
import type { GateFacts } from '../../../lib/github/gate-facts.ts'
import type { SealHeader } from '../../../lib/seal.ts'
import { attestDispatch } from './dispatch.ts'
import type { Inputs } from './inputs.ts'
import type { Refusal } from './outcome.ts'

/** All that this action's gate is judged by. */
export type GateRequest = Readonly<{
  inputs: Inputs
  header: SealHeader
  context: GitHubContext
  facts: GateFacts
}>

/** Judges from inside the job whether somebody other than its author let it run; the attestation says who. */
export function attestGate(request: GateRequest): Attestation | Refusal {
  const { context, facts } = request
  switch (request.inputs.gate) {
    case 'environment':
      return attestReview({ gate: gateOf(request), context, facts })
    case 'dispatch':
      return attestDispatch(request)
  }
}

const gateOf = ({ inputs, header: { attempt, digest } }: GateRequest): Gate => ({
  environment: inputs.environment,
  allowSelfApproval: inputs.allowSelfApproval,
  instead: 'use gate: dispatch',
  ...(attempt > 1 ? { renewed: { attempt, digest } } : {})
})
