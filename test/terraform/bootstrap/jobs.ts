/** What GitHub says of jobs in the tokens that it signs for them. */
import { pinned } from './account.ts'

export type Claims = Readonly<Record<string, string | undefined>>

const file = (name: string, at: string): string => `caliber/actions/.github/workflows/${name}.yml@${at}`

/** job_workflow_ref of one of the suite's workflows, by default at a commit that callers may pin. */
export const suite = (name: string, at: string = pinned[0]): Claims => ({ job_workflow_ref: file(name, at) })

/** How GitHub begins subjects: with names alone, or with names and ids since July 2026. */
export const named = 'repo:acme/infra'
export const withIds = 'repo:acme@1001/infra@42'

const infra = {
  repository: 'acme/infra',
  repository_id: '42',
  repository_owner: 'acme',
  environment: undefined
}

/** A job of a pull request. */
export const pullRequest = (subject = named): Claims => ({
  ...infra,
  ...suite('terraform-plan'),
  ref: 'refs/pull/7/merge',
  sub: `${subject}:pull_request`
})

/** A job on a branch or tag, without an environment. */
export const onRef = (ref: string, subject = named): Claims => ({
  ...infra,
  ...suite('terraform-plan'),
  ref,
  sub: `${subject}:ref:${ref}`
})
export const onMain = (subject = named): Claims => onRef('refs/heads/main', subject)

/** A job of the main branch in an environment. */
export const inEnvironment = (environment: string, subject = named): Claims => ({
  ...infra,
  ...suite('terraform-apply'),
  ref: 'refs/heads/main',
  environment,
  sub: `${subject}:environment:${environment}`
})

/** A job of another team's repository, whose tenant is another in an environment of the same name. */
export const ofGlobex = (workflow: string): Claims => ({
  ...inEnvironment('caliber-stg', 'repo:globex/infra'),
  ...suite(workflow),
  repository: 'globex/infra',
  repository_id: '52',
  repository_owner: 'globex'
})

/** A job of a repository that only deploys. */
export const ofApi = (job: Claims): Claims => ({
  ...job,
  repository: 'acme/api',
  repository_id: '44',
  sub: job['sub']?.replace('acme/infra', 'acme/api')
})

const platform = { repository: 'caliber/actions', repository_id: '70', repository_owner: 'caliber' }

/** A job of the suite's own repository, which operates, at a ref of it. */
const ofPlatform = (workflow: string, at: string, context: string): Claims => ({
  ...platform,
  ...suite(workflow, at),
  ref: at,
  sub: `repo:caliber/actions:${context}`
})

const MAIN = 'refs/heads/main'

/** Without an environment, as registry and inspections are used. */
export const operating = (workflow: string, at = MAIN): Claims => ofPlatform(workflow, at, `ref:${at}`)

/** In an environment, as applies, deployments and restores are. */
export const operatingIn = (environment: string, workflow: string, at = MAIN): Claims => ({
  ...ofPlatform(workflow, at, `environment:${environment}`),
  environment
})
