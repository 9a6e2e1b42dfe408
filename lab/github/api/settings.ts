/** Variables and names of secrets, as a person's token sees them; GitHub gives no job's token either. */
import { paginate } from '../pagination.ts'
import { type Call, needs, type Reply, repositoryOf, type Route } from '../route.ts'

function variables(call: Call): Reply {
  const repository = repositoryOf(call)
  const all = [...repository.variables].toSorted(([left], [right]) => (left < right ? -1 : 1))
  const since = { created_at: repository.createdAt, updated_at: repository.createdAt }
  return paginate(call, all, (page) => ({
    total_count: all.length,
    variables: page.map(([name, value]) => ({ name, value, ...since }))
  }))
}

function secrets(call: Call): Reply {
  const repository = repositoryOf(call)
  const all = [...repository.secrets.keys()].toSorted()
  const since = { created_at: repository.createdAt, updated_at: repository.createdAt }
  return paginate(call, all, (page) => ({
    total_count: all.length,
    secrets: page.map((name) => ({ name, ...since }))
  }))
}

const ACTIONS = '/repos/{owner}/{repo}/actions'

/** Operations on what workflows are given; no `permissions:` of a job grants these. */
export const settingRoutes: readonly Route[] = [
  { operation: `GET ${ACTIONS}/variables`, needs: needs('actions_variables'), handle: variables },
  { operation: `GET ${ACTIONS}/secrets`, needs: needs('secrets'), handle: secrets }
]
