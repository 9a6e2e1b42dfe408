import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { acm } from '../../../lib/aws/acm.ts'
import { type AwsConnection, readConnection } from '../../../lib/aws/connection.ts'
import { isDenied, isUnauthenticated } from '../../../lib/aws/denied.ts'
import { ec2 } from '../../../lib/aws/ec2.ts'
import { iam } from '../../../lib/aws/iam.ts'
import { quotas } from '../../../lib/aws/quotas.ts'
import { mayReadSecret } from '../../../lib/aws/secret-probe.ts'
import { sts } from '../../../lib/aws/sts.ts'
import { startFakeAws } from '../../fakes/aws-api.ts'
import { type FakeQueryAws, startFakeQueryAws } from '../../fakes/aws-query.ts'

let fake: Readonly<{ url: string; close: () => Promise<void> }>
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'session' }
const before: Record<string, string | undefined> = {}

beforeAll(() => {
  for (const [name, value] of Object.entries(KEYS)) {
    before[name] = process.env[name]
    process.env[name] = value
  }
})
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})
afterEach(() => fake.close())

const connect = (): AwsConnection =>
  readConnection({ AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: fake.url }, new AbortController().signal)

async function query(answers: Parameters<typeof startFakeQueryAws>[0]): Promise<FakeQueryAws> {
  const started = await startFakeQueryAws(answers)
  fake = started
  return started
}

test('the caller is told by account, ARN and partition', async () => {
  await query({
    GetCallerIdentity: () => ({
      xml: '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws-us-gov:sts::123456789012:assumed-role/x/y</Arn><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>'
    })
  })
  await expect(sts(connect()).callerIdentity()).resolves.toEqual({
    accountId: '123456789012',
    arn: 'arn:aws-us-gov:sts::123456789012:assumed-role/x/y',
    partition: 'aws-us-gov'
  })
  await expect(sts(connect()).credentials()).resolves.toEqual({
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'test',
    sessionToken: 'session'
  })
})

test('a role is told with its trust policy decoded and its boundary', async () => {
  await query({
    GetRole: () => ({
      xml: `<GetRoleResponse><GetRoleResult><Role><RoleName>caliber-apply</RoleName><Arn>arn:aws:iam::1:role/caliber-apply</Arn><AssumeRolePolicyDocument>${encodeURIComponent('{"Statement": []}')}</AssumeRolePolicyDocument><PermissionsBoundary><PermissionsBoundaryArn>arn:aws:iam::1:policy/b</PermissionsBoundaryArn></PermissionsBoundary></Role></GetRoleResult></GetRoleResponse>`
    })
  })
  await expect(iam(connect()).describeRole('caliber-apply')).resolves.toEqual({
    name: 'caliber-apply',
    arn: 'arn:aws:iam::1:role/caliber-apply',
    trust: '{"Statement": []}',
    boundary: 'arn:aws:iam::1:policy/b'
  })
})

test('a role or provider that does not exist is undefined', async () => {
  const absent = () => ({
    status: 404,
    xml: '<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>none</Message></Error></ErrorResponse>'
  })
  await query({ GetRole: absent, GetOpenIDConnectProvider: absent })
  await expect(iam(connect()).describeRole('x')).resolves.toBeUndefined()
  await expect(iam(connect()).describeOidcProvider('arn:aws:iam::1:oidc-provider/x')).resolves.toBeUndefined()
})

test('a call that is denied is told as such', async () => {
  await query({})
  const error: unknown = await iam(connect())
    .describeRole('x')
    .catch((reason: unknown) => reason)
  expect([isDenied(error), isUnauthenticated(error)]).toEqual([true, false])
})

test('VPCs are counted over all pages, by requests signed for EC2 in the region', async () => {
  const page = (ids: readonly string[], next: string) =>
    `<DescribeVpcsResponse><vpcSet>${ids.map((id) => `<item><vpcId>${id}</vpcId></item>`).join('')}</vpcSet>${next}</DescribeVpcsResponse>`
  const { calls } = await query({
    DescribeVpcs: (asked) =>
      asked.get('NextToken') === 'more'
        ? { xml: page(['vpc-3'], '') }
        : { xml: page(['vpc-1', 'vpc-2'], '<nextToken>more</nextToken>') }
  })
  await expect(ec2(connect()).countVpcs()).resolves.toBe(3)
  expect(calls.map(({ scope }) => scope)).toEqual(['eu-west-1/ec2', 'eu-west-1/ec2'])
})

test('addresses are counted, and a refusal of EC2 has its code', async () => {
  await query({
    DescribeAddresses: () => ({ xml: '<r><item><publicIp>192.0.2.1</publicIp></item></r>' }),
    DescribeVpcs: () => ({
      status: 403,
      xml: '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>'
    })
  })
  await expect(ec2(connect()).countAddresses()).resolves.toBe(1)
  const error: unknown = await ec2(connect())
    .countVpcs()
    .catch((reason: unknown) => reason)
  expect(isDenied(error)).toBe(true)
  expect(String(error)).toContain('EC2 answered 403 to DescribeVpcs: no')
})

test('a quota that was never raised has AWS’s default', async () => {
  fake = await startFakeAws({
    GetServiceQuota: () => ({ Quota: {} }),
    GetAWSDefaultServiceQuota: () => ({ Quota: { Value: 5 } })
  })
  await expect(quotas(connect()).limitOf({ service: 'vpc', code: 'L-F678F1CE' })).resolves.toBe(5)
})

test('a quota that was raised has the account’s own value', async () => {
  fake = await startFakeAws({ GetServiceQuota: () => ({ Quota: { Value: 20 } }) })
  await expect(quotas(connect()).limitOf({ service: 'vpc', code: 'L-F678F1CE' })).resolves.toBe(20)
})

test('certificates are counted over all pages', async () => {
  fake = await startFakeAws({
    ListCertificates: ({ body }) =>
      body['NextToken'] === 'more'
        ? { CertificateSummaryList: [{}] }
        : { CertificateSummaryList: [{}, {}], NextToken: 'more' }
  })
  await expect(acm(connect()).countCertificates()).resolves.toBe(3)
})

const TOKEN = 'header.payload.signature'

test('a role that is refused to a token is told apart from one that is given', async () => {
  await query({})
  await expect(sts(connect()).givesRole('arn:aws:iam::1:role/x', TOKEN)).resolves.toBe(false)
  await fake.close()
  await query({
    AssumeRoleWithWebIdentity: () => ({
      xml: '<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>a</AccessKeyId></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>'
    })
  })
  await expect(sts(connect()).givesRole('arn:aws:iam::1:role/x', TOKEN)).resolves.toBe(true)
})

test('a secret may be read where AWS answers, also that there is no value', async () => {
  fake = await startFakeAws({})
  await expect(mayReadSecret(connect(), 'x')).resolves.toBe(false)
  await fake.close()
  fake = await startFakeAws({ GetSecretValue: () => ({ SecretString: 'hidden' }) })
  await expect(mayReadSecret(connect(), 'x')).resolves.toBe(true)
})
