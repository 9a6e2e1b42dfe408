import type { TaskOrder } from '../../../lib/aws/ecs-one-off-tasks.ts'
import type { TaskDefinition } from '../../../lib/ecs/task-definition.ts'
import { UserError } from '../../../lib/errors.ts'
import { logStreamOf } from '../../../lib/ecs/log-tail.ts'
import { isSecretName } from '../../../lib/terraform/secret-shapes.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import { isSameWork, orderOf } from './order.ts'
import { checkSize } from './size.ts'

/** What is going to be done, as data: the dry run prints it. */
export type Plan = Readonly<{
  /** Registered first; undefined when the revision is there. */
  register: TaskDefinition | undefined
  /** `family:7`; the family alone while it has to be registered. */
  target: string
  /** A running task that does the same, and is followed in place of a new one. */
  attach: string | undefined
  /** Other migrations of the service that are waited for. */
  waitsFor: readonly string[]
  /** Whether what is pending is looked at first. */
  looks: boolean
  /** What is worth a warning, a sentence each. */
  warnings: readonly string[]
}>

/** ECS takes no longer overrides. */
const MOST_OVERRIDES = 8192

/** Decides what to do; refuses what cannot succeed. */
export function planMigration(inputs: Inputs, observed: Observed): Plan {
  const { target, running } = observed
  checkSize(inputs, target.definition)
  checkNetwork(observed)
  const order = orderOf(inputs, observed, {
    purpose: 'migrate',
    taskDefinition: target.revision?.arn ?? ''
  })
  checkLength(order)
  const same = target.revision === undefined ? undefined : running.find((one) => isSameWork(one, order))
  return {
    register: target.revision === undefined ? target.definition : undefined,
    target: target.revision?.revision ?? target.definition.family,
    attach: same?.arn,
    waitsFor: same === undefined ? running.map(({ arn }) => arn) : [],
    looks: inputs.pendingCommand.length > 0 && same === undefined,
    warnings: warningsOf(inputs, observed)
  }
}

function checkNetwork({ service, target }: Observed): void {
  const needsOne = target.definition['networkMode'] === 'awsvpc'
  if (!needsOne || service.placement.networkConfiguration !== undefined) return
  throw new UserError(
    `Service '${service.name}' has no network configuration of its own (deployed by ${service.controller}), so a task has no subnets to run in. Run the migration where the service is deployed.`
  )
}

function checkLength({ command, environment }: TaskOrder): void {
  const length = JSON.stringify({ command, environment }).length
  if (length <= MOST_OVERRIDES) return
  throw new UserError(
    `Inputs 'command' and 'environment' have ${length} characters together, and ECS takes ${MOST_OVERRIDES}. Put what is long into the image or a parameter.`
  )
}

function warningsOf({ environment }: Inputs, { target }: Observed): readonly string[] {
  const secret = Object.keys(environment).filter((name) => isSecretName(name))
  return [
    ...(secret.length === 0
      ? []
      : [
          `Whoever may describe tasks reads ${secret.join(', ')} of 'environment'. Put secrets into the task definition (secrets, valueFrom).`
        ]),
    ...(logStreamOf(target.container, 'task') === undefined
      ? [
          `The log of container '${target.container.name}' is not in CloudWatch Logs (no awslogs driver with a stream prefix): it cannot be shown, and what is pending cannot be read from it.`
        ]
      : [])
  ]
}
