/** SaaSShared as its tenants know it: what its stack has told them they share. */
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import type { Aws } from '../../../lab/aws/aws.ts'
import { asOwner } from '../../terraform/caliber/tenant-stack.ts'
import type { Told } from './production.ts'

export type Shared = Readonly<{
  /** SaaSShared as the registry has it. */
  tenant: Readonly<Record<string, unknown>> & Readonly<{ image: string }>
  uri: string
  endpoint: string
  dns: string
  zone: string
}>

/** Databases and load balancer that another client has stand for SaaSShared's: its tenants know them by their names only. */
export async function publishShared(aws: Aws, told: Told, region: string): Promise<Shared> {
  const value = (name: string): string => String(told[name]?.value)
  const platform = {
    is_protected: true,
    cluster_name: 'saasshared-prod-saas',
    service_name: 'saasshared-prod-saas-api',
    documentdb_master_secret_arn: value('documentdb_master_secret_arn'),
    postgresql_master_secret_arn: value('postgresql_master_secret_arn')
  }
  const parameter = new PutParameterCommand({
    Name: '/caliber/saasshared/prod/shared/platform',
    Type: 'String',
    Value: JSON.stringify(platform)
  })
  await new SSMClient(asOwner(aws, region)).send(parameter)
  return {
    tenant: {
      client: 'SaaSShared',
      plan: 'SaaS',
      env: 'prod',
      subdomain: 'saas-api',
      region,
      vpc_cidr: '10.60.0.0/16',
      image: 'registry.example/caliber/api:1.4.2'
    },
    uri: value('documentdb_uri'),
    endpoint: value('postgresql_endpoint'),
    dns: value('api_lb_dns'),
    zone: value('api_lb_zone_id')
  }
}
