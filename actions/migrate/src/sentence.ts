import { renderElapsed } from '../../../lib/elapsed.ts'
import type { Inputs } from './inputs.ts'
import type { Purpose } from './order.ts'
import type { Migration, Outcome, Remains } from './outcome.ts'
import type { Verdict } from './verdict.ts'
import type { Errand } from './watch.ts'

/** The outcome in a sentence or two, with what to do next. */
export function describeOutcome(inputs: Inputs, migration: Migration): string {
  const { outcome, revision } = migration
  const what = `Service '${inputs.service}' on cluster '${inputs.cluster}'`
  switch (outcome.kind) {
    case 'migrated':
      return `${what} is migrated with ${revision}${counted(migration)}, in ${renderElapsed(migration.elapsedMs)}.`
    case 'skipped':
      return `${what} has nothing to migrate with ${revision}: no migration is pending.`
    case 'busy':
      return `${what} was not migrated: another migration of it did not end in time (${outcome.arns.join(', ')}). Run this again when it has, or see: ${describeTasks(inputs, outcome.arns)}`
    case 'not-started':
      return `${what} was not migrated: ECS did not start the task that was to ${verb(outcome.during)}. ${outcome.reason.replace(/\.$/, '')}. Run this again; when it goes on, look at the subnets' free addresses and the account's Fargate quota.`
    case 'failed':
      return `${what} ${outcome.during === 'look' ? 'was not migrated: what is pending could not be shown' : 'was not migrated to the end'}. ${describeFault(outcome, inputs, migration)}`
    case 'lost':
      return `${what} ${describeLoss(outcome, inputs, migration)}`
    case 'timeout':
    case 'cancelled':
      return `${what} ${describeBreak(outcome, inputs, migration)}`
  }
}

const verb = (purpose: Purpose): string => (purpose === 'look' ? 'show what is pending' : 'migrate')

const counted = ({ applied }: Migration): string =>
  applied.length === 0 ? '' : ` (${applied.length} applied)`

type Failed = Extract<Outcome, { kind: 'failed' }>

function describeFault({ verdict, during }: Failed, inputs: Inputs, { errand }: Migration): string {
  const next = during === 'look' ? " With pending-command: '[]' nobody looks." : ''
  return `${[...reasons(verdict)].join(' ')}${next}${errand === undefined ? '' : ` See: ${logCommand(errand, inputs)}`}`
}

function* reasons({ words, migration, error, diagnosis }: Verdict): Generator<string> {
  const ended = words.replace(/\.$/, '')
  yield migration === undefined ? `${ended}.` : `${ended}, in migration ${migration}.`
  if (error !== undefined) yield `The log says: ${error.replace(/\.$/, '')}.`
  if (diagnosis !== undefined) yield `${diagnosis.cause} ${diagnosis.fix}`
}

type Lost = Extract<Outcome, { kind: 'lost' }>

function describeLoss({ during, reason }: Lost, inputs: Inputs, { errand }: Migration): string {
  const ended = `${reason.replace(/\.$/, '')}.`
  if (errand === undefined) return `is not known to be migrated. ${ended} Run this again.`
  return `is not known to be migrated: AWS could not be asked any longer about task ${errand.arn}, which was to ${verb(during)} and goes on. ${ended} Run this again to follow it; see: ${logCommand(errand, inputs)} ; end it: ${stopCommand(errand, inputs)}`
}

type Broken = Extract<Outcome, { kind: 'timeout' | 'cancelled' }>

function describeBreak(outcome: Broken, inputs: Inputs, { errand }: Migration): string {
  const why = outcome.kind === 'timeout' ? 'in time' : 'to the end: the job was cancelled'
  if (errand === undefined || outcome.during === undefined)
    return `was not migrated ${why}, and the migration was not started. Run this again.`
  if (outcome.during === 'look')
    return `was not migrated ${why}, while task ${errand.arn} showed what is pending (${described(outcome.remains)}). Run this again.`
  const rest =
    outcome.remains === 'runs'
      ? `The migration goes on in task ${errand.arn}. Run this again to follow it; see: ${logCommand(errand, inputs)} ; end it: ${stopCommand(errand, inputs)}`
      : `Task ${errand.arn} was in the middle of it (${described(outcome.remains)}), so see what it left: ${logCommand(errand, inputs)}`
  return `was not migrated ${why}. ${rest}`
}

function described(remains: Remains): string {
  switch (remains) {
    case 'none':
      return 'no task runs'
    case 'runs':
      return 'it goes on'
    case 'stopping':
      return 'it is being stopped'
    case 'not-stopped':
      return 'it could not be stopped'
  }
}

const logCommand = ({ arn, stream }: Errand, { cluster }: Inputs): string =>
  stream === undefined
    ? `aws ecs describe-tasks --cluster ${cluster} --tasks ${arn}`
    : `aws logs get-log-events --log-group-name ${stream.group} --log-stream-name ${stream.stream} --start-from-head`
const stopCommand = ({ arn }: Errand, { cluster }: Inputs): string =>
  `aws ecs stop-task --cluster ${cluster} --task ${arn}`
const describeTasks = ({ cluster }: Inputs, arns: readonly string[]): string =>
  `aws ecs describe-tasks --cluster ${cluster} --tasks ${arns.join(' ')}`
