import type { ListedObject } from '../../../lib/aws/s3.ts'
import { decide, type Scene } from './decide.ts'
import type { Inputs } from './inputs.ts'
import { lockKey, manifestKey } from './layout.ts'
import { understand } from './observe.ts'
import type { Observed } from './observed.ts'
import type { Plan } from './plan.ts'
import type { Ports } from './ports.ts'
import { record } from './record.ts'

/** The bucket as it is under the lock, and what is to be done; whether the release is recorded already. */
export type Look = Readonly<{ observed: Observed; plan: Plan; isRecorded: boolean }>

/**
 * Lists the bucket now that nobody else writes. As a rule nothing has happened since it was listed without the lock: the
 * plan stands, and the manifest of a release that is new was written in the meantime. Otherwise all is decided anew, and
 * that manifest, which says what would have been done, written over before anything else is.
 */
export async function lookAgain(
  inputs: Inputs,
  { site, observed, plan }: Scene & Readonly<{ plan: Plan }>,
  ports: Ports
): Promise<Look> {
  const { prefix } = inputs
  const own = manifestKey(prefix, plan.id)
  // Both have ended before the lock is given back, whatever becomes of them.
  const [list, made] = await Promise.allSettled([
    ports.bucket.list(prefix),
    recordAhead(inputs, { observed, plan }, ports)
  ])
  if (list.status === 'rejected') throw list.reason
  if (made.status === 'rejected') throw made.reason
  const isRecorded = made.value
  const listed = isRecorded ? list.value.filter(({ key }) => key !== own) : list.value
  if (isSame(observed.listed, listed, lockKey(prefix))) return { observed, plan, isRecorded }
  // Refused, or of no use: then nothing was changed.
  const forget = async (): Promise<void> => {
    if (isRecorded) await ports.bucket.remove(own)
  }
  try {
    const now = await understand(listed, prefix, ports)
    const decided = decide(inputs, { site, observed: now }, ports)
    if (decided.isKept) await forget()
    return { observed: now, plan: decided, isRecorded: false }
  } catch (error) {
    await forget()
    throw error
  }
}

/** Whether the manifest was written: only that of a release which nobody has recorded, so that none is lost. */
async function recordAhead(
  { prefix }: Inputs,
  { observed, plan: { id, release } }: Readonly<{ observed: Observed; plan: Plan }>,
  { bucket }: Ports
): Promise<boolean> {
  if (release === undefined || observed.releases.some((one) => one.id === id)) return false
  return (await record({ bucket, prefix }, release, 'absent')) !== undefined
}

function isSame(before: readonly ListedObject[], now: readonly ListedObject[], lock: string): boolean {
  const etags = (listed: readonly ListedObject[]): ReadonlyMap<string, string> =>
    new Map(listed.filter(({ key }) => key !== lock).map(({ key, etag }) => [key, etag]))
  const [left, right] = [etags(before), etags(now)]
  return left.size === right.size && [...left].every(([key, etag]) => right.get(key) === etag)
}
