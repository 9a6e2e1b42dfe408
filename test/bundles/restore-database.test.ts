import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import { startStep, type Ended, type Running } from '../chaos/step.ts'
import { callForm, callJson, element, signed, startForTests, type Identity } from '../emulator/start.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(120_000)

type Given = Readonly<Record<string, string>>
const NAME = 'acme-stg-dedicated'
const CLUSTER = `${NAME}-documentdb`
const INSTANCE = `${NAME}-postgres`
const ACCOUNT = '123456789012'
const MASTER = { MasterUsername: 'caliber_admin', ManageMasterUserPassword: 'true' }

let aws: Aws
let restorer: Identity
let folder: string
beforeAll(async () => {
  aws = await startForTests()
  folder = await mkdtemp(join(tmpdir(), 'restore-'))
  await mkdir(join(folder, 'workspace'))
  restorer = await createRestorer()
  await makeGroups()
  const encrypted = { StorageEncrypted: 'true', KmsKeyId: await makeKey() }
  await rds({
    Action: 'CreateDBCluster',
    DBClusterIdentifier: CLUSTER,
    DBSubnetGroupName: CLUSTER,
    Engine: 'docdb',
    ...MASTER,
    ...encrypted
  })
  await rds({
    Action: 'CreateDBInstance',
    DBInstanceIdentifier: INSTANCE,
    DBSubnetGroupName: INSTANCE,
    DBInstanceClass: 'db.t4g.micro',
    AllocatedStorage: '20',
    Engine: 'postgres',
    EngineVersion: '17',
    ...MASTER,
    ...encrypted
  })
})
afterAll(async () => {
  await aws?.close()
  await rm(folder, { recursive: true, force: true })
})

async function rds(form: Given, service = 'rds'): Promise<string> {
  const { status, text } = await callForm(aws, form, signed(service))
  if (status !== 200) throw new Error(`${form['Action']}: ${status} ${text}`)
  return text
}

