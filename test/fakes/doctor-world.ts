import { type Examination, examine } from '../../actions/doctor/src/examine.ts'
import type { Finding } from '../../actions/doctor/src/finding.ts'
import { parseInputs } from '../../actions/doctor/src/inputs.ts'
import type { AwsPort, GitHubPort } from '../../actions/doctor/src/ports.ts'
import type { Environment } from '../../lib/github/environments.ts'
import { silentLog } from './github-api.ts'

export const SHA = 'a'.repeat(40)
export const NEXT_SHA = 'b'.repeat(40)
const HOST = 'token.actions.githubusercontent.com'
const PROVIDER = `arn:aws:iam::123456789012:oidc-provider/${HOST}`
const NAMES = 'repo:acme/infra'
const IDS = 'repo:acme@7/infra@42'

/** Everything about one examination that a test may want otherwise. */
export type Scenario = Readonly<{
  inputs?: Readonly<Record<string, string>>
  github?: Partial<GitHubPort>
  aws?: Partial<AwsPort> | null
  environment?: Partial<Environment>
  /** Replaces a role's trust policy by name. */
  trust?: Readonly<Record<string, unknown>>
  idToken?: string
}>

const file = (name: string, sha = SHA): string => `caliber/actions/.github/workflows/${name}@${sha}`
const both = (...contexts: readonly string[]): readonly string[] =>
  [NAMES, IDS].flatMap((prefix) => contexts.map((context) => `${prefix}:${context}`))

/** One statement as the bootstrap stack writes it; `operator` and `claims` may be put otherwise. */
export function statement(
  claims: Readonly<Record<string, unknown>>,
  operator = 'StringEquals'
): Readonly<Record<string, unknown>> {
  const all = { aud: 'sts.amazonaws.com', repository_id: '42', ...claims }
  return {
    Effect: 'Allow',
    Principal: { Federated: PROVIDER },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      [operator]: Object.fromEntries(
        Object.entries(all)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => [`${HOST}:${key}`, value])
      )
    }
  }
}

export const policy = (...statements: readonly unknown[]): unknown => ({
  Version: '2012-10-17',
  Statement: statements
})

const MAIN = { ref: 'refs/heads/main' }
export const PULLS = { sub: both('pull_request') }
export const PLANS = {
  sub: both('ref:refs/heads/main'),
  ...MAIN,
  job_workflow_ref: ['terraform-plan.yml', 'doctor.yml', 'verify-in-your-account.yml'].map((name) =>
    file(name)
  )
}
export const APPLIES = {
  sub: both('environment:caliber-stg'),
  ...MAIN,
  environment: ['caliber-stg'],
  job_workflow_ref: [file('terraform-apply.yml')]
}
const tenantJobs = (...files: readonly string[]) => ({
  sub: both('environment:caliber-stg', 'environment:caliber-stg-deploy'),
  ...MAIN,
  environment: ['caliber-stg', 'caliber-stg-deploy'],
  job_workflow_ref: files.map((name) => file(name))
})

const TRUST: Readonly<Record<string, unknown>> = {
  'caliber-plan': policy(statement(PULLS), statement(PLANS)),
  'caliber-apply': policy(statement(APPLIES)),
  'caliber-deploy-acme-stg': policy(
    statement(tenantJobs('build-image.yml', 'deploy-api.yml', 'deploy-frontend.yml'))
  ),
  'caliber-seed-acme-stg': policy(statement(tenantJobs('reseed.yml')))
}

const ENVIRONMENT: Environment = {
  name: 'caliber-stg',
  url: 'https://github.com/acme/infra',
  reviewers: ['grace'],
  preventSelfReview: true,
  branchRule: { kind: 'policies', policies: [{ name: 'main', type: 'branch' }] },
  canAdminsBypass: false
}

const WORKFLOW = `jobs:
  plan:
    uses: caliber/actions/.github/workflows/terraform-plan.yml@${SHA} # v1
  apply:
    uses: caliber/actions/.github/workflows/terraform-apply.yml@${SHA} # v1
  other:
    uses: else/where/.github/workflows/terraform-plan.yml@v1
`

const VARIABLES = {
  AWS_REGION: 'us-east-1',
  AWS_PLAN_ROLE: 'arn:aws:iam::123456789012:role/caliber-plan',
  AWS_APPLY_ROLE: 'arn:aws:iam::123456789012:role/caliber-apply',
  TERRAFORM_BACKEND_CONFIG: 'bucket=x\nregion=us-east-1'
}

