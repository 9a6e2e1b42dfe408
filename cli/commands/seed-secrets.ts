import type { Command } from '../command.ts'
import { withFolder } from '../folder-lock.ts'
import { findSettings, STACK } from '../settings.ts'
import { openStack } from '../stack.ts'
import { runStep } from '../step.ts'
import { show } from '../tenant.ts'

/** Writes a tenant's secrets from its stack's outputs. */
export const seedSecrets: Command = {
  script: 'seed-secrets.sh',
  about:
    "Writes a tenant's secrets from the outputs of its stack and AWS's own secrets of the databases. What is right already is left alone, and a Django key that is there stays: run it as often as you like.",
  required: ['client', 'env'],
  optional: ['region'],
  switches: [
    {
      flags: '--rotate-django-key',
      about: 'replaces the Django key; the one before stays valid for sessions'
    }
  ],
  examples: [
    'seed-secrets.sh --client Acme --env stg',
    'seed-secrets.sh --client Acme --env stg --rotate-django-key'
  ],
  run: async ({ typed, switches }, ports) => {
    const shown = await show(typed, ports)
    const { backend } = await findSettings(ports)
    // The action asks Terraform by itself: that it is there is better said before.
    await openStack(ports)
    const told = await withFolder(ports.root, () =>
      runStep(
        {
          action: 'seed-secrets',
          region: shown.region,
          inputs: {
            client: shown.tenant.client,
            env: shown.tenant.env,
            'working-directory': STACK,
            'backend-config': [...backend, `key=${shown.stateKey}`].join('\n'),
            rotate: switches.rotateDjangoKey === true ? 'django-secret-key' : ''
          },
          shows: 'summary'
        },
        ports
      )
    )
    if (told['rollout-needed'] === 'true')
      ports.terminal.say('Tasks that run keep the old values until rollout-api.sh replaces them.')
  }
}
