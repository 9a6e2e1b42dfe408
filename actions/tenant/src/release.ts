import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { parseReserved, recordName, ROOT, type Reserved } from '../../../lib/tenants/reservations.ts'
import { isGuest, isShared, keyOf } from '../../../lib/tenants/tenant.ts'
import type { Name } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'

/** Ends a reservation, the record before its claims; only a person starts that, and only for a tenant that is not registered. */
export async function release(
  { name, dryRun }: Readonly<{ name: Name; dryRun: boolean }>,
  ports: Ports
): Promise<Outcome> {
  if (ports.eventName !== 'workflow_dispatch')
    return refuse(
      `A reservation is released by hand only, and this run was started by '${ports.eventName}'. Start the workflow from its page.`
    )
  if (await isRegistered(name, ports))
    return refuse(
      `${name.key} is in the registry, so it lives. Decommission it and remove its file by pull request first; then release.`
    )
  const store = ports.store()
  const reserved = parseReserved(await store.list(ROOT))
  const guests = guestsOf(name, reserved)
  if (guests.length > 0) return refuse(`${guests.join(', ')} live on ${name.key}. Release them first.`)
  const freed = planRelease(name, reserved)
  if (dryRun) return { kind: 'planned', steps: freed.map((parameter) => `remove ${parameter}`) }
  for (const parameter of freed) {
    ports.signal.throwIfAborted()
    await store.remove(parameter)
    ports.log.info(`Removed ${parameter}.`)
  }
  return { kind: 'released', freed }
}

/** By the checkout or by the default branch: a run can be started from any branch. */
async function isRegistered({ key }: Name, ports: Ports): Promise<boolean> {
  const repository = ports.repository()
  const { branch } = await repository.base()
  const files = [...(await ports.readRegistry()), ...(await repository.registryOf(branch))]
  const { entries } = parseRegistry(files)
  return entries.some(({ tenant }) => keyOf(tenant) === key)
}

const refuse = (problem: string): Outcome => ({ kind: 'refused', problems: [problem] })

/** The tenant's parameters; claims that its record does not name are of an attempt that ended early, and go too. */
function planRelease({ key }: Name, { records, claims }: Reserved): readonly string[] {
  const record = recordName(key)
  const own = [...claims].filter(([name, claim]) => claim.tenant === key && name !== record)
  const hasRecord = records.has(key) || claims.has(record)
  return [...(hasRecord ? [record] : []), ...own.map(([parameter]) => parameter).toSorted()]
}

function guestsOf(name: Name, { records }: Reserved): readonly string[] {
  if (!isShared(name)) return []
  const tenants = [...records.values()].map(({ settings }) => settings)
  return tenants.filter((tenant) => isGuest(tenant) && tenant.env === name.env).map(keyOf)
}
