import type { Revision } from '../../../lib/ecs/task-definition.ts'
import { describeError, UserError } from '../../../lib/errors.ts'
import { logText } from '../../../lib/plain-text.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import { conclude, hasRegistered, type Progress } from './conclude.ts'
import { findDestructive } from './destructive.ts'
import { launch } from './launch.ts'
import type { Job } from './job.ts'
import { orderOf, type Purpose } from './order.ts'
import type { Migration, Outcome, Remains } from './outcome.ts'
import { judgeLook, type Pending } from './pending.ts'
import type { Ports } from './ports.ts'
import { remainsAfter } from './remains.ts'
import { awaitRoad } from './road.ts'
import { judge } from './verdict.ts'
import { errandOf, type Sight, watch } from './watch.ts'

type Course = Readonly<{ job: Job; progress: Progress; ports: Ports }>

/** Does what the plan says and follows it to its end. */
export async function act(job: Job, ports: Ports): Promise<Migration> {
  const progress: Progress = { revision: undefined, attached: false, deregistered: false }
  const course = { job, progress, ports }
  try {
    const outcome = await carryOut(course)
    if (FAILURES.has(outcome.kind)) await retireOwn(course)
    return conclude(outcome, { job, progress, now: ports.clock.now() })
  } catch (error) {
    const outcome = ports.signal.aborted ? await cancelled(course) : lost(error, progress)
    return conclude(outcome, { job, progress, now: ports.clock.now() })
  }
}

/** Nothing of ours runs on after these. */
const FAILURES: ReadonlySet<Outcome['kind']> = new Set(['failed', 'not-started', 'busy'])

/** Takes a revision away that this run has made in vain, so that Terraform finds no newer one than what runs. */
async function retireOwn({ job, progress, ports }: Course): Promise<void> {
  const { revision } = progress
  if (revision === undefined || !hasRegistered(job, progress)) return
  try {
    await ports.ecs.deregisterDefinition(revision.arn)
    progress.deregistered = true
    ports.log.info(`${revision.revision} was deregistered: it was registered for this migration.`)
  } catch (error) {
    ports.log.warning(`${revision.revision} stays registered. ${describeError(error)}`)
  }
}

const cancelled = async (course: Course): Promise<Outcome> => ({
  kind: 'cancelled',
  ...duringOf(course.progress),
  remains: await remainsOf(course)
})

/** Where a task goes on, it has to be told how to find it; before that a fault is a fault and nothing more. */
function lost(error: unknown, progress: Progress): Outcome {
  const { during } = duringOf(progress)
  if (during === undefined) throw error
  return { kind: 'lost', during, reason: describeError(error) }
}

const leftMs = ({ job, ports }: Course): number =>
  Math.max(0, job.began + job.inputs.timeoutMs - ports.clock.now())

async function carryOut(course: Course): Promise<Outcome> {
  const { job, progress, ports } = course
  const { inputs, observed, plan } = job
  const revision = await provide(course)
  progress.revision = revision
  const order = orderOf(inputs, observed, { purpose: 'migrate', taskDefinition: revision.arn })
  const first = await awaitRoad(order, leftMs(course), ports)
  if (first.kind === 'busy') return first
  if (first.kind === 'attach') return migrateBy(first.arn, course)
  if (plan.looks) {
    const end = await look(course, revision)
    if (end !== undefined) return end
  }
  // Somebody else may have begun while this one looked.
  const road = await awaitRoad(order, leftMs(course), ports)
  if (road.kind === 'busy') return road
  if (road.kind === 'attach') return migrateBy(road.arn, course)
  if (leftMs(course) === 0) return { kind: 'timeout', remains: 'none' }
  const started = await launch(order, leftMs(course), ports)
  if (started.kind === 'refused') return refused('migrate', started)
  return migrateBy(started.arn, course, false)
}

async function provide({ job: { plan, observed }, ports }: Course): Promise<Revision> {
  if (observed.target.revision !== undefined) return observed.target.revision
  if (plan.register === undefined) throw new UserError('There is nothing to register.')
  const revision = await ports.ecs.registerDefinition(plan.register)
  ports.log.info(`Registered ${revision.revision}.`)
  return revision
}

