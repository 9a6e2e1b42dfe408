/** Repositories, the people on GitHub, and the limits of a token. */
import { type Call, HttpError, needs, ok, type Reply, repositoryOf, type Route } from '../route.ts'
import { fullRepositoryShape, userShape } from '../shapes/repository.ts'
import { userNamed } from '../store.ts'

const HOUR = 3600
const LIMIT = 5000

const get = (call: Call): Reply => ok(fullRepositoryShape(call.world, repositoryOf(call)))

const user = (call: Call): Reply =>
  ok(userShape(call.world, userNamed(call.world.store, call.params['username'] ?? '')))

function self(call: Call): Reply {
  if (call.caller.job !== undefined) throw new HttpError(403, 'Resource not accessible by integration')
  return ok(userShape(call.world, call.caller.user))
}

function rateLimit(call: Call): Reply {
  const reset = Math.floor(call.world.store.clock.now() / 1000) + HOUR
  const rate = { limit: LIMIT, used: 0, remaining: LIMIT, reset }
  return ok({ resources: { core: rate, search: rate, graphql: rate }, rate })
}

/** How OIDC subjects of the repository begin. */
function oidcSubject(call: Call): Reply {
  const repository = repositoryOf(call)
  return ok({ use_default: true, use_immutable_subject: repository.subject === 'ids' })
}

/** Repository and user operations. */
export const repositoryRoutes: readonly Route[] = [
  { operation: 'GET /repos/{owner}/{repo}', needs: [], handle: get },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/oidc/customization/sub',
    needs: needs('actions'),
    handle: oidcSubject
  },
  { operation: 'GET /users/{username}', needs: [], handle: user },
  { operation: 'GET /orgs/{username}', needs: [], handle: user },
  { operation: 'GET /user', needs: [], handle: self },
  { operation: 'GET /rate_limit', needs: [], handle: rateLimit }
]
