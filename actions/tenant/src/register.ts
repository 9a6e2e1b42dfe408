import { codeSpan, tableHead, tableRow } from '../../../lib/markdown.ts'
import { sharedBy } from '../../../lib/tenants/names.ts'
import { judgeNewcomer, parseRegistry } from '../../../lib/tenants/registry.ts'
import { parseReservation, recordName } from '../../../lib/tenants/reservations.ts'
import { fileOf, keyOf, renderTenant, tenantsOf, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Inputs, Name } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'
import { branchOf, bring, describeSteps, type Proposed } from './proposal.ts'

/** Proposes the reserved tenant's file by pull request; nothing is done twice. */
export async function register(
  { name, inputs }: Readonly<{ name: Name; inputs: Inputs }>,
  ports: Ports
): Promise<Outcome> {
  const text = await ports.store().readParameter(recordName(name.key))
  const tenant = text === undefined ? undefined : parseReservation(text)?.settings
  if (tenant === undefined)
    return refuse(`${name.key} is not reserved, so what to register is not known. Run mode 'reserve' first.`)
  const repository = ports.repository()
  const base = await repository.base()
  const { entries } = parseRegistry(await repository.registryOf(base.branch))
  const others = sharedBy(tenant, tenantsOf(entries))
  const there = entries.find((one) => keyOf(one.tenant) === name.key)?.tenant
  if (there !== undefined)
    return there.plan === tenant.plan
      ? { kind: 'registered', tenant: there, sharedBy: others }
      : refuse(
          `${name.key} is registered with plan ${there.plan}, and reserved with ${tenant.plan}: a plan never changes.`
        )
  const problems = judgeNewcomer(tenant, entries)
  if (problems.length > 0) return refuse(...problems)
  const proposed = entry(tenant, { folder: inputs.folder, run: ports.run })
  const told = { tenant, sharedBy: others }
  if (inputs.dryRun) return { kind: 'planned', ...told, steps: describeSteps(proposed, base.branch) }
  const open = await repository.findProposal(proposed.branch, base.branch)
  return { kind: 'proposed', ...told, ...(await bring(proposed, { base, open, repository, ports })) }
}

const refuse = (...problems: readonly string[]): Outcome => ({ kind: 'refused', problems })

function entry(tenant: Tenant, { folder, run }: Readonly<{ folder: string; run: string }>): Proposed {
  const path = `${folder}/${fileOf(tenant)}`
  const rows = ['plan', 'subdomain', 'region', 'vpc_cidr']
    .filter((name) => tenant[name] !== undefined)
    .map((name) => tableRow([name, codeSpan(String(tenant[name]))]))
  const body = [
    `Enters ${codeSpan(keyOf(tenant))} into the registry, as it was built by ${run}.`,
    [tableHead(['Variable', 'Value']), ...rows].join('\n'),
    `From then on ${codeSpan(path)} is what its stack is planned from; the reservation stays until the tenant is decommissioned.`
  ].join('\n\n')
  const title = `Register ${keyOf(tenant)}`
  return { path, branch: branchOf(tenant), text: renderTenant(tenant), title, body }
}
