import { expect, test } from '@jest/globals'
import { complaintsOf, examineWorld, linesOf } from '../../fakes/doctor-world.ts'

const failing = (name: string) => async () => {
  throw Object.assign(new Error('User is not authorized'), { name })
}

test('an account that is not looked at is not called good', async () => {
  expect(await linesOf({ aws: null, inputs: { 'aws-region': '' } })).toEqual([
    "unchecked account AWS account: not checked: needs 'aws-region' and credentials of the account"
  ])
  expect(await linesOf({ aws: { identity: failing('CredentialsProviderError') } })).toEqual([
    'unchecked account AWS account: not checked: needs credentials that AWS takes'
  ])
})

test('another account than the one that was named fails', async () => {
  expect(await linesOf({ inputs: { 'account-id': '210987654321' } })).toEqual([
    'fails account 123456789012: the credentials are of account 123456789012, and 210987654321 was to be looked at'
  ])
})

test('a provider that is missing, or does not take tokens for AWS, fails', async () => {
  expect(await linesOf({ aws: { describeOidcProvider: async () => undefined } })).toEqual([
    "fails oidc-provider token.actions.githubusercontent.com: the account has no OIDC provider 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com'"
  ])
  const [finding] = await complaintsOf({
    aws: { describeOidcProvider: async () => ({ url: '', audiences: ['other'] }) }
  })
  expect(finding?.fix?.run).toContain('aws iam add-client-id-to-open-id-connect-provider')
})

test('every call that AWS denies is not checked, and says which permission it needs', async () => {
  const denied = failing('AccessDenied')
  const lines = await linesOf({
    inputs: { tenants: '' },
    aws: {
      describeOidcProvider: denied,
      describeRole: denied,
      usageOf: failing('UnauthorizedOperation'),
      limitOf: failing('AccessDeniedException')
    }
  })
  expect(lines).toEqual([
    'unchecked oidc-provider token.actions.githubusercontent.com: not checked: needs iam:GetOpenIDConnectProvider',
    'unchecked role caliber-plan: not checked: needs iam:GetRole on caliber-plan',
    'unchecked role caliber-apply: not checked: needs iam:GetRole on caliber-apply',
    'unchecked quota-vpcs VPCs in us-east-1: not checked: needs ec2:DescribeVpcs',
    'unchecked quota-addresses Elastic IP addresses in us-east-1: not checked: needs ec2:DescribeAddresses',
    'unchecked quota-certificates ACM certificates in us-east-1: not checked: needs acm:ListCertificates'
  ])
  expect(
    await linesOf({ aws: { limitOf: failing('AccessDeniedException') }, inputs: { tenants: '' } })
  ).toContain('unchecked quota-vpcs VPCs in us-east-1: not checked: needs servicequotas:GetServiceQuota')
})

test('a quota that one more tenant would pass fails with the command that asks for more', async () => {
  const found = await complaintsOf({ aws: { usageOf: async (name) => (name === 'vpcs' ? 5 : 0) } })
  expect(found).toEqual([
    expect.objectContaining({
      verdict: 'fails',
      check: 'quota-vpcs',
      says: '5 of 5 in use: no room for 1 more tenant',
      fix: {
        say: 'Ask AWS for more; it can take some days.',
        run: 'aws service-quotas request-service-quota-increase --region us-east-1 --service-code vpc --quota-code L-F678F1CE --desired-value 10'
      }
    })
  ])
})

test('an address goes to every NAT gateway: room for one a tenant and not for two is advice', async () => {
  const addresses = (used: number) => async (name: string) => (name === 'addresses' ? used : 0)
  expect(await linesOf({ aws: { usageOf: addresses(3) } })).toEqual([])
  expect(await linesOf({ aws: { usageOf: addresses(4) } })).toEqual([
    'advice quota-addresses Elastic IP addresses in us-east-1: 4 of 5 in use: room for 1 more tenant behind one NAT gateway, and not with one in each of two zones'
  ])
  expect(await linesOf({ aws: { usageOf: addresses(5) } })).toEqual([
    'fails quota-addresses Elastic IP addresses in us-east-1: 5 of 5 in use: no room for 1 more tenant'
  ])
})

