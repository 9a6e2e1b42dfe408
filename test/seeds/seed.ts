/** Makes the AWS that tests begin with: empty, an account as an administrator prepares it, then with a client in it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareAccount, type Variables, type Wanted } from '../../lab/account.ts'
import { type Aws, startAws } from '../../lab/aws/aws.ts'
import { suiteIn } from '../../lab/demo/caliber.ts'
import { startGitHub } from '../../lab/github/server.ts'
import type { Machine } from '../../lab/lab.ts'
import { terraformAsRoot } from '../../lab/terraform.ts'
import { createSandbox, stack } from '../terraform/sandbox.ts'
import { BOOKS, fullName, LEDGER, SUITE } from './callers.ts'

/**
 * `empty`: AWS as it starts. `account`: state bucket, OIDC provider, roles. `caliber`: on top of it the Dedicated stack of
 * the tenant stg/acme.
 */
export const SEEDS = ['empty', 'account', 'caliber'] as const
export type SeedName = (typeof SEEDS)[number]

/** The suite as it was when the account was made to trust it: a git folder and its one commit. */
export type Suite = Readonly<{ gitFolder: string; sha: string }>

/** What a seed tells those who fork it. */
export type Facts = Readonly<{
  /** Address of the AWS. */
  aws: string
  suite: Suite
  /** What the workflows of every caller read. */
  variables: Variables
}>

export type Seed = Readonly<{ aws: Aws; facts: Facts }>
export type EmptySeed = Readonly<{ aws: Aws; facts: Pick<Facts, 'aws'> }>

/** `signal` ends Terraform. */
export type Making = Readonly<{ machine: Machine; folder: string; signal: AbortSignal }>

/** The one AWS that is started: Python takes seconds for what a copy has at once. */
export async function makeEmpty({ machine }: Making): Promise<EmptySeed> {
  const aws = await startAws({ python: machine.python })
  return { aws, facts: { aws: aws.url } }
}

/** An AWS whose account trusts the suite as it lies in the checkout now. */
export async function makeAccount(empty: EmptySeed, { machine, folder, signal }: Making): Promise<Seed> {
  const [aws, suite] = await Promise.all([empty.aws.fork(), keepSuite(folder)])
  const variables = await prepareOrClose(aws, {
    machine,
    callers: [SUITE, LEDGER, BOOKS],
    suite: fullName(SUITE),
    commits: [suite.sha],
    // The provider waits a minute for it, and no scenario lives long enough to see its rules.
    without: ['aws_s3_bucket_lifecycle_configuration.state'],
    signal
  })
  return { aws, facts: { aws: aws.url, suite, variables } }
}

/** An AWS that nobody will be given ends with the attempt to prepare it. */
async function prepareOrClose(aws: Aws, wanted: Wanted): Promise<Variables> {
  try {
    return await prepareAccount(aws, wanted)
  } catch (error) {
    await aws.close()
    throw error
  }
}

/** Puts the checkout on a GitHub and keeps what lies on its disk: copies of it have the same commit. */
async function keepSuite(folder: string): Promise<Suite> {
  const github = await startGitHub({ folder })
  const checkout = join(import.meta.dirname, '../..')
  const { gitFolder, sha } = await github.people.createRepository({ ...SUITE, ...suiteIn(checkout) })
  await github.close()
  return { gitFolder, sha }
}

/** A copy of the account in which a complete client has been applied. */
export async function makeCaliber(account: Seed, { machine, signal }: Making): Promise<Seed> {
  const aws = await account.aws.fork()
  const sandbox = await createSandbox()
  const run = (...args: readonly string[]): Promise<string> =>
    terraformAsRoot({ machine, aws: aws.url, folder: join(sandbox.folder, stack), signal }, args)
  try {
    await run('init', '-lockfile=readonly', ...backendOf(account))
    await run('apply', '-auto-approve', '-var-file=../../tenants/stg/acme.tfvars.json')
  } finally {
    await sandbox.remove()
  }
  return { aws, facts: { ...account.facts, aws: aws.url } }
}

function backendOf({ facts }: Seed): readonly string[] {
  const lines = (facts.variables['TERRAFORM_BACKEND_CONFIG'] ?? '').split('\n')
  return [...lines, 'key=caliber/acme/stg/terraform.tfstate'].map((line) => `-backend-config=${line}`)
}

/** A folder for what seeds keep on disk, and its end. */
export async function openFolder(): Promise<Readonly<{ folder: string; remove: () => Promise<void> }>> {
  const folder = await mkdtemp(join(tmpdir(), 'caliber-seeds-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
