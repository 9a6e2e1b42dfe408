import { expect, test } from '@jest/globals'
import { createGroups, type GroupRequest } from '../../../lab/runner/run/concurrency.ts'
import { openBench, pushed } from '../../fakes/runner-bench.ts'

const never = new AbortController().signal
const asking = (changes: Partial<GroupRequest> = {}): GroupRequest => ({
  group: 'g',
  queue: 'single',
  cancelInProgress: false,
  cancel: () => undefined,
  ...changes
})

test('one holds the group, the newest waits, and who waited before gives way [docs: workflow-syntax#concurrency]', async () => {
  const groups = createGroups()
  const first = await groups.enter(asking(), never)
  const second = groups.enter(asking(), never)
  const third = groups.enter(asking({ group: 'G' }), never)
  await expect(second).resolves.toBeUndefined()
  first?.release()
  await expect(third).resolves.toBeDefined()
})

test('queue: max keeps everyone in order [docs: workflow-syntax#concurrency]', async () => {
  const groups = createGroups()
  const order: number[] = []
  const first = await groups.enter(asking(), never)
  const waiting = [1, 2, 3].map(async (n) => {
    const slot = await groups.enter(asking({ queue: 'max' }), never)
    order.push(n)
    slot?.release()
  })
  first?.release()
  await Promise.all(waiting)
  expect(order).toEqual([1, 2, 3])
})

test('a full queue takes nobody more [docs: workflow-syntax#concurrency]', async () => {
  const groups = createGroups()
  await groups.enter(asking(), never)
  const waiting = Array.from({ length: 101 }, () => groups.enter(asking({ queue: 'max' }), never))
  await expect(waiting[100]).resolves.toBeUndefined()
})

test('cancel-in-progress ends the holder and takes its place when it has gone [docs: workflow-syntax#concurrency]', async () => {
  const groups = createGroups()
  const cancelled: string[] = []
  const first = await groups.enter(asking({ cancel: () => cancelled.push('first') }), never)
  const second = groups.enter(asking({ cancelInProgress: true }), never)
  expect(cancelled).toEqual(['first'])
  first?.release()
  await expect(second).resolves.toBeDefined()
})

test('who stops waiting leaves the queue [lab]', async () => {
  const groups = createGroups()
  const first = await groups.enter(asking(), never)
  const leaving = new AbortController()
  const second = groups.enter(asking({ queue: 'max' }), leaving.signal)
  const third = groups.enter(asking({ queue: 'max' }), never)
  leaving.abort()
  await expect(second).resolves.toBeUndefined()
  first?.release()
  await expect(third).resolves.toBeDefined()
})

test('group and cancel-in-progress may be expressions [docs: workflow-syntax#concurrency]', async () => {
  const bench = await openBench({
    files: pushed(
      'a: {runs-on: x, steps: [{run: sleep 0.05}]}',
      `on: push
concurrency:
  group: \${{ github.workflow }}-\${{ github.ref_name }}
  cancel-in-progress: \${{ github.ref_name != 'main' }}`
    )
  })
  const push = async (branch: string): Promise<string | undefined> =>
    (await bench.trigger({ ref: `refs/heads/${branch}` }))[0]?.conclusion
  // Which of two pushes at the same time comes first is open.
  const [mains, topics] = await Promise.all(
    ['main', 'topic'].map((branch) => Promise.all([push(branch), push(branch)]))
  )
  expect(mains).toEqual(['success', 'success'])
  expect(topics?.toSorted()).toEqual(['cancelled', 'success'])
  await bench.close()
})
