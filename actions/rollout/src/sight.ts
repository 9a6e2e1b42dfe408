import type { ServiceDeployment } from '../../../lib/aws/ecs-service-deployments.ts'
import type { Service } from '../../../lib/aws/ecs-services.ts'

/** What one look at a deployment shows. */
export type Sight = Readonly<{
  /** Says all that changes, so that equal lines are told once. */
  line: string
  requested: number
  running: number
  /** Old tasks that run. */
  old: number
  failures: number
}>

/** A service deployment as one line. */
export function seeDeployment(deployment: ServiceDeployment): Sight {
  const { target, status, stage, failures, threshold, triggeredAlarms } = deployment
  const old = deployment.sources.reduce((sum, { running }) => sum + running, 0)
  const line = [
    `${status}${stage === undefined ? '' : ` (${stage})`}: ${countTasks(target)}`,
    old > 0 ? `${old} old` : '',
    failures > 0
      ? `${failures} failed${threshold > 0 ? ` (the circuit breaker opens at ${threshold})` : ''}`
      : '',
    triggeredAlarms.length > 0 ? `in alarm: ${triggeredAlarms.join(', ')}` : ''
  ]
  return { line: sentence(line), requested: target.requested, running: target.running, old, failures }
}

/** The same from DescribeServices; `id` is the deployment that is followed, any when there is none. */
export function seeService(service: Service, id?: string): Sight {
  const ours = service.deployments.find((one) => id !== undefined && one.id === id)
  const { running, pending, desired } = ours ?? service
  const others = ours === undefined ? [] : service.deployments.filter((one) => one !== ours)
  const old = others.reduce((sum, one) => sum + one.running, 0)
  const failures = ours?.failed ?? service.deployments[0]?.failed ?? 0
  const line = [
    `${ours === undefined ? 'Service' : `${ours.status} ${ours.rolloutState}`}: ${countTasks({ requested: desired, running, pending })}`,
    old > 0 ? `${old} old` : '',
    failures > 0 ? `${failures} failed` : ''
  ]
  return { line: sentence(line), requested: desired, running, old, failures }
}

type Counts = Readonly<{ requested: number; running: number; pending: number }>

const countTasks = ({ requested, running, pending }: Counts): string =>
  `${running} of ${requested} tasks run${pending > 0 ? `, ${pending} start${pending === 1 ? 's' : ''}` : ''}`

const sentence = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('; ')}.`
