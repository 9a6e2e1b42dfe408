import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { UnsecuredJWT, generateKeyPair } from 'jose'
import { codeOf, denied, issuer } from '../../emulator/identity.ts'
import { others, roles, startAccount, unlistedOperations, type Account, type RoleName } from './account.ts'
import { ofApi, ofGlobex, operatingIn, suite, type Claims } from './jobs.ts'
import { jobs, stg } from './trust-rows.ts'

let account: Account

beforeAll(async () => {
  account = await startAccount()
}, 180_000)

afterAll(() => account?.close())

const names = Object.keys(roles) as RoleName[]

async function takenWith(token: string): Promise<string> {
  const answers = await Promise.all(names.map((name) => account.github.assume(roles[name], token)))
  const codes = answers.map(codeOf)
  expect(codes.filter((code) => !['200 ', denied].includes(code))).toEqual([])
  return names.filter((_, index) => codes[index] === '200 ').join(' ')
}

test.each(jobs)('$what may take: “$may”', async ({ claims, may }) => {
  expect(await takenWith(await account.github.token({ claims }))).toBe(may)
})

test.each(['deploy', 'seed'] as const)('%s of a tenant is for the team that lists it', async (name) => {
  const ask = async (claims: Claims): Promise<string> =>
    codeOf(await account.github.assume(others[name], await account.github.token({ claims })))
  const workflow = name === 'deploy' ? 'deploy-api' : 'reseed'
  expect(await ask(ofGlobex(workflow))).toBe('200 ')
  // A caller that lists no tenants has those of its environments.
  expect(await ask({ ...stg, ...suite(workflow) })).toBe('200 ')
  expect(await ask(ofApi({ ...stg, ...suite(workflow) }))).toBe(denied)
})

test.each(unlistedOperations)('%s is for nobody, as no caller lists its environment', async (role) => {
  const workflows = ['deploy-api', 'restore-database', 'reseed']
  const asked = workflows.map(async (workflow) => {
    const claims = operatingIn('caliber-prod-deploy', workflow)
    return codeOf(await account.github.assume(role, await account.github.token({ claims })))
  })
  expect(await Promise.all(asked)).toEqual(workflows.map(() => denied))
})

const broken: readonly Readonly<{ what: string; make: () => Promise<string> | string; code: string }>[] = [
  {
    what: 'expired',
    make: () => account.github.token({ claims: stg, expires: '-10s' }),
    code: '400 ExpiredTokenException'
  },
  {
    what: 'for another audience',
    make: () => account.github.token({ claims: stg, audience: 'https://github.com/acme' }),
    code: '400 InvalidIdentityToken'
  },
  {
    what: 'unsigned',
    make: () => new UnsecuredJWT(stg).setIssuer(issuer).encode(),
    code: '400 InvalidIdentityToken'
  },
  {
    what: 'signed by somebody else',
    make: async () => {
      const { privateKey } = await generateKeyPair('RS256')
      return account.github.token({ claims: stg, signer: privateKey })
    },
    code: '400 InvalidIdentityToken'
  },
  {
    what: 'of another issuer',
    make: () => account.github.token({ claims: stg, iss: 'https://issuer.example' }),
    code: '400 InvalidIdentityToken'
  }
]

test.each(broken)('a token that is $what gets no role', async ({ make, code }) => {
  const token = await make()
  const answers = await Promise.all(names.map((name) => account.github.assume(roles[name], token)))
  expect(new Set(answers.map(codeOf))).toEqual(new Set([code]))
})

test('a token that is used again before it expires is taken again: AWS keeps no record of them', async () => {
  const token = await account.github.token({ claims: stg })
  expect([await takenWith(token), await takenWith(token)]).toEqual(['apply', 'apply'])
})
