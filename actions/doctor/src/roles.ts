import type { Identity } from '../../../lib/aws/sts.ts'
import type { Inputs, RoleKind } from './inputs.ts'
import type { RoleSeen } from './observed.ts'

/** The roles that the bootstrap stack makes for these tenants, and for who operates. */
export function rolesOf(inputs: Inputs): readonly Omit<RoleSeen, 'seen'>[] {
  const { namePrefix, tenants } = inputs
  return [
    { kind: 'plan', name: `${namePrefix}-plan` },
    { kind: 'apply', name: `${namePrefix}-apply` },
    ...tenants.flatMap((tenant) =>
      (['deploy', 'seed'] as const).map((kind) => ({
        kind,
        name: `${namePrefix}-${kind}-${tenant.client}-${tenant.env}`,
        tenant
      }))
    ),
    ...operatorsOf(inputs)
  ]
}

function operatorsOf({ namePrefix, operatedEnvironments }: Inputs): readonly Omit<RoleSeen, 'seen'>[] {
  const kind = 'operate' as const
  const ofAccount = (['registry', 'inspect'] as const).map((role) => ({
    kind,
    name: `${namePrefix}-${role}`,
    operator: { files: OPERATORS[role] }
  }))
  const ofEnvironments = operatedEnvironments.flatMap((env) =>
    (['deploy', 'restore', 'seed'] as const).map((role) => ({
      kind,
      name: `${namePrefix}-${role}-${env}`,
      operator: { files: OPERATORS[role], environment: `caliber-${env}-deploy` }
    }))
  )
  return ofEnvironments.length === 0 ? [] : [...ofAccount, ...ofEnvironments]
}

/** Whether deployments alone come from an environment: no apply does, as in the bootstrap stack. */
export const isForDeployments = (environment: string): boolean => environment.endsWith('-deploy')

/** ARN of the provider whose tokens the roles trust. */
export const providerArn = ({ accountId, partition }: Identity, issuer: string): string =>
  `arn:${partition}:iam::${accountId}:oidc-provider/${issuerHost(issuer)}`

/** The issuer as IAM writes it: without scheme and closing slash. */
export const issuerHost = (issuer: string): string => issuer.replace(/^https?:\/\//, '').replace(/\/$/, '')

type UsualRole = Exclude<RoleKind, 'operate'>

/** Which of the suite's reusable workflows may assume which role; the same table as the bootstrap stack's. */
export const WORKFLOWS: Readonly<Record<UsualRole, readonly string[]>> = {
  plan: ['terraform-plan.yml', 'doctor.yml', 'verify-in-your-account.yml'],
  apply: ['terraform-apply.yml'],
  deploy: ['build-image.yml', 'deploy-api.yml', 'deploy-frontend.yml'],
  seed: ['reseed.yml']
}

/** The same of who operates; the apply's come beside those above. */
export const OPERATORS = {
  deploy: ['deploy-api.yml', 'deploy-frontend.yml', 'scale.yml'],
  seed: ['reseed.yml'],
  restore: ['decommission-tenant.yml', 'restore-database.yml'],
  registry: ['decommission-tenant.yml', 'onboard-tenant.yml'],
  inspect: ['decommission-tenant.yml', 'orphans.yml'],
  apply: ['restore-database.yml']
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Files that a role trusts: those that anybody calls, and those that who operates starts. */
export function filesOf(
  { kind, operator }: Pick<RoleSeen, 'kind' | 'operator'>,
  { roles }: Inputs
): Readonly<{ called: readonly string[]; started: readonly string[] }> {
  if (kind === 'operate') return { called: operator?.files ?? [], started: operator?.files ?? [] }
  const started = kind === 'apply' && roles.includes('operate') ? OPERATORS.apply : []
  return { called: [...WORKFLOWS[kind], ...started], started }
}
