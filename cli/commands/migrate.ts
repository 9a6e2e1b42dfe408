import { YES, type Command } from '../command.ts'
import { announce } from '../sharing.ts'
import { runStep } from '../step.ts'
import { show } from '../tenant.ts'

/** Migrates the database as a one-off task beside the tenant's service. */
export const migrate: Command = {
  script: 'migrate.sh',
  about:
    "Runs 'python manage.py migrate' as a one-off Fargate task of the API's own task definition, and follows its log to the end. Nothing pending is nothing done.",
  required: ['client', 'plan', 'env'],
  optional: ['region'],
  switches: [YES],
  examples: ['migrate.sh --client Acme --plan Dedicated --env stg'],
  run: async ({ typed, switches }, ports) => {
    const shown = await show(typed, ports)
    await announce(shown, { what: 'a migration', yes: switches.yes }, ports)
    const { cluster, service, region } = shown
    await runStep({ action: 'migrate', region, inputs: { cluster, service }, shows: 'summary' }, ports)
  }
}
