import { isOngoing, previousOf } from './history.ts'
import type { Report } from '../../../lib/runner.ts'
import { nameOf } from '../../../lib/ecs/names.ts'
import { describePlan } from './describe-plan.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import type { Outcome, Rollout } from './outcome.ts'
import type { Plan } from './plan.ts'
import { renderPlanned, renderRollout } from './summary.ts'

/** Outcomes after which the step is red. */
const RED: ReadonlySet<Outcome['kind']> = new Set([
  'rolled-back',
  'failed',
  'superseded',
  'stopped',
  'timeout',
  'cancelled',
  'lost'
])

/** Outputs, summary and, where it is red, the sentence. */
export function toReport(inputs: Inputs, rollout: Rollout): Report {
  const { outcome, problems } = rollout
  const sentence = describeOutcome(inputs, rollout)
  const isRed = RED.has(outcome.kind) || problems.length > 0
  return {
    outputs: outputsOf(inputs, rollout, sentence),
    summary: renderRollout(inputs, rollout, sentence),
    ...(isRed ? { failure: [sentence, ...problems].join(' ') } : {})
  }
}

function outputsOf(inputs: Inputs, rollout: Rollout, sentence: string): Record<string, string> {
  const { outcome, revision, taskDefinition, deployment = '' } = rollout
  const previous = nameOf(rollout.previous)
  return {
    outcome: outcome.kind,
    revision,
    'previous-revision': previous,
    'task-definition-arn': taskDefinition,
    ...deploymentOf(deployment),
    result: JSON.stringify({
      outcome: outcome.kind,
      sentence,
      cluster: inputs.cluster,
      service: inputs.service,
      revision,
      previousRevision: previous,
      taskDefinitionArn: taskDefinition,
      deploymentArn: deployment,
      deploymentId: nameOf(deployment),
      registered: rollout.registered,
      changed: changes(outcome),
      isOfThisRun: rollout.isOfThisRun,
      elapsedMs: rollout.elapsedMs,
      slices: rollout.slices,
      failedTasks: rollout.deaths.map(({ task, words, diagnosis }) => ({ id: task.id, words, ...diagnosis })),
      notes: rollout.notes,
      problems: rollout.problems
    })
  }
}

const deploymentOf = (arn: string): Record<string, string> => ({
  'deployment-arn': arn,
  'deployment-id': nameOf(arn)
})

const changes = (outcome: Outcome): boolean =>
  outcome.kind === 'success' ? outcome.changed : outcome.kind !== 'kept'

/** The outcome in a sentence or two, with what to do next. */
export function describeOutcome(inputs: Inputs, rollout: Rollout): string {
  const { outcome, revision } = rollout
  const what = `Service '${inputs.service}' on cluster '${inputs.cluster}'`
  if (isState(outcome)) return `${what} ${describeState(outcome, revision, inputs)}`
  switch (outcome.kind) {
    case 'rolled-back':
      return `${what} was rolled back from ${revision} to ${nameOf(rollout.previous)}. ${why(outcome.reason, rollout)}`
    case 'cancelled':
      return `${outcome.reason} See: ${command(inputs, rollout)}`
    case 'lost':
      return `${what} is not known to run ${revision}: ECS could not be asked any longer about its deployment, which goes on. ${outcome.reason.replace(/\.$/, '')}. Run this again to follow it, or see: ${command(inputs, rollout)}`
    case 'timeout':
      return `${what} does not run ${revision} yet. ${outcome.reason} The deployment goes on; see: ${command(inputs, rollout)}`
    case 'failed':
    case 'stopped':
    case 'superseded':
      return `${what} does not run ${revision}${describeEnd(outcome, inputs, rollout)}`
  }
}

type State = Extract<Outcome, { kind: 'success' | 'kept' | 'scaled-to-zero' }>

/** Whether the service is as it should be, which is told by what it is. */
const isState = (outcome: Outcome): outcome is State =>
  outcome.kind === 'success' || outcome.kind === 'kept' || outcome.kind === 'scaled-to-zero'

function describeState(outcome: State, revision: string, { change }: Inputs): string {
  if (outcome.kind === 'kept')
    return `is left alone: it runs ${revision}, which was deployed with success, and only a first deployment was asked for.`
  if (outcome.kind === 'success')
    return `runs ${revision}${outcome.changed ? '.' : ` already: ${describeCalm(change)}.`}`
  const rest = outcome.asked ? '.' : ' and nothing is proven. Set desired-count to start it.'
  return `is set to ${revision} and to no tasks, so nothing runs${rest}`
}

const describeCalm = (change: Inputs['change']): string =>
  change.kind === 'restart'
    ? `no task is older than ${new Date(change.since).toISOString()}, so nothing was restarted`
    : 'nothing was changed'

type Ended = Extract<Outcome, { kind: 'failed' | 'stopped' | 'superseded' }>

function describeEnd(outcome: Ended, inputs: Inputs, rollout: Rollout): string {
  switch (outcome.kind) {
    case 'failed':
      return `, and nothing was rolled back. ${why(outcome.reason, rollout)} Deploy an image that is good, or see: ${command(inputs, rollout)}`
    case 'stopped':
      return `: its deployment was stopped. ${why(outcome.reason, rollout)} See: ${command(inputs, rollout)}`
    case 'superseded':
      return `: another deployment took its place, ${outcome.by.arn} of ${nameOf(outcome.by.taskDefinition) || 'a revision that ECS has forgotten'}. Follow that one, or run this again when it is over.`
  }
}

function why(reason: string, { deaths }: Rollout): string {
  const [first] = deaths
  const said = reason === '' ? 'ECS gives no reason.' : `${reason.replace(/\.$/, '')}.`
  if (first === undefined || said.includes(first.words)) return said
  const diagnosis = first.diagnosis === undefined ? '' : ` ${first.diagnosis.cause} ${first.diagnosis.fix}`
  return `${said} ${deaths.length === 1 ? '1 task' : `${deaths.length} tasks`} failed, the first with: ${first.words.replace(/\.$/, '')}.${diagnosis}`
}

const command = ({ cluster, service }: Inputs, { deployment }: Rollout): string =>
  deployment === undefined
    ? `aws ecs describe-services --cluster ${cluster} --services ${service}`
    : `aws ecs describe-service-deployments --service-deployment-arns ${deployment}`

/** What a dry run leaves behind. */
export function toDryReport(inputs: Inputs, observed: Observed, plan: Plan): Report {
  const steps = describePlan(inputs, observed, plan)
  const { target, history = [] } = observed
  const [newest] = history
  return {
    outputs: {
      outcome: 'planned',
      revision: plan.register === undefined ? plan.target : '',
      'previous-revision': nameOf(previousOf(observed, target.revision?.arn ?? '')),
      'task-definition-arn': target.revision?.arn ?? '',
      ...deploymentOf(newest !== undefined && isOngoing(newest) ? newest.arn : ''),
      result: JSON.stringify({ outcome: 'planned', cluster: inputs.cluster, service: inputs.service, steps })
    },
    summary: renderPlanned(inputs, observed, { plan, steps })
  }
}
