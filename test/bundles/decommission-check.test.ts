import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import { startStep, type Ended } from '../chaos/step.ts'
import { callForm, callJson, element, send, signed, startForTests, type Identity } from '../emulator/start.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(120_000)

type Given = Readonly<Record<string, string>>
const NAME = 'acme-stg-dedicated'
const ACCOUNT = '123456789012'
const BUCKET = `${NAME}-frontend-${ACCOUNT}`
const FINAL = `${NAME}-postgres-final-1a2b3c4d`

let aws: Aws
let reader: Identity
let folder: string
beforeAll(async () => {
  aws = await startForTests()
  folder = await mkdtemp(join(tmpdir(), 'decommission-'))
  await mkdir(join(folder, 'workspace'))
  reader = await createReader()
  const database = {
    MasterUsername: 'caliber_admin',
    ManageMasterUserPassword: 'true',
    DeletionProtection: 'true'
  }
  await rds({
    Action: 'CreateDBCluster',
    DBClusterIdentifier: `${NAME}-documentdb`,
    Engine: 'docdb',
    ...database
  })
  await rds({
    Action: 'CreateDBInstance',
    DBInstanceIdentifier: `${NAME}-postgres`,
    DBInstanceClass: 'db.t4g.micro',
    AllocatedStorage: '20',
    Engine: 'postgres',
    ...database
  })
  await rds({
    Action: 'CreateDBInstance',
    DBInstanceIdentifier: `${NAME}-documentdb-1`,
    DBClusterIdentifier: `${NAME}-documentdb`,
    DBInstanceClass: 'db.t4g.medium',
    Engine: 'docdb'
  })
  await rds({
    Action: 'CreateDBSnapshot',
    DBInstanceIdentifier: `${NAME}-postgres`,
    DBSnapshotIdentifier: FINAL
  })
  await fillBucket()
})
afterAll(async () => {
  await aws?.close()
  await rm(folder, { recursive: true, force: true })
})

async function rds(form: Given): Promise<void> {
  const { status, text } = await callForm(aws, form, signed('rds'))
  if (status !== 200) throw new Error(`${form['Action']}: ${status} ${text}`)
}

/** A versioned bucket with two versions of an object, and the mark of its deletion. */
async function fillBucket(): Promise<void> {
  const call = async (method: string, path: string, body = ''): Promise<void> => {
    const { ok, status } = await send(aws, signed('s3'), { method, path: `/${BUCKET}${path}`, body })
    if (!ok) throw new Error(`${method} ${path}: ${status}`)
  }
  await call('PUT', '')
  await call(
    'PUT',
    '?versioning=',
    '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
  )
  await call('PUT', '/index.html', 'one')
  await call('PUT', '/index.html', 'two')
  await call('DELETE', '/index.html')
}

/** A caller who may do what the README's table says, and nothing else. */
async function createReader(): Promise<Identity> {
  const allow = (actions: readonly string[], resources: readonly string[]) => ({
    Effect: 'Allow',
    Action: actions,
    Resource: resources
  })
  const rdsArn = (resource: string): string => `arn:aws:rds:us-east-1:${ACCOUNT}:${resource}`
  const registry = `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/caliber-registry`
  const statements = [
    allow(['rds:DescribeDBClusters'], [rdsArn('cluster:*')]),
    allow(['rds:DescribeDBInstances'], [rdsArn('db:*')]),
    allow(
      ['rds:DescribeDBClusterSnapshots'],
      [rdsArn(`cluster:${NAME}-documentdb`), rdsArn('cluster-snapshot:*')]
    ),
    allow(['rds:DescribeDBSnapshots'], [rdsArn(`db:${NAME}-postgres`), rdsArn('snapshot:*')]),
    allow(
      ['DescribeLoadBalancers', 'DescribeLoadBalancerAttributes'].map(
        (action) => `elasticloadbalancing:${action}`
      ),
      ['*']
    ),
    allow(['s3:ListBucketVersions'], [`arn:aws:s3:::${NAME}-*`]),
    allow(['ssm:GetParametersByPath'], [registry, `${registry}/*`])
  ]
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  await callForm(aws, { Action: 'CreateUser', UserName: 'reader' }, signed('iam'))
  const policy = { Action: 'PutUserPolicy', UserName: 'reader', PolicyName: 'read', PolicyDocument }
  await callForm(aws, policy, signed('iam'))
  const key = await callForm(aws, { Action: 'CreateAccessKey', UserName: 'reader' }, signed('iam'))
  return { accessKeyId: element(key, 'AccessKeyId'), secretAccessKey: element(key, 'SecretAccessKey') }
}

async function check(inputs: Given, on: Aws = aws): Promise<Ended> {
  const running = await startStep({
    action: 'decommission-check',
    folder,
    inputs: { client: 'Acme', env: 'stg', plan: 'Dedicated', ...inputs },
    env: {
      AWS_ENDPOINT_URL: on.url,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: reader.accessKeyId,
      AWS_SECRET_ACCESS_KEY: reader.secretAccessKey
    }
  })
  return running.ended
}

/** AWS takes its time for a snapshot. */
async function untilReady(on: Aws, DBClusterSnapshotIdentifier: string): Promise<void> {
  const form = { Action: 'DescribeDBClusterSnapshots', DBClusterSnapshotIdentifier }
  for (let looks = 0; looks < 200; looks += 1) {
    if (element(await callForm(on, form, signed('rds')), 'Status') === 'available') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`Snapshot ${DBClusterSnapshotIdentifier} is not made in time.`)
}

