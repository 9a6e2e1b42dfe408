import { fileOf, isShared, keyOf, type Tenant } from '../../lib/tenants/tenant.ts'
import { namedBy } from '../agreement.ts'
import { SHARED, TENANT, YES, type Command, type Switches } from '../command.ts'
import { confirm, requireSomebody, type Matter } from '../consent.ts'
import { Refusal } from '../failure.ts'
import { withFolder } from '../folder-lock.ts'
import { applyPlan, makePlan, tellPlan, type Planned, type Target } from '../planned.ts'
import type { Ports } from '../ports.ts'
import { findSettings, valueOf, type Settings } from '../settings.ts'
import { forgetPlan } from '../saved-plan.ts'
import { finalSnapshots } from '../show-plan.ts'
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
    await withFolder(ports.root, () => end(shown, { settings, stack, switches, matter, ports }))
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

async function end(shown: Shown, place: Place): Promise<void> {
  const { settings, stack, ports } = place
  const { key, stateKey } = shown
  const target: Target = { key, stateKey, settings, tenant: unprotected(shown.tenant), isPassing: true }
  const isProtected = protects(shown.tenant)
  const first = await makePlan({ ...target, destroy: !isProtected }, stack, ports)
  await check(shown, first, place)
  if (!isProtected) return carryOut(first, 'Destroy?', place)
  if (first.shown.hasChanges) await carryOut(first, 'Lift the protection?', place)
  await carryOut(await makePlan({ ...target, destroy: true }, stack, ports), 'Destroy?', place)
}

/** Whether the stack protects a tenant as its file has it. */
export const protects = (tenant: Tenant): boolean =>
  overridesOf(tenant)['deletion_protection'] !== false &&
  (tenant.env === 'prod' || isShared(tenant) || overridesOf(tenant)['deletion_protection'] === true)

const overridesOf = ({ overrides }: Tenant): Readonly<Record<string, unknown>> =>
  (overrides ?? {}) as Readonly<Record<string, unknown>>

const unprotected = (tenant: Tenant): Tenant =>
  protects(tenant) ? { ...tenant, overrides: { ...overridesOf(tenant), deletion_protection: false } } : tenant

/** What would stop the destruction, or be lost by it; the protection is this command's own to lift. */
async function check(shown: Shown, planned: Planned, { settings, switches, ports }: Place): Promise<void> {
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
    tolerate: 'protection',
    'registry-region': valueOf(settings.backend, 'region') ?? ''
  }
  await runStep({ action: 'decommission-check', region: shown.region, inputs, shows: 'summary' }, ports)
}

async function carryOut(planned: Planned, question: string, { matter, stack, ports }: Place): Promise<void> {
  tellPlan(planned, ports)
  try {
    await confirm(question, matter, ports)
  } catch (error) {
    await forgetPlan(planned.files)
    throw error
  }
  await applyPlan(planned, matter.key, stack)
}
