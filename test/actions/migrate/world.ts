import { migrate } from '../../../actions/migrate/src/migrate.ts'
import { parseInputs } from '../../../actions/migrate/src/inputs.ts'
import type { EcsPort, Ports } from '../../../actions/migrate/src/ports.ts'
import type { Launch, TaskOrder } from '../../../lib/aws/ecs-one-off-tasks.ts'
import type { Task, TaskContainer } from '../../../lib/aws/ecs-tasks.ts'
import type { LogLine } from '../../../lib/aws/logs.ts'
import type { Log } from '../../../lib/log.ts'
import type { Report } from '../../../lib/runner.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { ARN, ecsWorld, type WorldOptions } from '../../fakes/ecs-world.ts'
import { fakeStream } from './stream.ts'

/** A line of a task's log, in seconds since its container started; it is delivered `late` seconds after (2). */
export type Line = Readonly<{ at: number; text: string; late?: number }>

/** How a task goes. Left out: it runs for 10 seconds and ends with 0. */
export type Script = Readonly<{
  seconds?: number
  exitCode?: number
  lines?: readonly Line[]
  reason?: string
  /** Ends without its container having started. */
  unstarted?: string
  sideCars?: readonly TaskContainer[]
}>

type Run = { arn: string; order: TaskOrder; createdAt: number; script: Script; stoppedAt?: number }

export type Options = Omit<WorldOptions, 'clock'> &
  Readonly<{
    /** What is pending, with what it does. */
    pending?: Readonly<Record<string, readonly string[]>>
    look?: Script
    migrations?: readonly Script[]
    /** What the next requests to start a task are refused with. */
    refusals?: readonly string[]
    deniedLog?: boolean
  }>

const MISSING_MS = 2000
const START_MS = 8000
const GONE_MS = 5000
const PLACEMENT = {
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
  capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
  platformVersion: '1.4.0'
}

/** A service `web` of cluster `prod` that runs web:1, a database, and one-off tasks that move with the clock. */
export function migrateWorld(options: Options = {}) {
  const clock = fakeClock()
  const world = ecsWorld({ ...options, clock, service: { placement: PLACEMENT, ...options.service } })
  const runs: Run[] = []
  const tokens = new Map<string, Run>()
  const said: string[] = []
  const cancel = new AbortController()
  const state = { pending: { ...(options.pending ?? { 'tenants.0002_plan': ['Add field plan to tenant'] }) } }
  const scripts = [...(options.migrations ?? [])]
  const refusals = [...(options.refusals ?? [])]
  const isLook = ({ command }: TaskOrder): boolean =>
    command.includes('--plan') || command.includes('--check')

  const endOf = ({ createdAt, script, stoppedAt }: Run): number =>
    Math.min(createdAt + START_MS + (script.seconds ?? 10) * 1000, stoppedAt ?? Infinity)
  const scriptOf = (order: TaskOrder): Script => {
    if (isLook(order)) return { lines: planLines(state.pending), ...options.look }
    return { lines: applyLines(state.pending), ...scripts.shift() }
  }
  const settle = (): void => {
    const done = runs.find((run) => !isLook(run.order) && endOf(run) <= clock.now() && isGood(run))
    if (done !== undefined) state.pending = {}
  }
  const isGood = ({ script, stoppedAt }: Run): boolean =>
    (script.exitCode ?? 0) === 0 && stoppedAt === undefined

  const start = async (order: TaskOrder, token: string): Promise<Launch> => {
    settle()
    const known = tokens.get(token)
    if (known !== undefined) return { kind: 'started', arn: known.arn, isOver: endOf(known) <= clock.now() }
    const reason = refusals.shift()
    if (reason !== undefined) return { kind: 'refused', reason, detail: '' }
    const arn = `${ARN}:task/prod/${String(runs.length + 1).padStart(32, '0')}`
    const run: Run = { arn, order, createdAt: clock.now(), script: scriptOf(order) }
    runs.push(run)
    tokens.set(token, run)
    return { kind: 'started', arn, isOver: false }
  }
  const visible = (): readonly Run[] => runs.filter(({ createdAt }) => clock.now() - createdAt >= MISSING_MS)
  const own: Pick<EcsPort, 'runTask' | 'stopTask' | 'listStartedBy' | 'describeOrders' | 'describeTasks'> = {
    runTask: start,
    stopTask: async (_cluster, arn) => {
      const run = runs.find((one) => one.arn === arn)
      if (run !== undefined && endOf(run) > clock.now()) run.stoppedAt = clock.now()
    },
    listStartedBy: async ({ startedBy, desiredStatus }) =>
      visible()
        .filter(({ order }) => order.startedBy === startedBy)
        .filter((run) => endOf(run) <= clock.now() === (desiredStatus === 'STOPPED'))
        .map(({ arn }) => arn),
    describeOrders: async (_cluster, arns) =>
      visible()
        .filter(({ arn }) => arns.includes(arn))
        .map((run) => ({ ...run.order, arn: run.arn, isOver: endOf(run) <= clock.now() })),
    describeTasks: async (_cluster, arns) => {
      settle()
      return visible()
        .filter(({ arn }) => arns.includes(arn))
        .map((run) => describe(run, { end: endOf(run), now: clock.now() }))
    }
  }
  const record = <T extends object>(port: T): T =>
    Object.fromEntries(
      Object.entries(port).map(([operation, call]) => [
        operation,
        async (...input: readonly unknown[]) => {
          options.before?.(operation)
          world.calls.push({ operation, at: clock.now(), input: input.at(0) })
          return (call as (...all: readonly unknown[]) => Promise<unknown>)(...input)
        }
      ])
    ) as T
  const linesOf = (stream: string): readonly (LogLine & Readonly<{ deliveredAt: number }>)[] => {
    const run = runs.find(({ arn }) => stream.endsWith(arn.slice(-32)))
    if (run === undefined) return []
    return (run.script.lines ?? [])
      .map(({ at, text, late = 2 }) => {
        const written = run.createdAt + START_MS + at * 1000
        return { at: written, text, deliveredAt: written + late * 1000 }
      })
      .filter(({ at }) => at <= endOf(run))
  }
  const ecs: EcsPort = { ...world.ecs, ...record(own) }
  const ports: Ports = {
    ecs,
    polled: ecs,
    digestOf: async () => `sha256:${'a'.repeat(64)}`,
    readPage: fakeStream({ clock, linesOf, denied: options.deniedLog === true }),
    clock,
    log: quiet(said),
    signal: cancel.signal
  }
  const run = (inputs: Readonly<Record<string, string>> = {}): Promise<Report> =>
    migrate(
      parseInputs((name) => ({ cluster: 'prod', service: 'web', ...inputs })[name] ?? ''),
      ports
    )
  const count = (look: boolean): number => runs.filter(({ order }) => isLook(order) === look).length
  return {
    ...world,
    clock,
    runs,
    said,
    cancel,
    ports,
    state,
    run,
    start,
    looks: () => count(true),
    migrations: () => count(false)
  }
}

