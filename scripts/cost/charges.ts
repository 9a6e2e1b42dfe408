/** The charges of resources that cost more than one thing. */
import { containerInsights } from './insights.ts'
import { type Planned, type Resource, zonesOf } from './planned.ts'

/** Something that is paid by the month: a price and how often. */
export type Charge = Readonly<{ title: string; price: string; quantity: number }>
/** Something that is paid by use. */
export type Usage = Readonly<{ title: string; price: string }>
export type Cost = Readonly<{ charges?: readonly Charge[]; usages?: readonly Usage[] }>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number => (typeof value === 'number' ? value : Number(value ?? 0))
/** One of something. */
export const one = (title: string, price: string): Cost => ({ charges: [{ title, price, quantity: 1 }] })
/** Things that are paid by use. */
export const used = (...usages: readonly Usage[]): Cost => ({ usages })

/** S3's and DynamoDB's gateways are free. */
export function endpoint(resource: Resource, planned: Planned): Cost {
  if (resource.values['vpc_endpoint_type'] !== 'Interface') return {}
  const quantity = zonesOf(resource, 'subnet_ids', planned)
  return {
    charges: [{ title: 'interface endpoint, a zone', price: 'interface-endpoint-hour', quantity }],
    ...used({ title: 'interface endpoints: traffic', price: 'interface-endpoint-gb' })
  }
}

/** One that faces the internet has a public address in each of its zones. */
export function loadBalancer(resource: Resource, planned: Planned): Cost {
  const addresses = {
    title: 'public IPv4 address (load balancer)',
    price: 'public-ipv4-hour',
    quantity: zonesOf(resource, 'subnets', planned)
  }
  return {
    charges: [
      { title: 'application load balancer', price: 'alb-hour', quantity: 1 },
      ...(resource.values['internal'] === true ? [] : [addresses])
    ],
    ...used({ title: 'load balancer: traffic and connections', price: 'alb-lcu-hour' })
  }
}

/** A definition costs nothing; the tasks that run by it do, and the family's metrics. */
export function tasks(resource: Resource, planned: Planned): Cost {
  const { values } = resource
  const { tasks: count } = planned
  const [platform] = Array.isArray(values['runtime_platform'])
    ? (values['runtime_platform'] as readonly Readonly<{ cpu_architecture?: string }>[])
    : []
  const kind = platform?.cpu_architecture === 'ARM64' ? 'arm' : 'x86'
  return {
    charges: [
      {
        title: `Fargate ${kind}: vCPU`,
        price: `fargate-${kind}-vcpu-hour`,
        quantity: (count * number(values['cpu'])) / 1024
      },
      {
        title: `Fargate ${kind}: memory`,
        price: `fargate-${kind}-gb-hour`,
        quantity: (count * number(values['memory'])) / 1024
      },
      ...(containerInsights(resource, planned).charges ?? [])
    ]
  }
}

/** A standby in another zone costs as much as the instance, and so does its storage. */
export function postgres({ values }: Resource): Cost {
  const quantity = values['multi_az'] === true ? 2 : 1
  const kind = text(values['instance_class'])
  return {
    charges: [
      {
        title: `PostgreSQL ${kind}${quantity === 2 ? ', Multi-AZ' : ''}`,
        price: `postgres-${kind}-hour`,
        quantity
      },
      {
        title: 'PostgreSQL: storage',
        price: 'postgres-gp3-gb-month',
        quantity: quantity * number(values['allocated_storage'])
      },
      ...(managedSecret(values, 'PostgreSQL').charges ?? [])
    ],
    ...used({ title: 'PostgreSQL: backups beyond its size', price: 'postgres-backup-gb-month' })
  }
}

/** The password that a database keeps for itself. */
export const managedSecret = (values: Resource['values'], of: string): Cost =>
  values['manage_master_user_password'] === true ? one(`secret (${of}'s own password)`, 'secret-month') : {}
