import { YES, type Command } from '../command.ts'
import { readOutputs } from '../outputs.ts'
import { announce } from '../sharing.ts'
import { runStep } from '../step.ts'
import { show } from '../tenant.ts'

/** Replaces all tasks of the tenant's service by new ones of the same revision. */
export const rolloutApi: Command = {
  script: 'rollout-api.sh',
  about:
    'Forces a new deployment of the API, so that its tasks read their secrets anew, and follows it to its end. The first one starts as many tasks as the stack asks for.',
  required: ['client', 'plan', 'env'],
  optional: ['region'],
  switches: [YES],
  examples: ['rollout-api.sh --client Acme --plan Dedicated --env stg'],
  run: async ({ typed, switches }, ports) => {
    const shown = await show(typed, ports)
    await announce(shown, { what: 'a rollout', yes: switches.yes }, ports)
    const output = await readOutputs(shown, ports)
    const { cluster, service, region } = shown
    const inputs = {
      cluster,
      service,
      'force-new-deployment': 'true',
      'initial-count': output('api_desired_count')
    }
    await runStep({ action: 'rollout', region, inputs, shows: 'summary' }, ports)
  }
}
