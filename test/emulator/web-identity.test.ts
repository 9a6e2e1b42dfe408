import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { UnsecuredJWT, generateKeyPair } from 'jose'
import {
  account,
  assumeOn,
  claims,
  codeOf,
  denied,
  host,
  issuer,
  provider,
  startIdentities,
  trusting
} from './identity.ts'
import type { Identities } from './identity.ts'
import { callForm, element, send, signed, type Identity, type Reply } from './start.ts'

let github: Identities

beforeAll(async () => {
  github = await startIdentities()
  const exactly = { [`${host}:sub`]: claims.sub, [`${host}:repository_id`]: '42' }
  await github.createRole('exact', trusting({ StringEquals: exactly }))
  const service = { Effect: 'Allow', Principal: { Service: 'ecs.amazonaws.com' }, Action: 'sts:AssumeRole' }
  await github.createRole('service-only', service)
})

afterAll(() => github?.aws.close())

/** The credentials in an answer of STS. */
const sessionIn = (answer: Reply): Identity => ({
  accessKeyId: element(answer, 'AccessKeyId'),
  secretAccessKey: element(answer, 'SecretAccessKey'),
  sessionToken: element(answer, 'SessionToken')
})

/** A good token's signature under another payload. */
async function tampered(): Promise<string> {
  const modest = await github.token({ claims: { sub: 'repo:acme/infra:pull_request' } })
  const [header, , signature] = modest.split('.')
  return [header, (await github.token()).split('.')[1], signature].join('.')
}

async function forged(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256')
  return github.token({ signer: privateKey })
}

test('a good token is exchanged for the session of the role', async () => {
  const answer = await github.assume('exact', await github.token())
  expect(codeOf(answer)).toBe('200 ')
  expect(element(answer, 'Arn')).toBe(`arn:aws:sts::${account}:assumed-role/exact/run-1`)
  expect(element(answer, 'SubjectFromWebIdentityToken')).toBe(claims.sub)
  expect(element(answer, 'Provider')).toBe(provider)
  const session = sessionIn(answer)
  const who = await callForm(github.aws, { Action: 'GetCallerIdentity' }, signed('sts', session))
  expect(element(who, 'Arn')).toBe(`arn:aws:sts::${account}:assumed-role/exact/run-1`)
  const last = (await github.aws.journal()).at(-1)
  expect(last).toMatchObject({ service: 'sts', action: 'GetCallerIdentity', status: 200 })
  expect(last?.principal).toBe(`arn:aws:sts::${account}:assumed-role/exact/run-1`)
})

const invalid = '400 InvalidIdentityToken'
const refusals: readonly Readonly<{
  what: string
  make: () => Promise<string> | string
  code: string
  message: string
}>[] = [
  {
    what: 'is no JWT',
    make: () => 'nonsense',
    code: invalid,
    message: 'The ID Token provided is not a valid JWT'
  },
  {
    what: 'is unsigned (alg none)',
    make: () => new UnsecuredJWT(claims).setIssuer(issuer).encode(),
    code: invalid,
    message: 'algorithm'
  },
  { what: 'is signed by another key under a known id', make: forged, code: invalid, message: 'signature' },
  {
    what: 'names an unknown key',
    make: () => github.token({ kid: 'k2' }),
    code: invalid,
    message: 'retrieve verification key'
  },
  { what: 'was changed after signing', make: tampered, code: invalid, message: 'signature' },
  {
    what: 'has another audience',
    make: () => github.token({ audience: 'x' }),
    code: invalid,
    message: 'Incorrect token audience'
  },
  {
    what: 'is of an unknown issuer',
    make: () => github.token({ iss: 'https://evil.example' }),
    code: invalid,
    message: 'No OpenIDConnect provider'
  },
  {
    what: 'has expired',
    make: () => github.token({ expires: '-10s' }),
    code: '400 ExpiredTokenException',
    message: 'Token expired: current date/time'
  },
  {
    what: 'has another subject',
    make: () => github.token({ claims: { sub: 'repo:evil/infra:environment:stg' } }),
    code: denied,
    message: 'Not authorized'
  },
  {
    what: 'has a subject that only begins alike',
    make: () => github.token({ claims: { sub: `${claims.sub}2` } }),
    code: denied,
    message: 'Not authorized'
  },
  {
    what: 'is of another repository id',
    make: () => github.token({ claims: { repository_id: '43' } }),
    code: denied,
    message: 'Not authorized'
  }
]

test.each(refusals)('a token that $what is refused: $code', async ({ make, code, message }) => {
  const answer = await github.assume('exact', await make())
  expect(codeOf(answer)).toBe(code)
  expect(element(answer, 'Message')).toContain(message)
})

