/** What only the boundaries refuse: calls of roles whose policies allow everything. */
import type { Aws } from '../../../lab/aws/aws.ts'
import { claims, host, trusting } from '../../emulator/identity.ts'
import { callForm, callJson, element, signed, type Reply } from '../../emulator/start.ts'
import { everything, iam, on, role, tfstate, workload } from './belongings.ts'
import { form, json, rest, state, type Call } from './calls.ts'

/** A call, and how the gate refuses it within the boundary. */
export type Held = Readonly<{ what: string; call: Call; verdict: 'explicit-deny' | 'implicit-deny' }>

const deny = (what: string, call: Call): Held => ({ what, call, verdict: 'explicit-deny' })
const beyond = (what: string, call: Call): Held => ({ what, call, verdict: 'implicit-deny' })
const value = (SecretId: string): Call => json('secretsmanager', 'GetSecretValue', { SecretId })
const masterSecret =
  (database: string): Call =>
  (aws, who) =>
    value(secretIds[database] ?? `no secret of ${database}`)(aws, who)
const decrypt = (name: string): Call =>
  on(name, (KeyId) => json('kms', 'Decrypt', { KeyId, CiphertextBlob: 'eA==' }))

/** Role within the workload boundary that belongs to nobody's stack. */
export const worker = 'caliber/worker'
/** Databases whose master secrets RDS made: one of a stack, one of another project. */
export const databases = { ours: 'acme-stg-dedicated-postgres', theirs: 'shop-postgres' } as const

/** One row for each denial of the apply boundary, under its name. */
export const heldApply: readonly Held[] = [
  deny(
    'NotItsOwnPowers: change what the plan role reads',
    form('iam', 'TagRole', {
      RoleName: 'caliber-plan',
      'Tags.member.1.Key': 'a',
      'Tags.member.1.Value': 'b'
    })
  ),
  deny(
    'NoRoleWithoutBoundary: make a role without the workload boundary',
    form('iam', 'CreateRole', { ...role, RoleName: 'unbounded' })
  ),
  deny(
    'BoundariesStay: take the boundary off a role',
    form('iam', 'DeleteRolePermissionsBoundary', { RoleName: 'made' })
  ),
  deny(
    'OnlyRolesOfStacks: let somebody take a role of others',
    form('iam', 'UpdateAssumeRolePolicy', {
      RoleName: 'shop',
      PolicyDocument: role.AssumeRolePolicyDocument
    })
  ),
  deny('NoPeopleAndNoAccount: make a user', form('iam', 'CreateUser', { UserName: 'u' })),
  deny(
    'NobodyElse: become a role that it made',
    form('sts', 'AssumeRole', { RoleArn: iam('role/caliber/open'), RoleSessionName: 'session' })
  ),
  deny('NoValuesOfSecrets: read a secret', value('caliber/acme/stg/key')),
  deny('StatesAreWrittenAndRead: look at how states are kept', state('GET', '?versioning')),
  deny('StatesStay: delete a state', state('DELETE', `/${tfstate}`)),
  deny('NotTheStateOfThis: read the state of this stack', state('GET', '/bootstrap/terraform.tfstate')),
  deny(
    'TheStatesKeyIsUsedOnly: stop its rotation',
    on('key-state', (KeyId) => json('kms', 'DisableKeyRotation', { KeyId }))
  ),
  deny(
    'TheStatesKeyKeepsItsName: give its name to another key',
    on('key-theirs', (TargetKeyId) =>
      json('kms', 'CreateAlias', { AliasName: 'alias/caliber/terraform-state', TargetKeyId })
    )
  )
]

/** What the plan role does not get, whatever is attached to it. */
export const heldPlan: readonly Held[] = [
  deny('NoValuesOfSecrets: read a secret', value('caliber/acme/stg/key')),
  deny('NoObjectsButStates: read an object', rest('s3', 'GET /shop/report.csv')),
  deny('NoObjectsButStates: read the state of this stack', state('GET', '/bootstrap/terraform.tfstate')),
  deny('NoLogs: read a log', json('logs', 'GetLogEvents', { logGroupName: '/shop/api', logStreamName: 's' })),
  beyond(
    'write a secret',
    json('secretsmanager', 'PutSecretValue', { SecretId: 'caliber/acme/stg/key', SecretString: 'y' })
  ),
  beyond('decrypt with a key of a stack', decrypt('key-ours')),
  beyond('write a state', state('PUT', `/${tfstate}`, '{}')),
  beyond('make a role', form('iam', 'CreateRole', { ...role, RoleName: 'planned' })),
  beyond(
    'become another role',
    form('sts', 'AssumeRole', { RoleArn: iam('role/caliber/open'), RoleSessionName: 'session' })
  ),
  beyond('start a machine', form('ec2', 'RunInstances', { ImageId: 'ami-1', MinCount: '1', MaxCount: '1' }))
]

