import type { Deployment, Environment, Repository, Team } from '../records.ts'
import { userNamed } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, htmlUrl, nodeId, userShape } from './repository.ts'
import type { Shape } from './schema.ts'

type Place = Readonly<{ world: World; repository: Repository }>

/** The id that a rule or branch policy keeps as long as it exists. */
export function ruleId(world: World, environment: Environment, key: string): number {
  const known = environment.ruleIds.get(key)
  if (known !== undefined) return known
  const id = world.store.nextId()
  environment.ruleIds.set(key, id)
  return id
}

const hasBranchRule = ({ rules }: Environment): boolean =>
  rules.protectedBranches === true || rules.branches !== undefined || rules.tags !== undefined

function protectionRules(world: World, environment: Environment) {
  const { rules } = environment
  const rule = (type: string) => {
    const id = ruleId(world, environment, type)
    return { id, node_id: nodeId('GateRule', id), type }
  }
  const reviewers = (rules.reviewers ?? []).map((name) => reviewerShape(world, name))
  return [
    ...(rules.waitMinutes === undefined ? [] : [{ ...rule('wait_timer'), wait_timer: rules.waitMinutes }]),
    ...(reviewers.length === 0
      ? []
      : [
          {
            ...rule('required_reviewers'),
            prevent_self_review: rules.preventSelfReview ?? false,
            reviewers
          }
        ]),
    ...(hasBranchRule(environment) ? [rule('branch_policy')] : [])
  ]
}

/** A person, or a team as `org/slug`, who may review. */
export function reviewerShape(world: World, name: string) {
  const team = world.store.teams.get(name.toLowerCase())
  if (team !== undefined) return { type: 'Team' as const, reviewer: teamShape(world, team) }
  return { type: 'User' as const, reviewer: userShape(world, userNamed(world.store, name)) }
}

function teamShape(world: World, team: Team) {
  const url = `${world.urls.api}/organizations/${team.org.id}/team/${team.id}`
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    permission: 'pull',
    type: 'organization' as const,
    url,
    html_url: `${world.urls.server}/orgs/${team.org.login}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null
  } satisfies Shape<'team'>
}

/** An environment as approvals and pending deployments embed it. */
export function environmentReference({ world, repository }: Place, environment: Environment) {
  const path = encodeURIComponent(environment.name)
  return {
    id: environment.id,
    node_id: nodeId('Environment', environment.id),
    name: environment.name,
    url: `${apiUrl(world, repository)}/environments/${path}`,
    html_url: `${htmlUrl(world, repository)}/deployments/activity_log?environments_filter=${path}`,
    created_at: environment.createdAt,
    updated_at: environment.createdAt
  }
}

/** An environment with its protection. */
export function environmentShape(place: Place, environment: Environment) {
  const { rules } = environment
  const policy = {
    protected_branches: rules.protectedBranches === true,
    custom_branch_policies: rules.protectedBranches !== true
  }
  return {
    ...environmentReference(place, environment),
    // Live answers carry it although the published schema does not.
    can_admins_bypass: rules.canAdminsBypass ?? true,
    protection_rules: protectionRules(place.world, environment),
    deployment_branch_policy: hasBranchRule(environment) ? policy : null
  } satisfies Shape<'environment'> & { can_admins_bypass: boolean }
}

/** The name patterns that may deploy to the environment. */
export function branchPolicies(world: World, environment: Environment) {
  const { rules } = environment
  if (rules.protectedBranches === true) return []
  const patterns = [
    ...(rules.branches ?? []).map((name) => ({ name, type: 'branch' as const })),
    ...(rules.tags ?? []).map((name) => ({ name, type: 'tag' as const }))
  ]
  return patterns.map(({ name, type }) => {
    const id = ruleId(world, environment, `${type} ${name}`)
    return { id, node_id: nodeId('GateRule', id), name, type } satisfies Shape<'deployment-branch-policy'>
  })
}

/** A deployment to an environment. */
export function deploymentShape({ world, repository }: Place, deployment: Deployment) {
  const url = `${apiUrl(world, repository)}/deployments/${deployment.id}`
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    task: 'deploy',
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: null,
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: apiUrl(world, repository),
    creator: userShape(world, deployment.creator),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: {},
    transient_environment: false,
    production_environment: false,
    performed_via_github_app: null
  } satisfies Shape<'deployment'>
}