/** Secrets of the tenant acme/stg, when the first was written and the second last rotated, and the state that names them. */
export const COPY =
  'arn:aws:secretsmanager:eu-central-1:123456789012:secret:caliber/acme/stg/docdb-uri-AbCdEf'
export const MASTER = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!cluster-1-AbCdEf'
export const NOON = Date.UTC(2026, 10, 1, 12)
export const STATE = JSON.stringify({
  version: 4,
  outputs: {
    secret_arns: { value: { 'docdb-uri': COPY } },
    documentdb_master_secret_arn: { value: MASTER }
  }
})

function githubOf({ github, environment }: Scenario): GitHubPort {
  return {
    describeRepository: async () => ({
      owner: 'acme',
      ownerId: '7',
      name: 'infra',
      id: '42',
      isPrivate: false,
      defaultBranch: 'main',
      url: 'https://github.com/acme/infra'
    }),
    describeSubject: async () => ({ immutable: false, prefix: NAMES }),
    describeEnvironment: async (name) => ({
      ...ENVIRONMENT,
      name,
      ...(name.endsWith('-deploy') ? { reviewers: [] } : environment)
    }),
    isProtectedBranch: async () => false,
    readVariables: async () => VARIABLES,
    listSecretNames: async () => ['SEAL_KEY'],
    readWorkflows: async () => [{ path: '.github/workflows/ci.yml', text: WORKFLOW }],
    ...github
  }
}

function awsOf({ aws, trust = {} }: Scenario): AwsPort {
  const policies = { ...TRUST, ...trust }
  return {
    identity: async () => ({
      accountId: '123456789012',
      arn: 'arn:aws:sts::123456789012:assumed-role/caliber-plan/gha',
      partition: 'aws'
    }),
    describeOidcProvider: async () => ({ url: HOST, audiences: ['sts.amazonaws.com'] }),
    describeRole: async (name) => ({
      name,
      arn: `arn:aws:iam::123456789012:role/${name}`,
      trust: JSON.stringify(policies[name]),
      ...(['caliber-plan', 'caliber-apply'].includes(name)
        ? { boundary: `arn:aws:iam::123456789012:policy/${name}-boundary` }
        : {})
    }),
    usageOf: async () => 2,
    limitOf: async () => 5,
    givesRole: async () => false,
    mayReadSecret: async () => false,
    readState: async () => STATE,
    secretDates: async (arn) => ({
      hasValue: true,
      ...(arn === MASTER ? { changedAt: NOON, rotatedAt: NOON } : { changedAt: NOON + 1000 })
    }),
    ...aws
  }
}

const INPUTS: Readonly<Record<string, string>> = {
  environments: 'caliber-stg caliber-stg-deploy',
  tenants: 'acme/stg',
  'aws-region': 'us-east-1',
  variables: 'AWS_REGION\nAWS_PLAN_ROLE\nAWS_APPLY_ROLE\nTERRAFORM_BACKEND_CONFIG',
  secrets: 'SEAL_KEY',
  'suite-commits': SHA,
  'github-token': 'ghp_person'
}

/** Examines a repository and an account in which everything is as it should be, but for what the scenario changes. */
export function examineWorld(scenario: Scenario = {}): Promise<Examination> {
  const all = { ...INPUTS, ...scenario.inputs }
  const inputs = parseInputs((name) => all[name] ?? '')
  const { idToken } = scenario
  return examine(inputs, {
    github: githubOf(scenario),
    log: silentLog,
    ...(scenario.aws === null ? {} : { aws: awsOf(scenario) }),
    ...(idToken === undefined ? {} : { idToken: async () => idToken })
  })
}

/** The findings that are neither good nor about the job's token, which only a job has. */
export async function complaintsOf(scenario: Scenario): Promise<readonly Finding[]> {
  const { findings } = await examineWorld(scenario)
  return findings.filter(({ verdict, check }) => verdict !== 'good' && check !== 'oidc-token')
}

/** What is found beside the good, one line each: `verdict check about: says`. */
export async function linesOf(scenario: Scenario): Promise<readonly string[]> {
  const found = await complaintsOf(scenario)
  return found.map(({ verdict, check, about, says }) => `${verdict} ${check} ${about}: ${says}`)
}
