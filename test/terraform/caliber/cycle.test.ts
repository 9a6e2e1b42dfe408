/** A production client's whole life under the account's roles: applied, found unchanged, changed, destroyed; no secret seen. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as secrets from '@aws-sdk/client-secrets-manager'
import type { AwsResource } from '../../../lab/aws/aws.ts'
import { type Seeded, seeded } from '../../seeds/seeded.ts'
import { findMarkers } from '../../e2e/markers.ts'
import { findMisfits } from '../../emulator/reference.ts'
import { complaint } from '../sandbox.ts'
import { openSessions, type Sessions } from './sessions.ts'
import { asOwner, openTenantStack, type Place, type TenantStack } from './tenant-stack.ts'

const NAME = 'globex-prod-dedicated'
const REGION = 'eu-central-1'
const MINUTES = 60_000
const TENANT = '-var-file=examples/prod.tfvars.json'
// Without protection, so that it can go in one step; with everything else that production has.
const UNPROTECTED = '-var=overrides={"backup_retention_days":14,"deletion_protection":false}'
// More memory, a third DocumentDB instance, and nobody to be woken.
const CHANGE = [
  '-var=overrides={"backup_retention_days":14,"deletion_protection":false,"documentdb_instances":3}',
  '-var=memory=4096',
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

async function outputs(): Promise<Readonly<Record<string, { sensitive: boolean; value: unknown }>>> {
  const { stdout } = await stack.run(await planner(), 'output', '-json')
  return JSON.parse(stdout) as Record<string, { sensitive: boolean; value: unknown }>
}

test(
  'the whole client is applied, and a second plan finds nothing to do',
  async () => {
    expect(await apply(UNPROTECTED)).toMatch(/Apply complete! Resources: \d+ added, 0 changed, 0 destroyed\./)
    expect(await changes(UNPROTECTED)).toEqual([])
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
    values = await seedSecrets()
    expect(await changes(UNPROTECTED)).toEqual([])
  },
  2 * MINUTES
)

/** Passwords that AWS made, and the values that the seed step makes of them. */
async function seedSecrets(): Promise<Readonly<Record<string, string>>> {
  const told = await outputs()
  // Read on a copy, so that this AWS's journal tells of Terraform's calls only.
  const copy = await aws.fork()
  const reader = new secrets.SecretsManagerClient(asOwner(copy, REGION))
  const passwordOf = async (output: string): Promise<string> => {
    const SecretId = String(told[output]?.value)
    const { SecretString = '{}' } = await reader.send(new secrets.GetSecretValueCommand({ SecretId }))
    return (JSON.parse(SecretString) as { password: string }).password
  }
  const [documentdb, postgres] = await Promise.all(
    ['documentdb_master_secret_arn', 'postgresql_master_secret_arn'].map(passwordOf)
  )
  await copy.close()
  if (documentdb === undefined || postgres === undefined) throw new Error('Both databases have a password.')
  const uri = String(told['documentdb_uri']?.value)
  const django = 'planted:django/key+7c1d2e&9f'
  const writer = new secrets.SecretsManagerClient(asOwner(aws, REGION))
  const written = {
    'docdb-uri': uri.replace('//', `//caliber_admin:${encodeURIComponent(documentdb)}@`),
    'postgres-endpoint': String(told['postgresql_endpoint']?.value),
    'django-secret-key': django,
    'django-secret-key-fallbacks': '[]'
  }
  for (const [name, SecretString] of Object.entries(written)) {
    const SecretId = `caliber/globex/prod/${name}`
    await writer.send(new secrets.PutSecretValueCommand({ SecretId, SecretString }))
  }
  return { documentdb, postgres, django }
}

test(
  'an instance more, more memory and nobody to be woken are just that, and settle',
  async () => {
    await apply(UNPROTECTED)
    const planned = await changes(...CHANGE)
    expect(planned).toEqual([
      'delete+create module.compute.aws_ecs_task_definition.api',
      'create module.documentdb.aws_docdb_cluster_instance.this["globex-prod-dedicated-documentdb-3"]',
      'delete module.observability.aws_sns_topic_subscription.email["operations@globex.example"]'
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
  expect(Object.keys(seen)).toHaveLength(8)
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