test.each(['nobody', 'service-only'])('the role %s gives no credentials to a good token', async (role) => {
  const answer = await github.assume(role, await github.token())
  expect(codeOf(answer)).toBe(denied)
  expect(element(answer, 'Message')).toBe('Not authorized to perform sts:AssumeRoleWithWebIdentity')
})

test.each(['7200', '60', '50000'])('a session of %s seconds is refused', async (seconds) => {
  const answer = await github.assume('exact', await github.token(), { DurationSeconds: seconds })
  expect(codeOf(answer)).toBe('400 ValidationError')
})

test('the journal says why a token was worth nothing', async () => {
  await github.assume('exact', await github.token({ claims: { repository_id: '43' } }))
  await github.assume('exact', await github.token({ audience: 'x' }))
  const told = (await github.aws.journal()).slice(-2)
  expect(told.map(({ decision, decidedBy }) => [decision, decidedBy])).toEqual([
    ['implicit-deny', 'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity'],
    ['unauthentic', 'InvalidIdentityToken: Incorrect token audience']
  ])
})

test('the journal says who asked for what on what, and what decided', async () => {
  const aws = await github.aws.fork()
  const allowed = { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }
  const condition = { StringLike: { 's3:prefix': 'env:/*' } }
  const statement = { Sid: 'ListStates', ...allowed, Condition: condition }
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  const policy = { RoleName: 'exact', PolicyName: 'plan', PolicyDocument: document }
  await callForm(aws, { Action: 'PutRolePolicy', ...policy }, signed('iam'))
  await send(aws, signed('s3'), { method: 'PUT', path: '/acme-state' })
  const session = sessionIn(await assumeOn(aws, { role: 'exact', token: await github.token() }))
  await send(aws, signed('s3', session), { path: '/acme-state?list-type=2&prefix=env%3A%2F' })
  const refused = await send(aws, signed('s3', session), {
    method: 'PUT',
    path: '/acme-state/x.tfstate',
    body: ''
  })
  expect(await refused.text()).toContain(
    'assumed-role/exact/run-1 is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::acme-state/x.tfstate'
  )
  const [listing, writing] = (await aws.journal()).slice(-2)
  expect(listing).toMatchObject({
    iamAction: 's3:ListBucket',
    decision: 'allowed',
    decidedBy: expect.stringMatching(/ListStates when .*s3:prefix/)
  })
  expect(writing).toMatchObject({
    principal: `arn:aws:sts::${account}:assumed-role/exact/run-1`,
    action: 'PutObject',
    iamAction: 's3:PutObject',
    resource: 'arn:aws:s3:::acme-state/x.tfstate',
    status: 403,
    error: 'AccessDenied',
    decision: 'implicit-deny',
    decidedBy: 'no statement allows it in role exact: plan'
  })
  await aws.close()
})

test('without an OIDC provider in IAM no token is worth anything', async () => {
  const aws = await github.aws.fork()
  const gone = { Action: 'DeleteOpenIDConnectProvider', OpenIDConnectProviderArn: provider }
  await callForm(aws, gone, signed('iam'))
  const answer = await assumeOn(aws, { role: 'exact', token: await github.token() })
  expect(codeOf(answer)).toBe(invalid)
  expect(answer.text).toContain(`No OpenIDConnect provider found in your account for ${issuer}`)
  await aws.close()
})

test('a session that is over is refused, in the words that SDKs know', async () => {
  const aws = await github.aws.fork()
  const session = sessionIn(await assumeOn(aws, { role: 'exact', token: await github.token() }))
  const ask = () => callForm(aws, { Action: 'GetCallerIdentity' }, signed('sts', session))
  expect(codeOf(await ask())).toBe('200 ')
  await aws.endSessions()
  expect(codeOf(await ask())).toBe('403 ExpiredToken')
  const object = await send(aws, signed('s3', session), { path: '/nowhere/x' })
  expect(await object.text()).toContain('<Code>ExpiredToken</Code>')
  await aws.close()
})

test('keys that were never given out, and session keys without their token, are refused', async () => {
  const session = element(await github.assume('exact', await github.token()), 'AccessKeyId')
  for (const accessKeyId of ['AKIAINVENTED00000000', session]) {
    const answer = await callForm(
      github.aws,
      { Action: 'GetCallerIdentity' },
      signed('sts', { accessKeyId, secretAccessKey: 'x' })
    )
    expect(codeOf(answer)).toBe('403 InvalidClientTokenId')
  }
})
