/** Applies whose last step failed: the state was not saved, or its lock was not given back. */
import { describeError } from '../../../lib/errors.ts'
import { retry } from '../../../lib/retry.ts'
import type { ApplyResult } from '../../../lib/terraform/cli.ts'
import { UNSAVED_STATE } from '../../../lib/terraform/endings.ts'
import { describeLock } from '../../../lib/terraform/lock.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'

type Failed = Extract<Outcome, { kind: 'failed' }>

/** Red, because the next run would wait for the lock; and it says that nothing is to be applied again. */
export function unreleased({ message, lock }: Extract<ApplyResult, { kind: 'unreleased' }>): Failed {
  const next = lock === undefined ? 'Look whether the state is still locked.' : describeLock(lock)
  return {
    kind: 'failed',
    sentence: `Everything was applied and saved, but the lock of the state could not be given back: ${message.trim()}\n${next}`,
    left: []
  }
}

/** A state that is not saved is saved before anything else; what comes back is why that failed as well. */
export async function saveAgain(message: string, ports: Ports): Promise<Failed | undefined> {
  const { terraform, log, signal } = ports
  log.warning('The state could not be saved after the apply; saving it again.')
  try {
    await log.group('terraform state push', () =>
      retry(() => terraform.saveState(), {
        attempts: 3,
        maxWaitMs: 5000,
        deadlineMs: 120_000,
        isTransient: () => true,
        signal
      })
    )
    log.info('The state is saved.')
    return undefined
  } catch (error) {
    return {
      kind: 'failed',
      sentence: `terraform apply changed AWS, and the state could not be saved: ${message.trim()}\nSaving it again failed as well: ${describeError(error)}\nWhat was made is not in the state. Do not run the workflow again before it is: it would make the same things twice. ${UNSAVED_STATE} in the stack's folder on this runner holds the state; give it to the backend there (terraform state push ${UNSAVED_STATE}), or, when the runner is gone, take in what this log says was created with terraform import.`
    }
  }
}
