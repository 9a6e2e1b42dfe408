import type { Task } from '../../../lib/aws/ecs-tasks.ts'
import type { Moments } from './trail.ts'

/** A part of the time that a rollout took; `advice` is the knob that shortens it, where it is worth it. */
export type Slice = Readonly<{ what: string; ms: number; advice?: string }>

/** Milliseconds since the epoch: when the step began, when ECS was told, and when it was over. */
export type Course = Readonly<{ began: number; sent: number; ended: number; moments: Moments }>

const ADVICE: Readonly<Record<string, string>> = {
  'placing tasks':
    'ECS waits for capacity or a network interface: name more subnets, or look at the service’s events.',
  'pulling the image':
    'A smaller image is pulled faster; keep it in ECR of the same region, with few and stable layers.',
  'starting containers': 'Start what tasks do before they listen (migrations, warm-ups) elsewhere.',
  'passing health checks':
    'The target group’s interval × healthy threshold bounds this: 10 s × 2 is enough for most, and the container’s healthCheck has an interval and a startPeriod of its own.',
  'draining old tasks':
    'The target group’s deregistration delay bounds this; `wait-until: healthy` does not wait for it.'
}

/** Slices below this are not worth a knob. */
const WORTH_MS = 20_000

/** Where the time went, in order; the longest slice has its knob beside it. */
export function breakDown(course: Course, tasks: readonly Task[]): readonly Slice[] {
  const { began, sent, ended, moments } = course
  const last = slowest(tasks)
  const complete = moments.complete ?? ended
  const gone = Math.max(moments.oldGone ?? ended, complete)
  const slices: readonly Slice[] = [
    { what: 'asking ECS', ms: sent - began },
    ...(last === undefined ? startSlices(sent, complete) : taskSlices(last)),
    { what: 'passing health checks', ms: gone - complete },
    { what: 'draining old tasks', ms: ended - gone }
  ]
  const real = slices.filter(({ ms }) => ms >= 100)
  const longest = real.toSorted((a, b) => b.ms - a.ms)[0]
  return real.map((slice) => {
    const advice = ADVICE[slice.what]
    return slice === longest && slice.ms >= WORTH_MS && advice !== undefined ? { ...slice, advice } : slice
  })
}

/** The task that ran last: everybody waited for it. */
const slowest = (tasks: readonly Task[]): Task | undefined =>
  tasks.filter(({ startedAt }) => startedAt !== undefined).toSorted(byStart)[0]

const byStart = (a: Task, b: Task): number => (b.startedAt ?? 0) - (a.startedAt ?? 0)

/** Without a look at the tasks, their start is one piece. */
const startSlices = (sent: number, complete: number): readonly Slice[] => [
  { what: 'starting tasks', ms: complete - sent }
]

function taskSlices(task: Task): readonly Slice[] {
  const { createdAt, startedAt = createdAt } = task
  const pullStarted = task.pullStartedAt ?? createdAt
  const pullStopped = task.pullStoppedAt ?? pullStarted
  return [
    { what: 'placing tasks', ms: pullStarted - createdAt },
    { what: 'pulling the image', ms: pullStopped - pullStarted },
    { what: 'starting containers', ms: startedAt - pullStopped }
  ]
}
