/** The primary limit: calls an hour, for all jobs of a repository together and for each person. */
import type { Caller, Meter } from './records.ts'
import { HttpError } from './route.ts'
import type { Store } from './store.ts'

const HOUR_S = 3600
const PERSON_LIMIT = 5000

/** The meter on which the caller's calls count, set back every hour. */
export function meterOf(store: Store, caller: Caller): Meter {
  const repository = caller.job?.run.event.repository.toLowerCase()
  const key = repository === undefined ? `user ${caller.user.login}` : `repository ${repository}`
  const now = Math.floor(store.clock.now() / 1000)
  const known = store.meters.get(key)
  if (known !== undefined && known.resetsAt > now) return known
  const limit = repository === undefined ? PERSON_LIMIT : store.rateLimit
  const meter: Meter = { limit, used: 0, resetsAt: now + HOUR_S }
  store.meters.set(key, meter)
  return meter
}

/** Refuses a call for which nothing is left, in GitHub's words. */
export function requireAllowance(meter: Meter): void {
  if (meter.used >= meter.limit) throw exceeded()
}

/** GitHub's answer when the primary limit is used up. */
export const exceeded = (status = 403): HttpError =>
  new HttpError(status, 'API rate limit exceeded for installation ID 1.')

/** GitHub's answer to calls that come too fast or too many at once. */
export const secondaryLimit = (status = 429): HttpError =>
  new HttpError(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  )

/** What GitHub tells of the limit with each answer. */
export const rateHeaders = ({ limit, used, resetsAt }: Meter): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(Math.max(0, limit - used)),
  'x-ratelimit-used': String(used),
  'x-ratelimit-reset': String(resetsAt),
  'x-ratelimit-resource': 'core'
})
