/** The demo's world: this repository on the lab's GitHub, an AWS account prepared for it, and two people. */
import { randomBytes } from 'node:crypto'
import { prepareAccount } from '../account.ts'
import type { Lab } from '../lab.ts'
import type { RunResult } from '../runner/ports.ts'

export const REPOSITORY = 'caliber/actions'
export const ENVIRONMENT = 'caliber-stg'
/** Ada writes changes; Grace reviews deployments. */
export const AUTHOR = 'ada'
export const REVIEWER = 'grace'
export const TENANT_FILE = 'terraform/tenants/stg/acme.tfvars.json'

/** The base64 of 32 random bytes: what a user puts into the secret SEAL_KEY. */
export const newSealKey = (): string => randomBytes(32).toString('base64')

/** Puts the checkout on the lab's GitHub, prepares AWS for it, and sets variables, secret and environment. */
export async function prepareCaliber(lab: Lab, checkout: string): Promise<void> {
  const { people } = lab.github
  const [owner = '', name = ''] = REPOSITORY.split('/')
  const { id } = await people.createRepository({ owner, name, folder: checkout })
  const variables = await prepareAccount(lab.aws, {
    repository: REPOSITORY,
    id,
    environments: [ENVIRONMENT]
  })
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
