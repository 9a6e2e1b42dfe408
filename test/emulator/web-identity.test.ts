import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair, type CryptoKey } from 'jose'
import type { Aws } from '../../lab/aws/aws.ts'
import { callForm, element, signed, startForTests, type Reply } from './start.ts'

const host = 'token.actions.githubusercontent.com'
const issuer = `https://${host}`
const account = '123456789012'
const provider = `arn:aws:iam::${account}:oidc-provider/${host}`
const claims = {
  sub: 'repo:acme/infra:environment:stg',
  repository: 'acme/infra',
  repository_id: '42',
  repository_owner: 'acme',
  environment: 'stg',
  ref: 'refs/heads/main',
  actor: 'ada',
  workflow: 'Apply',
  job_workflow_ref: 'acme/infra/.github/workflows/apply.yml@refs/heads/main'
}

let aws: Aws
let key: CryptoKey
let stranger: CryptoKey

beforeAll(async () => {
  aws = await startForTests()
  const pair = await generateKeyPair('RS256')
  key = pair.privateKey
  stranger = (await generateKeyPair('RS256')).privateKey
  await aws.registerIssuer({
    issuer,
    jwks: { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256' }] }
  })
  await callForm(
    aws,
    { Action: 'CreateOpenIDConnectProvider', Url: issuer, 'ClientIDList.member.1': 'sts.amazonaws.com' },
    signed('iam')
  )
  await createRole(
    'exact',
    trusting({ StringEquals: { [`${host}:sub`]: claims.sub, [`${host}:repository_id`]: '42' } })
  )
  await createRole('service-only', {
    Effect: 'Allow',
    Principal: { Service: 'ecs.amazonaws.com' },
    Action: 'sts:AssumeRole'
  })
}, 60_000)

afterAll(() => aws?.close())

function trusting(condition: object, effect = 'Allow') {
  return {
    Effect: effect,
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition
  }
}

async function createRole(name: string, ...statements: readonly object[]): Promise<void> {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const answer = await callForm(
    aws,
    { Action: 'CreateRole', RoleName: name, AssumeRolePolicyDocument: policy, MaxSessionDuration: '3600' },
    signed('iam')
  )
  expect(answer.status).toBe(200)
}

type Wish = Readonly<{
  claims?: object
  audience?: string
  iss?: string
  expires?: string
  signer?: CryptoKey
  kid?: string
}>

function token(wish: Wish = {}): Promise<string> {
  return new SignJWT({ ...claims, ...wish.claims })
    .setProtectedHeader({ alg: 'RS256', kid: wish.kid ?? 'k1' })
    .setIssuer(wish.iss ?? issuer)
    .setAudience(wish.audience ?? 'sts.amazonaws.com')
    .setIssuedAt(Math.floor(Date.now() / 1000) - 900)
    .setExpirationTime(wish.expires ?? '5m')
    .sign(wish.signer ?? key)
}

function assume(
  role: string,
  webIdentityToken: string,
  more: Readonly<Record<string, string>> = {}
): Promise<Reply> {
  return callForm(aws, {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: `arn:aws:iam::${account}:role/${role}`,
    RoleSessionName: 'run-1',
    WebIdentityToken: webIdentityToken,
    ...more
  })
}

function codeOf(answer: Reply): string {
  return `${answer.status} ${element(answer, 'Code')}`
}

/** A good token's signature under another payload. */
async function tampered(): Promise<string> {
  const [header, , signature] = (await token({ claims: { sub: 'repo:acme/infra:pull_request' } })).split('.')
  return [header, (await token()).split('.')[1], signature].join('.')
}

test('a good token is exchanged for the session of the role', async () => {
  const answer = await assume('exact', await token())
  expect(codeOf(answer)).toBe('200 ')
  expect(element(answer, 'Arn')).toBe(`arn:aws:sts::${account}:assumed-role/exact/run-1`)
  expect(element(answer, 'SubjectFromWebIdentityToken')).toBe(claims.sub)
  expect(element(answer, 'Provider')).toBe(provider)
  const session = {
    accessKeyId: element(answer, 'AccessKeyId'),
    sessionToken: element(answer, 'SessionToken')
  }
  const who = await callForm(aws, { Action: 'GetCallerIdentity' }, signed('sts', session))
  expect(element(who, 'Arn')).toBe(`arn:aws:sts::${account}:assumed-role/exact/run-1`)
  const calls = await aws.journal()
  expect(calls.at(-1)).toMatchObject({ service: 'sts', action: 'GetCallerIdentity', status: 200 })
  expect(calls.at(-1)?.principal).toBe(`arn:aws:sts::${account}:assumed-role/exact/run-1`)
})

const denied = '403 AccessDenied'
const invalid = '400 InvalidIdentityToken'

test.each<[string, string, () => Promise<string> | string, string]>([
  ['is no JWT', invalid, () => 'nonsense', 'The ID Token provided is not a valid JWT'],
  ['is unsigned (alg none)', invalid, () => new UnsecuredJWT(claims).setIssuer(issuer).encode(), 'algorithm'],
  ['is signed by another key under a known key id', invalid, () => token({ signer: stranger }), 'signature'],
  ['names an unknown key', invalid, () => token({ kid: 'k2' }), "Couldn't retrieve verification key"],
  ['was changed after signing', invalid, tampered, 'signature'],
  ['has another audience', invalid, () => token({ audience: 'sts.example.com' }), 'Incorrect token audience'],
  [
    'comes from an issuer without a provider',
    invalid,
    () => token({ iss: 'https://evil.example' }),
    'No OpenIDConnect provider'
  ],
  [
    'has expired',
    '400 ExpiredTokenException',
    () => token({ expires: '-10s' }),
    'Token expired: current date/time'
  ],
  [
    'has another subject',
    denied,
    () => token({ claims: { sub: 'repo:evil/infra:environment:stg' } }),
    'Not authorized'
  ],
  [
    'has a subject that only begins alike',
    denied,
    () => token({ claims: { sub: `${claims.sub}2` } }),
    'Not authorized'
  ],
  [
    'comes from another repository id',
    denied,
    () => token({ claims: { repository_id: '43' } }),
    'Not authorized'
  ]
])('a token that %s is refused: %s', async (_what, code, make, message) => {
  const answer = await assume('exact', await make())
  expect(codeOf(answer)).toBe(code)
  expect(element(answer, 'Message').replaceAll('&apos;', "'")).toContain(message)
})

test.each([
  ['an unknown role', 'nobody', denied],
  ['a role that trusts a service only', 'service-only', denied]
])('%s gives no credentials to a good token', async (_what, role, code) => {
  const answer = await assume(role, await token())
  expect(codeOf(answer)).toBe(code)
  expect(element(answer, 'Message')).toBe('Not authorized to perform sts:AssumeRoleWithWebIdentity')
})

test.each(['7200', '60', '50000'])('a session of %s seconds is refused', async (seconds) => {
  expect(codeOf(await assume('exact', await token(), { DurationSeconds: seconds }))).toBe(
    '400 ValidationError'
  )
})

const verdicts: readonly [string, object, boolean][] = [
  ['StringLike with a wildcard', { StringLike: { [`${host}:sub`]: 'repo:acme/*:environment:?tg' } }, true],
  ['StringLike without a match', { StringLike: { [`${host}:sub`]: 'repo:acme/*:ref:*' } }, false],
  ['StringNotEquals', { StringNotEquals: { [`${host}:actor`]: 'ada' } }, false],
  ['a list of values', { StringEquals: { [`${host}:environment`]: ['prod', 'stg'] } }, true],
  ['ForAnyValue', { 'ForAnyValue:StringEquals': { [`${host}:environment`]: ['prod'] } }, false],
  [
    'ForAllValues of an absent claim',
    { 'ForAllValues:StringEquals': { [`${host}:enterprise_id`]: ['1'] } },
    true
  ],
  ['IfExists of an absent claim', { StringEqualsIfExists: { [`${host}:enterprise_id`]: '1' } }, true],
  ['Null of a present claim', { Null: { [`${host}:ref`]: 'false' } }, true],
  ['job_workflow_ref', { StringEquals: { [`${host}:job_workflow_ref`]: claims.job_workflow_ref } }, true],
  ['a claim that AWS offers no key for', { StringEquals: { [`${host}:repository_owner`]: 'acme' } }, false],
  [
    'two operators of which one fails',
    { StringEquals: { [`${host}:ref`]: claims.ref, [`${host}:workflow`]: 'Plan' } },
    false
  ]
]

test.each(verdicts)('a trust policy with %s is evaluated', async (_what, condition, allowed) => {
  const role = `verdict-${verdicts.findIndex(([, other]) => other === condition)}`
  await createRole(role, trusting(condition))
  expect(codeOf(await assume(role, await token()))).toBe(allowed ? '200 ' : denied)
})

test('a deny wins wherever it stands', async () => {
  await createRole(
    'deny-last',
    trusting({}),
    trusting({ StringEquals: { [`${host}:actor`]: 'ada' } }, 'Deny')
  )
  expect(codeOf(await assume('deny-last', await token()))).toBe(denied)
  expect(codeOf(await assume('deny-last', await token({ claims: { actor: 'bob' } })))).toBe('200 ')
})

test('a condition that the emulator cannot judge fails loudly instead of being skipped', async () => {
  await createRole('odd', trusting({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }))
  const answer = await assume('odd', await token())
  expect(codeOf(answer)).toBe('501 NotImplemented')
  expect(answer.text).toContain('the condition operator IpAddress')
})

test('without an OIDC provider in IAM no token is worth anything', async () => {
  const bare = await aws.fork()
  try {
    await callForm(
      bare,
      { Action: 'DeleteOpenIDConnectProvider', OpenIDConnectProviderArn: provider },
      signed('iam')
    )
    const answer = await callForm(bare, {
      Action: 'AssumeRoleWithWebIdentity',
      RoleArn: `arn:aws:iam::${account}:role/exact`,
      RoleSessionName: 'x1',
      WebIdentityToken: await token()
    })
    expect(codeOf(answer)).toBe(invalid)
    expect(answer.text).toContain('No OpenIDConnect provider found in your account for https://')
  } finally {
    await bare.close()
  }
})

test('keys that were never given out, and session keys without their token, are refused', async () => {
  const session = element(await assume('exact', await token()), 'AccessKeyId')
  for (const accessKeyId of ['AKIAINVENTED00000000', session]) {
    const answer = await callForm(aws, { Action: 'GetCallerIdentity' }, signed('sts', { accessKeyId }))
    expect(codeOf(answer)).toBe('403 InvalidClientTokenId')
  }
})
