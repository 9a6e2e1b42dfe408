import { type Finding, judge, unchecked } from './finding.ts'
import type { Inputs } from './inputs.ts'
import type { QuotaSeen } from './observed.ts'
import { QUOTAS, shareOf } from './quota-codes.ts'

/** Whether the account has room for so many more tenants; room for one NAT gateway each and not for two is advice. */
export function checkQuota(quota: QuotaSeen, inputs: Inputs): readonly Finding[] {
  const { name, region, used, limit } = quota
  const subject = {
    check: `quota-${name}`,
    area: 'account',
    about: `${QUOTAS[name].title} in ${region}`
  } as const
  if (used.kind === 'unseen') return [unchecked(subject, used.needs)]
  return judge(subject, limit, (most) => [
    { ...subject, ...judgeRoom({ quota, used: used.value, most }, inputs) }
  ])
}

type Room = Readonly<{ quota: QuotaSeen; used: number; most: number }>

function judgeRoom(
  { quota, used, most }: Room,
  { newTenants, region = '' }: Inputs
): Pick<Finding, 'verdict' | 'says' | 'fix'> {
  const share = shareOf(quota.name, region)
  const [usual, doubled] = [used + newTenants * share.usual, used + newTenants * share.doubled]
  const says = `${used} of ${most} in use`
  if (doubled <= most) return { verdict: 'good', says }
  const tenants = `${newTenants} more ${newTenants === 1 ? 'tenant' : 'tenants'}`
  const fix = raise(quota, Math.max(doubled, most * 2))
  if (usual > most) return { verdict: 'fails', says: `${says}: no room for ${tenants}`, fix }
  return {
    verdict: 'advice',
    says: `${says}: room for ${tenants} behind one NAT gateway, and not with one in each of two zones`,
    fix
  }
}

/** Asks AWS for so much of a quota. */
function raise({ name, region }: QuotaSeen, wanted: number): NonNullable<Finding['fix']> {
  const { service, code } = QUOTAS[name]
  return {
    say: 'Ask AWS for more; it can take some days.',
    run: `aws service-quotas request-service-quota-increase --region ${region} --service-code ${service} --quota-code ${code} --desired-value ${wanted}`
  }
}