const refused = (
  during: Purpose,
  { reason, detail }: Readonly<{ reason: string; detail: string }>
): Outcome => ({ kind: 'not-started', during, reason: detail === '' ? reason : `${reason} (${detail})` })

/** Follows a task to its end; it is told at once where it is found, whatever happens to this job. */
async function follow(arn: string, purpose: Purpose, course: Course): Promise<Sight> {
  const { job, progress, ports } = course
  const { cluster } = job.inputs
  const errand = errandOf(cluster, arn, job.observed.target.container)
  Object.assign(progress, { errand, during: purpose })
  ports.log.info(`${purpose === 'look' ? 'Looking' : 'Migrating'} by task ${arn}.`)
  if (errand.stream !== undefined)
    ports.log.info(`Its log: group ${errand.stream.group}, stream ${errand.stream.stream}.`)
  const sight = await watch(errand, leftMs(course), ports)
  progress.sight = sight
  return sight
}

async function look(course: Course, revision: Revision): Promise<Outcome | undefined> {
  const { job, progress, ports } = course
  const order = orderOf(job.inputs, job.observed, { purpose: 'look', taskDefinition: revision.arn })
  const started = await launch(order, leftMs(course), ports)
  if (started.kind === 'refused') return refused('look', started)
  const sight = await follow(started.arn, 'look', course)
  if (!sight.isOver) return { kind: 'timeout', during: 'look', remains: await remainsOf(course) }
  const { container, lines } = sight
  const found = judgeLook(job.inputs.pendingCommand, { exitCode: container?.exitCode, lines })
  if (found === undefined) return { kind: 'failed', during: 'look', verdict: judge(sight) }
  progress.pending = found
  announce(found, ports)
  return found.kind === 'known' && found.migrations.length === 0 ? { kind: 'skipped' } : undefined
}

function announce(pending: Pending, { log }: Ports): void {
  if (pending.kind === 'unknown') return log.info(pending.note)
  const { migrations } = pending
  log.info(migrations.length === 0 ? 'Nothing is pending.' : `${migrations.length} pending:`)
  for (const { name } of migrations) log.info(`  ${name}`)
  const found = findDestructive(migrations)
  if (found.length === 0) return
  const listed = found.map(({ migration, operation }) => `${migration}: ${logText(hideShapes(operation))}`)
  log.warning(`Destructive or not to be judged from outside: ${listed.join('; ')}.`)
}

async function migrateBy(arn: string, course: Course, attached = true): Promise<Outcome> {
  const { progress, ports } = course
  progress.attached = attached
  if (attached)
    ports.log.info('A task that does the same runs already: it is followed, no second one is started.')
  const sight = await follow(arn, 'migrate', course)
  if (!sight.isOver) return { kind: 'timeout', during: 'migrate', remains: await remainsOf(course) }
  await endSideCars(sight, course)
  if (sight.container?.exitCode === 0) return { kind: 'migrated' }
  return { kind: 'failed', during: 'migrate', verdict: judge(sight) }
}

/** Where the container is not essential, the others would run on for ever. */
async function endSideCars({ task, errand }: Sight, { ports: { ecs, log } }: Course): Promise<void> {
  const goesOn = errand.container['essential'] === false && task?.desiredStatus !== 'STOPPED'
  if (!goesOn) return
  log.info(
    `Container '${errand.container.name}' is not essential: its task is stopped now that it has ended.`
  )
  try {
    await ecs.stopTask(errand.cluster, errand.arn, `Container ${errand.container.name} has ended`)
  } catch (error) {
    log.warning(`Task ${errand.arn} runs on: it could not be stopped. ${describeError(error)}`)
  }
}

/** Of what runs: a task whose end was seen is over. */
function remainsOf({ job, progress, ports }: Course): Promise<Remains> {
  const { errand } = progress
  const { during } = duringOf(progress)
  if (errand === undefined || during === undefined) return Promise.resolve('none')
  return remainsAfter(errand, { purpose: during, onCancel: job.inputs.onCancel }, ports)
}

function duringOf({ during, sight, errand }: Progress): Readonly<{ during?: Purpose }> {
  const isOver = sight !== undefined && sight.errand === errand && sight.isOver
  return during === undefined || isOver ? {} : { during }
}
