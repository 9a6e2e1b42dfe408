import type { Clock } from '../../lib/clock.ts'

/** A clock that stands still until somebody sleeps by it: then it has already moved. */
export type FakeClock = Clock & Readonly<{ move: (ms: number) => void; sleeps: readonly number[] }>

/** Starts at `start` milliseconds since the epoch. */
export function fakeClock(start = Date.UTC(2026, 0, 1)): FakeClock {
  let now = start
  const sleeps: number[] = []
  return {
    now: () => now,
    move: (ms) => {
      now += ms
    },
    sleep: async (ms, signal) => {
      signal?.throwIfAborted()
      sleeps.push(ms)
      now += ms
    },
    sleeps
  }
}
