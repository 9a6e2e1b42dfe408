import { isOngoing, previousOf, successes } from './history.ts'
import type { Inputs } from './inputs.ts'
import type { HistoryEntry, Observed } from './observed.ts'
import type { Rollout } from './outcome.ts'

/**
 * Whether a service is to be left as it is: it is only deployed while nothing that was deployed with success runs. A
 * deployment in flight of what is asked for is an earlier attempt's, and goes on; one of anything else is somebody's.
 */
export function isKept({ onlyFirst }: Pick<Inputs, 'onlyFirst'>, observed: Observed): boolean {
  const { service, history = [] } = observed
  if (!onlyFirst || service.desired === 0 || service.running === 0) return false
  const [newest] = history
  return newest === undefined ? isProvenByService(observed) : isProven(newest, observed)
}

function isProven(newest: HistoryEntry, { live, target, history = [] }: Observed): boolean {
  if (isOngoing(newest)) return newest.taskDefinition !== target.revision?.arn
  if (newest.taskDefinition === live.arn) return newest.status === 'SUCCESSFUL'
  return successes(history).includes(live.arn)
}

/** The same from DescribeServices alone. */
function isProvenByService({ service, target }: Observed): boolean {
  const [primary] = service.deployments
  if (primary?.rolloutState === 'IN_PROGRESS') return primary.taskDefinition !== target.revision?.arn
  return primary?.rolloutState === 'COMPLETED'
}

/** What is told of a service that was left alone. */
export const keptRollout = (observed: Observed, elapsedMs: number): Rollout => ({
  outcome: { kind: 'kept' },
  revision: observed.live.revision,
  taskDefinition: observed.live.arn,
  previous: previousOf(observed, observed.live.arn),
  registered: false,
  isOfThisRun: false,
  deaths: [],
  tails: [],
  events: [],
  slices: [],
  elapsedMs,
  notes: [],
  problems: []
})
