import { UserError } from '../../lib/errors.ts'
import { fileOf, renderTenant } from '../../lib/tenants/tenant.ts'
import { namedBy, sharedSettings } from '../agreement.ts'
import { SHARED, TENANT, YES, type Command } from '../command.ts'
import { confirm, requireSomebody } from '../consent.ts'
import { withFolder } from '../folder-lock.ts'
import { askOutputs } from '../outputs.ts'
import { applyPlan, findPlan, makePlan, tellPlan, type Planned, type Target } from '../planned.ts'
import type { Ports } from '../ports.ts'
import { forgetPlan } from '../saved-plan.ts'
import { findSettings } from '../settings.ts'
import { openStack, type Stack } from '../stack.ts'
import { register } from '../registry.ts'
import { reserve, type Asked, type Reserved } from '../tenant.ts'

/** Applies a tenant's plan after a person has seen it, and reserves and registers the tenant on the way. */
export const apply: Command = {
  script: 'apply.sh',
  about:
    "Shows the plan that plan.sh saved, or makes one, and applies it once you agree. A tenant that the registry does not have is reserved first and entered into the checkout's registry; commit its file by pull request.",
  required: TENANT,
  optional: [...SHARED, 'region', 'image'],
  switches: [YES, { flags: '--new-plan', about: 'passes a saved plan over and makes a new one' }],
  examples: [
    'apply.sh --client Acme --plan Dedicated --env prod --subdomain acme',
    'apply.sh --client SaaSShared --plan SaaS --env prod --subdomain saas-api',
    'apply.sh --client NewTenant --plan SaaS --env prod --subdomain customer1'
  ],
  run: async ({ typed, switches }, ports) => {
    sharedSettings(typed)
    const settings = await findSettings(ports)
    const stack = await openStack(ports)
    const asked = { typed, settings, dryRun: true }
    const would = await reserve(asked, ports)
    const matter = { key: would.key, yes: switches.yes }
    requireSomebody(matter, ports)
    const target = { ...would, settings }
    await withFolder(ports.root, async () => {
      const planned = await preparePlan(target, switches.newPlan === true, { stack, ports })
      tellPlan(planned, ports)
      if (planned.shown.hasChanges) await confirm('Apply?', matter, ports)
      await settle(asked, would, ports)
      if (planned.shown.hasChanges) await applyPlan(planned, would.key, stack)
      else await forgetPlan(planned.files)
      await tellOutputs(stack, would.key, ports)
    })
  }
}

type Place = Readonly<{ stack: Stack; ports: Ports }>

async function preparePlan(target: Target, isNew: boolean, { stack, ports }: Place): Promise<Planned> {
  const saved = isNew ? undefined : await findPlan(target, stack, ports)
  return saved ?? makePlan(target, stack, ports)
}

/** Reserves what the plan was made with, and enters the tenant into the checkout's registry. */
async function settle(asked: Asked, would: Reserved, ports: Ports): Promise<void> {
  const { tenant } = await reserve({ ...asked, dryRun: false }, ports)
  if (renderTenant(tenant) !== renderTenant(would.tenant))
    throw new UserError(
      `${would.key} was given other names or addresses than the plan has, for somebody took those meanwhile. Nothing was applied. Run apply.sh again.`
    )
  if (await register(ports.root, namedBy(asked.typed), renderTenant(tenant)))
    ports.terminal.say(
      `Entered terraform/tenants/${fileOf(tenant)}: commit it by pull request when the tenant is there.`
    )
}

const TOLD = [
  'api_endpoint',
  'frontend_url',
  'documentdb_uri',
  'postgresql_endpoint',
  'api_lb_dns',
  'api_lb_zone_id',
  'hosted_zone_id'
]

async function tellOutputs(stack: Stack, key: string, { terminal }: Ports): Promise<void> {
  const output = await askOutputs(stack, key)
  terminal.say(terminal.paint('bold', 'Done.'))
  for (const name of TOLD) if (output(name) !== '') terminal.say(`  ${name} = ${output(name)}`)
}
