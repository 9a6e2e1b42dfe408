/** Every operation of the REST API that the lab's GitHub has. */
import { artifactRoutes } from './api/artifacts.ts'
import { checkRoutes } from './api/checks.ts'
import { commentRoutes } from './api/comments.ts'
import { contentRoutes } from './api/contents.ts'
import { dispatchRoutes } from './api/dispatches.ts'
import { environmentRoutes } from './api/environments.ts'
import { fileRoutes } from './api/files.ts'
import { issueRoutes } from './api/issues.ts'
import { proposalRoutes } from './api/proposals.ts'
import { pullRoutes } from './api/pulls.ts'
import { refRoutes } from './api/refs.ts'
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
    ...refRoutes,
    ...fileRoutes,
    ...proposalRoutes,
    ...issueRoutes,
    ...settingRoutes
  ]
}
