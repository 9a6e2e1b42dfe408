/** How a command of Terraform's ended, out of the words of its errors. Source: Terraform's backend/local and S3 backend. */
import type { Diagnostic } from './diagnostics.ts'
import { parseLockInfo, type LockInfo } from './lock.ts'

/** Where Terraform leaves a state that it could not save, in the stack's folder. */
export const UNSAVED_STATE = 'errored.tfstate'

/** How it ended that addresses were taken out of the state; unless they were, it is as it was. */
export type ForgetResult =
  | Readonly<{ kind: 'forgotten' }>
  | Readonly<{ kind: 'locked'; lock: LockInfo }>
  | Readonly<{ kind: 'failed'; message: string }>

/** Who holds the lock that an error tells of. */
export function lockOf(errors: readonly Diagnostic[]): LockInfo | undefined {
  return errors.map(({ detail }) => parseLockInfo(detail)).find((lock) => lock !== undefined)
}

/** Somebody else's lock stood in the way (412) and was gone when Terraform asked whose it is (404). */
export const isLockRace = (errors: readonly Diagnostic[]): boolean =>
  errors.some(
    ({ summary, detail }) =>
      summary === 'Error acquiring the state lock' &&
      parseLockInfo(detail) === undefined &&
      /PreconditionFailed|StatusCode: 412/.test(detail) &&
      /NoSuchKey|StatusCode: 404/.test(detail)
  )

/** Nothing failed but giving the lock back. */
export const isOnlyUnreleased = (errors: readonly Diagnostic[]): boolean =>
  errors.length > 0 && errors.every(({ summary }) => summary === 'Error releasing the state lock')

/** The state could not be written; Terraform says so once, and once more where it has left it. */
export const isUnsaved = ({ summary, detail }: Diagnostic): boolean =>
  summary === 'Failed to save state' || detail.includes(UNSAVED_STATE)
