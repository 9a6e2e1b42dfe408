import type { ServiceDeployment, ServiceDeploymentStatus } from '../../lib/aws/ecs-service-deployments.ts'
import type { Deployment, Service } from '../../lib/aws/ecs-services.ts'
import type { Task } from '../../lib/aws/ecs-tasks.ts'
import type { Revision, TaskDefinition } from '../../lib/ecs/task-definition.ts'
import type { EcsPort } from '../../actions/rollout/src/ports.ts'
import type { FakeClock } from './clock.ts'
import { type Course, isOpen, type Script, statusAt } from './ecs-script.ts'

export type EcsCall = Readonly<{ operation: string; at: number; input: unknown }>
type Started = Course & { number: number; taskDefinition: string; stoppedAt?: number; supersededAt?: number }

export type WorldOptions = Readonly<{
  clock: FakeClock
  /** The service is set to web:1 with image app:1, once deployed with success. */
  desired?: number
  /** How the deployment of web:1 went, an hour before. */
  initial?: Script
  scripts?: readonly Script[]
  denied?: readonly string[]
  service?: Partial<Service>
  /** Whether the tasks that run are listed; otherwise only those that died are. */
  listsRunning?: boolean
  throttled?: (operation: string, count: number) => boolean
  /** Runs before each call is answered; may throw in its place. */
  before?: (operation: string) => void
}>

export const ARN = 'arn:aws:ecs:us-east-1:123456789012'
const revisionArn = (number: number): string => `${ARN}:task-definition/web:${number}`

/** A task definition of family `web` with one container. */
export const definition = (image: string, extra: Readonly<Record<string, unknown>> = {}): TaskDefinition => ({
  family: 'web',
  networkMode: 'awsvpc',
  cpu: '256',
  containerDefinitions: [
    {
      name: 'api',
      image,
      environment: [],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/app', 'awslogs-stream-prefix': 'api' }
      }
    }
  ],
  ...extra
})

