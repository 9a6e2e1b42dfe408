import type { Clock } from './clock.ts'

/** How often something is asked, and until when. */
export type PollPolicy = Readonly<{
  clock: Clock
  /** Mean milliseconds between the ends of two asks (2400); each pause is up to a fifth shorter or longer. */
  everyMs?: number
  /** Milliseconds from now after which no further ask is made. */
  deadlineMs: number
  signal?: AbortSignal
  /** Faults that mean "slow down" and nothing else; every other fault is thrown at once. */
  isThrottled?: (error: unknown) => boolean
  /** Requests that the last ask cost (1): two seconds are left for each, so that no poll costs more than 0.5 a second. */
  requests?: () => number
  /** 0 to 1, for the jitter. */
  random?: () => number
}>

const EVERY_MS = 2400
const SPREAD = 0.2
/** Half a request a second. */
const MS_PER_REQUEST = 2000
/** A throttled poll doubles its pause up to this many times. */
const MOST_DOUBLINGS = 4

/** How long to pause before the next ask, in milliseconds; `throttles` is how many asks in a row were throttled. */
export function pauseMs(policy: PollPolicy, throttles: number): number {
  const { everyMs = EVERY_MS, random = Math.random, requests = () => 1 } = policy
  const jittered = everyMs * (1 - SPREAD + 2 * SPREAD * random())
  const affordable = Math.max(jittered, requests() * MS_PER_REQUEST)
  return affordable * 2 ** Math.min(throttles, MOST_DOUBLINGS)
}

/**
 * Asks at once and then again and again until there is an answer; undefined when there is none by the deadline. With its
 * defaults it costs 0.42 requests a second and notices 1.2 seconds late in the mean. Throws the signal's reason.
 */
export async function poll<T>(ask: () => Promise<T | undefined>, policy: PollPolicy): Promise<T | undefined> {
  const { clock, signal } = policy
  const end = clock.now() + policy.deadlineMs
  let throttles = 0
  for (;;) {
    signal?.throwIfAborted()
    const answer = await askOnce(ask, policy)
    if (answer !== undefined && answer !== THROTTLED) return answer
    throttles = answer === THROTTLED ? throttles + 1 : 0
    const left = end - clock.now()
    if (left <= 0) return undefined
    // The last ask is made at the deadline itself.
    await clock.sleep(Math.min(pauseMs(policy, throttles), left), signal)
  }
}

const THROTTLED = Symbol('throttled')

async function askOnce<T>(
  ask: () => Promise<T | undefined>,
  { isThrottled = () => false, signal }: PollPolicy
): Promise<T | typeof THROTTLED | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (signal?.aborted !== true && isThrottled(error)) return THROTTLED
    throw error
  }
}
