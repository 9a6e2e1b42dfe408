/** An AWS account as an administrator prepares it: the bootstrap stack, applied with root credentials as its README says. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Aws } from './aws/aws.ts'
import type { Machine } from './lab.ts'
import { terraformAsRoot } from './terraform.ts'

/** A repository that may use the account, by the numbers that GitHub gives it; as `people.createRepository` takes it. */
export type Caller = Readonly<{
  owner: string
  ownerId: number
  name: string
  id: number
  /** Environments whose jobs get roles; those that end in -deploy may not apply. */
  environments: readonly string[]
  /** Of plan, apply, deploy, seed and operate those that it may take; left out: the first four, of the suite all. */
  roles?: readonly string[]
  /** `<client>/<env>` that it may deploy and seed; all of its environments when left out. */
  tenants?: readonly string[]
}>

/** Repository variables that the workflows read: roles, region, backend. */
export type Variables = Readonly<Record<string, string>>

export type Wanted = Readonly<{
  machine: Machine
  callers: readonly Caller[]
  /** owner/name of the repository whose reusable workflows they call; it may call its own from its branch. */
  suite: string
  /** Commits of the suite that callers may pin. */
  commits: readonly string[]
  /** Addresses of resources to do without, such as those that the provider waits a minute for. */
  without?: readonly string[]
  /** Ends Terraform. */
  signal?: AbortSignal
}>

export const STATE_BUCKET = 'caliber-terraform-state'
/** The domain of all tenants; its zone must be there before the first of them. */
export const DOMAIN = 'hicaliber.net'

const ACCOUNT_ID = '123456789012'
const BOOTSTRAP = join(import.meta.dirname, '../terraform/stacks/bootstrap')
// IAM's default of 2048 characters holds one caller; an administrator has the quota raised for more.
const TRUST_POLICY_QUOTA = 4096
const EVERY_ROLE = ['plan', 'apply', 'deploy', 'seed', 'operate']

export const fullName = ({ owner, name }: Pick<Caller, 'owner' | 'name'>): string => `${owner}/${name}`

/** Makes the domain's zone, state bucket, OIDC provider, roles and boundaries; resolves with what the callers' workflows read. */
export async function prepareAccount(aws: Aws, wanted: Wanted): Promise<Variables> {
  const zone = await aws.createHostedZone(DOMAIN)
  const folder = await mkdtemp(join(tmpdir(), 'caliber-bootstrap-'))
  const run = (...args: readonly string[]): Promise<string> =>
    terraformAsRoot({ ...wanted, aws: aws.url, folder }, args)
  try {
    await cp(BOOTSTRAP, folder, { recursive: true, filter: (source) => basename(source) !== '.terraform' })
    // The state of what makes the bucket begins on a disk.
    await cp(join(folder, 'examples/local_override.tf'), join(folder, 'local_override.tf'))
    await writeFile(join(folder, 'account.auto.tfvars.json'), JSON.stringify(settings(wanted, zone)))
    await writeFile(join(folder, 'without_override.tf'), (wanted.without ?? []).map(withoutOne).join(''))
    await run('init', '-lockfile=readonly')
    await run('apply', '-auto-approve')
    return readVariables(await run('output', '-json', 'variables'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function withoutOne(address: string): string {
  const [type = '', name = ''] = address.split('.')
  return `resource "${type}" "${name}" {\n  count = 0\n}\n`
}

function settings({ callers, suite, commits }: Wanted, zone: string): Readonly<Record<string, unknown>> {
  return {
    account_id: ACCOUNT_ID,
    region: 'us-east-1',
    stack_regions: ['us-east-1', 'eu-central-1'],
    state_bucket: STATE_BUCKET,
    hosted_zone_ids: [zone],
    suite_repository: suite,
    trusted_callers: callers.map((caller) => ({
      owner: caller.owner,
      owner_id: String(caller.ownerId),
      repository: caller.name,
      repository_id: String(caller.id),
      environments: caller.environments,
      ...(fullName(caller) === suite
        ? { suite_commits: [], roles: caller.roles ?? EVERY_ROLE }
        : { suite_commits: commits, roles: caller.roles ?? null }),
      tenants: caller.tenants ?? null
    })),
    trust_policy_quota: TRUST_POLICY_QUOTA,
    tenants: [{ client: 'acme', env: 'stg' }],
    operated_environments: ['stg', 'prod']
  }
}

/** The stack's own variables, and what only this machine needs: S3 without names of hosts, a Terraform that is installed. */
function readVariables(json: string): Variables {
  const variables = JSON.parse(json) as Variables
  return {
    ...variables,
    TERRAFORM_BACKEND_CONFIG: `${variables['TERRAFORM_BACKEND_CONFIG'] ?? ''}\nuse_path_style=true`,
    TERRAFORM_BINARY: 'terraform'
  }
}
