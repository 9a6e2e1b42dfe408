import { isThrottled } from '../../../lib/aws/call.ts'
import { isDenied } from '../../../lib/aws/denied.ts'
import type { ServicePlace } from '../../../lib/ecs/names.ts'
import { poll } from '../../../lib/poll.ts'
import { logText } from '../../../lib/plain-text.ts'
import { commonCause, deathsOf } from './deaths.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import type { Ports } from './ports.ts'
import { seeDeployment, seeService, type Sight } from './sight.ts'
import { type Brief, type Ending, note, type Subject, tellEvents, toSubject, type Trail } from './trail.ts'
import { judgeCount, judgeDeployment, judgeService, type Successor, type Verdict } from './verdict.ts'

/** Follows a deployment to its end; undefined when there is none by the deadline. The trail tells what was seen. */
export function follow(trail: Trail, brief: Brief, ports: Ports): Promise<Ending | undefined> {
  return poll(() => look(trail, brief, ports), {
    clock: ports.clock,
    signal: ports.signal,
    deadlineMs: brief.deadlineMs,
    isThrottled,
    requests: () => trail.requests
  })
}

/** Every so many looks, the service's events are read as well: they tell what it waits for. */
const EVENTS_EVERY = 16

async function look(trail: Trail, brief: Brief, ports: Ports): Promise<Ending | undefined> {
  trail.requests = 1
  trail.looks += 1
  const verdict = await lookAt(trail, brief, ports)
  if (verdict?.kind === 'ended') return explainEnd(verdict, { trail, brief, ports })
  if (verdict !== undefined && verdict.kind !== 'superseded') return verdict
  if (verdict?.kind === 'superseded') return continueWith(verdict.by, { trail, brief, ports })
  if (trail.subject.kind === 'entry' && trail.looks % EVENTS_EVERY === 0)
    await readEvents(trail, brief, ports)
  return undefined
}

async function lookAt(trail: Trail, brief: Brief, ports: Ports): Promise<Ending | undefined> {
  const seen =
    trail.subject.kind === 'entry'
      ? await lookAtEntry(trail, brief, ports)
      : await lookAtService(trail, brief, ports)
  if (seen === undefined) return undefined
  note(trail, seen.sight, { brief, ports })
  if (seen.verdict !== undefined) return seen.verdict
  // Nobody counts the failures of a service that is only scaled.
  if (trail.subject.kind === 'count' && trail.looks % EVENTS_EVERY === 0)
    await readDeaths(trail, { brief, ports })
  await learnDeaths(trail, seen.sight.failures, { brief, ports })
  const deaths = brief.judgesDeaths ? commonCause(trail.deaths) : undefined
  return deaths === undefined ? undefined : { kind: 'hopeless', deaths }
}

type Seen = Readonly<{ sight: Sight; verdict: Verdict | undefined }>

async function lookAtEntry(trail: Trail, { place, aim }: Brief, ports: Ports): Promise<Seen | undefined> {
  const { subject } = trail
  if (subject.kind !== 'entry') return undefined
  try {
    const found = await ports.ecs.describeDeployment(place, subject.arn)
    // ECS may not know at once what it has just begun.
    if (found === undefined) return undefined
    const sight = seeDeployment(found)
    const hadOldTasks = trail.hadOldTasks || sight.old > 0
    return { sight, verdict: judgeDeployment(found, { ...aim, hadOldTasks }) }
  } catch (error) {
    if (!isDenied(error) || !(error instanceof Error)) throw error
    ports.log.warning(`${error.message} It is followed by DescribeServices instead, which tells less.`)
    trail.subject = await primaryOf(place, ports)
    return undefined
  }
}

/** The newest deployment as DescribeServices tells it. */
export async function primaryOf(place: ServicePlace, { ecs }: Pick<Ports, 'ecs'>): Promise<Subject> {
  return toSubject(await ecs.describeService(place))
}

