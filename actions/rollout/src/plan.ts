import type { ServiceUpdate } from '../../../lib/aws/ecs-services.ts'
import { UserError } from '../../../lib/errors.ts'
import type { TaskDefinition } from '../../../lib/ecs/task-definition.ts'
import { isOlderThan } from './age.ts'
import { isOngoing } from './history.ts'
import type { Inputs } from './inputs.ts'
import type { HistoryEntry, Observed } from './observed.ts'

/** What is going to be done, as data: the dry run prints it. */
export type Plan = Readonly<{
  /** Registered first; undefined when the revision is there. */
  register: TaskDefinition | undefined
  /** `family:7` of what is deployed; the family alone while it has to be registered. */
  target: string
  /** Undefined when nothing is sent. Its task definition is '' until the revision is registered. */
  update: ServiceUpdate | undefined
  /** A deployment in flight that is followed in place of a new one: by its ARN, or by the id that DescribeServices tells. */
  attach: Attachment | undefined
  /** ARN of a deployment in flight that the update takes the place of. */
  supersedes: string | undefined
  /** What the parameter is to say after success; undefined when it is not written. */
  parameterValue: string | undefined
  /** How many tasks there will be. */
  desired: number
  /** Newer revisions with other images are deregistered after success. */
  retires: boolean
}>

export type Attachment = Readonly<{ arn: string } | { id: string }>

/** Decides what to do; refuses what cannot succeed. */
export function planRollout(inputs: Inputs, observed: Observed): Plan {
  const { service, target, faults } = observed
  const desired = inputs.desiredCount ?? service.desired
  if (faults.length > 0 && desired > 0) {
    throw new UserError(`Nothing was deployed, because its tasks could not start. ${faults.join(' ')}`)
  }
  const attach = attachment(inputs, observed)
  const update = updateOf(inputs, observed, attach !== undefined)
  return {
    register: target.revision === undefined ? target.definition : undefined,
    target: target.revision?.revision ?? target.definition.family,
    update,
    attach,
    supersedes: begins(update) ? inFlight(observed)?.arn : undefined,
    parameterValue: parameterValue(inputs, observed),
    desired,
    retires: inputs.change.kind === 'rollback'
  }
}

const inFlight = ({ history = [] }: Observed): HistoryEntry | undefined =>
  history.slice(0, 1).find((entry) => isOngoing(entry))

/** Whether an update begins a deployment; a number of tasks alone does not. */
export const begins = (update: ServiceUpdate | undefined): boolean =>
  update?.taskDefinition !== undefined || update?.force === true

function updateOf(inputs: Inputs, observed: Observed, isAttached: boolean): ServiceUpdate | undefined {
  const { service } = observed
  const { desiredCount } = inputs
  const update = {
    ...(isAttached ? {} : deploymentOf(inputs, observed)),
    ...(desiredCount === undefined || desiredCount === service.desired ? {} : { desiredCount })
  }
  return Object.keys(update).length === 0 ? undefined : update
}

function deploymentOf(inputs: Inputs, observed: Observed): ServiceUpdate {
  const { service, target } = observed
  const arn = target.revision?.arn ?? ''
  if (arn !== service.taskDefinition) return { taskDefinition: arn }
  return needsForce(inputs, observed) ? { force: true } : {}
}

/** Asked for; or the service is set to the revision already, and that was never proven to run. */
function needsForce({ change, desiredCount = 0 }: Inputs, observed: Observed): boolean {
  switch (change.kind) {
    case 'force':
      return true
    case 'scale':
      return false
    case 'restart':
      return isDue(change, observed)
    case 'images':
    case 'revision':
    case 'file':
    case 'rollback':
      return isUnproven(desiredCount, observed)
  }
}

function isUnproven(desiredCount: number, { history, service }: Observed): boolean {
  // The first tasks of a service: only a deployment is watched by the circuit breaker.
  if (service.desired === 0 && desiredCount > 0) return true
  const newest = history?.[0]
  if (newest === undefined) return service.deployments[0]?.rolloutState === 'FAILED'
  return newest.taskDefinition === service.taskDefinition && newest.status !== 'SUCCESSFUL'
}

type Restart = Extract<Inputs['change'], { kind: 'restart' }>

/** A service without tasks has none that is too old; whatever starts next reads what is there then. */
const isDue = ({ since }: Restart, { oldestTask }: Observed): boolean =>
  oldestTask !== undefined && isOlderThan(oldestTask, since)

/** A deployment in flight that does already what is asked. */
function attachment({ change }: Inputs, observed: Observed): Attachment | undefined {
  const wanted = observed.target.revision?.arn
  if (wanted === undefined || change.kind === 'scale') return undefined
  if (change.kind === 'restart') return attachedRestart(change, observed)
  const isForce = change.kind === 'force'
  if (observed.history === undefined) return attachedById(observed, wanted, isForce)
  const newest = inFlight(observed)
  if (newest?.taskDefinition !== wanted) return undefined
  return isForce && !isRepeat(observed.history) ? undefined : { arn: newest.arn }
}

/** One in flight, of whatever this is set to, that began late enough for all its tasks to be new. */
function attachedRestart({ since }: Restart, observed: Observed): Attachment | undefined {
  const { history, service, live } = observed
  if (history === undefined) {
    const [primary] = service.deployments
    const isNew = primary?.rolloutState === 'IN_PROGRESS' && !isOlderThan(primary.createdAt, since)
    return isNew ? { id: primary.id } : undefined
  }
  const newest = inFlight(observed)
  if (newest?.taskDefinition !== live.arn) return undefined
  return isOlderThan(newest.createdAt, since) ? undefined : { arn: newest.arn }
}

/** Whether the newest deployment only starts the tasks anew: the one before it deployed the same. */
function isRepeat([newest, ...earlier]: readonly HistoryEntry[]): boolean {
  const before = earlier.find(({ status }) => status === 'SUCCESSFUL')
  return before !== undefined && before.taskDefinition === newest?.taskDefinition
}

/** The same from DescribeServices alone. */
function attachedById({ service }: Observed, wanted: string, isForce: boolean): Attachment | undefined {
  const [primary, ...others] = service.deployments
  if (primary?.rolloutState !== 'IN_PROGRESS' || primary.taskDefinition !== wanted) return undefined
  const isRepeated = others.some(({ taskDefinition }) => taskDefinition === wanted)
  return isForce && !isRepeated ? undefined : { id: primary.id }
}

function parameterValue(inputs: Inputs, { target, parameter }: Observed): string | undefined {
  if (inputs.imageParameter === undefined || inputs.change.kind === 'scale') return undefined
  if (target.container === undefined) {
    throw new UserError(
      "Input 'images' names several containers, so it is not clear whose image the parameter is to say. Leave 'image-parameter' out, or roll out one image."
    )
  }
  const image = target.definition.containerDefinitions.find(({ name }) => name === target.container)?.image
  return image === parameter ? undefined : image
}
