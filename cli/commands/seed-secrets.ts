import type { Command } from '../command.ts'
import { withFolder } from '../folder-lock.ts'
import { findSettings, STACK } from '../settings.ts'
import { runStep } from '../step.ts'
import { show } from '../tenant.ts'

/** Writes a tenant's secrets from its stack's outputs. */
export const seedSecrets: Command = {
  script: 'seed-secrets.sh',
  about:
    "Writes a tenant's secrets from the outputs of its stack and AWS's own secrets of the databases. What is right already is left alone, and a Django key that is there stays: run it as often as you like.",
  required: ['client', 'env'],
  optional: ['region'],
  switches: [],
  examples: ['seed-secrets.sh --client Acme --env stg'],
  run: async ({ typed }, ports) => {
    const shown = await show(typed, ports)
    const { backend } = await findSettings(ports)
    await withFolder(ports.root, () =>
      runStep(
        {
          action: 'seed-secrets',
          region: shown.region,
          inputs: {
            client: shown.tenant.client,
            env: shown.tenant.env,
            'working-directory': STACK,
            'backend-config': [...backend, `key=${shown.stateKey}`].join('\n')
          },
          shows: 'summary'
        },
        ports
      )
    )
  }
}
