import { orMissing, type GitHub } from './connection.ts'
import { asRecord, textAt } from './payload.ts'

export type BranchPolicy = Readonly<{ name: string; type: 'branch' | 'tag' }>

/** Which refs may deploy to an environment: any, branches with a protection rule, or those that a pattern names. */
export type BranchRule = Readonly<
  { kind: 'any' } | { kind: 'protected-branches' } | { kind: 'policies'; policies: readonly BranchPolicy[] }
>

/** What protects an environment, as far as a job's token can see. */
export type Environment = Readonly<{
  name: string
  url: string
  /** Logins, and teams as '@slug'; empty when nobody has to approve. */
  reviewers: readonly string[]
  preventSelfReview: boolean
  branchRule: BranchRule
  /** 'unknown' where the API does not say. */
  canAdminsBypass: boolean | 'unknown'
}>

/** One review of a run's pending deployments. GitHub keeps no attempt, job or time with it. */
export type Approval = Readonly<{
  state: 'approved' | 'rejected' | 'pending'
  user: string
  comment: string
  environments: readonly string[]
}>

/** An environment's protection; undefined when it does not exist (GitHub would create it unprotected). */
export async function describeEnvironment(github: GitHub, name: string): Promise<Environment | undefined> {
  const response = await orMissing(
    github.call(`describe environment ${name}`, (octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/environments/{environment_name}', {
        ...github.repo,
        environment_name: name
      })
    )
  )
  if (response === undefined) return undefined
  const { data } = response
  const rules = (data.protection_rules ?? []).map((rule) => asRecord(rule) ?? {})
  const review = rules.find((rule) => rule['type'] === 'required_reviewers')
  return {
    name: data.name,
    url: data.html_url,
    reviewers: parseReviewers(review?.['reviewers']),
    preventSelfReview: review?.['prevent_self_review'] === true,
    branchRule: await describeBranchRule(github, name, data.deployment_branch_policy ?? null),
    canAdminsBypass: parseBypass((data as { can_admins_bypass?: unknown }).can_admins_bypass)
  }
}

/** Every review of a run, of all environments and attempts. */
export async function listApprovals(github: GitHub, runId: number): Promise<readonly Approval[]> {
  const { data } = await github.call('list the approvals of the run', (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals', {
      ...github.repo,
      run_id: runId
    })
  )
  return data.map(({ state, user, comment, environments }) => ({
    state,
    user: user.login,
    comment,
    environments: environments.map(({ name = '' }) => name)
  }))
}

/** True when the branch has a protection rule or a ruleset. */
export async function isProtectedBranch(github: GitHub, branch: string): Promise<boolean> {
  const response = await orMissing(
    github.call(`describe branch ${branch}`, (octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...github.repo, branch })
    )
  )
  return response?.data.protected === true
}

type DeploymentPolicy = Readonly<{ protected_branches: boolean; custom_branch_policies: boolean }> | null

async function describeBranchRule(
  github: GitHub,
  environment: string,
  policy: DeploymentPolicy
): Promise<BranchRule> {
  if (policy?.protected_branches) return { kind: 'protected-branches' }
  if (!policy?.custom_branch_policies) return { kind: 'any' }
  const { data } = await github.call(`list the branch policies of environment ${environment}`, (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
      ...github.repo,
      environment_name: environment,
      per_page: 100
    })
  )
  const policies = data.branch_policies.map((one) => ({
    name: one.name ?? '',
    type: (one as { type?: string }).type === 'tag' ? ('tag' as const) : ('branch' as const)
  }))
  return { kind: 'policies', policies }
}

function parseReviewers(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.map((entry) => textAt(entry, 'reviewer', 'login') || `@${textAt(entry, 'reviewer', 'slug')}`)
}

const parseBypass = (value: unknown): boolean | 'unknown' => (typeof value === 'boolean' ? value : 'unknown')
