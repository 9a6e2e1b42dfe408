import { expect, jest, test } from '@jest/globals'
import { type FakeGitHub, type Route, startFakeGitHub } from '../fakes/github-api.ts'
import { runBundle, type StepResult } from './run-bundle.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(60_000)

const REPO = '/repos/acme/infra'
const ROLE = 'arn:aws:iam::123456789012:role/caliber-plan'
const tokenOf = (claims: Readonly<Record<string, string>>): string =>
  ['header', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'secretsignature'].join('.')
const TOKEN = tokenOf({ sub: 'repo:acme/infra:ref:refs/heads/main', repository_id: '42' })

const ENVIRONMENT = {
  id: 1,
  name: 'caliber-stg',
  html_url: 'https://github.com/acme/infra',
  can_admins_bypass: false,
  protection_rules: [
    {
      id: 1,
      type: 'required_reviewers',
      prevent_self_review: true,
      reviewers: [{ reviewer: { login: 'grace' } }]
    }
  ],
  deployment_branch_policy: { protected_branches: false, custom_branch_policies: true }
}

const ROUTES: Readonly<Record<string, Route>> = {
  [`GET ${REPO}`]: () => ({
    body: {
      id: 42,
      name: 'infra',
      owner: { login: 'acme', id: 7 },
      private: false,
      default_branch: 'main',
      html_url: 'https://github.com/acme/infra'
    }
  }),
  [`GET ${REPO}/actions/oidc/customization/sub`]: () => ({
    body: { use_default: true, use_immutable_subject: false, sub_claim_prefix: 'repo:acme/infra' }
  }),
  [`GET ${REPO}/git/trees/main`]: () => ({ body: { tree: [] } }),
  [`GET ${REPO}/branches/main`]: () => ({ body: { protected: true } }),
  [`GET ${REPO}/environments/caliber-stg`]: () => ({ body: ENVIRONMENT }),
  [`GET ${REPO}/environments/caliber-stg/deployment-branch-policies`]: () => ({
    body: { branch_policies: [{ name: 'main', type: 'branch' }] }
  }),
  [`GET ${REPO}/actions/secrets`]: () => ({
    status: 403,
    body: { message: 'Resource not accessible by integration' }
  }),
  'GET /token': () => ({ body: { value: TOKEN } })
}

type Run = StepResult & Readonly<{ requests: FakeGitHub['requests'] }>

async function run(inputs: Readonly<Record<string, string>>, routes = ROUTES): Promise<Run> {
  const fake = await startFakeGitHub(routes)
  try {
    const step = await runBundle({
      action: 'doctor',
      inputs: { 'github-token': 'ghs_job', environments: 'caliber-stg', ...inputs },
      env: {
        GITHUB_API_URL: fake.url,
        ACTIONS_ID_TOKEN_REQUEST_URL: `${fake.url}/token?x=1`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
        GITHUB_REPOSITORY: 'acme/infra',
        GITHUB_REPOSITORY_ID: '42',
        GITHUB_SHA: '01'.repeat(20),
        GITHUB_REF: 'refs/heads/main',
        GITHUB_RUN_ID: '1',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_EVENT_NAME: 'workflow_dispatch',
        GITHUB_ACTOR: 'ada'
      }
    })
    return { ...step, requests: fake.requests }
  } finally {
    await fake.close()
  }
}

test('the bundle reads and writes nothing, and shows no token', async () => {
  const step = await run({ secrets: 'SEAL_KEY' })
  expect(step.log).not.toContain('::error')
  expect(step.code).toBe(0)
  expect(step.requests.filter((request) => !request.startsWith('GET '))).toEqual([])
  const shown = [step.log.replace(/^::add-mask::.*$/gm, ''), step.outputs, step.summary].join('\n')
  expect(shown).toContain("this job's token has the subject 'repo:acme/infra:ref:refs/heads/main'")
  for (const secret of [TOKEN, 'secretsignature', 'request-token', 'ghs_job'])
    expect(shown).not.toContain(secret)
  expect(step.log).toContain(`::add-mask::${TOKEN}`)
  expect(step.outputs).toMatch(/healthy<<.*\ntrue\n/)
  expect(step.summary).toContain('## ✅ Doctor: `acme/infra`')
})

test('what the token may not read is said, and not taken for good', async () => {
  const { outputs, summary } = await run({ secrets: 'SEAL_KEY' })
  expect(summary).toContain('| ❔ | `SEAL_KEY` | not checked: needs a token that may read it |')
  expect(summary).toContain('| ❔ | `AWS account` |')
  expect(outputs).toMatch(/unchecked<<.*\n2\n/)
})

test('a finding makes the step red, with one error and the fix in the summary', async () => {
  const open = { ...ENVIRONMENT, deployment_branch_policy: null }
  const step = await run({}, { ...ROUTES, [`GET ${REPO}/environments/caliber-stg`]: () => ({ body: open }) })
  expect(step.code).toBe(1)
  expect(step.log.split('\n').filter((line) => line.startsWith('::error'))).toHaveLength(1)
  expect(step.outputs).toMatch(/healthy<<.*\nfalse\n/)
  expect(step.summary).toContain("set 'Deployment branches and tags'")
})

test('foreign text acts as nothing in log and summary', async () => {
  const vars = JSON.stringify({ AWS_PLAN_ROLE: `${ROLE}\n::error::owned\n\n# Owned @acme/all <img src=x>` })
  const { log, summary } = await run({ vars, variables: 'AWS_PLAN_ROLE', environments: '' })
  expect(log.split('\n').filter((line) => line.startsWith('::error'))).toEqual([
    expect.not.stringContaining('owned')
  ])
  expect(log).toContain(': :error::owned')
  expect(summary).not.toMatch(/^# Owned/m)
  expect(summary).not.toContain('@acme/all')
})

test.each([
  ['no token', { 'github-token': '' }, "Input 'github-token' is required"],
  ['a tenant that is none', { tenants: 'acme' }, "Input 'tenants' has 'acme'"],
  ['a branch for a commit', { 'suite-commits': 'main' }, "Input 'suite-commits' has 'main'"],
  ['a role that is none', { 'refused-role': 'admin' }, "Input 'refused-role' is 'admin'"]
])('the bundle refuses %s in one sentence and asks nobody', async (_what, inputs, why) => {
  const step = await run(inputs)
  expect(step.code).toBe(1)
  const errors = step.log.split('\n').filter((line) => line.startsWith('::error'))
  expect(errors).toEqual([expect.stringContaining(why)])
  expect([step.requests, step.outputs]).toEqual([[], ''])
})
