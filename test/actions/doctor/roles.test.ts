import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { OPERATORS, WORKFLOWS } from '../../../actions/doctor/src/roles.ts'
import {
  APPLIES,
  complaintsOf,
  linesOf,
  NEXT_SHA,
  PLANS,
  policy,
  PULLS,
  SHA,
  statement
} from '../../fakes/doctor-world.ts'

const apply = (claims: Readonly<Record<string, unknown>>, operator?: string) => ({
  trust: { 'caliber-apply': policy(statement({ ...APPLIES, ...claims }, operator)) }
})

test('roles that trust what the bootstrap stack would are good', async () => {
  expect(await linesOf({})).toEqual([])
})

test('a role that is missing is named with the command that makes it', async () => {
  const [finding, ...more] = await complaintsOf({ aws: { describeRole: async () => undefined } })
  expect(finding).toMatchObject({
    verdict: 'fails',
    about: 'caliber-plan',
    says: 'the role does not exist',
    fix: { run: 'terraform -chdir=terraform/stacks/bootstrap apply' }
  })
  expect(more.map(({ about }) => about)).toEqual([
    'caliber-apply',
    'caliber-deploy-acme-stg',
    'caliber-seed-acme-stg'
  ])
})

test('a trust policy of the other form of subjects fails', async () => {
  const sub = ['repo:acme/infra:environment:caliber-stg']
  expect(
    await linesOf({
      ...apply({ sub }),
      github: { describeSubject: async () => ({ immutable: true, prefix: 'repo:acme@7/infra@42' }) }
    })
  ).toEqual([
    "fails trust-subject-form caliber-apply: 'sub' lacks 'repo:acme@7/infra@42:environment:caliber-stg', which is the form of this repository's tokens"
  ])
})

test('a policy that knows only the form of today is advised of the other', async () => {
  expect(await linesOf(apply({ sub: ['repo:acme/infra:environment:caliber-stg'] }))).toEqual([
    "advice trust-other-form caliber-apply: 'sub' lacks the other form 'repo:acme@7/infra@42:environment:caliber-stg', which the tokens may take on with a new name or owner"
  ])
})

test('a wildcard in a subject is unsafe, and lacks nothing', async () => {
  expect(await linesOf(apply({ sub: 'repo:acme/*' }, 'StringLike'))).toEqual(
    expect.arrayContaining([
      "unsafe trust-wildcard caliber-apply: 'sub' takes 'repo:acme/*': a wildcard lets in jobs that nobody named"
    ])
  )
})

test('ForAllValues is unsafe', async () => {
  const lines = await linesOf(apply({}, 'ForAllValues:StringEquals'))
  expect(lines).toContain(
    "unsafe trust-for-all-values caliber-apply: 'aud' is compared by ForAllValues:StringEquals, which is true of a token without the claim"
  )
})

test.each([
  ['repository_id', "'repository_id' is: it should be '42'"],
  ['ref', "'ref' is: it should be 'refs/heads/main'"],
  ['environment', "'environment' is: it should be 'caliber-stg'"],
  ['aud', "'aud' is: it should be 'sts.amazonaws.com'"]
])('a policy that does not ask for %s is unsafe', async (claim, words) => {
  expect(await linesOf(apply({ [claim]: undefined }))).toEqual([
    `unsafe trust-claim caliber-apply: jobs of environment caliber-stg are let in whatever ${words}`
  ])
})

test('a policy that does not ask for the workflow is unsafe', async () => {
  expect(await linesOf(apply({ job_workflow_ref: undefined }))).toEqual([
    "unsafe trust-workflow caliber-apply: jobs of environment caliber-stg of any workflow file are let in: 'job_workflow_ref' is not asked for"
  ])
})

