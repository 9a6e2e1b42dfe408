import { expect, test } from '@jest/globals'
import { createSlots } from '../../../lab/runner/run/slots.ts'

const never = new AbortController().signal

test('work beyond the slots waits for its turn, in order [lab]', async () => {
  const slots = createSlots(2)
  const log: string[] = []
  let running = 0
  const work = (name: string) => async (): Promise<string> => {
    running += 1
    log.push(`${name}${String(running)}`)
    await Promise.resolve()
    running -= 1
    return name
  }
  const done = await Promise.all(['a', 'b', 'c', 'd'].map((name) => slots.use(work(name), never)))
  expect(done).toEqual(['a', 'b', 'c', 'd'])
  expect(log.map((entry) => entry[0])).toEqual(['a', 'b', 'c', 'd'])
  expect(log.every((entry) => Number(entry[1]) <= 2)).toBe(true)
})

test('who stops waiting gets no slot and takes none [lab]', async () => {
  const slots = createSlots(1)
  let finish = (): void => undefined
  const first = slots.use(() => new Promise<void>((resolve) => (finish = resolve)), never)
  const leaving = new AbortController()
  const second = slots.use(() => Promise.resolve('never'), leaving.signal)
  const third = slots.use(() => Promise.resolve('third'), never)
  leaving.abort()
  await expect(second).resolves.toBeUndefined()
  await Promise.resolve()
  finish()
  await first
  await expect(third).resolves.toBe('third')
})

test('failed work gives its slot back [lab]', async () => {
  const slots = createSlots(1)
  await expect(slots.use(() => Promise.reject(new Error('broken')), never)).rejects.toThrow('broken')
  await expect(slots.use(() => Promise.resolve(1), never)).resolves.toBe(1)
})
