import { expect, test } from '@jest/globals'
import { breakDown } from '../../../actions/rollout/src/breakdown.ts'
import { commonCause, deathsOf } from '../../../actions/rollout/src/deaths.ts'
import { readTails } from '../../../actions/rollout/src/evidence.ts'
import { compareDefinitions } from '../../../actions/rollout/src/definition-diff.ts'
import type { Task } from '../../../lib/aws/ecs-tasks.ts'
import { definition } from '../../fakes/ecs-world.ts'
import { rolloutWorld } from './world.ts'

const task = (id: string, fields: Partial<Task> = {}): Task => ({
  arn: `arn:task/${id}`,
  id,
  taskDefinition: 'web:2',
  startedBy: 'ecs-svc/2',
  status: 'STOPPED',
  desiredStatus: 'STOPPED',
  health: 'UNKNOWN',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  createdAt: 100,
  containers: [{ name: 'api', status: 'STOPPED', exitCode: 1, health: 'UNKNOWN' }],
  ...fields
})

const SUSPECTS = { taskDefinition: 'web:2', since: 50 }

test('deaths are of tasks of this deployment that nobody wanted to end', () => {
  const others = [
    task('other', { taskDefinition: 'web:1' }),
    task('before', { createdAt: 10 }),
    task('scaled', { stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' }),
    task('person', { stopCode: 'UserInitiated' })
  ]
  expect(deathsOf([task('a'), ...others], SUSPECTS).map((one) => one.task.id)).toEqual(['a'])
})

test('a death is told with its container, its code and what it means', () => {
  const containers = [
    { name: 'log', status: 'STOPPED', exitCode: 0, health: 'UNKNOWN' },
    { name: 'api', status: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: killed', health: 'UNKNOWN' }
  ]
  const [death] = deathsOf([task('a', { containers })], SUSPECTS)
  expect(death?.words).toBe(
    'EssentialContainerExited: Essential container in task exited: container api exited with 137: OutOfMemoryError: killed'
  )
  expect(death?.diagnosis?.cause).toBe('The container took more memory than it may.')
})

test('three deaths have a common cause when only ids, addresses and ARNs differ', () => {
  const failed = (id: string, address: string): Task =>
    task(id, {
      stoppedReason: `Task failed health checks of ${address} in arn:aws:x:${id} (${'0'.repeat(9)}${id})`
    })
  const same = ['1', '2', '3'].map((id) => failed(id, `10.0.0.${id}`))
  expect(commonCause(deathsOf(same, SUSPECTS))).toHaveLength(3)
  expect(commonCause(deathsOf([...same.slice(1), task('4')], SUSPECTS))).toBeUndefined()
})

test.each<Pick<Task, 'stopCode' | 'stoppedReason'> & Readonly<{ exitCode?: number }>>([
  { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.', exitCode: 143 },
  { stopCode: 'TerminationNotice', stoppedReason: 'Host EC2 (instance i-1) terminated.', exitCode: 137 },
  { stopCode: 'InfrastructureHealth', stoppedReason: 'Task was stopped.', exitCode: 137 },
  { stopCode: 'TaskFailedToStart', stoppedReason: 'Capacity is unavailable at this time.' },
  { stopCode: 'TaskFailedToStart', stoppedReason: 'RESOURCE:ENI' }
])('what AWS ends is told, and no verdict on the release: $stopCode, $stoppedReason', (end) => {
  const { stopCode, stoppedReason, ...rest } = end
  const containers = [{ name: 'api', status: 'STOPPED', health: 'UNKNOWN', ...rest }]
  const tasks = ['1', '2', '3', '4'].map((id) => task(id, { stopCode, stoppedReason, containers }))
  const deaths = deathsOf(tasks, SUSPECTS)
  expect(deaths.map(({ diagnosis }) => diagnosis?.cause)).toEqual(
    tasks.map(() => expect.stringMatching(/^AWS /))
  )
  expect(commonCause(deaths)).toBeUndefined()
})

test('the time is told in parts, and the longest has a knob', () => {
  const course = {
    began: 0,
    sent: 1000,
    ended: 400_000,
    moments: { running: 30_000, complete: 60_000, oldGone: 90_000 }
  }
  const slow = task('a', { createdAt: 2000, pullStartedAt: 5000, pullStoppedAt: 25_000, startedAt: 55_000 })
  const slices = breakDown(course, [task('b', { startedAt: 3 }), slow])
  expect(slices.map(({ what, ms }) => [what, ms])).toEqual([
    ['asking ECS', 1000],
    ['placing tasks', 3000],
    ['pulling the image', 20_000],
    ['starting containers', 30_000],
    ['passing health checks', 30_000],
    ['draining old tasks', 310_000]
  ])
  expect(slices.flatMap(({ what, advice }) => (advice === undefined ? [] : [what]))).toEqual([
    'draining old tasks'
  ])
  expect(breakDown(course, []).map(({ what }) => what)).toContain('starting tasks')
})

test('task definitions differ by path; secrets are hidden, references are shown', () => {
  const container = (environment: object, secrets: object) => ({
    ...definition('app:1'),
    containerDefinitions: [{ name: 'api', image: 'app:1', environment: [environment], secrets: [secrets] }]
  })
  const before = container(
    { name: 'API_TOKEN', value: 'abcdefgh12345678' },
    { name: 'KEY', valueFrom: 'arn:a' }
  )
  const after = container(
    { name: 'API_TOKEN', value: 'hgfedcba87654321' },
    { name: 'KEY', valueFrom: 'arn:b' }
  )
  expect(compareDefinitions(before, { ...after, cpu: '512' })).toEqual([
    { path: 'api.environment.API_TOKEN', before: '(hidden)', after: '(hidden)' },
    { path: 'api.secrets.KEY', before: 'arn:a', after: 'arn:b' },
    { path: 'cpu', before: '256', after: '512' }
  ])
})

/** The end of the log of a task that stopped at 0, of which a line is shown so many seconds after the last. */
async function tailAt(seconds: number) {
  const { ports, clock } = rolloutWorld()
  const began = clock.now()
  const lines = ['Traceback (most recent call last):', '  File "api.py"', 'ImproperlyConfigured: no key']
  const lastLines = async () =>
    lines.slice(0, 1 + Math.floor((clock.now() - began) / 3000)).map((text, at) => ({ at, text }))
  const deaths = deathsOf([task('a', { stoppedAt: began - seconds * 1000 })], SUSPECTS)
  const [tail] = await readTails(deaths, definition('api:2'), { ...ports, logs: { lastLines } })
  return { count: tail?.lines.length, waited: clock.now() - began }
}

test('the log of a task that has just ended is read until nothing more arrives, that of an old one at once', async () => {
  expect(await tailAt(2)).toEqual({ count: 3, waited: 9000 })
  expect(await tailAt(60)).toEqual({ count: 1, waited: 0 })
})
