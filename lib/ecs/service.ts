import { orAbsent } from '../aws/denied.ts'
import type { Service, Services } from '../aws/ecs-services.ts'
import { UserError } from '../errors.ts'
import type { ServicePlace } from './names.ts'

/** The service, which must exist and not be on its way out. */
export async function requireService(
  { cluster, service: name }: ServicePlace,
  { describeService }: Pick<Services, 'describeService'>
): Promise<Service> {
  const asked = describeService({ cluster, service: name })
  const service = await orAbsent(asked, 'ClusterNotFoundException', 'ServiceNotFoundException')
  if (service === undefined || service.status === 'INACTIVE') {
    throw new UserError(
      `Cluster '${cluster}' has no service '${name}' in this account and region. Check both names, AWS_REGION and the role, or apply the stack first.`
    )
  }
  if (service.status === 'ACTIVE') return service
  throw new UserError(
    `Service '${name}' is being deleted (${service.status}). Apply the stack that makes it again.`
  )
}
