import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { judgeChange, removedOf } from '../../../lib/tenants/rules.ts'
import { keyOf, tenantsOf, type Entry } from '../../../lib/tenants/tenant.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'
import { branchOf } from './proposal.ts'

/** Judges the registry of the checkout, and in a pull request what it changes. */
export async function validate(folder: string, ports: Ports): Promise<Outcome> {
  const files = await ports.readRegistry()
  const { entries, problems } = parseRegistry(files)
  const { baseBranch } = ports
  const before =
    baseBranch === undefined ? [] : parseRegistry(await ports.repository().registryOf(baseBranch)).entries
  const found = [...problems, ...judgeChange(before, entries)]
  for (const { file, sentence } of found) ports.log.error(sentence, { file: `${folder}/${file}` })
  for (const removed of removedOf(before, files)) warn(removed, folder, ports)
  if (found.length === 0) return { kind: 'valid', tenants: tenantsOf(entries) }
  const faulty = new Set(found.map(({ file }) => file))
  const tenants = tenantsOf(entries.filter(({ file }) => !faulty.has(file)))
  return { kind: 'invalid', problems: found, tenants }
}

/** A file that goes by the branch of its retirement goes after the stack; any other leaves a stack that nobody looks after. */
function warn({ file, tenant }: Entry, folder: string, { headBranch, log }: Ports): void {
  if (headBranch === branchOf(tenant)) return
  log.warning(
    `This takes ${keyOf(tenant)} out of the registry, and its stack stays where it is one: no form, rotation or look for drift knows it then. Start decommission-tenant.yml, which destroys it and proposes this itself.`,
    { file: `${folder}/${file}` }
  )
}
