/** An account that the bootstrap stack was applied to, and GitHub's key to sign tokens with. */
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootCredentials, type Aws } from '../../../lab/aws/aws.ts'
import { claims, codeOf, provider, startIdentities, type Identities } from '../../emulator/identity.ts'
import { element, type Identity, type Reply } from '../../emulator/start.ts'
import { complaint, createSandbox } from '../sandbox.ts'

export const bootstrapStack = 'stacks/bootstrap'
export const roles = {
  plan: 'caliber-plan',
  apply: 'caliber-apply',
  deploy: 'caliber-deploy-acme-stg',
  seed: 'caliber-seed-acme-stg',
  registry: 'caliber-registry',
  inspect: 'caliber-inspect',
  deployAny: 'caliber-deploy-stg',
  seedAny: 'caliber-seed-stg',
  restore: 'caliber-restore-stg'
} as const
/** The roles of another tenant in the same account. */
export const others = { deploy: 'caliber-deploy-globex-stg', seed: 'caliber-seed-globex-stg' } as const
/** An operator's roles of an environment that no caller lists. */
export const unlistedOperations = ['deploy', 'restore', 'seed'].map((role) => `caliber-${role}-prod`)
export type RoleName = keyof typeof roles

/** Commits of the suite that callers may pin, and one that they may not. */
export const pinned = ['a', 'b'].map((digit) => digit.repeat(40)) as [string, string]
export const unlisted = 'c'.repeat(40)

/** What the account is told: a team's repository, the suite's own, one tenant. */
export const settings = {
  account_id: '123456789012',
  region: 'us-east-1',
  state_bucket: 'acme-state',
  // Two callers do not fit into what IAM allows at first.
  trust_policy_quota: 4096,
  trusted_callers: [
    {
      owner: 'acme',
      owner_id: '1001',
      repository: 'infra',
      repository_id: '42',
      environments: ['caliber-stg', 'caliber-stg-deploy'],
      suite_commits: pinned
    },
    {
      owner: 'caliber',
      owner_id: '7',
      repository: 'actions',
      repository_id: '70',
      environments: ['caliber-stg', 'caliber-stg-deploy'],
      suite_commits: [],
      roles: ['plan', 'apply', 'deploy', 'seed', 'operate']
    }
  ],
  tenants: [{ client: 'acme', env: 'stg', distribution_id: 'E1ACMESTG' }]
}

/**
 * The same with another team's tenant in an environment of the same name, a repository that only deploys, and roles for
 * who operates two environments.
 */
const crowded = {
  ...settings,
  trusted_callers: [
    ...settings.trusted_callers,
    {
      owner: 'globex',
      owner_id: '2002',
      repository: 'infra',
      repository_id: '52',
      environments: ['caliber-stg'],
      suite_commits: [pinned[0]],
      roles: ['apply', 'deploy', 'seed'],
      tenants: ['globex/stg']
    },
    {
      owner: 'acme',
      owner_id: '1001',
      repository: 'api',
      repository_id: '44',
      environments: ['caliber-stg'],
      suite_commits: [pinned[0]],
      roles: ['deploy'],
      tenants: ['acme/stg']
    }
  ],
  tenants: [...settings.tenants, { client: 'globex', env: 'stg' }],
  operated_environments: ['stg', 'prod']
}

export type Account = Readonly<{
  github: Identities
  /** Id of the zone that the apply role may write into. */
  zone: string
  /** Credentials of a role's session; throws when the token is not trusted. */
  session: (role: RoleName, claims: object) => Promise<Identity>
  /** ARN of the key that states are encrypted with. */
  stateKey: string
  close: () => Promise<void>
}>

/** Everything but the bucket's lifecycle rules, for which the provider waits a minute; the cycle test applies them. */
const targets = [
  'aws_iam_role_policy.plan',
  'aws_iam_role_policy.apply',
  'aws_iam_role_policy.deploy',
  'aws_iam_role_policy.seed',
  'aws_iam_role_policy.restore',
  'aws_iam_role_policy.registry',
  'aws_iam_role_policy_attachment.plan',
  'aws_iam_role_policy_attachment.apply',
  'aws_s3_bucket_policy.state',
  'aws_s3_bucket_server_side_encryption_configuration.state',
  'aws_s3_bucket_versioning.state',
  'aws_iam_policy.workload_boundary'
].map((address) => `-target=${address}`)

/** Starts AWS and applies the stack to it, with the OIDC provider that is there already. */
export async function startAccount(): Promise<Account> {
  const github = await startIdentities()
  try {
    const zone = await github.aws.createHostedZone('hicaliber.net')
    const stateKey = await applyBootstrap(github.aws, {
      ...crowded,
      oidc_provider_arn: provider,
      hosted_zone_ids: [zone]
    })
    const session: Account['session'] = (role, wish) => openSession(github, role, wish)
    return { github, zone, stateKey, session, close: () => github.aws.close() }
  } catch (error) {
    await github.aws.close()
    throw error
  }
}

/** ARN of the states' key, when all is applied. */
async function applyBootstrap(aws: Aws, variables: object): Promise<string> {
  await using sandbox = await createSandbox()
  const folder = join(sandbox.folder, bootstrapStack)
  await cp(join(folder, 'examples/local_override.tf'), join(folder, 'local_override.tf'))
  await writeFile(join(folder, 'account.auto.tfvars.json'), JSON.stringify(variables))
  for (const args of [
    ['init', '-lockfile=readonly'],
    ['apply', '-auto-approve', ...targets]
  ]) {
    const done = await sandbox.run(bootstrapStack, [...args, '-no-color'], asRoot(aws))
    if (done.code !== 0) throw new Error(complaint(done))
  }
  const key = await sandbox.run(bootstrapStack, ['output', '-raw', 'state_key_arn'], asRoot(aws))
  return key.stdout
}

/** Environment of a Terraform that works on this AWS as the account's owner. */
export function asRoot(aws: Aws): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey,
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true'
  }
}

async function openSession(github: Identities, role: RoleName, wish: object): Promise<Identity> {
  return credentialsOf(
    await github.assume(roles[role], await github.token({ claims: { ...claims, ...wish } }))
  )
}

/** What STS handed out; throws when it refused. */
export function credentialsOf(answer: Reply): Identity {
  if (answer.status !== 200) throw new Error(`${codeOf(answer)} ${answer.text}`)
  return {
    accessKeyId: element(answer, 'AccessKeyId'),
    secretAccessKey: element(answer, 'SecretAccessKey'),
    sessionToken: element(answer, 'SessionToken')
  }
}
