import { expect, test } from '@jest/globals'
import type { Environment } from '../../../lib/github/environments.ts'
import { GitHubError } from '../../../lib/github/connection.ts'
import { complaintsOf, examineWorld, linesOf } from '../../fakes/doctor-world.ts'

const tokenOf = (claims: Readonly<Record<string, string>>): string =>
  `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`

const forbidden = (needs: string) => async () => {
  throw new GitHubError('no', { status: 403, isTransient: false, retryAfterMs: 0, needs, cause: undefined })
}

test('the form of subjects is told', async () => {
  const { findings } = await examineWorld()
  expect(findings[0]).toMatchObject({
    verdict: 'good',
    says: "OIDC subjects begin with 'repo:acme/infra' (the form with names)"
  })
})

test('subjects of other claims fail with the command that sets them back', async () => {
  const [finding] = await complaintsOf({
    github: { describeSubject: async () => ({ claimKeys: ['repository_owner', 'ref'] }) }
  })
  expect(finding).toMatchObject({
    verdict: 'fails',
    check: 'oidc-subject',
    says: 'OIDC subjects are made of repository_owner, ref, which no trust policy of the bootstrap stack names',
    fix: { run: 'gh api --method PUT repos/acme/infra/actions/oidc/customization/sub -F use_default=true' }
  })
})

test('a prefix that is not made of today’s names and ids fails', async () => {
  expect(
    await linesOf({
      github: { describeSubject: async () => ({ immutable: false, prefix: 'repo:old/infra' }) }
    })
  ).toEqual([
    "fails oidc-subject acme/infra: GitHub begins subjects with 'repo:old/infra', and names and ids of the repository make 'repo:acme/infra'"
  ])
})

test('a GitHub without the setting, and a token that may not read it, are not checked', async () => {
  expect(await linesOf({ github: { describeSubject: async () => undefined } })).toEqual([
    'unchecked oidc-subject acme/infra: not checked: needs a GitHub that has the setting of OIDC subjects'
  ])
  expect(await linesOf({ github: { describeSubject: forbidden('actions: read') } })).toEqual([
    "unchecked oidc-subject acme/infra: not checked: needs a token with 'actions: read'"
  ])
})

test('the claims of the job’s own token are compared, and the token is shown nowhere', async () => {
  const idToken = tokenOf({
    sub: 'repo:acme@7/infra@42:ref:refs/heads/main',
    repository_id: '42',
    iss: 'https://token.actions.githubusercontent.com'
  })
  const examination = await examineWorld({ idToken })
  expect(examination.findings).toContainEqual(
    expect.objectContaining({
      check: 'oidc-token',
      verdict: 'fails',
      says: "this job's token has the subject 'repo:acme@7/infra@42:ref:refs/heads/main', which does not begin with 'repo:acme/infra:'"
    })
  )
  expect(JSON.stringify(examination)).not.toContain('signature')
})

test('outside of a job the token’s claims are not checked', async () => {
  const { findings } = await examineWorld()
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: 'oidc-token',
      verdict: 'unchecked',
      says: "not checked: needs a workflow's job with 'id-token: write'"
    })
  )
})

test('a suite that is called by a tag fails with the command that finds the commit', async () => {
  const text = 'jobs:\n  plan:\n    uses: "caliber/actions/.github/workflows/terraform-plan.yml@v1"\n'
  const [finding] = await complaintsOf({
    github: { readWorkflows: async () => [{ path: '.github/workflows/ci.yml', text }] }
  })
  expect(finding).toMatchObject({
    verdict: 'fails',
    check: 'suite-pins',
    about: '.github/workflows/ci.yml',
    says: "terraform-plan.yml is called at 'v1', and the roles trust commits only",
    fix: { run: 'gh api repos/caliber/actions/commits/v1 --jq .sha' }
  })
})

test('a repository that calls nothing of the suite is told so', async () => {
  expect(await linesOf({ github: { readWorkflows: async () => [] } })).toEqual([
    'advice suite-pins acme/infra: no workflow on main calls caliber/actions: which commits the roles should trust is not known'
  ])
})

const AT = 'At https://github.com/acme/infra/settings/environments open'

