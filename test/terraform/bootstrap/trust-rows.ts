/** Who may take which role: one row a job, by what GitHub says of it. */
import { pinned, unlisted } from './account.ts'
import { operators, type Job } from './trust-operators.ts'
import {
  inEnvironment,
  named,
  ofApi,
  ofGlobex,
  onMain,
  onRef,
  operatingIn,
  pullRequest,
  suite,
  withIds
} from './jobs.ts'

/** A job of main in the environment of the tenant. */
export const stg = inEnvironment('caliber-stg')
const fork = { repository: 'mallory/infra', repository_id: '99', repository_owner: 'mallory' }
const renamed = { repository: 'acme/platform' }

/** Jobs by their tokens, and which of the roles they may take. */
export const jobs: readonly Job[] = [
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
  {
    what: 'the suite itself, from its branch',
    claims: operatingIn('caliber-stg', 'terraform-apply'),
    may: 'apply'
  },
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
  { what: 'a rotation of secrets', claims: { ...stg, ...suite('reseed') }, may: 'seed' },
  {
    what: 'a deployment of a repository that may only deploy',
    claims: ofApi({ ...stg, ...suite('deploy-api') }),
    may: 'deploy'
  },
  { what: 'its pull request', claims: ofApi(pullRequest()), may: '' },
  { what: 'its apply', claims: ofApi(stg), may: '' },
  {
    what: 'its rotation of secrets',
    claims: ofApi({ ...stg, ...suite('reseed') }),
    may: ''
  },
  {
    what: "another tenant's team, whose environment has the same name",
    claims: ofGlobex('deploy-api'),
    may: ''
  },
  {
    what: 'the apply of that team, which reaches every stack',
    claims: ofGlobex('terraform-apply'),
    may: 'apply'
  },
  {
    what: 'that team in an environment for deployments that it does not list',
    claims: {
      ...ofGlobex('deploy-api'),
      environment: 'caliber-stg-deploy',
      sub: 'repo:globex/infra:environment:caliber-stg-deploy'
    },
    may: ''
  },
  ...operators,
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
  {
    what: 'the suite itself, from another branch',
    claims: operatingIn('caliber-stg', 'terraform-apply', 'refs/heads/wild'),
    may: ''
  },
  { what: 'a token without an environment claim', claims: { ...stg, environment: undefined }, may: '' },
  {
    what: 'a token without a workflow claim',
    claims: { ...stg, job_workflow_ref: undefined },
    may: ''
  }
]
