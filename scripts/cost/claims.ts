/** What the systems' documents say about cost, beside what the price list makes of the same quantities. */
import type { Planned } from './planned.ts'
import { monthly, type PriceList, priceOf } from './price-list.ts'

export type Claim = Readonly<{ where: string; says: string; computed: string }>

const usd = (amount: number): string => `$${amount.toFixed(2)}`

/** Claims with the computed value of each; those on endpoints and NAT also for the plan itself. */
export function compareClaims(planned: Planned, list: PriceList): readonly Claim[] {
  const month = (name: string, quantity: number): number => monthly(list, name, quantity)
  const fargate = (tasks: number, vcpu: number, gb: number): number =>
    tasks * (month('fargate-x86-vcpu-hour', vcpu) + month('fargate-x86-gb-hour', gb))
  return [
    {
      where: 'Caliber requirements',
      says: 'four interface endpoints in two zones: $58.40 a month and client',
      computed: usd(month('interface-endpoint-hour', 8))
    },
    endpointsOfPlan(planned, list),
    {
      where: 'Caliber requirements',
      says: 'endpoints pay off above about 1.3 TB a month of NAT traffic',
      computed: breakEven(list)
    },
    {
      where: 'Circle of Trust guide',
      says: 'one NAT gateway: $32 a month',
      computed: `${usd(month('nat-gateway-hour', 1))}, and ${usd(month('public-ipv4-hour', 1))} for its public address`
    },
    {
      where: 'Circle of Trust guide',
      says: 'three interface endpoints: $7 to $10 a month',
      computed: `${usd(month('interface-endpoint-hour', 3))} in one zone, ${usd(month('interface-endpoint-hour', 6))} in two`
    },
    {
      where: 'Candlefish README',
      says: 'NAT gateways in three zones: about $90',
      computed: `${usd(month('nat-gateway-hour', 3))}, and ${usd(month('public-ipv4-hour', 3))} for their public addresses`
    },
    {
      where: 'Candlefish README',
      says: 'Fargate, two services of two tasks: about $200',
      computed: `${usd(fargate(4, 1, 2))} for tasks of 1 vCPU and 2 GB`
    },
    {
      where: 'Candlefish and Planar READMEs',
      says: 'a load balancer: about $20 to $25',
      computed: `${usd(month('alb-hour', 1))}, and ${usd(month('public-ipv4-hour', 2))} for public addresses in two zones, before traffic`
    },
    {
      where: 'Planar README',
      says: 'one Fargate task of 2 vCPU and 4 GB: about $60 to $80',
      computed: usd(fargate(1, 2, 4))
    },
    {
      where: 'Planar README',
      says: 'a secret: about $0.40; a hosted zone: about $0.50',
      computed: `${usd(month('secret-month', 1))}; ${usd(month('hosted-zone-month', 1))}`
    }
  ]
}

function endpointsOfPlan({ resources, zones }: Planned, list: PriceList): Claim {
  const count = resources.filter(
    ({ type, values }) => type === 'aws_vpc_endpoint' && values['vpc_endpoint_type'] === 'Interface'
  ).length
  return {
    where: 'this plan',
    says: `${count} interface endpoints in ${zones} zones`,
    computed: usd(monthly(list, 'interface-endpoint-hour', count * zones))
  }
}

/** An endpoint's traffic is paid too, which the documents leave out. */
function breakEven(list: PriceList): string {
  const month = monthly(list, 'interface-endpoint-hour', 8)
  const nat = priceOf(list, 'nat-gateway-gb').usd
  const endpoint = priceOf(list, 'interface-endpoint-gb').usd
  const tb = (gb: number): string => `${(gb / 1000).toFixed(2)} TB`
  return `${tb(month / nat)} without, ${tb(month / (nat - endpoint))} with what the endpoints charge for the same traffic`
}
