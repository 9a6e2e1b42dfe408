/** An AWS account as an administrator prepares it before the first workflow can run. */
import type { Aws } from './aws/aws.ts'
import { ISSUER } from './lab.ts'

/** A repository whose workflows may use the account, and the environments whose jobs may apply. */
export type Caller = Readonly<{ repository: string; id: number; environments: readonly string[] }>

/** Repository variables that the workflows read: roles, region, backend. */
export type Variables = Readonly<Record<string, string>>

export const STATE_BUCKET = 'caliber-terraform-state'

/** State bucket, OIDC provider and the two roles for one repository. */
export async function prepareAccount(aws: Aws, caller: Caller): Promise<Variables> {
  const account = await aws.bootstrap({
    bucket: STATE_BUCKET,
    issuer: ISSUER,
    repository: caller.repository,
    repositoryId: String(caller.id),
    environments: caller.environments,
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
    AWS_PLAN_ROLE: account.planRole,
    AWS_APPLY_ROLE: account.applyRole,
    AWS_REGION: account.region,
    TERRAFORM_BACKEND_CONFIG: Object.entries(backend)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n'),
    TERRAFORM_BINARY: 'terraform'
  }
}
