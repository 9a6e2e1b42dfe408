import { expect, test } from '@jest/globals'
import { logStreamOf, logTail } from '../../../lib/ecs/log-tail.ts'
import { type Delivered, fakeStream } from '../../actions/migrate/stream.ts'
import { fakeClock } from '../../fakes/clock.ts'

const OF = { group: '/app', stream: 'api/api/1' }

/** A tail of a stream whose lines are at these seconds, and are shown so many seconds later. */
function follow(lines: readonly (readonly [at: number, text: string, late: number])[]) {
  const clock = fakeClock(0)
  const all: readonly Delivered[] = lines.map(([at, text, late]) => ({
    at: at * 1000,
    text,
    deliveredAt: (at + late) * 1000
  }))
  const told: string[] = []
  const late: string[] = []
  const tail = logTail(fakeStream({ clock, linesOf: () => all }), OF, (found) => {
    told.push(...found.map(({ text }) => text))
    late.push(...found.filter(({ isLate }) => isLate).map(({ text }) => text))
  })
  return { clock, tail, told, late, texts: () => tail.lines().map(({ text }) => text) }
}

test('a stream that is not there yet is no fault, and begins later', async () => {
  const { clock, tail, told } = follow([[1, 'first', 1]])
  expect(await tail.news()).toBe(0)
  clock.move(5000)
  expect(await tail.news()).toBe(1)
  expect(await tail.news()).toBe(0)
  expect(told).toEqual(['first'])
})

test('an empty page is not the end: all pages are read, each line once', async () => {
  const lines = Array.from({ length: 20 }, (_, at) => [at / 10, `line ${at}`, 0] as const)
  const { clock, tail, told } = follow(lines)
  clock.move(10_000)
  expect(await tail.news()).toBe(20)
  expect(told).toEqual(lines.map(([, text]) => text))
})

test('what arrives after the end of the task, and what CloudWatch puts in between, is not lost', async () => {
  const { clock, tail, told, late, texts } = follow([
    [1, 'first', 0],
    [2, 'overtaken', 9],
    [3, 'third', 0],
    [4, 'last', 5]
  ])
  clock.move(5000)
  await tail.news()
  expect(told).toEqual(['first', 'third'])
  await tail.drain({ clock })
  expect(texts()).toEqual(['first', 'overtaken', 'third', 'last'])
  expect(told).toEqual(['first', 'third', 'last', 'overtaken'])
  expect(late).toEqual(['overtaken'])
})

test('equal lines of one moment are as many as there are', async () => {
  const { clock, tail, texts } = follow([
    [1, 'same', 0],
    [1, 'same', 6],
    [1, 'other', 6]
  ])
  clock.move(2000)
  await tail.news()
  await tail.drain({ clock })
  expect(texts().toSorted()).toEqual(['other', 'same', 'same'])
})

test('a task that wrote nothing is waited for half a minute, one that wrote for some seconds', async () => {
  const silent = follow([])
  await silent.tail.drain({ clock: silent.clock })
  expect(silent.clock.now()).toBe(30_000)
  const loud = follow([[0, 'line', 0]])
  await loud.tail.drain({ clock: loud.clock })
  expect(loud.clock.now()).toBeLessThan(10_000)
})

test('throttling loses and repeats nothing', async () => {
  const { clock, told } = follow([])
  const lines = Array.from({ length: 7 }, (_, at) => ({ at, text: `${at}`, deliveredAt: 0 }))
  const page = fakeStream({ clock, linesOf: () => lines })
  let calls = 0
  const throttled = new Error('slow down')
  const tail = logTail(
    async (...input) => {
      calls += 1
      if (calls % 3 === 0) throw throttled
      return page(...input)
    },
    OF,
    (found) => told.push(...found.map(({ text }) => text))
  )
  await tail.drain({ clock, isThrottled: (error) => error === throttled, patienceMs: 120_000 })
  expect(told).toEqual(lines.map(({ text }) => text))
})

test('that not all could be read again is told', async () => {
  const { clock, tail } = follow([[0, 'line', 0]])
  expect(await tail.drain({ clock })).toBe(true)
  const throttled = new Error('slow down')
  const refusing = logTail(
    () => Promise.reject(throttled),
    OF,
    () => {}
  )
  expect(await refusing.drain({ clock, isThrottled: (error) => error === throttled })).toBe(false)
  let page = 0
  const endless = logTail(
    async () => ({ lines: [], token: `${(page += 1)}` }),
    OF,
    () => {}
  )
  expect(await endless.drain({ clock })).toBe(false)
})

test.each([
  [{ logDriver: 'awslogs', options: { 'awslogs-group': '/app', 'awslogs-stream-prefix': 'p' } }, 'p/api/42'],
  [{ logDriver: 'awslogs', options: { 'awslogs-group': '/app' } }, undefined],
  [{ logDriver: 'splunk', options: {} }, undefined],
  [undefined, undefined]
])('%j writes to %s', (logConfiguration, stream) => {
  expect(logStreamOf({ name: 'api', image: 'app:1', logConfiguration }, '42')?.stream).toBe(stream)
})
