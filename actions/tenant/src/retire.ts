import { codeSpan } from '../../../lib/markdown.ts'
import { sharedBy } from '../../../lib/tenants/names.ts'
import { parseRegistry } from '../../../lib/tenants/registry.ts'
import { fileOf, isShared, keyOf, tenantsOf } from '../../../lib/tenants/tenant.ts'
import type { Inputs, Name } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'
import { branchOf, bring, describeSteps, type Proposed } from './proposal.ts'

/** Proposes that the tenant's file goes; a pull request that is open for it becomes that one. */
export async function retire(
  { name, inputs }: Readonly<{ name: Name; inputs: Inputs }>,
  ports: Ports
): Promise<Outcome> {
  const repository = ports.repository()
  const base = await repository.base()
  const { entries } = parseRegistry(await repository.registryOf(base.branch))
  const tenants = tenantsOf(entries)
  const tenant = tenants.find((one) => keyOf(one) === name.key)
  if (tenant === undefined) return { kind: 'retired' }
  const others = sharedBy(tenant, tenants)
  if (isShared(tenant) && others.length > 0)
    return { kind: 'refused', problems: [`${others.join(', ')} live on ${name.key}. Retire them first.`] }
  const proposed = retirement(name, { folder: inputs.folder, run: ports.run })
  const told = { tenant, sharedBy: others }
  if (inputs.dryRun) return { kind: 'planned', ...told, steps: describeSteps(proposed, base.branch) }
  const open = await repository.findProposal(proposed.branch, base.branch)
  return { kind: 'proposed', ...told, ...(await bring(proposed, { base, open, repository, ports })) }
}

function retirement(name: Name, { folder, run }: Readonly<{ folder: string; run: string }>): Proposed {
  const path = `${folder}/${fileOf(name)}`
  const body = [
    `Takes ${codeSpan(name.key)} out of the registry, after ${run} destroyed its stack.`,
    'Its names and addresses stay reserved until somebody releases them.'
  ].join('\n\n')
  return { path, branch: branchOf(name), title: `Retire ${name.key}`, body }
}
