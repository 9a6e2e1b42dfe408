import { describeError, UserError } from '../../../lib/errors.ts'
import { polling } from '../../../lib/ecs/polled.ts'
import type { Revision } from '../../../lib/ecs/task-definition.ts'
import { begin } from './begin.ts'
import { breakDown } from './breakdown.ts'
import { readTails, runningTasks } from './evidence.ts'
import { finish, retireOwn } from './finish.ts'
import { follow, readDeaths } from './follow.ts'
import { previousOf } from './history.ts'
import type { Inputs } from './inputs.ts'
import { intervene } from './intervene.ts'
import type { Observed } from './observed.ts'
import type { Outcome, Rollout } from './outcome.ts'
import type { Plan } from './plan.ts'
import type { Ports } from './ports.ts'
import { isRegisteredBy } from './run-mark.ts'
import { type Brief, type Ending, newTrail, type Subject, type Trail } from './trail.ts'

/** What a rollout works on; `began` is milliseconds since the epoch. */
export type Job = Readonly<{ inputs: Inputs; observed: Observed; plan: Plan; began: number }>

/** How far it came, for whoever cancels it. */
type Progress = { revision?: Revision; trail?: Trail; sent?: number }

/** Does what the plan says and follows it to its end. */
export async function act(job: Job, ports: Ports): Promise<Rollout> {
  const progress: Progress = {}
  try {
    return await carryOut(job, progress, ports)
  } catch (error) {
    if (ports.signal.aborted) return unfinished(cancellation(job, progress), { job, progress, ports })
    if (progress.trail !== undefined)
      return unfinished({ kind: 'lost', reason: describeError(error) }, { job, progress, ports })
    if (progress.revision !== undefined)
      await retireOwn({ ...job, revision: progress.revision }, ports).catch(() => [])
    throw error
  }
}

async function carryOut(job: Job, progress: Progress, ports: Ports): Promise<Rollout> {
  const { inputs, observed, plan } = job
  const revision = await provide(plan, observed, ports)
  progress.revision = revision
  const subject = await begin({ inputs, observed, plan, taskDefinition: revision.arn }, ports)
  progress.sent = ports.clock.now()
  announce(subject, job, { revision, ports })
  const trail = newTrail(subject)
  progress.trail = trail
  const brief = briefOf(job, revision)
  const ending = await follow(trail, brief, polling(ports))
  const previous = previousOf(observed, revision.arn)
  const scene = { inputs, trail, brief, previous, rollsBack: observed.service.rollsBack, ports }
  const outcome =
    ending === undefined || ending.kind === 'hopeless'
      ? await intervene(ending, scene)
      : conclude(ending, job)
  return report(outcome, { job, progress: { revision, trail, sent: progress.sent }, brief, ports })
}

async function provide({ register }: Plan, { target }: Observed, { ecs, log }: Ports): Promise<Revision> {
  if (target.revision !== undefined) return target.revision
  if (register === undefined) throw new UserError('There is nothing to register.')
  const revision = await ecs.registerDefinition(register)
  log.info(`Registered ${revision.revision}.`)
  return revision
}

function announce(
  subject: Subject,
  { inputs, plan }: Job,
  { revision, ports }: Readonly<{ revision: Revision; ports: Ports }>
): void {
  const what = `service '${inputs.service}' of cluster '${inputs.cluster}'`
  const how =
    subject.kind === 'entry'
      ? subject.arn
      : subject.kind === 'deployment'
        ? subject.id
        : 'its number of tasks'
  const verb = plan.update === undefined ? 'Following' : 'Rolling out'
  ports.log.info(`${verb} ${revision.revision} on ${what}: ${how}.`)
}

const briefOf = ({ inputs, observed, began }: Job, { arn }: Revision): Brief => ({
  place: { cluster: inputs.cluster, service: inputs.service },
  aim: { waitUntil: inputs.waitUntil, minimumHealthyPercent: observed.service.minimumHealthyPercent },
  taskDefinition: arn,
  began,
  deadlineMs: inputs.timeoutMs,
  judgesDeaths: true
})

function conclude(ending: Exclude<Ending, { kind: 'hopeless' }>, { plan, inputs }: Job): Outcome {
  switch (ending.kind) {
    case 'success':
      return plan.desired === 0
        ? { kind: 'scaled-to-zero', asked: inputs.desiredCount === 0 || inputs.change.kind === 'restart' }
        : { kind: 'success', changed: plan.update !== undefined || plan.attach !== undefined }
    case 'ended':
      return { kind: 'stopped', reason: ending.reason }
    case 'rolled-back':
    case 'failed':
    case 'superseded':
      return ending
  }
}

type Course = Readonly<{ job: Job; progress: Required<Progress>; brief: Brief; ports: Ports }>

async function report(outcome: Outcome, { job, progress, brief, ports }: Course): Promise<Rollout> {
  const { revision, trail, sent } = progress
  const ended = ports.clock.now()
  const good = outcome.kind === 'success'
  const isNew = trail.subject.kind !== 'count'
  const tasks = good && isNew ? await orElse(() => runningTasks(trail, brief, ports), [], ports) : []
  // The last ones may have died while it was being judged.
  if (!good) await orElse(() => readDeaths(trail, { brief, ports }), undefined, ports)
  const tails = good ? [] : await orElse(() => readTails(trail.deaths, revision.definition, ports), [], ports)
  const isOfThisRun = good && (outcome.changed || isRegisteredBy(ports.run, revision))
  const done = await finish(outcome, { ...job, revision, trail }, ports)
  return {
    ...identify(job, revision, trail),
    ...done,
    outcome,
    isOfThisRun,
    deaths: trail.deaths,
    tails,
    events: [...trail.events.values()],
    slices: good && isNew ? breakDown({ began: job.began, sent, ended, moments: trail.moments }, tasks) : [],
    elapsedMs: ended - job.began
  }
}

/** What only explains an outcome does not change it. */
async function orElse<T>(work: () => Promise<T>, otherwise: T, { log, signal }: Ports): Promise<T> {
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    log.warning(`Not all evidence could be read. ${describeError(error)}`)
    return otherwise
  }
}

function identify({ observed, plan }: Job, revision: Revision, trail: Trail | undefined) {
  const subject = trail?.subject
  return {
    revision: revision.revision,
    taskDefinition: revision.arn,
    previous: previousOf(observed, revision.arn),
    registered: plan.register !== undefined,
    ...(subject?.kind === 'entry' ? { deployment: subject.arn } : {})
  }
}

function cancellation(job: Job, { revision, trail }: Progress): Outcome {
  const known = revision ?? job.observed.live
  const name = trail?.subject.kind === 'entry' ? ` (${trail.subject.arn})` : ''
  const reason =
    trail === undefined
      ? 'Cancelled before ECS was told, or while it was: run this again to see, it repeats nothing.'
      : `Cancelled: the deployment of ${known.revision} goes on${name}. Run this again to follow it.`
  return { kind: 'cancelled', reason }
}

type Halfway = Readonly<{ job: Job; progress: Progress; ports: Ports }>

/** Nothing is undone: somebody may want to look, and the next run finds all of it again. */
function unfinished(outcome: Outcome, { job, progress, ports: { clock } }: Halfway): Rollout {
  const { revision, trail } = progress
  return {
    ...identify(job, revision ?? job.observed.live, trail),
    outcome,
    isOfThisRun: false,
    deaths: trail?.deaths ?? [],
    tails: [],
    events: [...(trail?.events.values() ?? [])],
    slices: [],
    elapsedMs: clock.now() - job.began,
    notes: [],
    problems: []
  }
}
