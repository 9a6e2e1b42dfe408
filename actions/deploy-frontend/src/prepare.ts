import type { Scene } from './decide.ts'
import type { Inputs } from './inputs.ts'
import { takeLock, type Lock } from './lock.ts'
import { observe } from './observe.ts'
import type { Observed } from './observed.ts'
import type { Ports } from './ports.ts'
import type { ReadSite } from './read-site.ts'

/** What a deployment begins with; the lock where it is held already. */
export type Prepared = Scene & Readonly<{ lock?: Lock }>

/**
 * Reads build and bucket at once; what is wrong with the build is told first. In a bucket that is empty there is nothing
 * to compare and nothing to refuse: once the build is found whole, its contents are read while the lock is being taken.
 */
export async function prepare(inputs: Inputs, ports: Ports): Promise<Prepared> {
  const looking = observe(inputs.prefix, ports)
  looking.catch(() => {})
  const { target } = inputs
  if (target.kind === 'rollback') return { site: undefined, observed: await looking }
  const readContents = await lookAtBuild(inputs, target, ports)
  const locking = looking.then((observed) => lockEmpty(inputs, observed, ports))
  const [contents, locked] = await Promise.allSettled([readContents(), locking])
  const lock = locked.status === 'fulfilled' ? locked.value : undefined
  if (contents.status === 'rejected') {
    await lock?.release()
    throw contents.reason
  }
  if (locked.status === 'rejected') throw locked.reason
  return { site: contents.value, observed: await looking, ...(lock === undefined ? {} : { lock }) }
}

async function lockEmpty(inputs: Inputs, { listed }: Observed, ports: Ports): Promise<Lock | undefined> {
  return listed.length > 0 || inputs.dryRun ? undefined : takeLock(inputs, ports)
}

/** The parsers are loaded only for a build. */
async function lookAtBuild(...[inputs, target, ports]: Parameters<ReadSite>): ReturnType<ReadSite> {
  const { readSite } = await import('./read-site.ts')
  return readSite(inputs, target, ports)
}
