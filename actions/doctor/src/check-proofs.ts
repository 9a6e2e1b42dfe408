import { type Finding, judge } from './finding.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'

/** Whether what must not succeed was refused. */
export function checkProofs(
  { refusedRole = '', unreadableSecret = '' }: Inputs,
  { proofs }: Observed
): readonly Finding[] {
  const role = { check: 'refused-role', area: 'account', about: refusedRole } as const
  const secret = { check: 'unreadable-secret', area: 'account', about: unreadableSecret } as const
  const ofRole =
    proofs.roleGiven &&
    judge(role, proofs.roleGiven, (isGiven) => [
      isGiven
        ? { ...role, verdict: 'unsafe', says: 'AWS gave this job the role, which is for others', fix: TRUST }
        : { ...role, verdict: 'good', says: 'AWS refused this job the role' }
    ])
  const ofSecret =
    proofs.secretRead &&
    judge(secret, proofs.secretRead, (isRead) => [
      isRead
        ? { ...secret, verdict: 'unsafe', says: 'these credentials may read the secret', fix: POLICY }
        : { ...secret, verdict: 'good', says: 'AWS refused these credentials to read the secret' }
    ])
  return [...(ofRole ?? []), ...(ofSecret ?? [])]
}

const TRUST = {
  say: 'Apply the bootstrap stack: it sets the trust policy back.',
  run: 'terraform -chdir=terraform/stacks/bootstrap apply'
}
const POLICY = {
  say: 'Take secretsmanager:GetSecretValue out of the policies of the role; the bootstrap stack gives it to no plan role.',
  run: 'terraform -chdir=terraform/stacks/bootstrap apply'
}