test('a commit that the repository calls and the role does not trust fails, with the entry to write', async () => {
  const found = await complaintsOf({ inputs: { 'suite-commits': NEXT_SHA } })
  expect(found[0]).toMatchObject({
    verdict: 'fails',
    check: 'trust-commit',
    about: 'caliber-plan',
    says: `'job_workflow_ref' lacks ${['terraform-plan.yml', 'doctor.yml', 'verify-in-your-account.yml'].map((name) => `'caliber/actions/.github/workflows/${name}@${NEXT_SHA}'`).join(', ')}, which this repository calls`
  })
  expect(found[0]?.fix?.say).toContain(
    `"repository_id":"42","environments":["caliber-stg","caliber-stg-deploy"],"suite_commits":["${SHA}","${NEXT_SHA}"]`
  )
})

test('a tag or a branch in job_workflow_ref is unsafe', async () => {
  const refs = [
    ...APPLIES.job_workflow_ref,
    'caliber/actions/.github/workflows/terraform-apply.yml@refs/tags/v1'
  ]
  expect(await linesOf(apply({ job_workflow_ref: refs }))).toEqual([
    "unsafe trust-unpinned caliber-apply: 'job_workflow_ref' takes 'caliber/actions/.github/workflows/terraform-apply.yml@refs/tags/v1', which is no commit of caliber/actions"
  ])
})

test('another ref or another repository beside the right one is unsafe', async () => {
  expect(await linesOf(apply({ ref: ['refs/heads/main', 'refs/heads/dev'] }))).toEqual([
    "unsafe trust-surplus caliber-apply: 'ref' also takes 'refs/heads/dev'"
  ])
})

test('a statement for pull requests in the apply role is unsafe', async () => {
  const trust = { 'caliber-apply': policy(statement(APPLIES), statement(PULLS)) }
  expect(await linesOf({ trust })).toEqual([
    "unsafe trust-surplus caliber-apply: 'sub' also takes 'repo:acme/infra:pull_request'",
    "unsafe trust-surplus caliber-apply: 'sub' also takes 'repo:acme@7/infra@42:pull_request'"
  ])
})

test('a plan role that lets in no pull requests fails', async () => {
  const trust = { 'caliber-plan': policy(statement(PLANS)) }
  expect(await linesOf({ trust })).toEqual([
    "fails trust-missing caliber-plan: no statement lets in pull requests ('repo:acme/infra:pull_request')"
  ])
})

