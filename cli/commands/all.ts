import type { Command } from '../command.ts'
import { apply } from './apply.ts'
import { deployFrontend } from './deploy-frontend.ts'
import { destroy } from './destroy.ts'
import { init } from './init.ts'
import { migrate } from './migrate.ts'
import { plan } from './plan.ts'
import { rolloutApi } from './rollout-api.ts'
import { seedSecrets } from './seed-secrets.ts'
import { smokeTest } from './smoke-test.ts'

/** Every script, in the order in which a client is made. */
export const COMMANDS: readonly Command[] = [
  init,
  plan,
  apply,
  seedSecrets,
  migrate,
  rolloutApi,
  deployFrontend,
  smokeTest,
  destroy
]
