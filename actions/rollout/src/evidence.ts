import { isDenied } from '../../../lib/aws/denied.ts'
import type { Task } from '../../../lib/aws/ecs-tasks.ts'
import type { LogStream } from '../../../lib/aws/logs.ts'
import { logStreamOf } from '../../../lib/ecs/log-tail.ts'
import type { ContainerDefinition, TaskDefinition } from '../../../lib/ecs/task-definition.ts'
import { logText } from '../../../lib/plain-text.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import type { Death } from './deaths.ts'
import type { LogTail } from './outcome.ts'
import type { Ports } from './ports.ts'
import type { Brief, Trail } from './trail.ts'

const LINES = 50
/** Lines arrive some seconds after the task has ended, and not all at once. */
const LATE_MS = 15_000
const ATTEMPTS = 4
const PAUSE_MS = 3000

/** The ends of the logs of failed tasks: one for each way of dying, two at most. */
export async function readTails(
  deaths: readonly Death[],
  definition: TaskDefinition,
  ports: Ports
): Promise<readonly LogTail[]> {
  const ways = [
    ...Map.groupBy(deaths, ({ container }) => `${container?.name}/${container?.exitCode}`).values()
  ]
  const samples = ways.flatMap((group) => group.slice(-1)).slice(0, 2)
  return Promise.all(samples.map((death) => readTail(death, definition, ports)))
}

async function readTail(death: Death, definition: TaskDefinition, ports: Ports): Promise<LogTail> {
  const container = containerOf(death, definition)
  const stream = container === undefined ? undefined : logStreamOf(container, death.task.id)
  const title = `task ${death.task.id}, container ${container?.name ?? '?'}`
  if (stream === undefined) {
    return {
      title,
      lines: [],
      note: 'Its log is not in CloudWatch Logs (no awslogs driver with a stream prefix), so it cannot be shown.'
    }
  }
  try {
    const lines = await patiently(stream, death.task, ports)
    return lines.length > 0 ? { title, lines } : { title, lines, note: 'It wrote nothing.' }
  } catch (error) {
    if (!isDenied(error) || !(error instanceof Error)) throw error
    return { title, lines: [], note: error.message }
  }
}

const containerOf = ({ container }: Death, definition: TaskDefinition): ContainerDefinition | undefined =>
  definition.containerDefinitions.find(({ name }) => name === container?.name) ??
  definition.containerDefinitions[0]

/** What a task wrote that ended long ago is all there; of another it is when nothing more has arrived for a while. */
async function patiently(
  of: LogStream,
  { stoppedAt = Infinity }: Task,
  { logs, clock, signal }: Ports
): Promise<readonly string[]> {
  let before = ''
  for (let attempt = 1; ; attempt += 1) {
    const isLongOver = clock.now() - stoppedAt > LATE_MS
    const lines = await logs.lastLines(of, LINES)
    const now = JSON.stringify(lines)
    const isAll = lines.length > 0 && (isLongOver || now === before)
    if (isAll || attempt === ATTEMPTS) return lines.map(({ text }) => logText(hideShapes(text)))
    before = now
    await clock.sleep(PAUSE_MS, signal)
  }
}

/** The tasks of this deployment that run, for the account of the time; none where the role may not look. */
export async function runningTasks(trail: Trail, brief: Brief, { ecs }: Ports): Promise<readonly Task[]> {
  try {
    const arns = await ecs.listTasks({ ...brief.place, desiredStatus: 'RUNNING' })
    const tasks = await ecs.describeTasks(brief.place.cluster, arns)
    const { taskDefinition } = brief
    const { createdAt } = trail.subject
    return tasks.filter((task) => task.taskDefinition === taskDefinition && task.createdAt >= createdAt)
  } catch (error) {
    if (!isDenied(error)) throw error
    return []
  }
}
