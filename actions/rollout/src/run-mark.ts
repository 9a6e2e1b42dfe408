import { nameOf } from '../../../lib/ecs/names.ts'
import type { Revision } from '../../../lib/ecs/task-definition.ts'

/**
 * Whether a revision was registered by this workflow run, in whichever attempt: ECS notes the session that did, and a
 * workflow that wants to know gives its sessions a name that ends in the run's id. `run` is '' outside of GitHub.
 */
export function isRegisteredBy(run: string, { definition: { registeredBy } }: Revision): boolean {
  if (!/^\d+$/.test(run) || typeof registeredBy !== 'string') return false
  const [number] = /\d+$/.exec(nameOf(registeredBy)) ?? []
  return registeredBy.includes(':assumed-role/') && number === run
}
