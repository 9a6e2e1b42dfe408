import { setTimeout as wait } from 'node:timers/promises'

/** Time as the actions see it: tests pass a clock that they move themselves. */
export type Clock = Readonly<{
  /** Milliseconds since the epoch. */
  now: () => number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted first. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}>

export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal })
}
