import { isThrottled } from '../../../lib/aws/call.ts'
import { isDenied } from '../../../lib/aws/denied.ts'
import type { Task, TaskContainer } from '../../../lib/aws/ecs-tasks.ts'
import type { LogLine, LogStream } from '../../../lib/aws/logs.ts'
import { nameOf } from '../../../lib/ecs/names.ts'
import { logStreamOf, type LogTail, logTail, type ReadLine } from '../../../lib/ecs/log-tail.ts'
import type { ContainerDefinition } from '../../../lib/ecs/task-definition.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import { describeError } from '../../../lib/errors.ts'
import { logText } from '../../../lib/plain-text.ts'
import { poll } from '../../../lib/poll.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import type { Ports } from './ports.ts'

/** A task that is followed. */
export type Errand = Readonly<{
  cluster: string
  arn: string
  container: ContainerDefinition
  /** Undefined when its log is not in CloudWatch Logs, or may not be read. */
  stream: LogStream | undefined
}>

/** How far a task came; without a `task` it was never seen. */
export type Sight = Readonly<{
  errand: Errand
  /** Whether the container ended, or the task before it began. */
  isOver: boolean
  task?: Task
  container?: TaskContainer
  /** The whole log, by time. */
  lines: readonly string[]
}>

/** A task by its ARN. */
export function errandOf(cluster: string, arn: string, container: ContainerDefinition): Errand {
  return { cluster, arn, container, stream: logStreamOf(container, nameOf(arn)) }
}

/** ECS may not know a new task for some seconds; then it has lost it. */
const UNSEEN_MS = 60_000

/** Every so many looks, one page of the log is read as well: both together cost no more than half a request a second. */
const LOG_EVERY = 6

/** Follows a task and its log until the container has ended, or the time is up. */
export async function watch(errand: Errand, deadlineMs: number, ports: Ports): Promise<Sight> {
  const { clock, log, signal, polled } = ports
  const began = clock.now()
  const tail = openTail(errand, ports)
  let seen: Task | undefined
  let looks = 0
  const ask = async (): Promise<Task | undefined> => {
    const [task] = await polled.describeTasks(errand.cluster, [errand.arn])
    const elapsed = clock.now() - began
    if (task === undefined && seen === undefined) expectSoon(errand, elapsed)
    if (task !== undefined && task.status !== seen?.status)
      log.info(`Task ${task.id}: ${task.status} (${renderElapsed(elapsed)}).`)
    seen = task ?? seen
    looks += 1
    if (looks % LOG_EVERY === 0) await tail.news(1)
    return seen !== undefined && isOver(seen, errand) ? seen : undefined
  }
  const over = await poll(ask, { clock, signal, isThrottled, deadlineMs })
  const isWhole = over === undefined || (await tail.drain({ clock, signal, isThrottled }))
  if (!isWhole)
    log.warning('The log may lack lines here: CloudWatch Logs did not let all of it be read again.')
  return sightOf(errand, { task: over ?? seen, isOver: over !== undefined, lines: tail.lines() })
}

function expectSoon({ arn }: Errand, elapsedMs: number): void {
  if (elapsedMs >= UNSEEN_MS) throw new Error(`ECS does not know task ${arn} a minute after it was started.`)
}

/** A container of the name has an exit code as soon as it ends; AWS takes half a minute more for the task. */
const isOver = (task: Task, { container }: Errand): boolean =>
  task.status === 'STOPPED' || containerIn(task, container.name)?.exitCode !== undefined

const containerIn = ({ containers }: Task, name: string): TaskContainer | undefined =>
  containers.find((one) => one.name === name)

function sightOf(
  errand: Errand,
  {
    task,
    isOver: over,
    lines
  }: Readonly<{ task?: Task | undefined; isOver: boolean; lines: readonly LogLine[] }>
): Sight {
  const container = task === undefined ? undefined : containerIn(task, errand.container.name)
  return {
    errand,
    isOver: over,
    lines: lines.map(({ text }) => text),
    ...(task === undefined ? {} : { task }),
    ...(container === undefined ? {} : { container })
  }
}

/** What stands below newer lines tells its time, so that nobody takes the order of the job's log for the task's. */
const shown = ({ at, text, isLate }: ReadLine): string =>
  `${isLate ? `(late, of ${new Date(at).toISOString()}) ` : ''}${logText(hideShapes(text))}`

/** The log as far as it may be read; a refusal is one warning. */
function openTail({ stream }: Errand, { log, readPage }: Ports): LogTail {
  if (stream === undefined) return { news: async () => 0, drain: async () => true, lines: () => [] }
  const say = (lines: readonly ReadLine[]): void => {
    for (const line of lines) log.info(`│ ${shown(line).replaceAll('\n', '\n│ ')}`)
  }
  const tail = logTail(readPage, stream, say)
  let isRefused = false
  const unlessDenied = async <T>(ask: () => Promise<T>, otherwise: T): Promise<T> => {
    if (isRefused) return otherwise
    try {
      return await ask()
    } catch (error) {
      if (!isDenied(error)) throw error
      isRefused = true
      log.warning(`The log of the task is not shown. ${describeError(error)}`)
      return otherwise
    }
  }
  return {
    news: (pages) => unlessDenied(() => tail.news(pages), 0),
    drain: (policy) => unlessDenied(() => tail.drain(policy), true),
    lines: tail.lines
  }
}