/** What it does get. */
export const plansOwn: readonly Readonly<{ what: string; call: Call }>[] = [
  { what: 'read a state', call: state('GET', `/${tfstate}`) },
  { what: 'take a lock', call: state('PUT', `/${tfstate}.tflock`, '{}') },
  { what: 'describe what only the account allows', call: form('ec2', 'DescribeInstances') }
]

/** What a role within the workload boundary does not get. */
export const heldWorker: readonly Held[] = [
  beyond('read a secret of another project', value('shop/key')),
  beyond('read the master secret of another project', masterSecret(databases.theirs)),
  beyond('decrypt with a key of another project', decrypt('key-theirs')),
  beyond('write a log elsewhere', json('logs', 'CreateLogGroup', { logGroupName: '/shop/api' })),
  beyond('make a user', form('iam', 'CreateUser', { UserName: 'u' })),
  beyond('read a bucket', rest('s3', 'GET /shop?list-type=2')),
  deny('NotTheStates: read a state', state('GET', `/${tfstate}`)),
  deny('NotTheStatesKey: decrypt a state', decrypt('key-state'))
]

/** What it does get, or the refusals above would say nothing. */
export const workersOwn: readonly Readonly<{ what: string; call: Call }>[] = [
  { what: 'read a secret of a stack', call: value('caliber/acme/stg/key') },
  { what: 'read the master secret of a stack', call: masterSecret(databases.ours) },
  { what: 'decrypt with a key of a stack', call: decrypt('key-ours') },
  { what: 'write a log of a stack', call: json('logs', 'CreateLogGroup', { logGroupName: '/caliber/a/b' }) }
]

/** The roles that these rows give a policy of everything. */
const limited = ['worker', 'caliber-apply', 'caliber-plan']

/** Ids of master secrets, which RDS chose. */
const secretIds: Record<string, string> = {}

/** Adds what the rows are about to the belongings, and policies of everything to three roles within boundaries. */
export async function makeHeld(aws: Aws): Promise<void> {
  for (const database of Object.values(databases)) secretIds[database] = await makeDatabase(aws, database)
  const secret = { Name: 'shop/key', SecretString: 'x' }
  await done(callJson(aws, signed('secretsmanager'), ['secretsmanager.CreateSecret', secret]))
  await makeRole(aws, { RoleName: 'shop', Path: '/' }, account)
  await makeRole(aws, { RoleName: 'open', Path: '/caliber/', PermissionsBoundary: workload }, account)
  await makeRole(aws, { RoleName: 'worker', Path: '/caliber/', PermissionsBoundary: workload }, job)
  const policy = { Action: 'PutRolePolicy', PolicyName: 'everything', PolicyDocument: everything }
  for (const RoleName of limited) await done(callForm(aws, { ...policy, RoleName }, signed('iam')))
}

/** Takes the boundaries off, as the account's owner may: then the policies alone decide. */
export async function takeBoundariesOff(aws: Aws): Promise<void> {
  for (const RoleName of limited)
    await done(callForm(aws, { Action: 'DeleteRolePermissionsBoundary', RoleName }, signed('iam')))
}

const account = { Effect: 'Allow', Principal: { AWS: iam('root') }, Action: 'sts:AssumeRole' }
const job = trusting({ StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: claims.sub } })

type NewRole = Readonly<{ RoleName: string; Path: string; PermissionsBoundary?: string }>

async function makeRole(aws: Aws, wish: NewRole, statement: object): Promise<void> {
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  await done(callForm(aws, { Action: 'CreateRole', ...wish, AssumeRolePolicyDocument }, signed('iam')))
}

/** ARN of the master secret. */
async function makeDatabase(aws: Aws, DBInstanceIdentifier: string): Promise<string> {
  const made = await done(
    callForm(
      aws,
      {
        Action: 'CreateDBInstance',
        DBInstanceIdentifier,
        Engine: 'postgres',
        DBInstanceClass: 'db.t4g.micro',
        AllocatedStorage: '20',
        MasterUsername: 'caliber',
        ManageMasterUserPassword: 'true'
      },
      signed('rds')
    )
  )
  return element(made, 'SecretArn')
}

async function done(answer: Promise<Reply>): Promise<Reply> {
  const reply = await answer
  if (reply.status !== 200) throw new Error(reply.text)
  return reply
}
