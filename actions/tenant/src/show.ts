import { sharedBy } from '../../../lib/tenants/names.ts'
import { judgeNewcomer, parseRegistry } from '../../../lib/tenants/registry.ts'
import { fileOf, keyOf, tenantsOf, type Entry, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Change, Name } from './inputs.ts'
import { merge } from './merge.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'

type Asked = Readonly<{ name: Name; change: Change }>

/** Tells a registered tenant, with a change that stands nowhere, by the checkout alone; faults of others' files are only told. */
export async function show({ name, change }: Asked, ports: Ports): Promise<Outcome> {
  const { entries, problems } = parseRegistry(await ports.readRegistry())
  const isOwn = ({ file }: Readonly<{ file: string }>): boolean => file === fileOf(name)
  const faults = problems.filter(isOwn).map(({ file, sentence }) => `${file}: ${sentence}`)
  if (faults.length > 0) return { kind: 'refused', problems: faults }
  for (const { file, sentence } of problems) ports.log.warning(`${file}: ${sentence}`)
  const there = entries.find((entry) => keyOf(entry.tenant) === name.key)?.tenant
  if (there === undefined) return { kind: 'refused', problems: [unknown(name, entries)] }
  const tenant = merge(there, change) as Tenant
  const broken = judgeNewcomer(tenant, entries)
  if (broken.length > 0) return { kind: 'refused', problems: broken }
  return { kind: 'shown', tenant, sharedBy: sharedBy(tenant, tenantsOf(entries)) }
}

const MOST_NAMED = 20

/** The refusal of a tenant that has no file, with those that have one. */
export function unknown({ key }: Name, entries: readonly Entry[]): string {
  const keys = entries.map(({ tenant }) => keyOf(tenant)).toSorted()
  const more = keys.length > MOST_NAMED ? ` and ${keys.length - MOST_NAMED} others` : ''
  const there = keys.length === 0 ? 'nobody is' : `${keys.slice(0, MOST_NAMED).join(', ')}${more} are`
  return `${key} is not in the registry: ${there.replace(/^(\S+) are$/, '$1 is')}.`
}
