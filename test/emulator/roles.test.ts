import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'
import type { Aws } from '../../lab/aws/aws.ts'
import {
  callForm,
  callJson,
  element,
  readReply,
  send,
  signed,
  startForTests,
  type Identity
} from './start.ts'

const issuer = 'http://127.0.0.1:1/oidc'
const bucket = '/acme-state'
let aws: Aws
let roles: Readonly<Record<'plan' | 'apply', Identity>>

beforeAll(async () => {
  aws = await startForTests()
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  await aws.registerIssuer({ issuer, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] } })
  const made = await aws.bootstrap({
    bucket: bucket.slice(1),
    issuer,
    repository: 'acme/infra',
    repositoryId: '42',
    environments: ['stg'],
    prefix: 'caliber'
  })
  const session = async (role: string, subject: string): Promise<Identity> => {
    const token = await new SignJWT({ repository_id: '42', sub: `repo:acme/infra:${subject}` })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(issuer)
      .setAudience('sts.amazonaws.com')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
    const form = { RoleArn: role, RoleSessionName: 'ci-1', WebIdentityToken: token }
    const answer = await callForm(aws, { Action: 'AssumeRoleWithWebIdentity', ...form })
    return {
      accessKeyId: element(answer, 'AccessKeyId'),
      secretAccessKey: element(answer, 'SecretAccessKey'),
      sessionToken: element(answer, 'SessionToken')
    }
  }
  roles = {
    plan: await session(made.planRole, 'pull_request'),
    apply: await session(made.applyRole, 'environment:stg')
  }
  const secret = { Name: 'caliber/key', SecretString: 'x' }
  await callJson(aws, signed('secretsmanager'), ['secretsmanager.CreateSecret', secret])
  await send(aws, signed('s3'), { method: 'PUT', path: `${bucket}/a/b.tfstate`, body: '{}' })
})

afterAll(() => aws?.close())

const object = (method: string, path: string) => async (who: Identity) =>
  (await send(aws, signed('s3', who), { method, path: `${bucket}${path}` })).status
const form = (service: string, fields: Readonly<Record<string, string>>) => async (who: Identity) =>
  (await callForm(aws, fields, signed(service, who))).status
const json = (service: string, target: string, body: object) => async (who: Identity) =>
  (await callJson(aws, signed(service, who), [target, body])).status

const trust = '{"Version":"2012-10-17","Statement":[]}'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const tries: readonly Readonly<{ what: string; ask: (who: Identity) => Promise<number>; may: string }>[] = [
  { what: 'read a state', ask: object('GET', '/a/b.tfstate'), may: 'plan apply' },
  { what: 'read another object of the bucket', ask: object('GET', '/a/notes.txt'), may: '' },
  { what: 'list states', ask: object('GET', '?list-type=2&prefix=env%3A%2F'), may: 'plan apply' },
  { what: 'list the bucket', ask: object('GET', '?list-type=2'), may: '' },
  { what: 'take a lock', ask: object('PUT', '/a/b.tfstate.tflock'), may: 'plan apply' },
  { what: 'give a lock back', ask: object('DELETE', '/a/b.tfstate.tflock'), may: 'plan apply' },
  { what: 'write a state', ask: object('PUT', '/a/b.tfstate'), may: 'apply' },
  { what: 'delete a state', ask: object('DELETE', '/a/b.tfstate'), may: '' },
  { what: 'open the bucket', ask: object('DELETE', '?publicAccessBlock'), may: '' },
  { what: 'look at networks', ask: form('ec2', { Action: 'DescribeVpcs' }), may: 'plan apply' },
  { what: 'make one', ask: form('ec2', { Action: 'CreateVpc', CidrBlock: '10.0.0.0/16' }), may: 'apply' },
  { what: 'start machines', ask: form('ec2', { Action: 'RunInstances', ImageId: 'ami-1' }), may: '' },
  {
    what: 'make a cluster',
    ask: json('ecs', 'AmazonEC2ContainerServiceV20141113.CreateCluster', { clusterName: 'c' }),
    may: 'apply'
  },
  {
    what: 'describe a secret',
    ask: json('secretsmanager', 'secretsmanager.DescribeSecret', { SecretId: 'caliber/key' }),
    may: 'plan apply'
  },
  {
    what: 'read a secret',
    ask: json('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: 'caliber/key' }),
    may: ''
  },
  { what: 'read a parameter', ask: json('ssm', 'AmazonSSM.GetParameter', { Name: '/a' }), may: '' },
  {
    what: 'make a role',
    ask: form('iam', { Action: 'CreateRole', RoleName: 'new', AssumeRolePolicyDocument: trust }),
    may: 'apply'
  },
  {
    what: 'pass a role to Lambda',
    ask: json('events', 'AWSEvents.PutTargets', {
      Rule: 'r',
      Targets: [{ Id: '1', Arn: role('x'), RoleArn: role('x') }]
    }),
    may: ''
  },
  {
    what: 'change its own policy',
    ask: form('iam', {
      Action: 'PutRolePolicy',
      RoleName: 'caliber-infra-apply',
      PolicyName: 'apply',
      PolicyDocument: trust
    }),
    may: ''
  },
  {
    what: 'leave its boundary',
    ask: form('iam', { Action: 'DeleteRolePermissionsBoundary', RoleName: 'caliber-infra-apply' }),
    may: ''
  },
  { what: 'make a user', ask: form('iam', { Action: 'CreateUser', UserName: 'u' }), may: '' },
  {
    what: 'become somebody else',
    ask: form('sts', { Action: 'AssumeRole', RoleArn: role('new'), RoleSessionName: 'session' }),
    may: ''
  }
]

test.each(tries)('to $what: allowed is “$may”', async ({ ask, may }) => {
  const statuses = { plan: await ask(roles.plan), apply: await ask(roles.apply) }
  const refused = Object.values(statuses).filter((status) => [400, 403].includes(status)).length
  const allowed = Object.entries(statuses).filter(([, status]) => status >= 200 && status < 300)
  expect(allowed.map(([name]) => name).join(' ')).toBe(may)
  expect(allowed.length + refused).toBe(2)
})

test('the journal says who asked for what on what, and what decided', async () => {
  const answer = await send(aws, signed('s3', roles.plan), {
    method: 'PUT',
    path: `${bucket}/x.tfstate`,
    body: ''
  })
  const { text } = await readReply(answer)
  expect(text).toContain('<Code>AccessDenied</Code>')
  expect(text).toContain(
    'assumed-role/caliber-infra-plan/ci-1 is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::acme-state/x.tfstate'
  )
  const calls = await aws.journal()
  expect(calls.at(-1)).toMatchObject({
    principal: 'arn:aws:sts::123456789012:assumed-role/caliber-infra-plan/ci-1',
    action: 'PutObject',
    iamAction: 's3:PutObject',
    resource: 'arn:aws:s3:::acme-state/x.tfstate',
    status: 403,
    error: 'AccessDenied',
    decision: 'implicit-deny',
    decidedBy: 'no statement allows it in role caliber-infra-plan: plan'
  })
  const listing = calls.find(
    ({ iamAction, principal }) => iamAction === 's3:ListBucket' && principal.includes('plan')
  )
  expect(listing).toMatchObject({
    decision: 'allowed',
    decidedBy: expect.stringMatching(/ListStates when .*s3:prefix/)
  })
})
