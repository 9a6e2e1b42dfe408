import { isThrottled } from '../../../lib/aws/call.ts'
import type { ServiceUpdate } from '../../../lib/aws/ecs-services.ts'
import type { DeploymentEntry } from '../../../lib/aws/ecs-service-deployments.ts'
import { polling } from '../../../lib/ecs/polled.ts'
import { describeError } from '../../../lib/errors.ts'
import { poll } from '../../../lib/poll.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import { begins, type Plan } from './plan.ts'
import type { Ports } from './ports.ts'
import { type Subject, toSubject } from './trail.ts'

/** How long ECS is given to list a deployment that it has begun. */
const LISTING_MS = 30_000

/** Tells ECS what the plan says, or finds what is in flight; returns what is to be followed. */
export async function begin(
  about: Readonly<{ inputs: Inputs; observed: Observed; plan: Plan; taskDefinition: string }>,
  ports: Ports
): Promise<Subject> {
  const { observed, plan, inputs } = about
  const update = filledIn(plan.update, about.taskDefinition)
  const now = ports.clock.now()
  if (update === undefined) return attached(plan, observed, now)
  const known = new Set(observed.history?.map(({ arn }) => arn))
  const service = await ports.ecs.updateService(inputs, update)
  if (!begins(update))
    return plan.attach === undefined ? { kind: 'count', createdAt: now } : attached(plan, observed, now)
  if (observed.history === undefined) return toSubject(service)
  const entry = await seekEntry(inputs, known, ports)
  return entry === undefined
    ? toSubject(service)
    : { kind: 'entry', arn: entry.arn, createdAt: entry.createdAt }
}

/** From here on ECS deploys: that it cannot be asked what it has begun is no reason to leave it unwatched. */
async function seekEntry(
  inputs: Inputs,
  known: ReadonlySet<string>,
  ports: Ports
): Promise<DeploymentEntry | undefined> {
  const { log, signal } = ports
  try {
    const entry = await findEntry(inputs, known, polling(ports))
    if (entry === undefined)
      log.warning('ECS does not list the deployment that it began; it is followed by DescribeServices.')
    return entry
  } catch (error) {
    signal.throwIfAborted()
    log.warning(
      `The deployment that ECS began was not found. ${describeError(error)} It is followed by DescribeServices.`
    )
    return undefined
  }
}

/** The plan names no task definition where it was yet to be registered. */
function filledIn(update: ServiceUpdate | undefined, taskDefinition: string): ServiceUpdate | undefined {
  return update?.taskDefinition === undefined ? update : { ...update, taskDefinition }
}

function attached({ attach }: Plan, { history = [], service }: Observed, now: number): Subject {
  if (attach === undefined) return { kind: 'count', createdAt: now }
  if ('id' in attach) {
    const found = service.deployments.find(({ id }) => id === attach.id)
    return { kind: 'deployment', id: attach.id, createdAt: found?.createdAt ?? now }
  }
  const found = history.find(({ arn }) => arn === attach.arn)
  return { kind: 'entry', arn: attach.arn, createdAt: found?.createdAt ?? now }
}

/** The entry that was not there before; ECS lists it a moment later. */
function findEntry(
  { cluster, service }: Inputs,
  known: ReadonlySet<string>,
  { ecs, clock, signal }: Ports
): Promise<DeploymentEntry | undefined> {
  const ask = async (): Promise<DeploymentEntry | undefined> =>
    (await ecs.listDeployments({ cluster, service })).find(({ arn }) => !known.has(arn))
  return poll(ask, { clock, signal, deadlineMs: LISTING_MS, isThrottled })
}
