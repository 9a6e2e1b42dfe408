/**
 * A production client's whole life under the account's roles: planned, applied, found unchanged, its destruction refused,
 * changed, destroyed. No secret is seen, nothing is refused that must not be, and nothing is allowed for nothing.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AwsResource } from '../../../lab/aws/aws.ts'
import { type Seeded, seeded } from '../../seeds/seeded.ts'
import { findMarkers } from '../../e2e/markers.ts'
import { findMisfits } from '../../emulator/reference.ts'
import { findUnexplained } from '../bootstrap/used-actions.ts'
import { complaint } from '../sandbox.ts'
import { tryDeletions } from './protections.ts'
import { seedSecrets, type Told } from './seed-values.ts'
import { openSessions, type Sessions } from './sessions.ts'
import { openTenantStack, type Place, type TenantStack } from './tenant-stack.ts'

const NAME = 'globex-prod-dedicated'
const REGION = 'eu-central-1'
const MINUTES = 60_000
const TENANT = '-var-file=examples/prod.tfvars.json'
// An instance more, shorter memories of backups and logs, one NAT gateway, more memory, nobody to be woken, no
// protection; and the zones, which stay the same, looked up.
const CHANGE = [
  '-var=overrides={"backup_retention_days":9,"deletion_protection":false,"documentdb_instances":3}',
  '-var=memory=4096',
  '-var=log_retention_days=90',
  '-var=single_nat_gateway=true',
  '-var=availability_zones=null',
  '-var=alarm_emails=[]'
]

let aws: Seeded
let stack: TenantStack
let sessions: Sessions
let foundation: readonly AwsResource[]
/** Every secret value that exists once the client is seeded, by what it is. */
let values: Readonly<Record<string, string>>
const seen: Record<string, string> = {}

beforeAll(async () => {
  aws = await seeded('account')
  sessions = await openSessions(aws)
  foundation = await aws.resources()
  stack = await openTenantStack(aws, { client: 'globex', env: 'prod', file: 'examples/prod.tfvars.json' })
}, 2 * MINUTES)

afterAll(async () => {
  await Promise.all([aws?.close(), stack?.[Symbol.asyncDispose]()])
})

/** As a job that plans, and as one that applies. */
const planner = async (): Promise<Place> => ({ url: aws.url, identity: await sessions.plan() })
const applier = async (): Promise<Place> => ({ url: aws.url, identity: await sessions.apply() })

async function apply(...args: readonly string[]): Promise<string> {
  const applied = await stack.run(await applier(), 'apply', '-auto-approve', TENANT, ...args)
  expect(complaint(applied)).toBe('')
  return applied.stdout
}

/** What a plan would change; its whole text and the state's are kept for the search for secrets. */
async function changes(...args: readonly string[]): Promise<readonly string[]> {
  const place = await planner()
  const planned = await stack.plan(place, ...args)
  const number = Object.keys(seen).length / 2 + 1
  seen[`plan ${number}`] = planned.text
  seen[`state ${number}`] = (await stack.run(place, 'state', 'pull')).stdout
  return planned.changes
}

async function outputs(): Promise<Told> {
  return JSON.parse((await stack.run(await planner(), 'output', '-json')).stdout) as Told
}

test(
  'a pull request plans a client that does not exist yet',
  async () => {
    const planned = await changes()
    expect(planned).toContain('create module.postgres[0].aws_db_instance.this')
    expect(planned.filter((one) => !/^(create|output) /.test(one))).toEqual([])
  },
  3 * MINUTES
)

test(
  'the whole client is applied as production has it, and a second plan finds nothing to do',
  async () => {
    expect(await apply()).toMatch(/Apply complete! Resources: \d+ added, 0 changed, 0 destroyed\./)
    expect(await changes()).toEqual([])
  },
  15 * MINUTES
)

test(
  'its outputs tell the next steps where to work, under their documented names, and no value of a secret',
  async () => {
    const told = await outputs()
    expect(Object.values(told).filter(({ sensitive }) => sensitive)).toEqual([])

    const secretOf = (name: string): unknown =>
      expect.stringMatching(`^arn:aws:secretsmanager:${REGION}:123456789012:secret:${name}-\\w+$`)
    const plain = Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, value]))
    expect(plain).toMatchObject({
      documentdb_uri: expect.stringMatching(
        /^mongodb:\/\/globex-prod-dedicated-documentdb\.[^@/]+:27017\/\?tls=true&replicaSet=rs0&readPreference=secondaryPreferred&retryWrites=false$/
      ),
      postgresql_endpoint: expect.stringMatching(/^globex-prod-dedicated-postgres\.[^@/:]+:5432$/),
      api_endpoint: 'globex.hicaliber.net',
      frontend_url: 'https://www.globex.hicaliber.net',
      hosted_zone_id: expect.stringMatching(/^Z/),
      api_lb_dns: expect.stringMatching(/\.elb\.amazonaws\.com$/),
      api_lb_zone_id: expect.stringMatching(/^Z/),
      distribution_id: expect.stringMatching(/^[0-9A-Z]{13,14}$/),
      frontend_bucket: `${NAME}-frontend-123456789012`,
      access_log_bucket: `${NAME}-access-logs-123456789012`,
      cluster_name: NAME,
      service_name: `${NAME}-api`,
      api_desired_count: 2,
      image_parameter: '/caliber/globex/prod/api-image',
      documentdb_master_secret_arn: secretOf('rds!cluster-[\\w-]+'),
      postgresql_master_secret_arn: secretOf('rds!db-[\\w-]+'),
      secret_arns: {
        'django-secret-key': secretOf('caliber/globex/prod/django-secret-key'),
        'django-secret-key-fallbacks': secretOf('caliber/globex/prod/django-secret-key-fallbacks'),
        'docdb-uri': secretOf('caliber/globex/prod/docdb-uri'),
        'postgres-endpoint': secretOf('caliber/globex/prod/postgres-endpoint')
      }
    })
    expect(plain['api_lb_zone_id']).not.toBe(plain['hosted_zone_id'])
  },
  MINUTES
)