async function makeKey(): Promise<string> {
  const { text } = await callJson(aws, signed('kms'), ['TrentService.CreateKey', {}])
  return (JSON.parse(text) as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn
}

async function makeGroups(): Promise<void> {
  const ec2 = async (form: Given, name: string): Promise<string> =>
    element(await callForm(aws, { Version: '2016-11-15', ...form }, signed('ec2')), name)
  const VpcId = await ec2({ Action: 'CreateVpc', CidrBlock: '10.0.0.0/16' }, 'vpcId')
  const subnets: string[] = []
  for (const zone of ['a', 'b']) {
    const CidrBlock = `10.0.${subnets.length}.0/24`
    const AvailabilityZone = `us-east-1${zone}`
    subnets.push(await ec2({ Action: 'CreateSubnet', VpcId, CidrBlock, AvailabilityZone }, 'subnetId'))
  }
  const ids = Object.fromEntries(subnets.map((id, at) => [`SubnetIds.SubnetIdentifier.${at + 1}`, id]))
  for (const DBSubnetGroupName of [CLUSTER, INSTANCE])
    await rds({ Action: 'CreateDBSubnetGroup', DBSubnetGroupName, DBSubnetGroupDescription: 'd', ...ids })
}

/** A caller who may do what the README's table says, and nothing else. */
async function createRestorer(): Promise<Identity> {
  const arns = (...kinds: readonly string[]): readonly string[] =>
    kinds.map((kind) => `arn:aws:rds:us-east-1:${ACCOUNT}:${kind}:${NAME}*`)
  const allow = (Action: readonly string[], Resource: readonly string[], Condition = {}) => ({
    Effect: 'Allow',
    Action,
    Resource,
    Condition
  })
  const things = arns('cluster', 'db', 'cluster-snapshot', 'snapshot')
  const groups = [...arns('subgrp', 'cluster-pg', 'pg'), `arn:aws:rds:us-east-1:${ACCOUNT}:og:default:*`]
  const restores = [
    'ClusterToPointInTime',
    'ClusterFromSnapshot',
    'InstanceToPointInTime',
    'InstanceFromDBSnapshot'
  ]
  const statements = [
    allow(
      ['Clusters', 'Instances', 'ClusterSnapshots', 'Snapshots', 'InstanceAutomatedBackups'].map(
        (what) => `rds:DescribeDB${what}`
      ),
      things
    ),
    allow(
      restores.map((what) => `rds:RestoreDB${what}`),
      [...things, ...groups]
    ),
    allow(['rds:CreateDBClusterSnapshot', 'rds:CreateDBSnapshot', 'rds:AddTagsToResource'], things),
    allow(['rds:ModifyDBCluster', 'rds:ModifyDBInstance'], things, {
      Null: { 'aws:ResourceTag/RestoredFrom': 'false' }
    }),
    allow(['rds:DescribeEvents'], ['*']),
    allow(
      ['secretsmanager:CreateSecret', 'secretsmanager:TagResource'],
      [`arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:rds!*`]
    ),
    allow(['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'], ['*'], {
      StringEquals: { 'kms:ViaService': 'rds.us-east-1.amazonaws.com' }
    })
  ]
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  await callForm(aws, { Action: 'CreateUser', UserName: 'restorer' }, signed('iam'))
  const policy = { Action: 'PutUserPolicy', UserName: 'restorer', PolicyName: 'restore', PolicyDocument }
  await callForm(aws, policy, signed('iam'))
  const key = await callForm(aws, { Action: 'CreateAccessKey', UserName: 'restorer' }, signed('iam'))
  return { accessKeyId: element(key, 'AccessKeyId'), secretAccessKey: element(key, 'SecretAccessKey') }
}

/** A step of a run; attempts of one run have its number. */
const begin = (inputs: Given, runId = '1'): Promise<Running> =>
  startStep({
    action: 'restore-database',
    folder,
    inputs: { client: 'Acme', env: 'stg', plan: 'Dedicated', mode: 'restore', ...inputs },
    env: {
      NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import ${import.meta.dirname}/fast-clock.mjs`,
      STEP_SPEED: '10',
      AWS_ENDPOINT_URL: aws.url,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: restorer.accessKeyId,
      AWS_SECRET_ACCESS_KEY: restorer.secretAccessKey,
      GITHUB_RUN_ID: runId
    }
  })
const run = async (inputs: Given, runId?: string): Promise<Ended> => (await begin(inputs, runId)).ended

async function called(action: string, since = 0): Promise<number> {
  return (await aws.journal()).slice(since).filter((call) => call.action === action).length
}

test('a step that is killed amid a restore leaves one that the next attempt follows to its end', async () => {
  const inputs = { database: 'documentdb', 'restore-to': 'latest' }
  const killed = await begin(inputs, '7')
  while ((await called('RestoreDBClusterToPointInTime')) === 0)
    await new Promise((done) => setTimeout(done, 20))
  killed.kill()
  expect((await killed.ended).code).toBeUndefined()
  const again = await run(inputs, '7')
  expect([again.code, again.code === 0 ? '' : again.log]).toEqual([0, ''])
  expect(again.outputs).toMatchObject({
    outcome: 'restored',
    identifier: expect.stringMatching(/^acme-stg-dedicated-documentdb-\w{5}$/),
    endpoint: expect.stringMatching(/:27017$/)
  })
  expect(JSON.parse(again.outputs['result'] ?? '{}')).toMatchObject({ attached: true, status: 'available' })
  expect(await called('RestoreDBClusterToPointInTime')).toBe(1)
})

test('AWS keeps a password of each, and nothing that was not restored is changed', async () => {
  const changes = (await aws.journal()).filter(({ action }) => action.startsWith('Modify'))
  expect(changes.map(({ iamAction, decision }) => [iamAction, decision])).toEqual([
    ['rds:ModifyDBCluster', 'allowed']
  ])
  const foreign = { Action: 'ModifyDBCluster', DBClusterIdentifier: CLUSTER, BackupRetentionPeriod: '1' }
  expect((await callForm(aws, foreign, signed('rds', restorer))).status).toBe(403)
})

test('an instance goes back to its latest time, and what AWS has noted is told', async () => {
  const step = await run({ database: 'postgres', 'restore-to': 'latest' })
  expect([step.code, step.code === 0 ? '' : step.log]).toEqual([0, ''])
  const { events } = JSON.parse(step.outputs['result'] ?? '{}') as { events: readonly { message: string }[] }
  expect(events.map(({ message }) => message)).toContain('DB instance created')
})

test('snapshots are taken, and both databases come out of theirs', async () => {
  for (const [database, source] of [
    ['documentdb', CLUSTER],
    ['postgres', INSTANCE]
  ] as const) {
    const taken = await run({ mode: 'snapshot', database })
    expect([taken.code, taken.code === 0 ? '' : taken.log]).toEqual([0, ''])
    expect(taken.outputs).toMatchObject({
      outcome: 'taken',
      identifier: expect.stringContaining(`${source}-`)
    })
    const back = await run({ database, snapshot: taken.outputs['identifier'] ?? '' })
    expect([back.code, back.code === 0 ? '' : back.log]).toEqual([0, ''])
    expect(back.outputs).toMatchObject({ outcome: 'restored', 'restored-to': taken.outputs['restored-to'] })
  }
})

test('a moment before the backups is refused with both ends, and nothing was made', async () => {
  const before = (await aws.journal()).length
  const step = await run({ database: 'postgres', 'restore-to': '2020-01-01T00:00:00Z' })
  expect([step.code, step.log]).toEqual([
    1,
    expect.stringMatching(
      /the backups of 'acme-stg-dedicated-postgres' go from 20.* to 20.*Choose a moment between/
    )
  ])
  expect(await called('RestoreDBInstanceToPointInTime', before)).toBe(0)
})
