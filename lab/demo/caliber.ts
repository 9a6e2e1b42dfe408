/** The demo's world: this repository on the lab's GitHub, an AWS account prepared for it, and two people. */
import { randomBytes } from 'node:crypto'
import type { Lab } from '../lab.ts'
import type { RunResult } from '../runner/ports.ts'

export const REPOSITORY = 'caliber/actions'
export const ENVIRONMENT = 'caliber-stg'
/** Ada writes changes; Grace reviews deployments. */
export const AUTHOR = 'ada'
export const REVIEWER = 'grace'
export const TENANT_FILE = 'terraform/tenants/stg/acme.tfvars.json'

const BUCKET = 'caliber-terraform-state'

/** The base64 of 32 random bytes: what a user puts into the secret SEAL_KEY. */
export const newSealKey = (): string => randomBytes(32).toString('base64')

export type Account = Readonly<{ variables: Readonly<Record<string, string>> }>

/** State bucket, OIDC provider and the two roles for one repository, as the variables its workflows read. */
export async function prepareAccount(
  lab: Lab,
  target: Readonly<{ repository: string; environments: readonly string[] }>
): Promise<Account> {
  const account = await lab.aws.bootstrap({
    bucket: BUCKET,
    issuer: lab.github.oidc.issuer,
    repository: target.repository,
    repositoryId: lab.github.platform.repositoryFacts(target.repository).id,
    environments: target.environments,
    prefix: 'caliber'
  })
  const backend = {
    bucket: account.bucket,
    region: account.region,
    use_lockfile: 'true',
    encrypt: 'true',
    use_path_style: 'true'
  }
  return {
    variables: {
      AWS_PLAN_ROLE: account.planRole,
      AWS_APPLY_ROLE: account.applyRole,
      AWS_REGION: account.region,
      TERRAFORM_BACKEND_CONFIG: Object.entries(backend)
        .map(([key, value]) => `${key}=${value}`)
        .join('\n'),
      TERRAFORM_BINARY: 'terraform'
    }
  }
}

/** Puts the checkout on the lab's GitHub, prepares AWS for it, and sets variables, secret and environment. */
export async function prepareCaliber(lab: Lab, checkout: string): Promise<void> {
  const { people } = lab.github
  const [owner = '', name = ''] = REPOSITORY.split('/')
  await people.createRepository({ owner, name, folder: checkout })
  const { variables } = await prepareAccount(lab, { repository: REPOSITORY, environments: [ENVIRONMENT] })
  for (const [key, value] of Object.entries(variables)) people.setVariable(REPOSITORY, key, value)
  people.setSecret(REPOSITORY, 'SEAL_KEY', newSealKey())
  people.setEnvironment(REPOSITORY, ENVIRONMENT, {
    reviewers: [REVIEWER],
    preventSelfReview: true,
    branches: ['main'],
    canAdminsBypass: false
  })
}

export type Proposal = Readonly<{
  branch: string
  title: string
  files: Readonly<Record<string, string | null>>
}>

/** Ada pushes a branch and opens a pull request; the workflows that it starts run to their end. */
export async function propose(
  lab: Lab,
  proposal: Proposal
): Promise<Readonly<{ number: number; runs: readonly RunResult[] }>> {
  const { people } = lab.github
  await people.pushCommit({
    repository: REPOSITORY,
    branch: proposal.branch,
    files: proposal.files,
    message: proposal.title,
    author: AUTHOR
  })
  const { number, event } = await people.openPullRequest({
    repository: REPOSITORY,
    head: proposal.branch,
    base: 'main',
    title: proposal.title,
    author: AUTHOR
  })
  return { number, runs: await lab.deliver(event) }
}

/** Ada merges; the workflows of the push to main run to their end. */
export async function merge(lab: Lab, number: number): Promise<readonly RunResult[]> {
  const { event } = await lab.github.people.mergePullRequest({
    repository: REPOSITORY,
    number,
    by: AUTHOR,
    method: 'squash'
  })
  return lab.deliver(event)
}
