import { SignJWT, exportJWK, generateKeyPair, type CryptoKey } from 'jose'
import type { Aws } from '../../lab/aws/aws.ts'
import { callForm, element, signed, startForTests, type Reply } from './start.ts'

export const host = 'token.actions.githubusercontent.com'
export const issuer = `https://${host}`
export const account = '123456789012'
export const provider = `arn:aws:iam::${account}:oidc-provider/${host}`
export const denied = '403 AccessDenied'

/** A deployment job's claims, as GitHub issues them. */
export const claims = {
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

/** What differs from a good token. */
export type Wish = Readonly<{
  claims?: object
  audience?: string
  iss?: string
  expires?: string
  signer?: CryptoKey
  kid?: string
}>

/** An AWS that knows GitHub's issuer, and GitHub's key to sign with. */
export type Identities = Readonly<{
  aws: Aws
  token: (wish?: Wish) => Promise<string>
  createRole: (name: string, ...statements: readonly object[]) => Promise<Reply>
  assume: (role: string, token: string, more?: Readonly<Record<string, string>>) => Promise<Reply>
}>

/** Starts AWS, registers GitHub's key and creates GitHub's OIDC provider. */
export async function startIdentities(): Promise<Identities> {
  const aws = await startForTests()
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }
  await aws.registerIssuer({ issuer, jwks: { keys: [jwk] } })
  const audience = { 'ClientIDList.member.1': 'sts.amazonaws.com' }
  await callForm(aws, { Action: 'CreateOpenIDConnectProvider', Url: issuer, ...audience }, signed('iam'))
  return {
    aws,
    token: (wish = {}) => sign({ signer: privateKey, ...wish }),
    createRole: (name, ...statements) => createRole(aws, name, statements),
    assume: (role, token, more) => assumeOn(aws, { role, token, ...more })
  }
}

function sign(wish: Wish & Readonly<{ signer: CryptoKey }>): Promise<string> {
  return new SignJWT({ ...claims, ...wish.claims })
    .setProtectedHeader({ alg: 'RS256', kid: wish.kid ?? 'k1' })
    .setIssuer(wish.iss ?? issuer)
    .setAudience(wish.audience ?? 'sts.amazonaws.com')
    .setIssuedAt(Math.floor(Date.now() / 1000) - 900)
    .setExpirationTime(wish.expires ?? '5m')
    .sign(wish.signer)
}

function createRole(aws: Aws, name: string, statements: readonly object[]): Promise<Reply> {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const role = { RoleName: name, AssumeRolePolicyDocument: policy, MaxSessionDuration: '3600' }
  return callForm(aws, { Action: 'CreateRole', ...role }, signed('iam'))
}

/** AssumeRoleWithWebIdentity, which nobody signs. */
export function assumeOn(
  aws: Aws,
  { role, token, ...more }: Readonly<{ role: string; token: string; [parameter: string]: string }>
): Promise<Reply> {
  return callForm(aws, {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: `arn:aws:iam::${account}:role/${role}`,
    RoleSessionName: 'run-1',
    WebIdentityToken: token,
    ...more
  })
}

/** A trust policy's statement for GitHub's provider. */
export function trusting(condition: object, effect = 'Allow') {
  const Principal = { Federated: provider }
  return { Effect: effect, Principal, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition }
}

/** Status and error code of an answer: `200 ` for a success. */
export function codeOf(answer: Reply): string {
  return `${answer.status} ${element(answer, 'Code')}`
}
