import { isDenied } from '../../../lib/aws/denied.ts'
import { nameOf, type ServicePlace } from '../../../lib/ecs/names.ts'
import { revisionNumber } from '../../../lib/ecs/task-definition.ts'
import type { HistoryEntry, Observed } from './observed.ts'
import type { Ports } from './ports.ts'

/** States of a service deployment whose outcome is open. */
const ONGOING = new Set([
  'PENDING',
  'IN_PROGRESS',
  'STOP_REQUESTED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS'
])

/** Whether the outcome of a service deployment is open. */
export const isOngoing = ({ status }: Readonly<{ status: string }>): boolean => ONGOING.has(status)

/** The service's deployments, newest first; undefined, with one warning, where the role may not list them. */
export async function readHistory(
  { ecs, log }: Pick<Ports, 'ecs' | 'log'>,
  place: ServicePlace,
  pages = 1
): Promise<readonly HistoryEntry[] | undefined> {
  try {
    const entries = await ecs.listDeployments(place, pages)
    const definitions = await ecs.taskDefinitionsOf(
      place,
      entries.map(({ targetRevision }) => targetRevision).filter((arn) => arn !== '')
    )
    return entries.map((entry) => ({ ...entry, taskDefinition: definitions[entry.targetRevision] ?? '' }))
  } catch (error) {
    if (!isDenied(error) && !isUnsupported(error)) throw error
    log.warning(
      `${error instanceof Error ? error.message : ''} Without it the rollout is followed by DescribeServices alone, which tells less.`.trim()
    )
    return undefined
  }
}

/** What a region or an emulator answers that has no service deployments. */
const isUnsupported = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:UnsupportedFeatureException|UnknownOperationException|InvalidAction|NotImplemented)/.test(error.name)

/** ARNs of the task definitions that were deployed with success, the last first, each once. */
export function successes(history: readonly HistoryEntry[]): readonly string[] {
  const arns = history
    .filter(({ status, taskDefinition }) => status === 'SUCCESSFUL' && taskDefinition !== '')
    .map(({ taskDefinition }) => taskDefinition)
  return [...new Set(arns)]
}

/** What succeeded last before this revision, and so what ECS goes back to; what the service is set to may not have. */
export const previousOf = ({ live, history = [] }: Pick<Observed, 'live' | 'history'>, arn: string): string =>
  successes(history).find((one) => one !== arn) ?? live.arn

/** Whether the service went back from a revision: an older one has been deployed with success since. */
export function wasLeft(arn: string, history: readonly HistoryEntry[]): boolean {
  const good = history.filter(({ status }) => status === 'SUCCESSFUL')
  const last = good.findIndex(({ taskDefinition }) => taskDefinition === arn)
  return good.slice(0, last).some(({ taskDefinition }) => isNewer(arn, taskDefinition))
}

/** Whether a revision is a later one of the same family. */
export function isNewer(left: string, right: string): boolean {
  const [a, b] = [nameOf(left), nameOf(right)]
  const family = (revision: string): string => revision.slice(0, revision.lastIndexOf(':'))
  return family(a) === family(b) && revisionNumber(a) > revisionNumber(b)
}
