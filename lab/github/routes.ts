/** Every operation of the REST API that the lab's GitHub has. */
import { artifactRoutes } from './api/artifacts.ts'
import { checkRoutes } from './api/checks.ts'
import { commentRoutes } from './api/comments.ts'
import { contentRoutes } from './api/contents.ts'
import { dispatchRoutes } from './api/dispatches.ts'
import { environmentRoutes } from './api/environments.ts'
import { pullRoutes } from './api/pulls.ts'
import { repositoryRoutes } from './api/repositories.ts'
import { runRoutes } from './api/runs.ts'
import { settingRoutes } from './api/settings.ts'
import type { Gate } from './gate.ts'
import type { Route } from './route.ts'

/** The operations; reviews go through the gate. */
export function routesOf(gate: Gate): readonly Route[] {
  return [
    ...repositoryRoutes,
    ...commentRoutes,
    ...pullRoutes,
    ...checkRoutes,
    ...environmentRoutes,
    ...runRoutes(gate),
    ...artifactRoutes,
    ...contentRoutes,
    ...dispatchRoutes,
    ...settingRoutes
  ]
}
