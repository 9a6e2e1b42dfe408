import { sharedSettings } from '../agreement.ts'
import { SHARED, TENANT, type Command } from '../command.ts'
import { withFolder } from '../folder-lock.ts'
import { makePlan, tellPlan } from '../planned.ts'
import { findSettings } from '../settings.ts'
import { openStack } from '../stack.ts'
import { reserve } from '../tenant.ts'

/** Plans a tenant's stack and keeps the plan; changes nothing anywhere. */
export const plan: Command = {
  script: 'plan.sh',
  about:
    "Plans a tenant's stack, shows the plan as a pull request would, and saves it for apply.sh. Changes nothing: a tenant that the registry does not have is planned with what it would be given.",
  required: TENANT,
  optional: [...SHARED, 'region', 'image'],
  switches: [],
  examples: ['plan.sh --client Acme --plan Dedicated --env stg --subdomain acme-stg'],
  run: async ({ typed }, ports) => {
    sharedSettings(typed)
    const settings = await findSettings(ports)
    const stack = await openStack(ports)
    const { tenant, key, stateKey } = await reserve({ typed, settings, dryRun: true }, ports)
    await withFolder(ports.root, async () => {
      const planned = await makePlan({ tenant, key, stateKey, settings }, stack, ports)
      tellPlan(planned, ports)
      if (planned.shown.hasChanges)
        ports.terminal.say('It is saved: apply.sh with the same flags applies it.')
    })
  }
}