test('a tenant in us-east-1 has both of its certificates there, elsewhere one in each region', async () => {
  const usageOf = async (name: string) => (name === 'certificates' ? 4 : 0)
  expect(await linesOf({ aws: { usageOf } })).toEqual([
    'fails quota-certificates ACM certificates in us-east-1: 4 of 5 in use: no room for 1 more tenant'
  ])
  expect(await linesOf({ aws: { usageOf }, inputs: { 'aws-region': 'eu-central-1' } })).toEqual([])
})

test('certificates are counted in the region and where CloudFront takes them from', async () => {
  const { findings } = await examineWorld({ inputs: { 'aws-region': 'eu-central-1', 'new-tenants': '0' } })
  expect(
    findings.filter(({ check }) => check.startsWith('quota')).map(({ about, says }) => `${about}: ${says}`)
  ).toEqual([
    'VPCs in eu-central-1: 2 of 5 in use',
    'Elastic IP addresses in eu-central-1: 2 of 5 in use',
    'ACM certificates in eu-central-1: 2 of 5 in use',
    'ACM certificates in us-east-1: 2 of 5 in use'
  ])
})

test('an error that is no refusal ends the examination with its cause', async () => {
  await expect(examineWorld({ aws: { describeRole: failing('ServiceFailure') } })).rejects.toThrow(
    'AWS could not be asked for what needs iam:GetRole on caliber-plan'
  )
})

test('a job that AWS gave no credentials of the plan role fails', async () => {
  const claims = {
    sub: 'repo:acme/infra:ref:refs/heads/main',
    repository_id: '42',
    job_workflow_ref: 'x/y/.github/workflows/z.yml@1'
  }
  const idToken = `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
  expect(await linesOf({ idToken, aws: { identity: failing('CredentialsProviderError') } })).toEqual([
    "fails plan-role arn:aws:iam::123456789012:role/caliber-plan: AWS gave this job no credentials of the role; its token has the subject 'repo:acme/infra:ref:refs/heads/main' and comes from 'x/y/.github/workflows/z.yml@1'"
  ])
})

const PROOFS = {
  'refused-role': 'arn:aws:iam::123456789012:role/caliber-apply',
  'unreadable-secret': 'caliber/verify/stg/unreadable'
}
const ID_TOKEN = `h.${Buffer.from('{"repository_id": "42", "sub": "repo:acme/infra:ref:refs/heads/main"}').toString('base64url')}.s`

test('what was refused as it should be is good', async () => {
  const { findings } = await examineWorld({ inputs: PROOFS, idToken: ID_TOKEN })
  expect(findings.slice(-2).map(({ verdict, about, says }) => `${verdict} ${about}: ${says}`)).toEqual([
    'good arn:aws:iam::123456789012:role/caliber-apply: AWS refused this job the role',
    'good caliber/verify/stg/unreadable: AWS refused these credentials to read the secret'
  ])
})

test('a role that is given and a secret that is read are unsafe', async () => {
  const aws = { givesRole: async () => true, mayReadSecret: async () => true }
  expect(await linesOf({ inputs: PROOFS, idToken: ID_TOKEN, aws })).toEqual([
    'unsafe refused-role arn:aws:iam::123456789012:role/caliber-apply: AWS gave this job the role, which is for others',
    'unsafe unreadable-secret caliber/verify/stg/unreadable: these credentials may read the secret'
  ])
})

test('what could not be tried is not called good', async () => {
  expect(await linesOf({ inputs: PROOFS, aws: null })).toEqual(
    expect.arrayContaining([
      "unchecked refused-role arn:aws:iam::123456789012:role/caliber-apply: not checked: needs 'aws-region' and a job with 'id-token: write'",
      "unchecked unreadable-secret caliber/verify/stg/unreadable: not checked: needs 'aws-region' and credentials of the account"
    ])
  )
})
