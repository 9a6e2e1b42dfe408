import { parseTrust } from './trust-policy.ts'
import { expectedTrust } from './expected-trust.ts'
import { compareTrust, takesAudience } from './check-trust.ts'
import { type Finding, type Fix, judge } from './finding.ts'
import type { Role } from '../../../lib/aws/iam.ts'
import { type Inputs, USUAL_ROLES } from './inputs.ts'
import type { Account, Observed, RoleSeen } from './observed.ts'
import { checkQuota } from './check-quotas.ts'
import { issuerHost, providerArn } from './roles.ts'

/** Provider, roles and quotas of the account; one finding says why when it was not looked at. */
export function checkAccount(inputs: Inputs, observed: Observed): readonly Finding[] {
  const subject = { check: 'account', area: 'account', about: 'AWS account' } as const
  const refused = refusedRole(observed)
  if (refused !== undefined) return [refused]
  return judge(subject, observed.account, (account) => [
    checkIdentity(inputs, account),
    ...checkProvider(account),
    ...account.roles.flatMap((role) => checkRole(role, account, { inputs, observed })),
    ...account.quotas.flatMap((quota) => checkQuota(quota, inputs))
  ])
}

/** In a job that could have assumed the plan role, having no credentials is a finding itself. */
function refusedRole({ account, claims, variables, repository }: Observed): Finding | undefined {
  const role = variables.kind === 'seen' ? (variables.value['AWS_PLAN_ROLE'] ?? '') : ''
  if (account.kind === 'seen' || claims.kind === 'unseen' || role === '') return undefined
  return {
    check: 'plan-role',
    area: 'account',
    about: role,
    verdict: 'fails',
    says: `AWS gave this job no credentials of the role; its token has the subject '${claims.value['sub'] ?? ''}' and comes from '${claims.value['job_workflow_ref'] ?? ''}'`,
    fix: {
      say: 'Look at the account with credentials that may read its roles: the difference to its trust policy is shown there.',
      run: `npm run doctor -- --repository ${repository.owner}/${repository.name} --aws-region <region> --environments <environment>`
    }
  }
}

function checkIdentity({ accountId }: Inputs, { identity }: Account): Finding {
  const subject = { check: 'account', area: 'account', about: identity.accountId } as const
  if (accountId === undefined || accountId === identity.accountId)
    return { ...subject, verdict: 'good', says: `looked at as '${identity.arn}'` }
  return {
    ...subject,
    verdict: 'fails',
    says: `the credentials are of account ${identity.accountId}, and ${accountId} was to be looked at`,
    fix: { say: `Take credentials of account ${accountId}, or correct 'account-id'.` }
  }
}

function checkProvider({ identity, issuer, provider }: Account): readonly Finding[] {
  const arn = providerArn(identity, issuer)
  const subject = { check: 'oidc-provider', area: 'account', about: issuerHost(issuer) } as const
  return judge(subject, provider, (found) => {
    if (found === undefined)
      return [
        { ...subject, verdict: 'fails', says: `the account has no OIDC provider '${arn}'`, fix: BOOTSTRAP }
      ]
    if (!takesAudience(found.audiences))
      return [
        {
          ...subject,
          verdict: 'fails',
          says: "the provider does not take tokens for 'sts.amazonaws.com'",
          fix: {
            say: 'Add the audience to the provider.',
            run: `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${arn} --client-id sts.amazonaws.com`
          }
        }
      ]
    return [{ ...subject, verdict: 'good', says: 'the account takes its tokens for AWS' }]
  })
}

const BOOTSTRAP: Fix = {
  say: "Apply the stack 'terraform/stacks/bootstrap' in this account.",
  run: 'terraform -chdir=terraform/stacks/bootstrap apply'
}

type Case = Readonly<{ inputs: Inputs; observed: Observed }>

