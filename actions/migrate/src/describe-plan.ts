import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import type { Plan } from './plan.ts'

/** The plan as sentences, in the order in which it is done. */
export function describePlan(inputs: Inputs, { target, service }: Observed, plan: Plan): readonly string[] {
  const { attach, waitsFor, looks, register } = plan
  const revision = register === undefined ? plan.target : `the new revision of ${plan.target}`
  const words = (command: readonly string[]): string => JSON.stringify(command)
  if (attach !== undefined) return [`A task that does the same runs already and is followed: ${attach}.`]
  return [
    register === undefined
      ? `Revision ${plan.target} is there; nothing has to be registered.`
      : `A new revision of ${plan.target} is registered.`,
    ...(waitsFor.length === 0 ? [] : [`Another migration is waited for: ${waitsFor.join(', ')}.`]),
    ...(looks
      ? [
          `A task of ${revision} shows what is pending: container '${target.container.name}' runs ${words(inputs.pendingCommand)}. When nothing is, that is all.`
        ]
      : []),
    `A task of ${revision} migrates in the network of service '${service.name}': container '${target.container.name}' runs ${words(inputs.command)}.`
  ]
}
