import { isDenied } from '../../../lib/aws/denied.ts'
import type { Service } from '../../../lib/aws/ecs-services.ts'
import { resolveImage } from '../../../lib/ecs/image.ts'
import { planRevision } from '../../../lib/ecs/register.ts'
import { requireService } from '../../../lib/ecs/service.ts'
import { chooseContainer, type Revision } from '../../../lib/ecs/task-definition.ts'
import { UserError } from '../../../lib/errors.ts'
import type { Inputs } from './inputs.ts'
import type { Observed, Target } from './observed.ts'
import { startedBy } from './order.ts'
import type { Ports } from './ports.ts'
import { runningMigrations } from './road.ts'

/** Reads all that the plan is made from; writes nothing. */
export async function observe(inputs: Inputs, ports: Ports): Promise<Observed> {
  const service = await findService(inputs, ports)
  const [live, running] = await Promise.all([
    ports.ecs.describeDefinition(service.taskDefinition),
    runningMigrations(ports, { cluster: inputs.cluster, startedBy: startedBy(service.name, 'migrate') })
  ])
  if (live === undefined) throw new UserError(`Service '${inputs.service}' has no task definition.`)
  return { service, running, target: await chooseTarget(inputs, live, ports) }
}

/** A service that something else than ECS deploys may have no task definition of its own. */
async function findService(inputs: Inputs, { ecs }: Ports): Promise<Service> {
  const service = await requireService(inputs, ecs)
  if (service.taskDefinition !== '') return service
  throw new UserError(
    `Service '${inputs.service}' is deployed by ${service.controller} and has no task definition of its own, so there is nothing to migrate with. Run the migration where it is deployed.`
  )
}

async function chooseTarget(inputs: Inputs, live: Revision, ports: Ports): Promise<Target> {
  const { image } = inputs
  if (image === undefined) {
    const container = chooseContainer(live.definition, inputs.container)
    if (live.isActive) return { revision: live, definition: live.definition, container }
    throw new UserError(
      `Revision ${live.revision}, which service '${inputs.service}' is set to, was deregistered, so no task starts from it. Name the image to migrate with.`
    )
  }
  const { name } = chooseContainer(live.definition, inputs.container)
  const resolved = await resolveImage(image, { digestOf: ports.digestOf, isDenied })
  if (resolved.note !== undefined) ports.log.warning(resolved.note)
  const { newest, wanted, isNew } = await planRevision(ports.ecs, live.definition.family, {
    [name]: resolved.image
  })
  const definition = isNew ? wanted : newest.definition
  const container = chooseContainer(definition, name)
  return isNew ? { definition, container } : { revision: newest, definition, container }
}
