import { isDenied, isUnauthenticated } from '../../../lib/aws/denied.ts'
import { UserError } from '../../../lib/errors.ts'
import { type Seen, seen, unseen } from './finding.ts'

/** What AWS denies is unseen, with what it needs; anything else that goes wrong ends the examination. */
export async function onAws<T>(needs: string, request: Promise<T>): Promise<Seen<T>> {
  try {
    return seen(await request)
  } catch (error) {
    if (isDenied(error)) return unseen(needs)
    if (isUnauthenticated(error)) return unseen('credentials that AWS takes')
    if (error instanceof UserError) throw error
    throw new Error(`AWS could not be asked for what needs ${needs}`, { cause: error })
  }
}