export type World = ReturnType<typeof migrateWorld>

const planLines = (pending: Readonly<Record<string, readonly string[]>>): readonly Line[] => {
  const names = Object.entries(pending)
  const body = names.flatMap(([name, operations]) => [name, ...operations.map((one) => `    ${one}`)])
  return ['Planned operations:', ...(names.length === 0 ? ['  No planned migration operations.'] : body)].map(
    (text, at) => ({ at: 1 + at / 100, text })
  )
}

const applyLines = (pending: Readonly<Record<string, readonly string[]>>): readonly Line[] =>
  ['Running migrations:', ...Object.keys(pending).map((name) => `  Applying ${name}... OK`)].map(
    (text, at) => ({
      at: 1 + at,
      text
    })
  )

type Moment = Readonly<{ end: number; now: number }>

function describe(run: Run, { end, now }: Moment): Task {
  const { arn, order, script, createdAt } = run
  const isOver = now >= end
  return {
    arn,
    id: arn.slice(-32),
    taskDefinition: order.taskDefinition,
    startedBy: order.startedBy,
    status: statusOf(run, { end, now }),
    desiredStatus: isOver ? 'STOPPED' : 'RUNNING',
    health: 'UNKNOWN',
    stopCode: isOver ? stopCodeOf(run) : '',
    stoppedReason: isOver ? (script.unstarted ?? 'Essential container in task exited') : '',
    createdAt,
    containers: [containerOf(run, isOver), ...(isOver ? (script.sideCars ?? []) : [])]
  }
}

function statusOf({ createdAt, script }: Run, { end, now }: Moment): string {
  if (now >= end + GONE_MS || (now >= end && script.unstarted !== undefined)) return 'STOPPED'
  if (now >= end) return 'DEPROVISIONING'
  return now >= createdAt + START_MS ? 'RUNNING' : 'PENDING'
}

function stopCodeOf({ script, stoppedAt }: Run): string {
  if (stoppedAt !== undefined) return 'UserInitiated'
  return script.unstarted === undefined ? 'EssentialContainerExited' : 'TaskFailedToStart'
}

function containerOf({ order, script, stoppedAt }: Run, isOver: boolean): TaskContainer {
  const exitCode = stoppedAt === undefined ? (script.exitCode ?? 0) : 143
  return {
    name: order.container,
    status: isOver ? 'STOPPED' : 'RUNNING',
    health: 'UNKNOWN',
    ...(isOver && script.unstarted === undefined ? { exitCode } : {}),
    ...(isOver && script.reason !== undefined ? { reason: script.reason } : {})
  }
}

const quiet = (said: string[]): Log => ({
  info: (line) => said.push(line),
  debug: (line) => said.push(line),
  warning: (line) => said.push(`warning: ${line}`),
  error: (line) => said.push(`error: ${line}`),
  group: (_title, work) => work()
})