/** ECS as far as a rollout sees it; its services move with the clock. */
export function ecsWorld(options: WorldOptions) {
  const { clock } = options
  const calls: EcsCall[] = []
  const revisions: Revision[] = []
  const started: Started[] = []
  const scripts = [...(options.scripts ?? [])]
  const state = { desired: options.desired ?? 2, lastNumber: 0 }

  const register = (wanted: TaskDefinition): Revision => {
    const revision = `web:${revisions.length + 1}`
    const made = { arn: revisionArn(revisions.length + 1), revision, isActive: true, definition: wanted }
    revisions.push(made)
    return made
  }
  const begin = (taskDefinition: string, script: Script): void => {
    const number = (state.lastNumber += 1)
    const current = started[0]
    if (current !== undefined && isOpen(statusOf(current))) current.supersededAt = clock.now()
    started.unshift({ number, taskDefinition, createdAt: clock.now(), script })
  }
  const seconds = ({ createdAt }: Started): number => (clock.now() - createdAt) / 1000

  const statusOf = (one: Started): ServiceDeploymentStatus => statusAt(one, clock.now())
  /** What the service is set to: a deployment that was rolled back no longer counts. */
  const live = (): string => {
    const good = started.find((one) => !/^(?:ROLLBACK|STOPPED)/.test(statusOf(one)))
    return (good ?? started.at(-1))?.taskDefinition ?? ''
  }
  const deathsOf = (one: Started): readonly Task[] =>
    (one.script.deathsAt ?? [])
      .filter((at) => at <= seconds(one))
      .map((at, index) => task(one, { index: index + 1, at }))
  const task = (one: Started, { index, at }: Readonly<{ index: number; at: number }>): Task => ({
    arn: `${ARN}:task/prod/${one.number}${String(index).padStart(31, '0')}`,
    id: `${one.number}${String(index).padStart(31, '0')}`,
    taskDefinition: one.taskDefinition,
    startedBy: `ecs-svc/${one.number}`,
    status: 'STOPPED',
    desiredStatus: 'STOPPED',
    health: 'UNKNOWN',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    createdAt: one.createdAt + at * 1000 - 500,
    containers: [{ name: 'api', status: 'STOPPED', exitCode: 1, health: 'UNKNOWN' }],
    ...one.script.death
  })
  /** A service keeps the tasks of what serves: they were created a second after its deployment. */
  const runningTasks = (): readonly Task[] => {
    const one = started.find((course) => !statusOf(course).startsWith('ROLLBACK') && isHealthy(course))
    if (one === undefined) return []
    return Array.from({ length: state.desired }, (_, at) => ({
      ...task(one, { index: 900 + at, at: 1.5 }),
      desiredStatus: 'RUNNING',
      status: 'RUNNING'
    }))
  }
  const isHealthy = (one: Started): boolean => seconds(one) >= (one.script.healthyAt ?? 20)

  /** Old tasks serve on while a deployment goes back. */
  const serving = (): boolean => {
    const one = started.find((course) => !statusOf(course).startsWith('ROLLBACK'))
    return one !== undefined && isHealthy(one)
  }

  const describe = (one: Started): ServiceDeployment => ({
    ...entry(one),
    target: { arn: `rev-${one.number}`, ...tasksOf(one, state.desired) },
    sources: [{ arn: 'rev-old', requested: 0, running: isHealthy(one) ? 0 : state.desired, pending: 0 }],
    failures: deathsOf(one).length,
    threshold: 3,
    triggeredAlarms: []
  })
  const tasksOf = (one: Started, desired: number) => {
    const running = isHealthy(one) ? desired : 0
    return { requested: desired, running, pending: desired - running }
  }
  const entry = (one: Started) => ({
    arn: `${ARN}:service-deployment/prod/web/${one.number}`,
    status: statusOf(one),
    reason: one.script.reason ?? '',
    createdAt: one.createdAt,
    targetRevision: `rev-${one.number}`
  })
  const deploymentsOf = (): readonly Deployment[] => {
    const rank = (one: Started): boolean => one.taskDefinition === live()
    const shown = started.filter(
      (one) =>
        isOpen(statusOf(one)) ||
        one === started.find(rank) ||
        (one === started[0] && statusOf(one) !== 'ROLLBACK_SUCCESSFUL')
    )
    return shown
      .toSorted((a, b) => Number(rank(b)) - Number(rank(a)) || b.number - a.number)
      .map((one, at) => {
        const { requested, running, pending } = tasksOf(one, state.desired)
        const status = statusOf(one)
        const rolloutState = isOpen(status) ? 'IN_PROGRESS' : status === 'SUCCESSFUL' ? 'COMPLETED' : 'FAILED'
        return {
          id: `ecs-svc/${one.number}`,
          status: at === 0 ? 'PRIMARY' : 'ACTIVE',
          taskDefinition: one.taskDefinition,
          rolloutState,
          reason: one.script.reason ?? '',
          failed: deathsOf(one).length,
          desired: requested,
          running,
          pending,
          createdAt: one.createdAt
        }
      })
  }
  const describeService = (): Service => ({
    name: 'web',
    arn: `${ARN}:service/prod/web`,
    cluster: 'prod',
    status: 'ACTIVE',
    controller: 'ECS',
    taskDefinition: live(),
    desired: state.desired,
    running: serving() ? state.desired : 0,
    pending: 0,
    hasLoadBalancer: true,
    minimumHealthyPercent: 100,
    rollsBack: true,
    deployments: deploymentsOf(),
    events: [],
    placement: {},
    ...options.service
  })
  const find = (arn: string): Started | undefined => started.find((one) => entry(one).arn === arn)

  const answers: EcsPort = {
    describeService: async ({ service }) => (service === 'web' ? describeService() : undefined),
    updateService: async (_place, { taskDefinition, desiredCount, force = false }) => {
      if (desiredCount !== undefined) state.desired = desiredCount
      const wanted = taskDefinition ?? live()
      if (force || wanted !== live()) begin(wanted, scripts.shift() ?? {})
      return describeService()
    },
    listDeployments: async (_place, pages = 1) => started.slice(0, 20 * pages).map(entry),
    describeDeployment: async (_place, arn) => {
      const one = find(arn)
      return one === undefined ? undefined : describe(one)
    },
    stopDeployment: async (_place, arn) => {
      const one = find(arn)
      if (one !== undefined) one.stoppedAt ??= clock.now()
    },
    taskDefinitionsOf: async () =>
      Object.fromEntries(started.map((one) => [`rev-${one.number}`, one.taskDefinition])),
    describeDefinition: async (name) => {
      if (name.includes(':')) return revisions.find(({ arn, revision }) => arn === name || revision === name)
      return revisions.findLast(({ isActive, definition: { family } }) => isActive && family === name)
    },
    registerDefinition: async (wanted) => register(wanted),
    deregisterDefinition: async (arn) => {
      const at = revisions.findIndex((one) => one.arn === arn)
      const found = revisions[at]
      if (found !== undefined) revisions[at] = { ...found, isActive: false }
    },
    listTasks: async ({ desiredStatus }) =>
      (desiredStatus === 'RUNNING' && options.listsRunning === true
        ? runningTasks()
        : started.flatMap(deathsOf)
      ).map(({ arn }) => arn),
    describeTasks: async (_cluster, arns) =>
      [...started.flatMap(deathsOf), ...runningTasks()].filter(({ arn }) => arns.includes(arn))
  }

  const isThrottled = (operation: string): boolean =>
    options.throttled?.(operation, calls.filter((call) => call.operation === operation).length) === true

  /** Records each call, and refuses or slows it down where the test wants that. */
  const recorded = Object.fromEntries(
    Object.entries(answers).map(([operation, answer]) => [
      operation,
      async (...input: readonly unknown[]) => {
        options.before?.(operation)
        calls.push({ operation, at: clock.now(), input: input.at(-1) })
        if (options.denied?.includes(operation) === true) throw named('AccessDeniedException', operation)
        if (isThrottled(operation)) throw named('ThrottlingException', operation)
        return (answer as (...all: readonly unknown[]) => Promise<unknown>)(...input)
      }
    ])
  ) as unknown as EcsPort

  register(definition('app:1'))
  begin(revisionArn(1), { healthyAt: 0, endsAt: 0, ...options.initial })
  clock.move(3_600_000)
  return { ecs: recorded, calls, revisions, begin, register, started, live, count: () => state.desired }
}

function named(name: string, operation: string): Error {
  const error = new Error(`ECS ${operation} is refused.`)
  error.name = name
  return error
}
