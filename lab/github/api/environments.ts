/** Environments, their protection, and the deployments to them. */
import { paginate } from '../pagination.ts'
import type { Environment } from '../records.ts'
import { type Call, needs, notFound, ok, type Reply, repositoryOf, type Route } from '../route.ts'
import { branchPolicies, deploymentShape, environmentShape } from '../shapes/environment.ts'
import { apiUrl, nodeId, userShape } from '../shapes/repository.ts'
import { findEnvironment } from '../store.ts'

const placeOf = (call: Call) => ({ world: call.world, repository: repositoryOf(call) })

function environmentOf(call: Call): Environment {
  const found = findEnvironment(repositoryOf(call), call.params['environment_name'] ?? '')
  if (found === undefined) throw notFound()
  return found
}

function list(call: Call): Reply {
  const place = placeOf(call)
  const all = [...place.repository.environments.values()]
  return paginate(call, all, (page) => ({
    total_count: all.length,
    environments: page.map((environment) => environmentShape(place, environment))
  }))
}

const get = (call: Call): Reply => ok(environmentShape(placeOf(call), environmentOf(call)))

function policies(call: Call): Reply {
  const all = branchPolicies(call.world, environmentOf(call))
  return paginate(call, all, (page) => ({ total_count: all.length, branch_policies: page }))
}

/** Rules of third-party apps: the lab has none. */
function customRules(call: Call): Reply {
  environmentOf(call)
  return ok({ total_count: 0, custom_deployment_protection_rules: [] })
}

function deployments(call: Call): Reply {
  const place = placeOf(call)
  const wanted = (['sha', 'ref', 'environment'] as const).map((name) => ({
    name,
    value: call.query.get(name)
  }))
  const found = place.repository.deployments
    .filter((one) => wanted.every(({ name, value }) => value === null || value === one[name]))
    .toReversed()
  return paginate(call, found, (page) => page.map((one) => deploymentShape(place, one)))
}

function deploymentStatuses(call: Call): Reply {
  const { world, repository } = placeOf(call)
  const found = repository.deployments.find((one) => String(one.id) === call.params['deployment_id'])
  if (found === undefined) throw notFound()
  const url = `${apiUrl(world, repository)}/deployments/${found.id}`
  const status = {
    url: `${url}/statuses/${found.id}`,
    id: found.id,
    node_id: nodeId('DeploymentStatus', found.id),
    state: found.state,
    creator: userShape(world, found.creator),
    description: '',
    environment: found.environment,
    target_url: '',
    environment_url: found.environmentUrl,
    created_at: found.updatedAt,
    updated_at: found.updatedAt,
    deployment_url: url,
    repository_url: apiUrl(world, repository)
  }
  return ok([status])
}

const ENVIRONMENTS = '/repos/{owner}/{repo}/environments'
const ENVIRONMENT = `${ENVIRONMENTS}/{environment_name}`
const DEPLOYMENTS = '/repos/{owner}/{repo}/deployments'
const read = needs('actions')

/** Environment and deployment operations. */
export const environmentRoutes: readonly Route[] = [
  { operation: `GET ${ENVIRONMENTS}`, needs: read, handle: list },
  { operation: `GET ${ENVIRONMENT}`, needs: read, handle: get },
  { operation: `GET ${ENVIRONMENT}/deployment-branch-policies`, needs: read, handle: policies },
  { operation: `GET ${ENVIRONMENT}/deployment_protection_rules`, needs: read, handle: customRules },
  { operation: `GET ${DEPLOYMENTS}`, needs: needs('deployments'), handle: deployments },
  {
    operation: `GET ${DEPLOYMENTS}/{deployment_id}/statuses`,
    needs: needs('deployments'),
    handle: deploymentStatuses
  }
]
