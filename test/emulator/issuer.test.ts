import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'
import type { Aws } from '../../lab/aws/aws.ts'
import { account, assumeOn, codeOf } from './identity.ts'
import { callForm, signed, startForTests } from './start.ts'

let aws: Aws
let server: Server
let issuer: string
let token: (kid: string) => Promise<string>
const asked: string[] = []

beforeAll(async () => {
  aws = await startForTests()
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] }
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const isKeys = request.url === '/oidc/keys'
    response.end(JSON.stringify(isKeys ? keys : { issuer, jwks_uri: `${issuer}/keys` }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oidc`
  await trustIssuer()
  token = (kid) =>
    new SignJWT({ sub: 'repo:acme/infra:environment:stg' })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(issuer)
      .setAudience('sts.amazonaws.com')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
})

afterAll(async () => {
  server?.close()
  await aws?.close()
})

/** The issuer as an OIDC provider, and a role that trusts one of its subjects. */
async function trustIssuer(): Promise<void> {
  const bare = issuer.replace('http://', '')
  const provider = { Url: `https://${bare}`, 'ClientIDList.member.1': 'sts.amazonaws.com' }
  await callForm(aws, { Action: 'CreateOpenIDConnectProvider', ...provider }, signed('iam'))
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${bare}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${bare}:sub`]: 'repo:acme/infra:environment:stg' } }
  }
  const trust = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  const role = { RoleName: 'apply', AssumeRolePolicyDocument: trust }
  await callForm(aws, { Action: 'CreateRole', ...role }, signed('iam'))
}

test('the keys of an issuer on this machine are fetched from it', async () => {
  expect(codeOf(await assumeOn(aws, { role: 'apply', token: await token('k1') }))).toBe('200 ')
  expect(asked).toEqual(['/oidc/.well-known/openid-configuration', '/oidc/keys'])
})

test('a key that the issuer does not have is not found', async () => {
  const answer = await assumeOn(aws, { role: 'apply', token: await token('k2') })
  expect(codeOf(answer)).toBe('400 InvalidIdentityToken')
})

test('an issuer that does not answer gives no key', async () => {
  server.close()
  server.closeAllConnections()
  const answer = await assumeOn(aws, { role: 'apply', token: await token('k1') })
  expect(codeOf(answer)).toBe('400 InvalidIdentityToken')
  expect(answer.text).toContain('retrieve verification key from your identity provider')
})
