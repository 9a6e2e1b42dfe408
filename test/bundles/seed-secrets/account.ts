/** An account with a tenant's database and empty secrets, and a caller who may do what the README's permissions say. */
import { rootCredentials, type Aws } from '../../../lab/aws/aws.ts'
import {
  callForm,
  callJson,
  element,
  signed,
  startForTests,
  type Identity,
  type Reply
} from '../../emulator/start.ts'

export const PATH = 'caliber/acme/stg/'
export const NAMES = ['django-secret-key', 'django-secret-key-fallbacks', 'docdb-uri', 'postgres-endpoint']
const ACCOUNT = '123456789012'

export type Account = Readonly<{
  aws: Aws
  seeder: Identity
  /** The secrets that AWS keeps of the master users. */
  masterArn: string
  postgresArn: string
  outputs: Readonly<Record<string, unknown>>
}>

/** One call of Secrets Manager or KMS by the account's owner; throws what AWS refuses. */
export async function ask(
  aws: Aws,
  target: string,
  body: object
): Promise<Readonly<Record<string, unknown>>> {
  const [service = ''] = target.split('.')
  const prefix = service === 'kms' ? target.replace('kms.', 'TrentService.') : target
  const { status, text } = await callJson(aws, signed(service), [prefix, body])
  if (status !== 200) throw new Error(`${target}: ${status} ${text}`)
  return JSON.parse(text === '' ? '{}' : text) as Readonly<Record<string, unknown>>
}

/** Starts AWS with a DocumentDB cluster whose password it manages, the tenant's key, and containers without values. */
export async function openAccount(): Promise<Account> {
  const aws = await startForTests()
  const cluster = await createDatabase(aws, {
    Action: 'CreateDBCluster',
    DBClusterIdentifier: 'acme-stg-dedicated-documentdb',
    Engine: 'docdb'
  })
  const instance = await createDatabase(aws, {
    Action: 'CreateDBInstance',
    DBInstanceIdentifier: 'acme-stg-dedicated-postgres',
    DBInstanceClass: 'db.t4g.micro',
    AllocatedStorage: '20',
    Engine: 'postgres'
  })
  const masterArn = element(cluster, 'SecretArn')
  const postgresArn = element(instance, 'SecretArn')
  const { KeyMetadata } = await ask(aws, 'kms.CreateKey', {})
  const { Arn: kmsKey, KeyId } = KeyMetadata as Readonly<{ Arn: string; KeyId: string }>
  await ask(aws, 'kms.CreateAlias', { AliasName: 'alias/caliber/acme/stg', TargetKeyId: KeyId })
  const arns: Record<string, unknown> = {}
  for (const name of NAMES) {
    const made = await ask(aws, 'secretsmanager.CreateSecret', { Name: `${PATH}${name}`, KmsKeyId: kmsKey })
    arns[name] = made['ARN']
  }
  const outputs = {
    documentdb_uri: `mongodb://${element(cluster, 'Endpoint')}:27017/?tls=true&replicaSet=rs0&retryWrites=false`,
    documentdb_master_secret_arn: masterArn,
    postgresql_endpoint: 'acme-stg-dedicated-postgres.test:5432',
    postgresql_master_secret_arn: postgresArn,
    secret_arns: arns,
    kms_key_arn: kmsKey
  }
  return { aws, masterArn, postgresArn, outputs, seeder: await createSeeder(aws) }
}

const createDatabase = (aws: Aws, form: Readonly<Record<string, string>>): Promise<Reply> =>
  callForm(aws, { ...form, MasterUsername: 'caliber_admin', ManageMasterUserPassword: 'true' }, signed('rds'))

const secretArn = (name: string): string => `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:${name}`

/** The table of the README as a policy; `create-containers` has its own row. */
const STATEMENTS = [
  {
    Effect: 'Allow',
    Action: ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'ListSecretVersionIds'].map(
      (action) => `secretsmanager:${action}`
    ),
    Resource: secretArn(`${PATH}*`)
  },
  ...[
    ['primaryDBClusterArn', 'cluster:acme-stg-dedicated-*'],
    ['primaryDBInstanceArn', 'db:acme-stg-dedicated-*']
  ].map(([tag, database]) => ({
    Effect: 'Allow',
    Action: ['DescribeSecret', 'GetSecretValue', 'RotateSecret'].map((action) => `secretsmanager:${action}`),
    Resource: secretArn('rds!*'),
    Condition: {
      ArnLike: { [`aws:ResourceTag/aws:rds:${tag}`]: `arn:aws:rds:us-east-1:${ACCOUNT}:${database}` }
    }
  })),
  {
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/*`,
    Condition: {
      StringEquals: { 'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com' },
      'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/caliber/acme/stg' }
    }
  }
]

export const CREATE = {
  Effect: 'Allow',
  Action: ['secretsmanager:CreateSecret', 'secretsmanager:TagResource'],
  Resource: secretArn(`${PATH}*`)
}

async function createSeeder(aws: Aws): Promise<Identity> {
  await callForm(aws, { Action: 'CreateUser', UserName: 'seeder' }, signed('iam'))
  await allow(aws)
  const key = await callForm(aws, { Action: 'CreateAccessKey', UserName: 'seeder' }, signed('iam'))
  return { accessKeyId: element(key, 'AccessKeyId'), secretAccessKey: element(key, 'SecretAccessKey') }
}

/** Gives the caller these statements beside the README's. */
export async function allow(aws: Aws, ...more: readonly object[]): Promise<void> {
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [...STATEMENTS, ...more] })
  const policy = { Action: 'PutUserPolicy', UserName: 'seeder', PolicyName: 'seed', PolicyDocument }
  const { status, text } = await callForm(aws, policy, signed('iam'))
  if (status !== 200) throw new Error(text)
}

/** What the runner gives a step that is to reach this AWS as the seeder; the run and its attempt are GitHub's. */
export const stepEnv = (aws: string, seeder: Identity, run = 100): Readonly<Record<string, string>> => ({
  AWS_ENDPOINT_URL: aws,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: seeder.accessKeyId,
  AWS_SECRET_ACCESS_KEY: seeder.secretAccessKey,
  GITHUB_REPOSITORY_ID: '42',
  GITHUB_RUN_ID: String(run)
})

export type Version = Readonly<{ VersionId: string; VersionStages: readonly string[] }>

/** A secret's current value as the owner reads it; undefined without one. */
export async function valueOf(aws: Aws, name: string, stage = 'AWSCURRENT'): Promise<string | undefined> {
  const body = { SecretId: name, VersionStage: stage }
  const { status, text } = await callJson(aws, signed('secretsmanager', rootCredentials), [
    'secretsmanager.GetSecretValue',
    body
  ])
  return status === 200 ? (JSON.parse(text) as { SecretString: string }).SecretString : undefined
}

/** The master user's password as it is now. */
export async function passwordOf({ masterArn }: Account, aws: Aws): Promise<string> {
  return (JSON.parse((await valueOf(aws, masterArn)) ?? '{}') as { password: string }).password
}

/** How many versions a secret has, those without a label too. */
export async function countVersions(aws: Aws, name: string): Promise<number> {
  const answer = await ask(aws, 'secretsmanager.ListSecretVersionIds', {
    SecretId: `${PATH}${name}`,
    IncludeDeprecated: true
  })
  return (answer['Versions'] as readonly Version[]).length
}