function checkRole(role: RoleSeen, account: Account, { inputs, observed }: Case): readonly Finding[] {
  const subject = { check: 'role', area: 'roles', about: role.name } as const
  return judge(subject, role.seen, (found) => {
    if (found === undefined)
      return [{ ...subject, verdict: 'fails', says: 'the role does not exist', fix: BOOTSTRAP }]
    const differences = compareTrust({
      role: role.name,
      statements: parseTrust(found.trust),
      expected: expectedTrust(role, inputs, observed),
      observed,
      provider: providerArn(account.identity, account.issuer),
      suite: inputs.suite,
      fix: callerFix(inputs, observed)
    })
    const all = [
      ...differences,
      ...checkBoundary(role, found, inputs),
      ...checkVariable(role, found, observed)
    ]
    const isSame = all.length === 0
    return isSame
      ? [{ ...subject, verdict: 'good', says: 'trusts what the bootstrap stack would, and no more' }]
      : all
  })
}

/** The entry of `trusted_callers` that the bootstrap stack makes the policies from. */
function callerFix(
  { environments, suiteCommits, roles, tenants }: Inputs,
  { repository, calls }: Observed
): Fix {
  const pins = calls.kind === 'seen' ? calls.value.map(({ ref }) => ref) : []
  const commits = [...new Set([...pins, ...suiteCommits])].filter((ref) => /^[0-9a-f]{40}$/.test(ref))
  const { owner, ownerId, name, id } = repository
  const entry = {
    owner,
    owner_id: ownerId,
    repository: name,
    repository_id: id,
    environments,
    suite_commits: commits,
    ...(roles.join() === USUAL_ROLES.join() ? {} : { roles }),
    ...(tenants.length === 0 || roles.includes('operate')
      ? {}
      : { tenants: tenants.map(({ client, env }) => `${client}/${env}`) })
  }
  return {
    say: `In the bootstrap stack's variables let 'trusted_callers' have ${JSON.stringify(entry)} beside other repositories, older commits and tenants that were not named here, and apply it: what was changed by hand is set back.`,
    run: 'terraform -chdir=terraform/stacks/bootstrap apply'
  }
}

/** What keeps a role within its limits whatever is attached to it. */
const BOUNDARIES: Readonly<Partial<Record<RoleSeen['kind'], string>>> = {
  plan: 'it reads and writes nothing, whatever is attached to it',
  apply: 'it cannot widen itself'
}

function checkBoundary(
  { kind, name }: RoleSeen,
  { boundary }: Role,
  { namePrefix }: Inputs
): readonly Finding[] {
  const wanted = `${namePrefix}-${kind}-boundary`
  const effect = BOUNDARIES[kind]
  if (effect === undefined || boundary?.endsWith(`:policy/${wanted}`) === true) return []
  const has = boundary === undefined ? 'no permissions boundary' : `the boundary '${boundary}'`
  return [
    {
      check: 'role-boundary',
      area: 'roles',
      about: name,
      verdict: 'unsafe',
      says: `the role has ${has}; with '${wanted}' ${effect}`,
      fix: BOOTSTRAP
    }
  ]
}

const VARIABLES: Readonly<Partial<Record<RoleSeen['kind'], string>>> = {
  plan: 'AWS_PLAN_ROLE',
  apply: 'AWS_APPLY_ROLE'
}

/** The variable that names the role must name this one. */
function checkVariable(
  { kind, name }: RoleSeen,
  { arn }: Role,
  { variables, repository }: Observed
): readonly Finding[] {
  const variable = VARIABLES[kind]
  const value = variables.kind === 'seen' && variable !== undefined ? variables.value[variable] : undefined
  if (variable === undefined || value === undefined || value === arn) return []
  return [
    {
      check: 'role-variable',
      area: 'roles',
      about: name,
      verdict: 'fails',
      says: `the repository's variable ${variable} is '${value}', and the role is '${arn}'`,
      fix: {
        say: 'Correct the variable.',
        run: `gh variable set ${variable} --repo ${repository.owner}/${repository.name} --body '${arn}'`
      }
    }
  ]
}
