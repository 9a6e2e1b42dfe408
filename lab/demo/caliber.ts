/** The demo's world: this repository on the lab's GitHub, an AWS account prepared for it, and two people. */
import { randomBytes } from 'node:crypto'
import { type Caller, fullName, type Variables } from '../account.ts'
import type { Content } from '../github/people/repositories.ts'
import type { Lab } from '../lab.ts'
import type { RunResult } from '../runner/ports.ts'

export const ENVIRONMENT = 'caliber-stg'
/** This repository, which is the suite and its first caller. */
export const CALIBER: Caller = {
  owner: 'caliber',
  ownerId: 20_001,
  name: 'actions',
  id: 20_002,
  environments: [ENVIRONMENT, `${ENVIRONMENT}-deploy`]
}
export const REPOSITORY = fullName(CALIBER)
/** Ada writes changes; Grace reviews deployments. */
export const AUTHOR = 'ada'
export const REVIEWER = 'grace'
export const TENANT_FILE = 'terraform/tenants/stg/acme.tfvars.json'

/** The base64 of 32 random bytes: what a user puts into the secret SEAL_KEY. */
export const newSealKey = (): string => randomBytes(32).toString('base64')

const OF_A_PLATFORM =
  /^(?:\.github\/(?!workflows\/ci\.yml$)|actions\/[^/]+\/[^/]+$|dist\/|terraform\/|(?:\.gitattributes|\.gitignore|LICENSE|README\.md|package\.json)$)/

/**
 * What a checkout is on the lab's GitHub: all that workflows run and read. Every job fetches it, so the suite's sources,
 * documents and tests stay out; and its own CI would start this lab within itself.
 */
export const suiteIn = (checkout: string): Content => ({
  folder: checkout,
  keeps: (path) => OF_A_PLATFORM.test(path)
})

/** Puts the repository on the lab's GitHub, and sets its variables, secret and environments. */
export async function prepareRepository(lab: Lab, content: Content, variables: Variables): Promise<void> {
  const { people } = lab.github
  await people.createRepository({ ...CALIBER, ...content })
  for (const [key, value] of Object.entries(variables)) people.setVariable(REPOSITORY, key, value)
  people.setSecret(REPOSITORY, 'SEAL_KEY', newSealKey())
  people.setEnvironment(REPOSITORY, ENVIRONMENT, {
    reviewers: [REVIEWER],
    preventSelfReview: true,
    branches: ['main'],
    canAdminsBypass: false
  })
  people.setEnvironment(REPOSITORY, `${ENVIRONMENT}-deploy`, { branches: ['main'], canAdminsBypass: false })
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
