import { createHash } from 'node:crypto'
import type { ContainerOrder, KnownOrder, TaskOrder } from '../../../lib/aws/ecs-one-off-tasks.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'

/** What a task is started for: to show what is pending, or to migrate. */
export type Purpose = 'look' | 'migrate'

const PREFIXES: Readonly<Record<Purpose, string>> = {
  look: 'caliber-migrate-look/',
  migrate: 'caliber-migrate/'
}
/** RunTask takes no more. */
const MOST_CHARACTERS = 128

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** By what tasks of this service and purpose are found again, whichever run started them. */
export function startedBy(service: string, purpose: Purpose): string {
  const whole = `${PREFIXES[purpose]}${service}`
  return whole.length <= MOST_CHARACTERS
    ? whole
    : `${whole.slice(0, MOST_CHARACTERS - 17)}-${sha256(whole).slice(0, 16)}`
}

/** The task that is wanted, of a registered revision. */
export function orderOf(
  inputs: Inputs,
  { service, target }: Observed,
  { purpose, taskDefinition }: Readonly<{ purpose: Purpose; taskDefinition: string }>
): TaskOrder {
  const { cluster, cpu, memory, environment } = inputs
  return {
    cluster,
    taskDefinition,
    placement: service.placement,
    container: target.container.name,
    command: purpose === 'look' ? inputs.pendingCommand : inputs.command,
    environment,
    startedBy: startedBy(service.name, purpose),
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory })
  }
}

const HOUR_MS = 3_600_000

/**
 * What makes two requests for the same order one task, also those of two runs: the order, the hour and the attempt. ECS
 * tells of stopped tasks for an hour, so every task that a token of this hour has started can be told from a new one.
 */
export const tokenOf = (order: TaskOrder, { now, attempt }: Readonly<{ now: number; attempt: number }>) =>
  sha256(JSON.stringify([order, Math.floor(now / HOUR_MS), attempt]))

/** Whether a task that runs does what is wanted. */
export const isSameWork = (known: KnownOrder, wanted: TaskOrder): boolean =>
  known.taskDefinition === wanted.taskDefinition && workOf(known) === workOf(wanted)

const workOf = ({ container, command, environment }: ContainerOrder): string =>
  JSON.stringify([container, command, Object.entries(environment).toSorted(([a], [b]) => (a < b ? -1 : 1))])
