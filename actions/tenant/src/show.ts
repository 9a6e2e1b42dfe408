import { sharedBy } from '../../../lib/tenants/names.ts'
import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { fileOf, keyOf, tenantsOf, type Entry } from '../../../lib/tenants/tenant.ts'
import type { Name } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'

/** Tells a registered tenant by the checkout alone; faults of other tenants' files are only told. */
export async function show(name: Name, ports: Ports): Promise<Outcome> {
  const { entries, problems } = parseRegistry(await ports.readRegistry())
  const isOwn = ({ file }: Readonly<{ file: string }>): boolean => file === fileOf(name)
  const faults = problems.filter(isOwn).map(({ file, sentence }) => `${file}: ${sentence}`)
  if (faults.length > 0) return { kind: 'refused', problems: faults }
  for (const { file, sentence } of problems) ports.log.warning(`${file}: ${sentence}`)
  const tenant = entries.find((entry) => keyOf(entry.tenant) === name.key)?.tenant
  if (tenant === undefined) return { kind: 'refused', problems: [unknown(name, entries)] }
  const tenants = tenantsOf(entries)
  return { kind: 'shown', tenant, sharedBy: sharedBy(tenant, tenants) }
}

const MOST_NAMED = 20

/** The refusal of a tenant that has no file, with those that have one. */
export function unknown({ key }: Name, entries: readonly Entry[]): string {
  const keys = entries.map(({ tenant }) => keyOf(tenant)).toSorted()
  const more = keys.length > MOST_NAMED ? ` and ${keys.length - MOST_NAMED} others` : ''
  const there = keys.length === 0 ? 'nobody is' : `${keys.slice(0, MOST_NAMED).join(', ')}${more} are`
  return `${key} is not in the registry: ${there.replace(/^(\S+) are$/, '$1 is')}.`
}
