import { checkAccount } from './check-account.ts'
import { checkCopies } from './check-copies.ts'
import { checkEnvironments } from './check-environments.ts'
import { checkProofs } from './check-proofs.ts'
import { checkRepository } from './check-repository.ts'
import { checkSettings } from './check-settings.ts'
import type { Finding } from './finding.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'

/** Every finding about what was read; the same for the same reading. */
export function planFindings(inputs: Inputs, observed: Observed): readonly Finding[] {
  return [
    ...checkRepository(inputs, observed),
    ...checkEnvironments(inputs, observed),
    ...checkSettings(inputs, observed),
    ...checkAccount(inputs, observed),
    ...checkCopies(observed),
    ...checkProofs(inputs, observed)
  ]
}
