import type { Finding } from './finding.ts'
import type { Inputs } from './inputs.ts'
import { observe } from './observe.ts'
import { planFindings } from './plan.ts'
import type { Ports } from './ports.ts'

/** What was found in a repository and an account. */
export type Examination = Readonly<{ repository: string; account?: string; findings: readonly Finding[] }>

/** Reads what there is and judges it; changes nothing. */
export async function examine(inputs: Inputs, ports: Ports): Promise<Examination> {
  const observed = await observe(inputs, ports)
  const { repository, account } = observed
  return {
    repository: `${repository.owner}/${repository.name}`,
    findings: planFindings(inputs, observed),
    ...(account.kind === 'seen' ? { account: account.value.identity.accountId } : {})
  }
}
