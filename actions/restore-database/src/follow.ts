import { isThrottled } from '../../../lib/aws/call.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import { describeError } from '../../../lib/errors.ts'
import { poll } from '../../../lib/poll.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'

/** Something at AWS that is being made, as it is now; undefined where AWS knows no such thing. */
export type Look = () => Promise<Readonly<{ status: string }> | undefined>

/** States that a database or a snapshot does not leave by itself. */
const DEAD =
  /^(?:failed|deleting|deleted|stopped|storage-full|insufficient-capacity|restore-error|incompatible-[a-z-]+|inaccessible-encryption-credentials(?:-recoverable)?)$/

const EVERY_MS = 5000
/** A new database may be unknown for a moment. */
const UNSEEN_MS = 60_000

/** Follows something until it is available, dead, or the time is up. */
export async function followUntilAvailable(
  what: string,
  look: Look,
  { ports, deadlineMs }: Readonly<{ ports: Ports; deadlineMs: number }>
): Promise<Outcome | 'available'> {
  const { clock, log, signal } = ports
  const began = clock.now()
  let status = ''
  const ask = async (): Promise<Outcome | 'available' | undefined> => {
    const found = await look()
    if (found === undefined)
      return status !== '' || clock.now() - began >= UNSEEN_MS
        ? { kind: 'failed', status: 'gone' }
        : undefined
    if (found.status !== status) log.info(`${what}: ${found.status} (${renderElapsed(clock.now() - began)}).`)
    status = found.status
    if (status === 'available') return 'available'
    return DEAD.test(status) ? { kind: 'failed', status } : undefined
  }
  try {
    const ended = await poll(ask, { clock, signal, isThrottled, deadlineMs, everyMs: EVERY_MS })
    return ended ?? { kind: 'timeout', status }
  } catch (error) {
    return signal.aborted ? { kind: 'cancelled' } : { kind: 'lost', reason: describeError(error) }
  }
}
