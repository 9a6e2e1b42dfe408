import type { Command } from '../command.ts'
import { withFolder } from '../folder-lock.ts'
import { findSettings, keepSettings, valueOf } from '../settings.ts'
import { openStack } from '../stack.ts'

/** Finds what later commands need, keeps it, and installs modules and provider. */
export const init: Command = {
  script: 'init.sh',
  about:
    "Prepares this checkout: finds Terraform and where its states are, keeps that for later commands, and installs modules and provider. It asks no state: plan.sh and apply.sh point the stack at their tenant's own.",
  required: [],
  optional: ['state-bucket', 'state-region', 'image'],
  switches: [],
  examples: ['init.sh', 'init.sh --state-bucket acme-terraform-state --state-region us-east-1'],
  run: async ({ typed }, ports) => {
    const { root, terminal } = ports
    const { 'state-bucket': bucket, 'state-region': region, image } = typed
    const settings = await findSettings(ports, {
      ...(bucket === undefined ? {} : { bucket }),
      ...(region === undefined ? {} : { region }),
      ...(image === undefined ? {} : { image })
    })
    const stack = await openStack(ports)
    await withFolder(root, async () => {
      terminal.say(`Installing modules and provider with Terraform ${stack.version} …`)
      await stack.install()
      await keepSettings(root, settings)
    })
    terminal.say(
      `Ready. States are in ${valueOf(settings.backend, 'bucket')} in ${valueOf(settings.backend, 'region')} (${settings.from}).`
    )
    terminal.say(
      settings.image === undefined
        ? 'New tenants name their first image with --image.'
        : `New tenants begin with ${settings.image}.`
    )
  }
}