test(
  'once its secrets have values, as the seed step writes them, a plan still finds nothing to do',
  async () => {
    values = await seedSecrets(aws, await outputs(), { client: 'globex', env: 'prod', region: REGION })
    expect(await changes()).toEqual([])
  },
  2 * MINUTES
)

test(
  'its destruction is refused by a sentence before anything is gone, and by AWS behind that',
  async () => {
    const before = await aws.resources()
    const destroyed = await stack.run(await applier(), 'destroy', '-auto-approve', TENANT)
    expect(destroyed.code).toBe(1)
    expect(destroyed.stdout + destroyed.stderr).toContain(
      'Deletion protection is on: apply overrides = { deletion_protection = false } first.'
    )
    expect(await tryDeletions(aws, { name: NAME, region: REGION })).toEqual({
      postgres: 'InvalidParameterCombination',
      documentdb: 'InvalidParameterCombination',
      balancer: 'OperationNotPermitted'
    })
    expect(await aws.resources()).toEqual(before)
  },
  3 * MINUTES
)

test(
  'an instance more, more memory, no protection and the rest of the change are just that, and settle',
  async () => {
    const planned = await changes(...CHANGE)
    // The refused destruction took the state's outputs along, as Terraform does; the next apply writes them again.
    expect(planned.filter((one) => !one.startsWith('output '))).toEqual([
      'update terraform_data.protection',
      'update module.alb[0].aws_lb.this',
      'update module.compute[0].aws_cloudwatch_log_group.api',
      'delete+create module.compute[0].aws_ecs_task_definition.api',
      'update module.documentdb[0].aws_cloudwatch_log_group.this["audit"]',
      'update module.documentdb[0].aws_cloudwatch_log_group.this["profiler"]',
      'update module.documentdb[0].aws_docdb_cluster.this',
      'create module.documentdb[0].aws_docdb_cluster_instance.this["globex-prod-dedicated-documentdb-3"]',
      'update module.frontend[0].aws_s3_bucket.this',
      'update module.network[0].aws_cloudwatch_log_group.flow_logs',
      'delete module.network[0].aws_eip.nat["eu-central-1b"]',
      'delete module.network[0].aws_nat_gateway.this["eu-central-1b"]',
      'update module.network[0].aws_route.nat["eu-central-1b"]',
      'update module.observability[0].aws_s3_bucket.access_logs[0]',
      'delete module.observability[0].aws_sns_topic_subscription.email["operations@globex.example"]',
      'update module.postgres[0].aws_cloudwatch_log_group.this["postgresql"]',
      'update module.postgres[0].aws_cloudwatch_log_group.this["upgrade"]',
      'update module.postgres[0].aws_db_instance.this'
    ])
    await apply(...CHANGE)
    expect(await changes(...CHANGE)).toEqual([])
  },
  10 * MINUTES
)

test(
  'after its destruction only what is kept on purpose is left',
  async () => {
    const destroyed = await stack.run(await applier(), 'destroy', '-auto-approve', TENANT, ...CHANGE)
    expect(complaint(destroyed)).toBe('')
    expect((await stack.run(await planner(), 'state', 'list')).stdout).toBe('')

    const known = new Set(foundation.map(({ id }) => id))
    const left = (await aws.resources()).filter(({ id }) => !known.has(id))
    expect(left.filter((one) => !isKept(one))).toEqual([])
  },
  10 * MINUTES
)

/** Revisions are for rollbacks, final snapshots for regret, secrets and key for the end of their windows. */
function isKept({ service, type, name }: AwsResource): boolean {
  if (service === 'ecs') return type === 'task-definition'
  if (service === 'secretsmanager') return name.startsWith('caliber/globex/prod/')
  if (type.includes('snapshot')) return name.startsWith(NAME)
  return service === 'kms'
}

test('no password and no seeded value was in a plan, a state, or anything that Terraform said', () => {
  expect(Object.keys(seen)).toHaveLength(10)
  expect(seen['state 2']).toContain('"manage_master_user_password": true')
  expect(Object.values(values).every((value) => value.length > 12)).toBe(true)
  expect(findMarkers({ ...seen, said: stack.said() }, values)).toEqual([])
})

test('in all its life Terraform never asked for the value of a secret, wrote none, and was refused nothing', async () => {
  const calls = (await aws.journal()).filter(({ principal }) => principal.includes(':assumed-role/caliber-'))
  const actions = new Set(calls.map(({ iamAction }) => iamAction))
  expect(actions).toContain('secretsmanager:DescribeSecret')
  expect([...actions].filter((action) => /GetSecretValue|PutSecretValue/.test(action))).toEqual([])

  const refused = calls.filter(({ decision }) => decision !== 'allowed')
  expect([...new Set(refused.map(({ iamAction, resource }) => `${iamAction} ${resource}`))]).toEqual([])
  expect(await findMisfits(calls.flatMap(({ permissions }) => permissions))).toEqual([])
  expect(await aws.defects()).toEqual([])
})

test.each(['plan', 'apply'] as const)(
  'the %s role is allowed what it used, and what stands with a reason in permissions.json',
  async (name) => {
    expect(await findUnexplained(aws, name)).toEqual([])
  }
)
