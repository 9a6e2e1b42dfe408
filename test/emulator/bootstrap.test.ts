import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey } from 'jose'
import { controlHeaders, type Aws, type Bootstrapped } from '../../lab/aws/aws.ts'
import { callForm, element, readReply, send, signed, startForTests } from './start.ts'

const issuer = 'http://127.0.0.1:1/oidc'
let aws: Aws
let made: Bootstrapped
let key: CryptoKey

const wish = {
  bucket: 'acme-state',
  issuer,
  repository: 'acme/infra',
  repositoryId: '42',
  environments: ['caliber-stg', 'caliber-prd'],
  prefix: 'caliber'
}

beforeAll(async () => {
  aws = await startForTests()
  const pair = await generateKeyPair('RS256')
  key = pair.privateKey
  await aws.registerIssuer({ issuer, jwks: { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k' }] } })
  made = await aws.bootstrap(wish)
})

afterAll(() => aws?.close())

async function statusFor(role: string, claims: Readonly<Record<string, string>>): Promise<number> {
  const token = await new SignJWT({ repository_id: '42', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(issuer)
    .setAudience('sts.amazonaws.com')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key)
  const form = {
    Action: 'AssumeRoleWithWebIdentity',
    RoleArn: role,
    RoleSessionName: 'ci-1',
    WebIdentityToken: token
  }
  return (await callForm(aws, form)).status
}

test('it says where everything is', () => {
  expect(made).toEqual({
    planRole: 'arn:aws:iam::123456789012:role/caliber-infra-plan',
    applyRole: 'arn:aws:iam::123456789012:role/caliber-infra-apply',
    bucket: 'acme-state',
    region: 'us-east-1',
    accountId: '123456789012'
  })
})

test.each([
  ['a pull request', 'pull_request', [200, 403]],
  ['the main branch', 'ref:refs/heads/main', [200, 403]],
  ['another branch', 'ref:refs/heads/wild', [403, 403]],
  ['a tag', 'ref:refs/tags/v1', [403, 403]],
  ['its environment', 'environment:caliber-stg', [403, 200]],
  ['its other environment', 'environment:caliber-prd', [403, 200]],
  ['another environment', 'environment:preview', [403, 403]]
])('%s (%s) may plan and may apply: %j', async (_who, subject, expected) => {
  const sub = `repo:acme/infra:${subject}`
  expect([await statusFor(made.planRole, { sub }), await statusFor(made.applyRole, { sub })]).toEqual(
    expected
  )
})

test('a repository of the same name with another id is a stranger to both roles', async () => {
  const other = { repository_id: '43' }
  expect(await statusFor(made.planRole, { sub: 'repo:acme/infra:pull_request', ...other })).toBe(403)
  expect(await statusFor(made.applyRole, { sub: 'repo:acme/infra:environment:caliber-stg', ...other })).toBe(
    403
  )
})

test('the state bucket is versioned, encrypted and closed to the public', async () => {
  const get = async (what: string) =>
    readReply(await send(aws, signed('s3'), { path: `/${made.bucket}?${what}` }))
  expect(element(await get('versioning'), 'Status')).toBe('Enabled')
  expect(element(await get('encryption'), 'SSEAlgorithm')).toBe('aws:kms')
  const block = await get('publicAccessBlock')
  for (const name of ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'])
    expect(element(block, name).toLowerCase()).toBe('true')
})

test('a second time changes nothing, and other environments replace the first', async () => {
  expect(await aws.bootstrap(wish)).toEqual(made)
  await aws.bootstrap({ ...wish, environments: ['caliber-dev'] })
  expect(await statusFor(made.applyRole, { sub: 'repo:acme/infra:environment:caliber-stg' })).toBe(403)
  expect(await statusFor(made.applyRole, { sub: 'repo:acme/infra:environment:caliber-dev' })).toBe(200)
})

test('a wish without a bucket is refused by name', async () => {
  const { bucket: _bucket, ...incomplete } = wish
  const answer = await fetch(`${aws.url}/_lab/bootstrap`, {
    method: 'POST',
    headers: controlHeaders,
    body: JSON.stringify(incomplete)
  })
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("'bucket'")])
})
