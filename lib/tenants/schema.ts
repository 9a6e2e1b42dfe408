const text = (description: string, rule: object = {}) => ({ type: 'string', ...rule, description })
const textOrNull = (description: string, rule: object = {}) => ({
  type: ['string', 'null'],
  ...rule,
  description
})
const yesOrNo = (description: string) => ({ type: 'boolean', description })
const count = (description: string, minimum: number, maximum: number) => ({
  type: 'integer',
  minimum,
  maximum,
  description
})

/** What a tenant has other than its environment gives it; the names are those of the stack's sizes. */
const OVERRIDES = {
  type: 'object',
  description: 'What this tenant has other than its environment.',
  properties: {
    api_tasks: count('Tasks of the API.', 0, 100),
    documentdb_instance_class: text('Class of DocumentDB’s instances.', { pattern: '^db\\.' }),
    documentdb_instances: count('Instances of DocumentDB.', 1, 16),
    postgres_instance_class: text('Class of the PostgreSQL instance.', { pattern: '^db\\.' }),
    postgres_multi_az: yesOrNo('A standby of PostgreSQL in a second zone.'),
    postgres_storage_gb: count('Storage of PostgreSQL in GiB.', 20, 65_536),
    postgres_max_storage_gb: count('How far that storage may grow, in GiB.', 20, 65_536),
    backup_retention_days: count('Days that backups are kept.', 1, 35),
    deletion_protection: yesOrNo('Databases and load balancer refuse to be deleted.'),
    final_snapshots: yesOrNo('Databases leave a snapshot behind when they are deleted.'),
    alarms: yesOrNo('CloudWatch alarms and their topic.'),
    access_logs: yesOrNo('Access logs of load balancer and CloudFront.'),
    recovery_window_days: count('Days that deleted secrets can be restored.', 0, 30)
  },
  additionalProperties: false
} as const

const HOST = '^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$'