async function lookAtService(trail: Trail, { place, aim }: Brief, ports: Ports): Promise<Seen | undefined> {
  const { subject } = trail
  const service = await ports.ecs.describeService(place)
  if (service === undefined) return undefined
  tellEvents(trail, service, ports)
  if (subject.kind !== 'deployment') return { sight: seeService(service), verdict: judgeCount(service) }
  const sight = seeService(service, subject.id)
  const hadOldTasks = trail.hadOldTasks || sight.old > 0
  return { sight, verdict: judgeService(service, subject, { ...aim, hadOldTasks }) }
}

async function readEvents(trail: Trail, { place }: Brief, ports: Ports): Promise<void> {
  trail.requests += 1
  const service = await ports.ecs.describeService(place)
  if (service !== undefined) tellEvents(trail, service, ports)
}

/** Stopped tasks are told a moment late: they are asked for again, but not for ever. */
const MOST_VAIN_READS = 3

/** Reads why tasks have failed, when more have than are known. */
async function learnDeaths(trail: Trail, failures: number, context: Context): Promise<void> {
  if (failures <= trail.failures) return
  await readDeaths(trail, context)
  trail.vain = trail.deaths.length >= failures ? 0 : trail.vain + 1
  if (trail.vain === 0 || trail.vain >= MOST_VAIN_READS) {
    trail.failures = failures
    trail.vain = 0
  }
}

/** Reads the failed tasks of the deployment; where the role may not, that is said once. */
export async function readDeaths(trail: Trail, context: Context): Promise<void> {
  if (!trail.seesTasks) return
  try {
    await tellDeaths(trail, context)
  } catch (error) {
    if (!isDenied(error) || !(error instanceof Error)) throw error
    context.ports.log.warning(`${error.message} Why tasks failed is not told without it.`)
    trail.seesTasks = false
  }
}

async function tellDeaths(trail: Trail, { brief, ports }: Context): Promise<void> {
  const { place, taskDefinition } = brief
  trail.requests += 2
  const stopped = await ports.ecs.listTasks({ ...place, desiredStatus: 'STOPPED' })
  const tasks = await ports.ecs.describeTasks(place.cluster, stopped)
  const deaths = deathsOf(tasks, { taskDefinition, since: trail.subject.createdAt })
  const known = new Set(trail.deaths.map(({ task }) => task.arn))
  for (const { task, words } of deaths.filter((one) => !known.has(one.task.arn))) {
    const elapsed = renderElapsed(ports.clock.now() - brief.began)
    ports.log.info(`[${elapsed}] Task ${task.id} failed: ${logText(words)}.`)
  }
  trail.deaths = deaths
}

type Context = Readonly<{ brief: Brief; ports: Ports }>
type Along = Context & Readonly<{ trail: Trail }>

/** A deployment is stopped by whoever stops it, or because a newer one began. */
async function explainEnd(
  verdict: Extract<Verdict, { kind: 'ended' }>,
  along: Along
): Promise<Ending | undefined> {
  const { trail, brief, ports } = along
  trail.requests += 2
  const entries = await ports.ecs.listDeployments(brief.place)
  const { subject } = trail
  const newest = entries.find((entry) => entry.createdAt > subject.createdAt)
  if (newest === undefined || subject.kind !== 'entry' || newest.arn === subject.arn) return verdict
  const definitions = await ports.ecs.taskDefinitionsOf(brief.place, [newest.targetRevision])
  const { arn, createdAt } = newest
  return continueWith({ arn, createdAt, taskDefinition: definitions[newest.targetRevision] ?? '' }, along)
}

/** A successor that deploys the same is followed in its place; another one ends the matter. */
function continueWith(by: Successor, { trail, brief, ports }: Along): Ending | undefined {
  if (by.taskDefinition !== brief.taskDefinition) return { kind: 'superseded', by }
  ports.log.info(`A newer deployment of the same revision took its place: ${by.arn} is followed now.`)
  trail.subject =
    trail.subject.kind === 'entry'
      ? { kind: 'entry', arn: by.arn, createdAt: by.createdAt }
      : { kind: 'deployment', id: by.arn, createdAt: by.createdAt }
  return undefined
}
