/** How late rollout notices that a deployment is over, on scripted durations and a clock that jumps, beside the SDK's own waiter. */
import type { ServiceDeployment } from '../../lib/aws/ecs-service-deployments.ts'
import type { Service } from '../../lib/aws/ecs-services.ts'
import type { Log } from '../../lib/log.ts'
import { follow } from '../../actions/rollout/src/follow.ts'
import type { EcsPort, Ports } from '../../actions/rollout/src/ports.ts'
import { type Brief, newTrail } from '../../actions/rollout/src/trail.ts'
import { sayRatio, type Section } from './section.ts'

const RANGES = [
  [20, 60],
  [60, 120],
  [150, 240],
  [240, 420],
  [420, 900]
] as const
const RUNS = 1000

type Cost = Readonly<{ late: number; rate: number }>

/** Mean lateness in seconds and requests a second, for deployments that take between so many seconds. */
export async function benchOverWait(): Promise<Section> {
  const rows: (readonly string[])[] = []
  for (const [from, to] of RANGES) {
    const durations = Array.from({ length: RUNS }, (_, at) => from + ((to - from) * at) / RUNS)
    const ours = await Promise.all(durations.map(rollout))
    const theirs = durations.map(waiter)
    const [late, sdk] = [mean(ours.map((one) => one.late)), mean(theirs)]
    const rate = mean(ours.map((one) => one.rate)).toFixed(2)
    rows.push([`${from}–${to} s`, `${late.toFixed(1)} s`, rate, `${sdk.toFixed(0)} s`, sayRatio(sdk, late)])
  }
  return {
    title: 'Noticing that a deployment is over',
    columns: ['it takes', 'rollout is late', 'requests/s', 'waiter is late', 'ratio'],
    rows,
    note: `Means of ${RUNS} scripted deployments each; the waiter is the SDK's services-stable with its defaults (15 to 600 s).`
  }
}

async function rollout(seconds: number): Promise<Cost> {
  let now = 0
  let requests = 0
  const due = seconds * 1000
  const describe = async (): Promise<ServiceDeployment> => {
    requests += 1
    return now >= due ? { ...DEPLOYMENT, status: 'SUCCESSFUL' } : DEPLOYMENT
  }
  const describeService = async (): Promise<Service | undefined> => {
    requests += 1
    return undefined
  }
  const ecs = { describeDeployment: describe, describeService } as unknown as EcsPort
  const sleep = async (ms: number): Promise<void> => {
    now += ms
  }
  const clock = { now: () => now, sleep }
  const ports = { ecs, clock, log: SILENT, signal: new AbortController().signal } as unknown as Ports
  await follow(newTrail({ kind: 'entry', arn: '', createdAt: 0 }), BRIEF, ports)
  return { late: (now - due) / 1000, rate: requests / (now / 1000) }
}

/** The formula of @smithy/util-waiter: a random delay below an exponential one, and its longest from some attempt on. */
function waiter(seconds: number): number {
  const [least, most] = [15, 600]
  const ceiling = Math.log(most / least) / Math.log(2) + 1
  let now = 0
  for (let attempt = 1; now < seconds; attempt += 1)
    now += attempt > ceiling ? most : least + Math.random() * (least * 2 ** (attempt - 1) - least)
  return now - seconds
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

const SILENT = { info: () => undefined, warning: () => undefined } as unknown as Log

const BRIEF: Brief = {
  place: { cluster: 'prod', service: 'web' },
  aim: { waitUntil: 'steady', minimumHealthyPercent: 100 },
  taskDefinition: '',
  began: 0,
  deadlineMs: 3_600_000,
  judgesDeaths: true
}

const TASKS = { arn: '', requested: 2, running: 1, pending: 1 }
const DEPLOYMENT: ServiceDeployment = {
  arn: '',
  reason: '',
  createdAt: 0,
  targetRevision: '',
  status: 'IN_PROGRESS',
  target: TASKS,
  sources: [],
  failures: 0,
  threshold: 3,
  triggeredAlarms: []
}
