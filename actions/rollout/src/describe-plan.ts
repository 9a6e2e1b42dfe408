import { nameOf } from '../../../lib/ecs/names.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import { begins, type Plan } from './plan.ts'

/** The plan as sentences, in the order in which it is done. */
export function describePlan(inputs: Inputs, observed: Observed, plan: Plan): readonly string[] {
  return [
    plan.register === undefined
      ? `Revision ${plan.target} is there; nothing has to be registered.`
      : `A new revision of ${plan.target} is registered.`,
    ...describeUpdate(observed, plan),
    ...when(
      plan.parameterValue,
      (value) => `After success, parameter ${inputs.imageParameter} says ${value}.`
    ),
    ...(plan.retires ? ['After success, newer revisions with other images are deregistered.'] : [])
  ]
}

function describeUpdate({ live, service }: Observed, plan: Plan): readonly string[] {
  const { update, attach } = plan
  const target = plan.register === undefined ? plan.target : `the new revision of ${plan.target}`
  const how = update?.force === true ? ' anew, by new tasks' : ''
  const said = [
    ...when(plan.supersedes, (arn) => `The deployment in flight, ${arn}, is superseded.`),
    ...when(
      attach,
      (one) =>
        `A deployment of it is in flight: it is followed, not repeated (${'arn' in one ? one.arn : one.id}).`
    ),
    ...(begins(update) ? [`The service goes from ${nameOf(live.arn)} to ${target}${how}.`] : []),
    ...when(update?.desiredCount, (count) => `The number of tasks goes from ${service.desired} to ${count}.`)
  ]
  return said.length === 0 ? [`The service is not changed: it is set to ${target} already.`] : said
}

const when = <T>(value: T | undefined, say: (value: T) => string): readonly string[] =>
  value === undefined ? [] : [say(value)]
