import { describeBranchRule, nameBranchRule } from '../../../lib/github/branch-rules.ts'
import type { Environment } from '../../../lib/github/environments.ts'
import { type Finding, type Fix, judge, type Verdict } from './finding.ts'
import type { Inputs } from './inputs.ts'
import type { EnvironmentSeen, Observed } from './observed.ts'
import { hasWildcard } from './trust-policy.ts'

/** Whether the environments hold back what they should: what apply-gated would refuse, told beforehand. */
export function checkEnvironments(inputs: Inputs, observed: Observed): readonly Finding[] {
  return observed.environments.flatMap((environment) => checkOne(environment, { inputs, observed }))
}

type Case = Readonly<{ inputs: Inputs; observed: Observed }>
type Tell = (check: string, verdict: Verdict, says: string) => Finding

function checkOne({ name, kind, seen }: EnvironmentSeen, wanted: Case): readonly Finding[] {
  const subject = { check: 'environment', area: 'environments', about: name } as const
  return judge(subject, seen, (environment) => {
    if (environment === undefined) return [missing(name, kind, wanted.observed)]
    const tell: Tell = (check, verdict, says) => ({
      ...subject,
      check,
      verdict,
      says,
      fix: settings(wanted.observed, name, FIXES[check] ?? '')
    })
    const found = [
      ...checkBranches(environment, wanted.observed, tell),
      ...(kind === 'apply' ? checkReview(environment, wanted, tell) : [])
    ]
    return found.length > 0 ? found : [{ ...subject, verdict: 'good', says: describe(environment, kind) }]
  })
}

const FIXES: Readonly<Record<string, string>> = {
  'environment-reviewers': "tick 'Required reviewers' and name people or a team other than the authors",
  'environment-self-review': "tick 'Prevent self-review'",
  'environment-branches':
    "set 'Deployment branches and tags' to 'Selected branches and tags' with the one branch 'main'",
  'environment-bypass': "untick 'Allow administrators to bypass configured protection rules'"
}

const settings = ({ repository }: Observed, name: string, what: string): Fix => ({
  say: `At ${repository.url}/settings/environments open '${name}' and ${what}.`
})

function missing(name: string, kind: EnvironmentSeen['kind'], { repository }: Observed): Finding {
  const place = `repos/${repository.owner}/${repository.name}/environments/${name}`
  const reviewed = kind === 'apply' ? ', add required reviewers there' : ''
  return {
    check: 'environment',
    area: 'environments',
    about: name,
    verdict: kind === 'apply' ? 'fails' : 'unsafe',
    says:
      kind === 'apply'
        ? 'the environment does not exist: GitHub would make it without protection, and nothing is applied'
        : 'the environment does not exist: GitHub would make it without protection for the first job that names it, and roles trust that job',
    fix: {
      say: `Make it with a rule for main${reviewed} (${repository.url}/settings/environments).`,
      run: [
        `echo '{"deployment_branch_policy": {"protected_branches": false, "custom_branch_policies": true}}' | gh api --method PUT ${place} --input -`,
        `gh api --method POST ${place}/deployment-branch-policies -f name=main -f type=branch`
      ].join('\n')
    }
  }
}

function checkBranches(
  environment: Environment,
  { isMainProtected }: Observed,
  tell: Tell
): readonly Finding[] {
  const { branchRule } = environment
  if (branchRule.kind === 'any')
    return [
      tell(
        'environment-branches',
        'fails',
        'deployments come from every branch: applies are refused, and any branch reads its secrets'
      )
    ]
  if (branchRule.kind === 'protected-branches' && isMainProtected.kind === 'unseen')
    return [{ ...tell('environment-branches', 'unchecked', `not checked: needs ${isMainProtected.needs}`) }]
  const isProtected = isMainProtected.kind === 'seen' && isMainProtected.value
  if (nameBranchRule(environment, 'refs/heads/main', isProtected) === undefined)
    return [
      tell(
        'environment-branches',
        'fails',
        `its branch rule (${describeBranchRule(branchRule)}) does not let main in`
      )
    ]
  const wide =
    branchRule.kind === 'policies' ? branchRule.policies.filter(({ name }) => hasWildcard(name)) : []
  return wide.map(({ name, type }) =>
    tell('environment-branches', 'unsafe', `its rule lets in every ${type} '${name}'`)
  )
}

function checkReview(environment: Environment, { inputs, observed }: Case, tell: Tell): readonly Finding[] {
  if (inputs.gate === 'dispatch') return []
  const { reviewers, preventSelfReview, canAdminsBypass } = environment
  if (reviewers.length === 0) {
    const plan = observed.repository.isPrivate
      ? ' (private repositories have them on GitHub Enterprise only: elsewhere use gate: dispatch)'
      : ''
    return [tell('environment-reviewers', 'fails', `nobody has to review: applies are refused${plan}`)]
  }
  return [
    ...(preventSelfReview
      ? []
      : [
          tell(
            'environment-self-review',
            'advice',
            'GitHub takes an approval by whoever started the run, which the apply then refuses'
          )
        ]),
    ...checkBypass(canAdminsBypass, tell)
  ]
}

function checkBypass(canAdminsBypass: Environment['canAdminsBypass'], tell: Tell): readonly Finding[] {
  switch (canAdminsBypass) {
    case true:
      return [
        tell(
          'environment-bypass',
          'advice',
          'administrators can pass by the review; the apply refuses such a run'
        )
      ]
    case false:
      return []
    case 'unknown':
      return [
        tell('environment-bypass', 'unchecked', "not checked: needs a GitHub that says 'can_admins_bypass'")
      ]
  }
}

function describe({ reviewers, branchRule }: Environment, kind: EnvironmentSeen['kind']): string {
  const review = kind === 'apply' && reviewers.length > 0 ? `reviewed by ${reviewers.join(', ')}, ` : ''
  return `${review}for ${describeBranchRule(branchRule)}`
}
