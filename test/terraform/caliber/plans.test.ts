/** The examples, planned for real: what the documents promise is in the plan, for staging, production and a SaaS tenant. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Seeded, seeded } from '../../seeds/seeded.ts'
import { stack as stackFolder, terraformFolder } from '../sandbox.ts'
import { openTenantStack, type Planned } from './tenant-stack.ts'

type Attributes = Readonly<Record<string, unknown>>

const MOST_RESOURCES = 150
/** Parameters of SaaSShared, which has all else that production's example has, in two zones or three. */
const PUBLISHED = 5
const TAGS = ['Client', 'Env', 'ManagedBy', 'Plan', 'Project']
const planned: Record<string, Planned> = {}
let aws: Seeded

beforeAll(async () => {
  aws = await seeded('account')
  for (const name of ['stg', 'prod', 'saas-tenant']) {
    const tenant = { client: 'globex', env: name, file: `examples/${name}.tfvars.json` }
    await using stack = await openTenantStack(aws, tenant)
    planned[name] = await stack.plan(aws)
  }
}, 300_000)

afterAll(() => aws?.close())

function created(env: string): readonly Readonly<{ address: string; type: string; after: Attributes }>[] {
  const changes = planned[env]?.json.resource_changes ?? []
  return changes
    .filter(({ mode }) => mode === 'managed')
    .map(({ address, type, change }) => ({ address, type, after: change.after as Attributes }))
}

function all(env: string, type: string): readonly Attributes[] {
  return created(env).flatMap((one) => (one.type === type ? [one.after] : []))
}

/** The values of some attributes of every resource of a type. */
function facts(env: string, type: string, ...names: readonly string[]): readonly Attributes[] {
  return all(env, type).map((after) => Object.fromEntries(names.map((name) => [name, after[name]])))
}

describe.each(['stg', 'prod'])('%s', (env) => {
  test('carries the five tags on everything that can be tagged', () => {
    const bare = created(env).filter(({ after }) => {
      const tags = after['tags_all'] as Attributes | undefined
      return 'tags_all' in after && !TAGS.every((tag) => tags?.[tag] !== undefined)
    })
    expect(bare.map(({ address }) => address)).toEqual([])
    expect(all(env, 'aws_vpc')[0]?.['tags_all']).toMatchObject({
      Project: 'Caliber',
      Client: 'globex',
      Plan: 'Dedicated',
      Env: env,
      ManagedBy: 'Terraform'
    })
  })

  test('stays below what one state should hold, as would SaaSShared over three zones, and the README says how much it is', async () => {
    const count = created(env).length
    const zone = created(env).filter(({ address }) => address.endsWith('-1b"]')).length
    expect(zone).toBe(env === 'stg' ? 7 : 9)
    expect(count + zone + PUBLISHED).toBeLessThanOrEqual(MOST_RESOURCES)

    const readme = await readFile(join(terraformFolder, stackFolder, 'README.md'), 'utf8')
    const row = readme.split('\n').find((line) => line.startsWith('| **all** |'))
    expect(row?.split('|')[env === 'stg' ? 2 : 3]?.trim()).toBe(String(count))
  })

  test('opens ports from group to group only, but to browsers, to HTTPS outside and to S3', () => {
    const rules = created(env).filter(({ type }) => type.startsWith('aws_vpc_security_group_'))
    const told = rules.map(({ address, type, after }) => {
      const way = type.includes('ingress') ? 'in' : 'out'
      const cidr = after['cidr_ipv4']
      const far = typeof cidr === 'string' ? cidr : 'group'
      return `${/module\.(\w+)/.exec(address)?.[1]} ${way} ${String(after['from_port'])} ${far}`
    })
    expect(told.toSorted()).toEqual([
      'alb in 443 0.0.0.0/0',
      'alb in 80 0.0.0.0/0',
      'alb in 8000 group',
      'alb out 8000 group',
      'documentdb in 27017 group',
      'documentdb out 27017 group',
      'network in 443 group',
      'network out 443 0.0.0.0/0',
      'network out 443 group',
      'network out 443 group',
      'postgres in 5432 group',
      'postgres out 5432 group'
    ])
    expect(created(env).filter(({ type }) => type === 'aws_security_group_rule')).toEqual([])
  })

  test('gives every role a path and the boundary', () => {
    const roles = facts(env, 'aws_iam_role', 'path', 'permissions_boundary')
    expect(roles.length).toBeGreaterThan(2)
    for (const role of roles) {
      expect(role).toEqual({
        path: '/caliber/',
        permissions_boundary: 'arn:aws:iam::123456789012:policy/caliber-workload-boundary'
      })
    }
  })

  test('has its databases encrypted, private, with backups, and passwords that AWS makes', () => {
    expect(
      facts(
        env,
        'aws_db_instance',
        'storage_encrypted',
        'publicly_accessible',
        'manage_master_user_password',
        'username',
        'password'
      )
    ).toEqual([
      {
        storage_encrypted: true,
        publicly_accessible: false,
        manage_master_user_password: true,
        username: 'caliber_admin',
        password: null
      }
    ])
    expect(
      facts(
        env,
        'aws_docdb_cluster',
        'storage_encrypted',
        'manage_master_user_password',
        'master_username',
        'master_password'
      )
    ).toEqual([
      {
        storage_encrypted: true,
        manage_master_user_password: true,
        master_username: 'caliber_admin',
        master_password: null
      }
    ])
    expect(all(env, 'aws_db_instance')[0]?.['backup_retention_period']).toBe(env === 'stg' ? 7 : 14)
    const rotations = facts(env, 'aws_secretsmanager_secret_rotation', 'rotation_rules')
    expect(rotations).toHaveLength(2)
    for (const { rotation_rules } of rotations)
      expect(rotation_rules).toMatchObject([{ automatically_after_days: 30 }])
  })

  test('makes two records that overwrite nothing, and a certificate for each, CloudFront’s in us-east-1', () => {
    const records = facts(env, 'aws_route53_record', 'name', 'allow_overwrite').filter(
      ({ name }) => name !== undefined
    )
    const host = env === 'stg' ? 'globex-stg.hicaliber.net' : 'globex.hicaliber.net'
    expect(records).toEqual(
      expect.arrayContaining([
        { name: host, allow_overwrite: false },
        { name: `www.${host}`, allow_overwrite: false }
      ])
    )
    expect(records.filter(({ allow_overwrite }) => allow_overwrite !== false)).toEqual([])
    expect(facts(env, 'aws_acm_certificate', 'domain_name')).toEqual(
      expect.arrayContaining([{ domain_name: host }, { domain_name: `www.${host}` }])
    )
  })

  test('keeps the Host header, checks /healthz, and answers nobody in the clear', () => {
    expect(facts(env, 'aws_lb', 'preserve_host_header', 'drop_invalid_header_fields', 'internal')).toEqual([
      { preserve_host_header: true, drop_invalid_header_fields: true, internal: false }
    ])
    expect(all(env, 'aws_lb_target_group')[0]?.['health_check']).toMatchObject([{ path: '/healthz' }])
    expect(facts(env, 'aws_lb_listener', 'port', 'protocol')).toEqual(
      expect.arrayContaining([
        { port: 80, protocol: 'HTTP' },
        { port: 443, protocol: 'HTTPS' }
      ])
    )
  })

  test('starts no task before the secrets have values', () => {
    expect(facts(env, 'aws_ecs_service', 'desired_count', 'wait_for_steady_state')).toEqual([
      { desired_count: 0, wait_for_steady_state: false }
    ])
  })

  test('has the endpoints of the documents', () => {
    const region = 'com.amazonaws.eu-central-1'
    expect(
      all(env, 'aws_vpc_endpoint')
        .map(({ service_name }) => service_name)
        .toSorted()
    ).toEqual(['ecr.api', 'ecr.dkr', 'logs', 's3', 'secretsmanager'].map((name) => `${region}.${name}`))
  })
})

