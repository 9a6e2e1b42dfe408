import { compareFingerprints } from '../../../lib/terraform/differences.ts'
import type { Fingerprint } from '../../../lib/terraform/digest.ts'
import { describeLock, type LockInfo } from '../../../lib/terraform/lock.ts'
import type { Inputs } from './inputs.ts'
import { refuse, type Refusal } from './outcome.ts'

type Judged = Readonly<{ inputs: Inputs; reviewed: Fingerprint }>
type Unplanned = Readonly<{ kind: 'locked'; lock: LockInfo } | { kind: 'failed'; message: string }>

/** Goes on (undefined) only with the approved digest, and only where re-planning is wanted. */
export function judgeRenewed({ inputs, reviewed }: Judged, current: Fingerprint): Refusal | undefined {
  const isSame = current.digest === inputs.digest
  if (isSame && inputs.onStale === 'replan') return undefined
  const refusal = inputs.onStale === 'refuse' ? stale('The state moved after the plan was made') : changed()
  return isSame ? refusal : { ...refusal, differences: compareFingerprints(reviewed, current) }
}

const changed = (): Refusal =>
  refuse(
    'plan-changed',
    'The state moved after the plan was made, and a new plan would change something else than what was approved. Run the workflow again: it plans and asks for approval anew.'
  )

/** The state moved, and that is the end of it. */
export const stale = (fact: string): Refusal =>
  refuse(
    'state-stale',
    `${fact}. Run the workflow again: it plans and asks for approval anew (or set on-stale: replan).`
  )

/** The state moved, and no new plan could be made. */
export function refuseReplan(result: Unplanned): Refusal {
  switch (result.kind) {
    case 'locked':
      return locked(result.lock)
    case 'failed':
      return stale(`The state moved after the plan was made, and a new plan failed: ${result.message}`)
  }
}

/** Somebody else holds the state's lock. */
export const locked = (lock: LockInfo): Refusal =>
  refuse(
    'state-locked',
    `${describeLock(lock)} Wait for it to end and run this job again, or give lock-timeout more time.`
  )
