/** Repositories, the people on GitHub, and the limits of a token. */
import { subjectPrefix } from '../claims.ts'
import { meterOf } from '../rate-limit.ts'
import { type Call, HttpError, needs, ok, type Reply, repositoryOf, type Route } from '../route.ts'
import { fullRepositoryShape, publicUserShape } from '../shapes/repository.ts'
import { userNamed } from '../store.ts'

const get = (call: Call): Reply => ok(fullRepositoryShape(call.world, repositoryOf(call)))

const user = (call: Call): Reply =>
  ok(publicUserShape(call.world, userNamed(call.world.store, call.params['username'] ?? '')))

function self(call: Call): Reply {
  if (call.caller.job !== undefined) throw new HttpError(403, 'Resource not accessible by integration')
  return ok(publicUserShape(call.world, call.caller.user))
}

function rateLimit(call: Call): Reply {
  const { limit, used, resetsAt } = meterOf(call.world.store, call.caller)
  const rate = { limit, used, remaining: Math.max(0, limit - used), reset: resetsAt }
  return ok({ resources: { core: rate, search: rate, graphql: rate }, rate })
}

/** How OIDC subjects of the repository are made; the prefix is what a trust policy should be written from. */
function oidcSubject(call: Call): Reply {
  const repository = repositoryOf(call)
  const { form, claims } = repository.subject
  return ok({
    use_default: claims === undefined,
    ...(claims === undefined ? {} : { include_claim_keys: claims }),
    use_immutable_subject: form === 'immutable',
    sub_claim_prefix: subjectPrefix(repository)
  })
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
  { operation: 'GET /user', needs: [], handle: self },
  { operation: 'GET /rate_limit', needs: [], handle: rateLimit }
]