test('a SaaS tenant is hosts, frontend, secrets and its entry in SaaSShared’s list, as many as the README says', async () => {
  const resources = created('saas-tenant')
  const kinds = new Set(resources.map(({ address }) => /^(?:module\.)?\w+/.exec(address)?.[0]))
  expect([...kinds].toSorted()).toEqual([
    'aws_ssm_parameter',
    'module.dns',
    'module.frontend',
    'module.secrets',
    'terraform_data'
  ])
  expect(facts('saas-tenant', 'aws_acm_certificate', 'domain_name')).toEqual([
    { domain_name: 'www.initech-stg.hicaliber.net' }
  ])
  const readme = await readFile(join(terraformFolder, stackFolder, 'README.md'), 'utf8')
  expect(readme.replaceAll('\n', ' ')).toContain(
    `A SaaS tenant in staging has ${resources.length} resources.`
  )
})

test('staging is one of everything; production two tasks, two instances, two zones, protected and watched', () => {
  const sizes = (env: string) => ({
    tasks: planned[env]?.json.output_changes?.['api_desired_count']?.after,
    documentdb: all(env, 'aws_docdb_cluster_instance').length,
    nat: all(env, 'aws_nat_gateway').length,
    postgres: facts(env, 'aws_db_instance', 'multi_az', 'deletion_protection', 'skip_final_snapshot')[0],
    cluster: facts(env, 'aws_docdb_cluster', 'deletion_protection', 'skip_final_snapshot')[0],
    balancer: facts(env, 'aws_lb', 'enable_deletion_protection')[0],
    watched: all(env, 'aws_cloudwatch_metric_alarm').length > 0,
    logged: (all(env, 'aws_lb')[0]?.['access_logs'] as Attributes[] | undefined)?.[0]?.['enabled']
  })
  expect(sizes('stg')).toEqual({
    tasks: 1,
    documentdb: 1,
    nat: 1,
    postgres: { multi_az: false, deletion_protection: false, skip_final_snapshot: true },
    cluster: { deletion_protection: false, skip_final_snapshot: true },
    balancer: { enable_deletion_protection: false },
    watched: false,
    logged: false
  })
  expect(sizes('prod')).toEqual({
    tasks: 2,
    documentdb: 2,
    nat: 2,
    postgres: { multi_az: true, deletion_protection: true, skip_final_snapshot: false },
    cluster: { deletion_protection: true, skip_final_snapshot: false },
    balancer: { enable_deletion_protection: true },
    watched: true,
    logged: true
  })
})
