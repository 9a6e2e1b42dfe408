import type { Repository } from '../records.ts'
import { repositoryShape, userShape } from '../shapes/repository.ts'
import { userNamed } from '../store.ts'
import type { World } from '../world.ts'

/** What every event tells: where it happened, and who caused it. */
export const whereAndWho = (world: World, repository: Repository, sender: string) => ({
  repository: repositoryShape(world, repository),
  sender: userShape(world, userNamed(world.store, sender))
})
