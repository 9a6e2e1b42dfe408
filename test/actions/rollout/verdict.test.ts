import { expect, test } from '@jest/globals'
import type { ServiceDeployment } from '../../../lib/aws/ecs-service-deployments.ts'
import type { Deployment, Service } from '../../../lib/aws/ecs-services.ts'
import { type Aim, judgeCount, judgeDeployment, judgeService } from '../../../actions/rollout/src/verdict.ts'

const HEALTHY: Aim = { waitUntil: 'healthy', minimumHealthyPercent: 100, hadOldTasks: true }
const STEADY: Aim = { ...HEALTHY, waitUntil: 'steady' }
const tasks = (requested: number, running: number, pending = 0) => ({ arn: 'r', requested, running, pending })

const entry = (fields: Partial<ServiceDeployment>): ServiceDeployment => ({
  arn: 'arn:2',
  status: 'IN_PROGRESS',
  reason: '',
  createdAt: 2,
  targetRevision: 'r2',
  target: tasks(2, 2),
  sources: [tasks(0, 0)],
  failures: 0,
  threshold: 3,
  triggeredAlarms: [],
  ...fields
})

test.each([
  ['SUCCESSFUL', { kind: 'success' }],
  ['ROLLBACK_SUCCESSFUL', { kind: 'rolled-back', reason: 'why' }],
  ['ROLLBACK_FAILED', { kind: 'failed', reason: 'why' }],
  ['STOPPED', { kind: 'ended', reason: 'why' }],
  ['PENDING', undefined],
  ['IN_PROGRESS', undefined],
  ['STOP_REQUESTED', undefined],
  ['ROLLBACK_REQUESTED', undefined],
  ['ROLLBACK_IN_PROGRESS', undefined]
] as const)('a service deployment that is %s', (status, verdict) => {
  expect(judgeDeployment(entry({ status, reason: 'why' }), STEADY)).toEqual(verdict)
})

test('healthy is when all new tasks run and the old ones are gone', () => {
  expect(judgeDeployment(entry({}), HEALTHY)).toEqual({ kind: 'success' })
})

test.each<readonly [string, Readonly<{ fields?: Partial<ServiceDeployment>; aim?: Partial<Aim> }>]>([
  ['one new task starts', { fields: { target: tasks(2, 1, 1) } }],
  ['an old task runs', { fields: { sources: [tasks(0, 1)] } }],
  ['there are to be no tasks', { fields: { target: tasks(0, 0) } }],
  ['there never were old tasks', { aim: { hadOldTasks: false } }],
  ['old tasks may go before new ones are healthy', { aim: { minimumHealthyPercent: 50 } }],
  ['the traffic is shifted in stages', { fields: { stage: 'BAKE_TIME' } }],
  ['it is on its way back', { fields: { status: 'ROLLBACK_IN_PROGRESS' } }]
])('it is not known to be healthy while %s', (_what, { fields = {}, aim = {} }) => {
  expect(judgeDeployment(entry(fields), { ...HEALTHY, ...aim })).toBeUndefined()
})

test('a breaker that may not go back, and an alarm, only stop: that is a failure', () => {
  const stopped = { status: 'STOPPED', reason: 'why' } as const
  expect(judgeDeployment(entry({ ...stopped, failures: 3 }), STEADY)?.kind).toBe('failed')
  expect(judgeDeployment(entry({ ...stopped, triggeredAlarms: ['5xx'] }), STEADY)?.kind).toBe('failed')
  expect(judgeDeployment(entry({ ...stopped, failures: 9, threshold: 0 }), STEADY)?.kind).toBe('ended')
})

const deployment = (id: string, fields: Partial<Deployment> = {}): Deployment => ({
  id,
  status: 'PRIMARY',
  taskDefinition: `web:${id}`,
  rolloutState: 'IN_PROGRESS',
  reason: '',
  failed: 0,
  desired: 2,
  running: 2,
  pending: 0,
  createdAt: Number(id),
  ...fields
})

const service = (deployments: readonly Deployment[], fields: Partial<Service> = {}): Service => ({
  name: 'web',
  arn: '',
  cluster: 'prod',
  status: 'ACTIVE',
  controller: 'ECS',
  taskDefinition: 'web:2',
  desired: 2,
  running: 2,
  pending: 0,
  hasLoadBalancer: true,
  minimumHealthyPercent: 100,
  rollsBack: true,
  deployments,
  events: [],
  placement: {},
  ...fields
})

const OURS = { id: '2', createdAt: 2 }
const judge = (...deployments: readonly Deployment[]) => judgeService(service(deployments), OURS, STEADY)

test('DescribeServices tells a success, and a failure that has nowhere to go', () => {
  expect(judge(deployment('2', { rolloutState: 'COMPLETED' }))).toEqual({ kind: 'success' })
  expect(judge(deployment('2', { rolloutState: 'FAILED', reason: 'why' }))).toEqual({
    kind: 'failed',
    reason: 'why'
  })
  expect(judge(deployment('2'))).toBeUndefined()
  expect(judge()).toBeUndefined()
})

test('DescribeServices tells a rollback by the older deployment that is the primary one again', () => {
  const failed = deployment('2', { rolloutState: 'FAILED', reason: 'breaker' })
  expect(judge(failed, deployment('1'))).toBeUndefined()
  expect(judge(deployment('1'), failed)).toBeUndefined()
  const back = deployment('1', { rolloutState: 'COMPLETED' })
  expect(judge(back, failed)).toEqual({ kind: 'rolled-back', reason: 'breaker' })
  expect(judge(back)?.kind).toBe('rolled-back')
})

test('DescribeServices tells a newer deployment that took its place', () => {
  expect(judge(deployment('3'), deployment('2', { status: 'ACTIVE' }))).toEqual({
    kind: 'superseded',
    by: { arn: '3', taskDefinition: 'web:3', createdAt: 3 }
  })
})

test('DescribeServices tells what is healthy', () => {
  const old = deployment('1', { running: 0, status: 'ACTIVE' })
  expect(judgeService(service([deployment('2'), old]), OURS, HEALTHY)).toEqual({ kind: 'success' })
  expect(judgeService(service([deployment('2'), { ...old, running: 1 }]), OURS, HEALTHY)).toBeUndefined()
})

test('a number of tasks is reached when all of them run', () => {
  const done = deployment('2', { rolloutState: 'COMPLETED' })
  expect(judgeCount(service([done]))).toEqual({ kind: 'success' })
  expect(judgeCount(service([done], { running: 1, pending: 1 }))).toBeUndefined()
  expect(judgeCount(service([done], { desired: 0, running: 0 }))).toEqual({ kind: 'success' })
  expect(judgeCount(service([done], { desired: 0, running: 1 }))).toBeUndefined()
})
