import type { Identity } from '../../../lib/aws/sts.ts'
import type { Inputs, RoleKind } from './inputs.ts'
import type { RoleSeen } from './observed.ts'

/** The roles that the bootstrap stack makes for these tenants. */
export function rolesOf({ namePrefix, tenants }: Inputs): readonly Omit<RoleSeen, 'seen'>[] {
  return [
    { kind: 'plan', name: `${namePrefix}-plan` },
    { kind: 'apply', name: `${namePrefix}-apply` },
    ...tenants.flatMap((tenant) =>
      (['deploy', 'seed'] as const).map((kind) => ({
        kind,
        name: `${namePrefix}-${kind}-${tenant.client}-${tenant.env}`,
        tenant
      }))
    )
  ]
}

/** Whether deployments alone come from an environment: no apply does, as in the bootstrap stack. */
export const isForDeployments = (environment: string): boolean => environment.endsWith('-deploy')

/** ARN of the provider whose tokens the roles trust. */
export const providerArn = ({ accountId, partition }: Identity, issuer: string): string =>
  `arn:${partition}:iam::${accountId}:oidc-provider/${issuerHost(issuer)}`

/** The issuer as IAM writes it: without scheme and closing slash. */
export const issuerHost = (issuer: string): string => issuer.replace(/^https?:\/\//, '').replace(/\/$/, '')

/** Which of the suite's reusable workflows may assume which role; the same table as the bootstrap stack's. */
export const WORKFLOWS: Readonly<Record<RoleKind, readonly string[]>> = {
  plan: ['terraform-plan.yml', 'doctor.yml', 'verify-in-your-account.yml'],
  apply: ['terraform-apply.yml'],
  deploy: ['build-image.yml', 'deploy-api.yml', 'deploy-frontend.yml'],
  seed: ['reseed.yml']
}
