import { UserError } from '../../../lib/errors.ts'
import { poll } from '../../../lib/poll.ts'
import { lockKey } from './layout.ts'
import type { Deployer, Ports } from './ports.ts'

/** A lock that is held: whether it still is, and how it is given back. */
export type Lock = Readonly<{ assertHeld: () => Promise<void>; release: () => Promise<void> }>

type Holder = Readonly<Partial<Deployer>>
type Place = Readonly<{ bucket: string; prefix: string }>

const MINUTE_MS = 60_000
/** A deployment takes seconds; whoever holds the lock for so long is gone. */
const STALE_MS = 15 * MINUTE_MS
const PATIENCE_MS = 10 * MINUTE_MS
const EVERY_MS = 5000

/** Waits for the lock of a site and takes it; of two writers S3 lets one succeed. */
export async function takeLock({ bucket, prefix }: Place, ports: Ports): Promise<Lock> {
  const key = lockKey(prefix)
  let told = ''
  const tell = (line: string): void => {
    if (line !== told) ports.log.info(line)
    told = line
  }
  const etag = await poll(() => tryTake(key, ports, tell), {
    clock: ports.clock,
    everyMs: EVERY_MS,
    deadlineMs: PATIENCE_MS,
    signal: ports.signal
  })
  if (etag === undefined) {
    throw new UserError(
      `Another deployment holds the site for over ${PATIENCE_MS / MINUTE_MS} minutes: ${told} Nothing was changed. Run this again when it has ended; after ${STALE_MS / MINUTE_MS} minutes its lock counts for nothing. If nobody deploys, delete s3://${bucket}/${key}.`
    )
  }
  return {
    assertHeld: async () => {
      const found = await ports.bucket.get(key)
      if (found?.etag === etag) return
      throw new Error(
        'Another deployment has taken the lock meanwhile, because this one took too long. The pages of the site are as they were. Run this again when the other one has ended.'
      )
    },
    release: () => giveBack(key, etag, ports)
  }
}

/** With the ETag: never somebody else's. A job that was cancelled has no requests left but those for afterwards. */
async function giveBack(key: string, etag: string, { bucket, afterwards, signal }: Ports): Promise<void> {
  try {
    await (signal.aborted ? afterwards : bucket).remove(key, etag)
  } catch (error) {
    if (!signal.aborted) throw error
    await afterwards.remove(key, etag)
  }
}

/** Takes away a lock that nobody holds any more, where nothing else is to be done. */
export async function clearLock({ prefix }: Place, { bucket, deployer }: Ports): Promise<void> {
  const key = lockKey(prefix)
  const found = await bucket.get(key)
  if (found === undefined || !isGone(parseHolder(found.text), found.ageMs, deployer)) return
  await bucket.remove(key, found.etag)
}

/** The lock's ETag when it is ours. */
async function tryTake(
  key: string,
  { bucket, deployer, log }: Ports,
  tell: (line: string) => void
): Promise<string | undefined> {
  const body = Buffer.from(JSON.stringify(deployer))
  const headers = { cacheControl: 'no-store', contentType: 'application/json' }
  const taken = await bucket.put({ key, body, headers, onlyIf: 'absent' })
  if (taken !== undefined) return taken
  const found = await bucket.get(key)
  if (found === undefined) return undefined
  const holder = parseHolder(found.text)
  // The answer to our own write was lost, and the write repeated.
  if (holder.token === deployer.token) return found.etag
  if (!isGone(holder, found.ageMs, deployer)) {
    tell(`The site is being deployed by ${holder.source ?? 'somebody'}; waiting for it to end.`)
    return undefined
  }
  log.info(`The lock of ${holder.source ?? 'somebody'} is left over; it is taken over.`)
  return bucket.put({ key, body, headers, onlyIf: { etag: found.etag } })
}

/** Time tells, or GitHub does: an attempt of a run begins only when the one before it has ended. */
function isGone(holder: Holder, ageMs: number, { run, attempt }: Deployer): boolean {
  if (ageMs > STALE_MS) return true
  return run !== '' && holder.run === run && typeof holder.attempt === 'number' && holder.attempt < attempt
}

function parseHolder(text: string): Holder {
  try {
    return (JSON.parse(text) ?? {}) as Holder
  } catch {
    return {}
  }
}
