import { fileOf, keyOf, type Tenant } from '../../lib/tenants/tenant.ts'
import { namedBy } from '../agreement.ts'
import { SHARED, TENANT, YES, type Command, type Switches } from '../command.ts'
import { confirm, requireSomebody, type Matter } from '../consent.ts'
import { Refusal } from '../failure.ts'
import { withFolder } from '../folder-lock.ts'
import { applyPlan, makePlan, tellPlan, type Planned, type Target } from '../planned.ts'
import type { Ports } from '../ports.ts'
import { findSettings, valueOf, type Settings } from '../settings.ts'
import { filesOf, forgetPlan } from '../saved-plan.ts'
import { finalSnapshots, protects } from '../show-plan.ts'
import { openStack, type Stack } from '../stack.ts'
import { runStep } from '../step.ts'
import { show, type Shown } from '../tenant.ts'

/** Destroys a tenant's stack, after it has looked at what stands against that and what would be lost. */
export const destroy: Command = {
  script: 'destroy.sh',
  about:
    "Destroys a tenant's stack: looks first at backups, dependants and what would be lost, shows the plan, and asks. Where deletion protection is on, it is lifted first, by a plan of its own that is shown and asked about. prod needs --force.",
  required: TENANT,
  // What apply.sh was typed with will do; it has to agree with the registry.
  optional: [...SHARED, 'region', 'image'],
  switches: [
    { flags: '--force', about: 'allows the end of a tenant in prod' },
    { flags: '--without-backups', about: 'lets databases go that leave no snapshot behind' },
    YES
  ],
  examples: ['destroy.sh --client Acme --plan Dedicated --env prod --subdomain acme --force'],
  run: async ({ typed, switches }, ports) => {
    const key = keyOf(namedBy(typed))
    if (typed.env === 'prod' && switches.force !== true)
      throw new Refusal(
        `--force is missing: ${key} is in prod, and its data would be gone. Give it, if that is meant.`
      )
    const matter = { key, yes: switches.yes }
    requireSomebody(matter, ports)
    const shown = await show(typed, ports)
    const settings = await findSettings(ports)
    const stack = await openStack(ports)
    await withFolder(ports.root, async () => {
      try {
        return await end(shown, { settings, stack, switches, matter, ports })
      } finally {
        // However it ends: what it planned is for nobody else, and holds values.
        await forgetPlan(filesOf(ports.root, key))
      }
    })
    ports.terminal.say(
      `Destroyed. Remove terraform/tenants/${fileOf(shown.tenant)} by pull request, then release its reservation: action tenant, mode release.`
    )
  }
}

type Place = Readonly<{
  settings: Settings
  stack: Stack
  switches: Switches
  matter: Matter
  ports: Ports
}>

/** What AWS or the state protects is lifted first, whatever the tenant's file says of it. */
async function end(shown: Shown, place: Place): Promise<void> {
  const { settings, stack, ports } = place
  const { key, stateKey, tenant } = shown
  const target: Target = { key, stateKey, settings, tenant, isPassing: true }
  const first = await makePlan({ ...target, destroy: true }, stack, ports)
  const isProtected = await check(shown, first, { ...place, tolerate: 'protection' })
  if (!isProtected && !protects(first.shown.json)) return carryOut(first, 'Destroy?', place)
  const lifted: Target = { ...target, tenant: unprotected(tenant) }
  const lift = await makePlan(lifted, stack, ports)
  if (lift.shown.hasChanges) await carryOut(lift, 'Lift the protection?', place)
  const second = await makePlan({ ...lifted, destroy: true }, stack, ports)
  await check(shown, second, { ...place, tolerate: '' })
  await carryOut(second, 'Destroy?', place)
}

const unprotected = (tenant: Tenant): Tenant => ({
  ...tenant,
  overrides: { ...(tenant['overrides'] as object | undefined), deletion_protection: false }
})

/** What would stop the destruction, or be lost by it; tells whether AWS protects something of it. */
async function check(
  shown: Shown,
  planned: Planned,
  { settings, switches, ports, tolerate }: Place & Readonly<{ tolerate: '' | 'protection' }>
): Promise<boolean> {
  const { client, env, plan } = shown.tenant
  const inputs = {
    client,
    env,
    plan,
    'documentdb-cluster': shown.documentdb,
    'postgres-instance': shown.postgres,
    'final-snapshots': finalSnapshots(planned.shown.json).join('\n'),
    'require-backups': String(switches.withoutBackups !== true),
    force: String(switches.force === true),
    tolerate,
    'registry-region': valueOf(settings.backend, 'region') ?? ''
  }
  const told = await runStep(
    { action: 'decommission-check', region: shown.region, inputs, shows: 'summary' },
    ports
  )
  const { findings } = JSON.parse(told['result'] || '{}') as { findings?: readonly { kind: string }[] }
  return (findings ?? []).some(({ kind }) => kind === 'protection')
}

async function carryOut(planned: Planned, question: string, { matter, stack, ports }: Place): Promise<void> {
  tellPlan(planned, ports)
  await confirm(question, matter, ports)
  await applyPlan(planned, matter.key, stack)
}
