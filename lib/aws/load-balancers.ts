import type { AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'
import { askQuery } from './query.ts'

export type LoadBalancers = Readonly<{
  /** Whether the load balancer refuses to be deleted; undefined when there is none of that name. */
  isProtected: (name: string) => Promise<boolean | undefined>
}>

const ELB = { name: 'elasticloadbalancing', title: 'Elastic Load Balancing', version: '2015-12-01' }

/** Load balancers, by two signed reads. */
export const loadBalancers = (connection: AwsConnection): LoadBalancers => ({
  isProtected: async (name) => {
    const on = `load balancer '${name}'`
    const list = {
      operation: 'DescribeLoadBalancers',
      on,
      resource: '*',
      parameters: { 'Names.member.1': name }
    }
    const found = await orAbsent(askQuery(connection, ELB, list), 'LoadBalancerNotFound')
    const [, arn] = /<LoadBalancerArn>([^<]+)<\/LoadBalancerArn>/.exec(found ?? '') ?? []
    if (arn === undefined) return undefined
    const parameters = { LoadBalancerArn: arn }
    const ask = { operation: 'DescribeLoadBalancerAttributes', on, resource: '*', parameters }
    const attributes = await askQuery(connection, ELB, ask)
    return attributes
      .split('<member>')
      .some(
        (one) => one.includes('<Key>deletion_protection.enabled</Key>') && one.includes('<Value>true</Value>')
      )
  }
})
