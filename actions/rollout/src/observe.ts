import type { Service } from '../../../lib/aws/ecs-services.ts'
import type { ServicePlace } from '../../../lib/ecs/names.ts'
import { requireService } from '../../../lib/ecs/service.ts'
import { UserError } from '../../../lib/errors.ts'
import { findFaults } from './belongings.ts'
import { readHistory } from './history.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import type { Ports } from './ports.ts'
import { chooseTarget } from './target.ts'

/** Reads all that the plan is made from; writes nothing. */
export async function observe(inputs: Inputs, ports: Ports): Promise<Observed> {
  const service = await findService(inputs, ports)
  const [live, history, parameter, oldestTask] = await Promise.all([
    ports.ecs.describeDefinition(service.taskDefinition),
    readHistory(ports, inputs),
    readParameter(inputs, ports),
    inputs.change.kind === 'restart' ? findOldestTask(inputs, ports) : undefined
  ])
  if (live === undefined) throw new UserError(`Service '${inputs.service}' has no task definition.`)
  const situation = { live, ...(history === undefined ? {} : { history }) }
  const { target, isRolledBack } = await chooseTarget(inputs, situation, ports)
  const faults =
    inputs.change.kind === 'scale' && inputs.desiredCount === 0
      ? []
      : await findFaults(target.definition, ports)
  return {
    service,
    ...situation,
    target,
    faults,
    isRolledBack,
    ...(oldestTask === undefined ? {} : { oldestTask }),
    ...(parameter === undefined ? {} : { parameter })
  }
}

async function findService(inputs: Inputs, { ecs }: Ports): Promise<Service> {
  const service = await requireService(inputs, ecs)
  if (service.controller === 'ECS') return service
  throw new UserError(
    `Service '${inputs.service}' is deployed by ${service.controller}, not by ECS itself. Deploy it there, or set its deployment controller to ECS.`
  )
}

/** Those that are on their way out do not count. */
async function findOldestTask(place: ServicePlace, { ecs }: Ports): Promise<number | undefined> {
  const arns = await ecs.listTasks({ ...place, desiredStatus: 'RUNNING' })
  const tasks = await ecs.describeTasks(place.cluster, arns)
  const wanted = tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
  return wanted.length === 0 ? undefined : Math.min(...wanted.map(({ createdAt }) => createdAt))
}

async function readParameter(
  { imageParameter: name, change }: Inputs,
  { parameters }: Ports
): Promise<string | undefined> {
  if (name === undefined || change.kind === 'scale') return undefined
  const value = await parameters.readParameter(name)
  if (value !== undefined) return value
  throw new UserError(
    `Parameter '${name}' does not exist. Apply the stack that makes it, or correct 'image-parameter'.`
  )
}
