/** What each type of resource costs: by the month, and by use, which nobody knows beforehand. */
import { type Cost, endpoint, loadBalancer, managedSecret, one, postgres, tasks, used } from './charges.ts'
import { containerInsights } from './insights.ts'
import type { Planned, Resource } from './planned.ts'

type Rule = (resource: Resource, planned: Planned) => Cost

const RULES: Readonly<Record<string, Rule>> = {
  aws_nat_gateway: () => ({
    ...one('NAT gateway', 'nat-gateway-hour'),
    ...used({ title: 'NAT gateway: traffic', price: 'nat-gateway-gb' })
  }),
  aws_eip: () => one('public IPv4 address (NAT gateway)', 'public-ipv4-hour'),
  aws_vpc_endpoint: endpoint,
  aws_lb: loadBalancer,
  aws_ecs_cluster: containerInsights,
  aws_ecs_service: containerInsights,
  aws_ecs_task_definition: tasks,
  aws_docdb_cluster: ({ values }) => ({
    ...managedSecret(values, 'DocumentDB'),
    ...used(
      { title: 'DocumentDB: storage', price: 'documentdb-storage-gb-month' },
      { title: 'DocumentDB: reads and writes', price: 'documentdb-million-io' },
      { title: 'DocumentDB: backups beyond its size', price: 'documentdb-backup-gb-month' }
    )
  }),
  aws_docdb_cluster_instance: ({ values }) => {
    const kind = String(values['instance_class'])
    return one(`DocumentDB instance ${kind}`, `documentdb-${kind}-hour`)
  },
  aws_db_instance: postgres,
  aws_kms_key: () => ({
    ...one('KMS key', 'kms-key-month'),
    ...used({ title: 'KMS: requests beyond 20,000', price: 'kms-10k-requests' })
  }),
  aws_secretsmanager_secret: () => one('secret', 'secret-month'),
  aws_route53_zone: () => one('hosted zone', 'hosted-zone-month'),
  aws_cloudwatch_metric_alarm: () => one('alarm', 'alarm-month'),
  aws_cloudwatch_log_group: () =>
    used(
      { title: 'logs: taken in', price: 'logs-ingested-gb' },
      { title: 'logs: kept', price: 'logs-stored-gb-month' }
    ),
  aws_s3_bucket: () => used({ title: 'S3: storage', price: 's3-gb-month' }),
  aws_cloudfront_distribution: () => used({ title: 'CloudFront: traffic to viewers', price: 'cloudfront-gb' })
}

/** What the resource costs; nothing for types that AWS does not charge for by themselves. */
export const costOf = (resource: Resource, planned: Planned): Cost =>
  RULES[resource.type]?.(resource, planned) ?? {}