/** JSON Schema of a tenant's file; the same as terraform/tenants/tenant.schema.json, for editors. */
export const TENANT_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A tenant of the registry: terraform/tenants/<env>/<client>.tfvars.json',
  description: 'Variables of terraform/stacks/caliber for one tenant.',
  type: 'object',
  required: ['client', 'plan', 'env', 'subdomain', 'region'],
  properties: {
    client: text('2 to 13 letters, digits and single hyphens; in lower case the file’s name.', {
      pattern: '^(?!.*(?:--|-$))[A-Za-z][A-Za-z0-9-]{1,12}$'
    }),
    plan: { enum: ['Dedicated', 'SaaS'], description: 'How the tenant is hosted; it never changes.' },
    env: { enum: ['dev', 'stg', 'prod'], description: 'Environment; the file’s folder.' },
    subdomain: text('One DNS label in lower case; outside prod it ends in -<env>.', {
      pattern: '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$'
    }),
    domain: text('DNS zone that the hosts are in; hicaliber.net without.', { pattern: HOST }),
    hosted_zone_id: textOrNull('Id of the zone; null looks it up.', { pattern: '^Z[A-Z0-9]{1,31}$' }),
    api_host: textOrNull('Host of the API in place of <subdomain>.<domain>.', { pattern: HOST }),
    frontend_host: textOrNull('Host of the frontend in place of www.<subdomain>.<domain>.', {
      pattern: HOST
    }),
    frontend_enabled: yesOrNo('Bucket, CloudFront, certificate and record for the frontend.'),
    price_class: {
      enum: ['PriceClass_100', 'PriceClass_200', 'PriceClass_All'],
      description: 'Where CloudFront answers from.'
    },
    region: text('AWS region of everything in the stack.', {
      pattern: '^(?!cn-)[a-z]{2}(?:-gov)?-[a-z]+-[0-9]$'
    }),
    account_id: textOrNull('The one account that the stack may touch.', { pattern: '^[0-9]{12}$' }),
    availability_zones: {
      type: ['array', 'null'],
      items: { type: 'string' },
      minItems: 2,
      maxItems: 3,
      uniqueItems: true,
      description: 'Two or three zones of the region.'
    },
    vpc_cidr: text('Private addresses of the VPC, between /16 and /22, that no other tenant overlaps.', {
      pattern: '^[0-9.]+/(?:1[6-9]|2[0-2])$'
    }),
    single_nat_gateway: yesOrNo('One NAT gateway for all zones.'),
    interface_endpoints: {
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
      description: 'AWS services reached without the NAT gateway.'
    },
    image: text('Image of the first revision, with a tag other than latest or a digest.', {
      pattern: '^(?!.*:latest$)[^\\s@]+(?::[\\w.-]+|@sha256:[0-9a-f]{64})$'
    }),
    cpu_architecture: { enum: ['X86_64', 'ARM64'], description: 'Processor that the image was built for.' },
    cpu: { enum: [256, 512, 1024, 2048, 4096, 8192, 16_384], description: 'CPU units of a task.' },
    memory: count('Memory of a task in MiB.', 512, 122_880),
    execute_command: yesOrNo('Operators may open a shell in a task.'),
    log_retention_days: {
      type: ['integer', 'null'],
      minimum: 1,
      description: 'Days that logs are kept; null takes those of the environment.'
    },
    alarm_emails: {
      type: 'array',
      items: { type: 'string', pattern: '^[^@\\s]+@[^@\\s]+$' },
      uniqueItems: true,
      description: 'Addresses that alarms are sent to.'
    },
    permissions_boundary: textOrNull('Name of the policy that no role of the stack can exceed.'),
    iam_path: text('Path of the roles.', { pattern: '^/(?:[\\w-]+/)*$' }),
    restored_cluster_identifier: textOrNull(
      'DocumentDB cluster of a restore that takes the tenant’s place.',
      { pattern: '^[a-z](?:-?[a-z0-9])*$' }
    ),
    restored_postgres_identifier: textOrNull(
      'PostgreSQL instance of a restore that takes the tenant’s place.',
      { pattern: '^[a-z](?:-?[a-z0-9])*$' }
    ),
    api_certificate_arn: textOrNull(
      'Certificate for *.<domain> that SaaSShared’s load balancer takes; null makes one.',
      {
        pattern: '^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$'
      }
    ),
    saas_docdb_uri: textOrNull(
      'URI of the shared DocumentDB without user and password, in place of what SaaSShared publishes.',
      {
        pattern: '^mongodb://[^@/]+/'
      }
    ),
    saas_docdb_secret_arn: textOrNull(
      'Secret with its user and password, in place of what SaaSShared publishes.',
      {
        pattern: '^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.+$'
      }
    ),
    saas_rds_endpoint: textOrNull(
      'Host and port of the shared PostgreSQL, in place of what SaaSShared publishes.',
      {
        pattern: '^[a-z0-9.-]+:[0-9]+$'
      }
    ),
    saas_api_lb_dns: textOrNull('What the API’s record points to, in place of what SaaSShared publishes.', {
      pattern: HOST
    }),
    saas_api_lb_zone: textOrNull('Zone of that name.', { pattern: '^Z[A-Z0-9]{1,31}$' }),
    overrides: OVERRIDES
  },
  additionalProperties: false,
  if: {
    properties: {
      plan: { const: 'SaaS' },
      client: { not: { pattern: '^[Ss][Aa][Aa][Ss][Ss][Hh][Aa][Rr][Ee][Dd]$' } }
    }
  },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { properties: { vpc_cidr: false, image: false, api_certificate_arn: false } },
  else: {
    required: ['vpc_cidr', 'image'],
    properties: {
      saas_docdb_uri: false,
      saas_docdb_secret_arn: false,
      saas_rds_endpoint: false,
      saas_api_lb_dns: false,
      saas_api_lb_zone: false
    }
  }
} as const