test('everybody, other people and a statement without a subject are told apart', async () => {
  const open = { ...statement({}), Condition: {} }
  const others = [
    { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' },
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:role/admin' }, Action: 'sts:AssumeRole' },
    { Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }
  ]
  expect(await linesOf({ trust: { 'caliber-apply': policy(statement(APPLIES), open, ...others) } })).toEqual([
    "unsafe trust-subject caliber-apply: a statement asks for no 'sub': any repository gets in",
    "unsafe trust-principal caliber-apply: a statement lets in '*': everybody",
    "advice trust-principal caliber-apply: 'arn:aws:iam::123456789012:role/admin' may take the role too"
  ])
})

test('a statement without a subject that asks for a repository lets in its jobs and no others', async () => {
  const trust = {
    'caliber-apply': policy(statement(APPLIES), statement({ sub: undefined, repository_id: '99' }))
  }
  expect(await linesOf({ trust })).toEqual([
    "unsafe trust-subject caliber-apply: a statement asks for no 'sub': any job of the repository with the id '99' gets in that meets its other conditions"
  ])
  const loose = policy(statement(APPLIES), statement({ sub: undefined }, 'ForAllValues:StringEquals'))
  expect(await linesOf({ trust: { 'caliber-apply': loose } })).toContain(
    "unsafe trust-subject caliber-apply: a statement asks for no 'sub': any repository gets in"
  )
})

test('an environment for deployments that a role trusts and nobody named is told', async () => {
  expect(await linesOf({ inputs: { environments: 'caliber-stg' } })).toEqual(
    ['caliber-deploy-acme-stg', 'caliber-seed-acme-stg'].flatMap((role) => [
      `advice trust-surplus ${role}: 'environment' also takes 'caliber-stg-deploy'`,
      `advice trust-surplus ${role}: 'sub' also takes 'repo:acme/infra:environment:caliber-stg-deploy', an environment that was not named here`,
      `advice trust-surplus ${role}: 'sub' also takes 'repo:acme@7/infra@42:environment:caliber-stg-deploy', an environment that was not named here`
    ])
  )
})

test('a repository that only deploys is expected in no other role', async () => {
  const inputs = { roles: 'deploy', environments: 'caliber-stg-deploy' }
  const lines = await linesOf({ inputs })
  expect(lines.filter((line) => line.startsWith('fails'))).toEqual([])
  expect(lines).toContain(
    "unsafe trust-surplus caliber-plan: 'sub' also takes 'repo:acme/infra:pull_request'"
  )
  const nobody = policy({ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' })
  const trust = { 'caliber-plan': nobody, 'caliber-apply': nobody, 'caliber-seed-acme-stg': nobody }
  expect((await linesOf({ inputs, trust })).filter((line) => !line.startsWith('advice'))).toEqual([])
})

test('other repositories that a role trusts are no finding', async () => {
  const other = statement({ sub: 'repo:else/where:pull_request', repository_id: '99' })
  expect(
    await linesOf({ trust: { 'caliber-plan': policy(statement(PULLS), statement(PLANS), other) } })
  ).toEqual([])
})

test('roles of plans and applies without their boundaries are unsafe', async () => {
  const describeRole = async (name: string) => ({
    name,
    arn: `arn:aws:iam::123456789012:role/${name}`,
    trust: JSON.stringify(
      name === 'caliber-plan' ? policy(statement(PULLS), statement(PLANS)) : policy(statement(APPLIES))
    )
  })
  expect(await linesOf({ inputs: { tenants: '' }, aws: { describeRole } })).toEqual([
    "unsafe role-boundary caliber-plan: the role has no permissions boundary; with 'caliber-plan-boundary' it reads and writes nothing, whatever is attached to it",
    "unsafe role-boundary caliber-apply: the role has no permissions boundary; with 'caliber-apply-boundary' it cannot widen itself"
  ])
})

test('a variable that names another role fails with the command that sets it', async () => {
  const readVariables = async () => ({
    AWS_REGION: 'r',
    AWS_PLAN_ROLE: 'arn:aws:iam::1:role/old',
    AWS_APPLY_ROLE: 'arn:aws:iam::123456789012:role/caliber-apply',
    TERRAFORM_BACKEND_CONFIG: 'b'
  })
  const [finding] = await complaintsOf({ github: { readVariables } })
  expect(finding).toMatchObject({
    check: 'role-variable',
    verdict: 'fails',
    fix: {
      run: "gh variable set AWS_PLAN_ROLE --repo acme/infra --body 'arn:aws:iam::123456789012:role/caliber-plan'"
    }
  })
})

test('the suite’s own repository is trusted at its branch', async () => {
  const self = (name: string) => [`acme/infra/.github/workflows/${name}@refs/heads/main`]
  const text = 'jobs:\n  plan:\n    uses: $/.github/workflows/terraform-plan.yml\n'
  expect(
    await linesOf({
      inputs: { 'suite-repository': 'acme/infra', 'suite-commits': '', tenants: '' },
      github: { readWorkflows: async () => [{ path: 'ci.yml', text }] },
      trust: {
        'caliber-plan': policy(
          statement(PULLS),
          statement({ ...PLANS, job_workflow_ref: self('terraform-plan.yml') })
        ),
        'caliber-apply': policy(statement({ ...APPLIES, job_workflow_ref: self('terraform-apply.yml') }))
      }
    })
  ).toEqual([])
})

test('the table of workflows is the bootstrap stack’s', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../terraform/stacks/bootstrap/trust.tf'), 'utf8')
  const tableOf = (name: string): object => {
    const block = new RegExp(`^ {2}${name} = \\{\\n([\\s\\S]*?)\\n {2}\\}`, 'm').exec(text)?.[1] ?? ''
    const rows = [...block.matchAll(/(\w+) *= .*?(\["[^\]]*\])/g)]
    return Object.fromEntries(rows.map(([, role = '', files = '']) => [role, JSON.parse(files) as string[]]))
  }
  expect(tableOf('workflows')).toEqual(WORKFLOWS)
  expect(tableOf('operators_workflows')).toEqual(OPERATORS)
})