test.each<[string, Partial<Environment>, Readonly<{ line: string; say: string }>]>([
  [
    'without reviewers',
    { reviewers: [] },
    {
      line: 'fails environment-reviewers caliber-stg: nobody has to review: applies are refused',
      say: `${AT} 'caliber-stg' and tick 'Required reviewers' and name people or a team other than the authors.`
    }
  ],
  [
    'for any branch',
    { branchRule: { kind: 'any' } },
    {
      line: 'fails environment-branches caliber-stg: deployments come from every branch: applies are refused, and any branch reads its secrets',
      say: `${AT} 'caliber-stg' and set 'Deployment branches and tags' to 'Selected branches and tags' with the one branch 'main'.`
    }
  ],
  [
    'for another branch',
    { branchRule: { kind: 'policies', policies: [{ name: 'release', type: 'branch' }] } },
    {
      line: 'fails environment-branches caliber-stg: its branch rule (branch release) does not let main in',
      say: `${AT} 'caliber-stg' and set 'Deployment branches and tags' to 'Selected branches and tags' with the one branch 'main'.`
    }
  ],
  [
    'for protected branches, and main is none',
    { branchRule: { kind: 'protected-branches' } },
    {
      line: 'fails environment-branches caliber-stg: its branch rule (protected branches) does not let main in',
      say: `${AT} 'caliber-stg' and set 'Deployment branches and tags' to 'Selected branches and tags' with the one branch 'main'.`
    }
  ],
  [
    'for a pattern',
    { branchRule: { kind: 'policies', policies: [{ name: '*', type: 'branch' }] } },
    {
      line: "unsafe environment-branches caliber-stg: its rule lets in every branch '*'",
      say: `${AT} 'caliber-stg' and set 'Deployment branches and tags' to 'Selected branches and tags' with the one branch 'main'.`
    }
  ],
  [
    'where people review themselves',
    { preventSelfReview: false },
    {
      line: 'advice environment-self-review caliber-stg: GitHub takes an approval by whoever started the run, which the apply then refuses',
      say: `${AT} 'caliber-stg' and tick 'Prevent self-review'.`
    }
  ],
  [
    'that administrators pass by',
    { canAdminsBypass: true },
    {
      line: 'advice environment-bypass caliber-stg: administrators can pass by the review; the apply refuses such a run',
      say: `${AT} 'caliber-stg' and untick 'Allow administrators to bypass configured protection rules'.`
    }
  ]
])('an environment %s', async (_name, environment, { line, say }) => {
  const found = await complaintsOf({ environment })
  expect(found.map(({ verdict, check, about, says }) => `${verdict} ${check} ${about}: ${says}`)).toEqual([
    line
  ])
  expect(found[0]?.fix?.say).toBe(say)
})

test('gate: dispatch asks for no reviewers', async () => {
  expect(await linesOf({ inputs: { gate: 'dispatch' }, environment: { reviewers: [] } })).toEqual([])
})

test('environments that do not exist, and such as may not be read', async () => {
  const found = await complaintsOf({ github: { describeEnvironment: async () => undefined } })
  expect(found.map(({ verdict, about }) => `${verdict} ${about}`)).toEqual([
    'fails caliber-stg',
    'unsafe caliber-stg-deploy'
  ])
  expect(found[0]?.fix?.run).toContain(
    'gh api --method PUT repos/acme/infra/environments/caliber-stg --input -'
  )
  expect(await linesOf({ github: { describeEnvironment: forbidden('') } })).toEqual([
    'unchecked environment caliber-stg: not checked: needs a token that may read it',
    'unchecked environment caliber-stg-deploy: not checked: needs a token that may read it'
  ])
})

test('variables and secrets that no workflow would find', async () => {
  const found = await complaintsOf({ inputs: { variables: 'AWS_REGION\nSOME', secrets: 'SEAL_KEY\nOTHER' } })
  expect(found.map(({ verdict, check, about }) => `${verdict} ${check} ${about}`)).toEqual([
    'fails variable SOME',
    'fails secret OTHER'
  ])
  expect(found.map(({ fix }) => fix?.run)).toEqual([
    'gh variable set SOME --repo acme/infra',
    'openssl rand -base64 32 | gh secret set OTHER --repo acme/infra'
  ])
})

test('what a workflow sees stands for what its token may not ask for', async () => {
  const github = {
    readVariables: forbidden('actions_variables: read'),
    listSecretNames: forbidden('secrets: read')
  }
  expect(await linesOf({ github, inputs: { variables: 'AWS_REGION', tenants: '' } })).toEqual([
    "unchecked variable AWS_REGION: not checked: needs a token with 'actions_variables: read'",
    "unchecked secret SEAL_KEY: not checked: needs a token with 'secrets: read'"
  ])
  const inputs = {
    tenants: '',
    variables: 'AWS_REGION',
    vars: '{"AWS_REGION": "us-east-1"}',
    'known-secrets': 'SEAL_KEY=false'
  }
  expect(await linesOf({ github, inputs })).toEqual([
    'fails secret SEAL_KEY: the secret is not set, and workflows read it'
  ])
})
