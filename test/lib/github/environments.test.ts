import { afterEach, expect, test } from '@jest/globals'
import { describeEnvironment, isProtectedBranch, listApprovals } from '../../../lib/github/environments.ts'
import { startFakeGitHub, type FakeGitHub, type Route } from '../../fakes/github-api.ts'

const PATH = '/repos/acme/infra/environments/stg'
const protectedEnvironment = {
  name: 'stg',
  html_url: 'https://github.com/acme/infra/deployments/activity_log?environments_filter=stg',
  can_admins_bypass: false,
  protection_rules: [
    {
      id: 1,
      type: 'required_reviewers',
      prevent_self_review: true,
      reviewers: [
        { type: 'User', reviewer: { login: 'bob' } },
        { type: 'Team', reviewer: { slug: 'platform', name: 'Platform' } }
      ]
    },
    { id: 2, type: 'branch_policy' }
  ],
  deployment_branch_policy: { protected_branches: false, custom_branch_policies: true }
}

let fake: FakeGitHub
afterEach(() => fake.close())
const start = async (routes: Readonly<Record<string, Route>>): Promise<void> => {
  fake = await startFakeGitHub(routes)
}

test('an environment is described with reviewers, teams, self-review, bypass and branch policies', async () => {
  await start({
    [`GET ${PATH}`]: () => ({ body: protectedEnvironment }),
    [`GET ${PATH}/deployment-branch-policies`]: () => ({
      body: {
        total_count: 2,
        branch_policies: [
          { id: 1, name: 'main' },
          { id: 2, name: 'v*', type: 'tag' }
        ]
      }
    })
  })
  await expect(describeEnvironment(fake.github, 'stg')).resolves.toMatchObject({
    name: 'stg',
    reviewers: ['bob', '@platform'],
    preventSelfReview: true,
    canAdminsBypass: false,
    branchRule: {
      kind: 'policies',
      policies: [
        { name: 'main', type: 'branch' },
        { name: 'v*', type: 'tag' }
      ]
    }
  })
})

test('an unprotected environment has no reviewers and takes any branch', async () => {
  await start({
    [`GET ${PATH}`]: () => ({ body: { name: 'stg', protection_rules: [], deployment_branch_policy: null } })
  })
  await expect(describeEnvironment(fake.github, 'stg')).resolves.toMatchObject({
    reviewers: [],
    branchRule: { kind: 'any' },
    canAdminsBypass: 'unknown'
  })
})

test('the rule for protected branches is told apart', async () => {
  const policy = { protected_branches: true, custom_branch_policies: false }
  await start({ [`GET ${PATH}`]: () => ({ body: { name: 'stg', deployment_branch_policy: policy } }) })
  await expect(describeEnvironment(fake.github, 'stg')).resolves.toMatchObject({
    branchRule: { kind: 'protected-branches' }
  })
})

test('an environment that does not exist is undefined', async () => {
  await start({})
  await expect(describeEnvironment(fake.github, 'stg')).resolves.toBeUndefined()
})

test('a name with a slash stays one name', async () => {
  await start({ 'GET /repos/acme/infra/environments/eu/stg': () => ({ body: { name: 'eu/stg' } }) })
  await expect(describeEnvironment(fake.github, 'eu/stg')).resolves.toMatchObject({ name: 'eu/stg' })
})

test('reviews are listed with who, what they wrote, and for which environments', async () => {
  await start({
    'GET /repos/acme/infra/actions/runs/1234/approvals': () => ({
      body: [
        {
          state: 'approved',
          comment: 'ship it',
          user: { login: 'bob' },
          environments: [
            { id: 1, name: 'stg' },
            { id: 2, name: 'prod' }
          ]
        }
      ]
    })
  })
  await expect(listApprovals(fake.github, 1234)).resolves.toEqual([
    { state: 'approved', user: 'bob', comment: 'ship it', environments: ['stg', 'prod'] }
  ])
})

test.each([
  [true, { protected: true }],
  [false, { protected: false }]
])('a branch is protected: %p', async (expected, body) => {
  await start({ 'GET /repos/acme/infra/branches/main': () => ({ body }) })
  await expect(isProtectedBranch(fake.github, 'main')).resolves.toBe(expected)
})

test('a branch that is gone is not protected', async () => {
  await start({})
  await expect(isProtectedBranch(fake.github, 'main')).resolves.toBe(false)
})
