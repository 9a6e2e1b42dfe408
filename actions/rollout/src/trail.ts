import type { Service } from '../../../lib/aws/ecs-services.ts'
import type { ServicePlace } from '../../../lib/ecs/names.ts'
import { logText } from '../../../lib/plain-text.ts'
import type { Death } from './deaths.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import type { Ports } from './ports.ts'
import type { Sight } from './sight.ts'
import type { Aim, Followed, Verdict } from './verdict.ts'

/** What is followed: an entry of the history, a deployment that DescribeServices tells, or the number of tasks alone. */
export type Subject =
  | Readonly<{ kind: 'entry'; arn: string; createdAt: number }>
  | Readonly<{ kind: 'deployment' } & Followed>
  | Readonly<{ kind: 'count'; createdAt: number }>

/** What does not change while it is followed; times are milliseconds since the epoch. */
export type Brief = Readonly<{
  place: ServicePlace
  aim: Omit<Aim, 'hadOldTasks'>
  /** ARN of what is deployed. */
  taskDefinition: string
  /** When this step began to wait, for its lines. */
  began: number
  deadlineMs: number
  /** Whether equal deaths end it early. */
  judgesDeaths: boolean
}>

/** When what was first seen. */
export type Moments = { running?: number; complete?: number; oldGone?: number }

/** Where following has led to. */
export type Trail = {
  subject: Subject
  hadOldTasks: boolean
  deaths: readonly Death[]
  moments: Moments
  line: string
  events: Map<string, string>
  /** Failures of which the tasks were read, and how often they were read in vain since. */
  failures: number
  vain: number
  /** Whether the role may look at tasks. */
  seesTasks: boolean
  looks: number
  /** Requests of the last look. */
  requests: number
}

/** Nothing is known yet. */
export const newTrail = (subject: Subject): Trail => ({
  subject,
  hadOldTasks: false,
  deaths: [],
  moments: {},
  line: '',
  events: new Map(),
  failures: 0,
  vain: 0,
  seesTasks: true,
  looks: 0,
  requests: 1
})

export type Ending = Verdict | Readonly<{ kind: 'hopeless'; deaths: readonly Death[] }>

/** The newest deployment of a described service. */
export function toSubject(service: Service | undefined): Subject {
  const [primary] = service?.deployments ?? []
  return { kind: 'deployment', id: primary?.id ?? '', createdAt: primary?.createdAt ?? 0 }
}

/** Tells what has changed, and when. */
export function note(
  trail: Trail,
  sight: Sight,
  { brief, ports }: Readonly<{ brief: Brief; ports: Ports }>
): void {
  const now = ports.clock.now()
  remember(trail, sight, now)
  if (sight.line === trail.line) return
  trail.line = sight.line
  ports.log.info(`[${renderElapsed(now - brief.began)}] ${logText(sight.line)}`)
}

function remember(trail: Trail, { requested, running, old }: Sight, now: number): void {
  const { moments } = trail
  trail.hadOldTasks ||= old > 0
  if (running > 0) moments.running ??= now
  if (requested > 0 && running >= requested) moments.complete ??= now
  if (trail.hadOldTasks && old === 0) moments.oldGone ??= now
}

/** Tells each event of this deployment once, the oldest first. */
export function tellEvents(trail: Trail, { events }: Service, { log }: Pick<Ports, 'log'>): void {
  for (const { id, at, text } of events.toReversed()) {
    if (at < trail.subject.createdAt || trail.events.has(id)) continue
    trail.events.set(id, text)
    log.info(`  ${logText(text)}`)
  }
}
