import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { UnsecuredJWT, generateKeyPair } from 'jose'
import { codeOf, denied, issuer } from '../../emulator/identity.ts'
import { others, roles, startAccount, unlisted, pinned, type Account, type RoleName } from './account.ts'
import {
  inEnvironment,
  named,
  ofApi,
  ofGlobex,
  onMain,
  onRef,
  pullRequest,
  suite,
  withIds,
  type Claims
} from './jobs.ts'

let account: Account

beforeAll(async () => {
  account = await startAccount()
}, 180_000)

afterAll(() => account?.close())

const stg = inEnvironment('caliber-stg')
const own = { repository: 'caliber/actions', repository_id: '70', repository_owner: 'caliber' }
const suitesOwn = (at: string): Claims => ({
  ...stg,
  ...own,
  ...suite('terraform-apply', at),
  sub: 'repo:caliber/actions:environment:caliber-stg'
})
const fork = { repository: 'mallory/infra', repository_id: '99', repository_owner: 'mallory' }
const renamed = { repository: 'acme/platform' }

const table: readonly Readonly<{ what: string; claims: Claims; may: string }>[] = [
  { what: 'a pull request', claims: pullRequest(), may: 'plan' },
  { what: 'a pull request, with ids in the subject', claims: pullRequest(withIds), may: 'plan' },
  {
    what: 'a pull request that changes its workflow file',
    claims: {
      ...pullRequest(),
      job_workflow_ref: 'acme/infra/.github/workflows/mine.yml@refs/pull/7/merge'
    },
    may: 'plan'
  },
  { what: 'main without environment', claims: onMain(), may: 'plan' },
  { what: 'main without environment, with ids', claims: onMain(withIds), may: 'plan' },
  { what: 'main with its environment', claims: stg, may: 'apply' },
  {
    what: 'main with its environment, with ids',
    claims: inEnvironment('caliber-stg', withIds),
    may: 'apply'
  },
  {
    what: 'the second commit of the suite that is listed',
    claims: { ...stg, ...suite('terraform-apply', pinned[1]) },
    may: 'apply'
  },
  { what: 'the suite itself, from its branch', claims: suitesOwn('refs/heads/main'), may: 'apply' },
  {
    what: 'a deployment in the environment',
    claims: { ...stg, ...suite('deploy-api') },
    may: 'deploy'
  },
  {
    what: 'a deployment in the environment for deployments',
    claims: { ...inEnvironment('caliber-stg-deploy'), ...suite('deploy-frontend') },
    may: 'deploy'
  },
  { what: 'an onboarding', claims: { ...stg, ...suite('onboard-tenant') }, may: 'deploy seed' },
  { what: 'a rotation of secrets', claims: { ...stg, ...suite('rotate-secrets') }, may: 'seed' },
  {
    what: 'a deployment of a repository that may only deploy',
    claims: ofApi({ ...stg, ...suite('deploy-api') }),
    may: 'deploy'
  },
  { what: 'its pull request', claims: ofApi(pullRequest()), may: '' },
  { what: 'its apply', claims: ofApi(stg), may: '' },
  {
    what: 'its onboarding, without seeding',
    claims: ofApi({ ...stg, ...suite('onboard-tenant') }),
    may: 'deploy'
  },
  {
    what: "another tenant's team, whose environment has the same name",
    claims: ofGlobex('onboard-tenant'),
    may: ''
  },
  {
    what: 'the apply of that team, which reaches every stack',
    claims: ofGlobex('terraform-apply'),
    may: 'apply'
  },
  {
    what: 'the suite itself in an environment for deployments that it does not list',
    claims: {
      ...suitesOwn('refs/heads/main'),
      ...suite('deploy-api', 'refs/heads/main'),
      environment: 'caliber-stg-deploy',
      sub: 'repo:caliber/actions:environment:caliber-stg-deploy'
    },
    may: ''
  },

  { what: 'main with another environment', claims: inEnvironment('caliber-prod'), may: '' },
  {
    what: 'an apply in the environment for deployments',
    claims: inEnvironment('caliber-stg-deploy'),
    may: ''
  },
  {
    what: 'an apply on main without environment',
    claims: { ...onMain(), ...suite('terraform-apply') },
    may: ''
  },
  { what: 'another branch', claims: onRef('refs/heads/wild'), may: '' },
  {
    what: 'another branch with the environment',
    claims: { ...stg, ref: 'refs/heads/wild' },
    may: ''
  },
  { what: 'a tag', claims: onRef('refs/tags/v1'), may: '' },
  { what: 'a tag with the environment', claims: { ...stg, ref: 'refs/tags/v1' }, may: '' },
  { what: "a fork's pull request", claims: { ...pullRequest('repo:mallory/infra'), ...fork }, may: '' },
  {
    what: 'a fork with the environment',
    claims: { ...inEnvironment('caliber-stg', 'repo:mallory/infra'), ...fork },
    may: ''
  },
  {
    what: 'another repository of the owner',
    claims: { ...pullRequest('repo:acme/shop'), repository: 'acme/shop', repository_id: '43' },
    may: ''
  },
  {
    what: 'the repository after it was renamed',
    claims: { ...pullRequest('repo:acme/platform'), ...renamed },
    may: ''
  },
  {
    what: 'the repository after it was renamed, with ids',
    claims: { ...pullRequest('repo:acme@1001/platform@42'), ...renamed },
    may: ''
  },
  {
    what: 'a new repository under the old name',
    claims: { ...pullRequest(named), repository_id: '99' },
    may: ''
  },
  {
    what: 'a new repository under the old name, with ids',
    claims: { ...pullRequest('repo:acme@1001/infra@99'), repository_id: '99' },
    may: ''
  },
  {
    what: 'a new repository under the old name, with the environment',
    claims: { ...stg, repository_id: '99' },
    may: ''
  },
  { what: 'another workflow file of the suite', claims: { ...stg, ...suite('destroy') }, may: '' },
  {
    what: 'a workflow file of the repository itself',
    claims: { ...stg, job_workflow_ref: 'acme/infra/.github/workflows/terraform-apply.yml@refs/heads/main' },
    may: ''
  },
  {
    what: 'a commit of the suite that is not listed',
    claims: { ...stg, ...suite('terraform-apply', unlisted) },
    may: ''
  },
  {
    what: 'a branch of the suite, used by another repository',
    claims: { ...stg, ...suite('terraform-apply', 'refs/heads/main') },
    may: ''
  },
  { what: 'the suite itself, from another branch', claims: suitesOwn('refs/heads/wild'), may: '' },
  { what: 'a token without an environment claim', claims: { ...stg, environment: undefined }, may: '' },
  {
    what: 'a token without a workflow claim',
    claims: { ...stg, job_workflow_ref: undefined },
    may: ''
  }
]

const names = Object.keys(roles) as RoleName[]

async function takenWith(token: string): Promise<string> {
  const answers = await Promise.all(names.map((name) => account.github.assume(roles[name], token)))
  const codes = answers.map(codeOf)
  expect(codes.filter((code) => !['200 ', denied].includes(code))).toEqual([])
  return names.filter((_, index) => codes[index] === '200 ').join(' ')
}

test.each(table)('$what may take: “$may”', async ({ claims, may }) => {
  expect(await takenWith(await account.github.token({ claims }))).toBe(may)
})

test.each(['deploy', 'seed'] as const)('%s of a tenant is for the team that lists it', async (name) => {
  const ask = async (claims: Claims): Promise<string> =>
    codeOf(await account.github.assume(others[name], await account.github.token({ claims })))
  expect(await ask(ofGlobex('onboard-tenant'))).toBe('200 ')
  // A caller that lists no tenants has those of its environments.
  expect(await ask({ ...stg, ...suite('onboard-tenant') })).toBe('200 ')
  expect(await ask(ofApi({ ...stg, ...suite('onboard-tenant') }))).toBe(denied)
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
