import { isDenied } from '../../../lib/aws/denied.ts'
import { polling } from '../../../lib/ecs/polled.ts'
import type { Death } from './deaths.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import { follow } from './follow.ts'
import type { Inputs } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'
import { type Brief, type Ending, newTrail, toSubject, type Trail } from './trail.ts'

/** What a step that was to end differently has at hand. */
export type Scene = Readonly<{
  inputs: Inputs
  trail: Trail
  brief: Brief
  /** ARN of what was deployed with success before. */
  previous: string
  /** Whether the circuit breaker of the service goes back by itself. */
  rollsBack: boolean
  ports: Ports
}>

/** How long a stop or a rollback is watched. */
const GRACE_MS = 10 * 60_000

/** The deadline is over, or its tasks die one like the other: the deployment is left, stopped or rolled back. */
export async function intervene(
  ending: Extract<Ending, { kind: 'hopeless' }> | undefined,
  scene: Scene
): Promise<Outcome> {
  const { inputs, rollsBack, trail } = scene
  const reason = ending === undefined ? lateness(scene) : hopelessness(ending.deaths)
  scene.ports.log.error(reason)
  // What the breaker is set to do in a while can as well be done now.
  const act = ending !== undefined && rollsBack ? 'rollback' : inputs.onTimeout
  const left: Outcome = { kind: ending === undefined ? 'timeout' : 'failed', reason }
  if (act === 'fail' || trail.subject.kind === 'count') return left
  return (await (act === 'stop' ? stop(scene, reason) : rollBack(scene, reason))) ?? left
}

function lateness({ inputs, trail }: Scene): string {
  const seen = trail.line === '' ? 'ECS told nothing of it' : `last seen: ${trail.line}`
  return `It was not deployed within ${renderElapsed(inputs.timeoutMs)} (${seen.replace(/\.$/, '')}).`
}

function hopelessness(deaths: readonly Death[]): string {
  const [first] = deaths
  const because = first?.diagnosis === undefined ? '' : ` ${first.diagnosis.cause} ${first.diagnosis.fix}`
  return `${deaths.length} tasks died the same way: ${(first?.words ?? '').replace(/\.$/, '')}.${because}`
}

/** The deployment goes no further; undefined when it is not known to have stopped. */
async function stop(scene: Scene, reason: string): Promise<Outcome | undefined> {
  if (!(await askToStop(scene, 'ABORT'))) return undefined
  return conclude(await watch(scene), reason)
}

async function rollBack(scene: Scene, reason: string): Promise<Outcome | undefined> {
  if (await askToStop(scene, 'ROLLBACK')) return conclude(await watch(scene), reason)
  const { previous, brief, ports, trail } = scene
  if (previous === brief.taskDefinition) return undefined
  ports.log.info(`The service is set back to ${previous}.`)
  const service = await ports.ecs.updateService(brief.place, { taskDefinition: previous })
  trail.subject = toSubject(service)
  const ending = await watch({ ...scene, brief: { ...brief, taskDefinition: previous } })
  return ending?.kind === 'success' ? { kind: 'rolled-back', reason } : conclude(ending, reason)
}

/** False when ECS cannot be asked: no service deployment is followed, or the role may not stop it. */
async function askToStop({ trail, brief, ports }: Scene, type: 'ROLLBACK' | 'ABORT'): Promise<boolean> {
  const { subject } = trail
  if (subject.kind !== 'entry') return false
  ports.log.info(
    `ECS is asked to ${type === 'ABORT' ? 'stop the deployment' : 'roll back'} (${subject.arn}).`
  )
  try {
    await ports.ecs.stopDeployment(brief.place, subject.arn, type)
    return true
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // It ends or goes back already.
    if (error.name === 'ConflictException') return true
    if (!isDenied(error) && !REFUSED.test(error.name)) throw error
    ports.log.warning(error.message)
    return false
  }
}

const REFUSED = /^(?:InvalidParameter|UnsupportedFeature|ServiceDeploymentNotFound|Client)Exception$/

function watch(scene: Scene): Promise<Ending | undefined> {
  const brief = { ...scene.brief, judgesDeaths: false, deadlineMs: GRACE_MS }
  const trail = scene.trail
  const fresh = newTrail(trail.subject)
  Object.assign(trail, { line: fresh.line, vain: 0, looks: 0 })
  return follow(trail, brief, polling(scene.ports))
}

function conclude(ending: Ending | undefined, reason: string): Outcome | undefined {
  switch (ending?.kind) {
    case undefined:
    case 'hopeless':
      return undefined
    case 'success':
      return { kind: 'success', changed: true }
    case 'rolled-back':
      return { kind: 'rolled-back', reason }
    case 'ended':
      return { kind: 'stopped', reason }
    case 'failed':
      return { kind: 'failed', reason: `${reason} ${ending.reason}`.trim() }
    case 'superseded':
      return ending
  }
}
