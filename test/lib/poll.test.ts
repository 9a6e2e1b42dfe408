import { expect, test } from '@jest/globals'
import { pauseMs, poll } from '../../lib/poll.ts'
import { fakeClock } from '../fakes/clock.ts'

test('it asks at once, and ends with the first answer', async () => {
  const clock = fakeClock()
  let count = 0
  const answer = await poll(async () => (++count === 3 ? 'there' : undefined), { clock, deadlineMs: 60_000 })
  expect({ answer, pauses: clock.sleeps.length }).toEqual({ answer: 'there', pauses: 2 })
})

test('without an answer it ends at its deadline, with a last ask', async () => {
  const clock = fakeClock()
  const start = clock.now()
  const asked: number[] = []
  const ask = async (): Promise<undefined> => {
    asked.push(clock.now() - start)
    return undefined
  }
  expect(await poll(ask, { clock, deadlineMs: 10_000 })).toBeUndefined()
  expect(asked.at(-1)).toBe(10_000)
})

test('its mean over-wait is below 1.5 s, at less than half a request a second', async () => {
  const waits: number[] = []
  const rates: number[] = []
  for (let seconds = 5; seconds < 905; seconds += 3) {
    const clock = fakeClock()
    const due = clock.now() + seconds * 1000
    let asks = 0
    await poll(
      async () => {
        asks += 1
        return clock.now() >= due || undefined
      },
      { clock, deadlineMs: 3_600_000 }
    )
    waits.push(clock.now() - due)
    rates.push(asks / ((clock.now() - due) / 1000 + seconds))
  }
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length
  expect(mean(waits)).toBeLessThan(1500)
  expect(Math.max(...waits)).toBeLessThanOrEqual(3000)
  expect(mean(rates)).toBeLessThan(0.5)
})

test('throttles make it slower and slower, other faults end it', async () => {
  const clock = fakeClock()
  const slow = new Error('slow down')
  let count = 0
  const ask = async (): Promise<number | undefined> => {
    count += 1
    if (count <= 3) throw slow
    return count
  }
  const isThrottled = (error: unknown): boolean => error === slow
  await expect(poll(ask, { clock, deadlineMs: 600_000, isThrottled, random: () => 0.5 })).resolves.toBe(4)
  expect(clock.sleeps).toEqual([4800, 9600, 19_200])
  const fault = async (): Promise<undefined> => {
    throw new Error('denied')
  }
  await expect(poll(fault, { clock, deadlineMs: 600_000, isThrottled })).rejects.toThrow('denied')
})

test('a dearer ask is followed by a longer pause', () => {
  const policy = { clock: fakeClock(), deadlineMs: 1000, random: () => 0.5 }
  expect(pauseMs(policy, 0)).toBe(2400)
  expect(pauseMs({ ...policy, requests: () => 3 }, 0)).toBe(6000)
})

test('it ends with the reason of its signal', async () => {
  const cancel = new AbortController()
  const ask = async (): Promise<undefined> => {
    cancel.abort(new Error('cancelled'))
    return undefined
  }
  const run = poll(ask, { clock: fakeClock(), deadlineMs: 1000, signal: cancel.signal })
  await expect(run).rejects.toThrow('cancelled')
})