const listOf = ({ outputs }: Ended, name: string): readonly string[] =>
  JSON.parse(outputs[name] ?? '[]') as readonly string[]

test('protection, missing backups, taken names and full buckets are found with the README’s permissions', async () => {
  const step = await check({ 'final-snapshots': FINAL })
  expect({ code: step.code, log: step.log }).toMatchObject({ code: 1 })
  expect(listOf(step, 'blockers')).toEqual([
    expect.stringContaining(`DocumentDB cluster ${NAME}-documentdb: Deletion protection is on`),
    expect.stringContaining(`PostgreSQL instance ${NAME}-postgres: Deletion protection is on`),
    expect.stringContaining(`DocumentDB cluster ${NAME}-documentdb: It has no snapshot`),
    expect.stringContaining(`would be called ${FINAL}, which exists already`)
  ])
  expect(listOf(step, 'losses')).toContainEqual(
    expect.stringContaining(`bucket ${BUCKET}: It holds 2 versions of objects and 1 marks of deleted ones`)
  )
})

test('once protection is off and a snapshot is there it is ready, and nothing was ever written', async () => {
  const fork = await aws.fork()
  const change = async (form: Given): Promise<void> => {
    const { status, text } = await callForm(fork, form, signed('rds'))
    expect([form['Action'], status, status === 200 ? '' : text]).toEqual([form['Action'], 200, ''])
  }
  const off = { DeletionProtection: 'false', ApplyImmediately: 'true' }
  await change({ Action: 'ModifyDBCluster', DBClusterIdentifier: `${NAME}-documentdb`, ...off })
  await change({ Action: 'ModifyDBInstance', DBInstanceIdentifier: `${NAME}-postgres`, ...off })
  const cluster = { DBClusterIdentifier: `${NAME}-documentdb`, DBClusterSnapshotIdentifier: 'by-hand' }
  await change({ Action: 'CreateDBClusterSnapshot', ...cluster })
  await untilReady(fork, cluster.DBClusterSnapshotIdentifier)
  const before = (await fork.journal()).length
  const step = await check({}, fork)
  expect([step.outputs['outcome'], listOf(step, 'blockers'), step.code]).toEqual(['ready', [], 0])
  const calls = (await fork.journal()).slice(before).map(({ action }) => action)
  expect(calls.filter((action) => !/^(?:Describe|Get|List)/.test(action))).toEqual([])
  await fork.close()
})

test('a database that the registry does not name is found, instances of clusters apart', async () => {
  const fork = await aws.fork()
  const lost = {
    DBInstanceIdentifier: `${NAME}-postgres-lost`,
    DBInstanceClass: 'db.t4g.micro',
    AllocatedStorage: '20',
    Engine: 'postgres',
    MasterUsername: 'caliber_admin',
    ManageMasterUserPassword: 'true'
  }
  await callForm(fork, { Action: 'CreateDBInstance', ...lost }, signed('rds'))
  const { findings } = JSON.parse((await check({}, fork)).outputs['result'] ?? '{}') as Readonly<{
    findings: readonly Readonly<{ kind: string; on: string }>[]
  }>
  expect(findings.filter(({ kind }) => kind === 'database').map(({ on }) => on)).toEqual([
    `PostgreSQL instance ${NAME}-postgres-lost`
  ])
  await fork.close()
})

test('without force nothing of prod is looked at', async () => {
  const before = (await aws.journal()).length
  const step = await check({ env: 'prod' })
  expect([step.code, listOf(step, 'blockers')]).toEqual([
    1,
    ["prod/acme: It is in prod. Set 'force' if its end is meant."]
  ])
  expect((await aws.journal()).length).toBe(before)
})

test('a call that is refused is named, and nothing is called ready', async () => {
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: 's3:ListBucketVersions', Resource: '*' }]
  })
  const fork = await aws.fork()
  const policy = { Action: 'PutUserPolicy', UserName: 'reader', PolicyName: 'deny', PolicyDocument }
  await callForm(fork, policy, signed('iam'))
  const step = await check({}, fork)
  expect([step.code, step.outputs]).toEqual([1, {}])
  expect(step.log).toContain(`The role of this job needs s3:ListBucketVersions on ${BUCKET}.`)
  await fork.close()
})

test('of SaaSShared the tenants that its stacks have published are found', async () => {
  const fork = await aws.fork()
  const body = { Name: '/caliber/saasshared/stg/tenants/one', Type: 'String', Value: '{}' }
  await callJson(fork, signed('ssm'), ['AmazonSSM.PutParameter', body])
  const path = `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/caliber/saasshared/stg/tenants`
  const more = [
    { Effect: 'Allow', Action: ['ssm:GetParametersByPath'], Resource: [path, `${path}/*`] },
    { Effect: 'Allow', Action: ['rds:Describe*', 's3:ListBucketVersions'], Resource: '*' }
  ]
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: more })
  const policy = { Action: 'PutUserPolicy', UserName: 'reader', PolicyName: 'shared', PolicyDocument }
  await callForm(fork, policy, signed('iam'))
  const step = await check({ client: 'SaaSShared', plan: 'SaaS' }, fork)
  expect(listOf(step, 'blockers')).toEqual([expect.stringContaining('stg/one (says its stack) live on it')])
  await fork.close()
})
