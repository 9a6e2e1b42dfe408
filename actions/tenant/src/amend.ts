import type { Proposal } from '../../../lib/github/proposals.ts'
import { codeSpan, tableHead, tableRow } from '../../../lib/markdown.ts'
import { sharedBy } from '../../../lib/tenants/names.ts'
import { judgeNewcomer, parseRegistry } from '../../../lib/tenants/registry.ts'
import { fileOf, keyOf, renderTenant, tenantsOf, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Change, Inputs, Name } from './inputs.ts'
import { merge, readChange, writeChange } from './merge.ts'
import type { Outcome } from './outcome.ts'
import type { Ports } from './ports.ts'
import { branchOf, bring, describeSteps, type Proposed } from './proposal.ts'
import { unknown } from './show.ts'

type Asked = Readonly<{ name: Name; change: Change; inputs: Inputs }>

/** Proposes changed variables of a registered tenant, on top of what its open pull request proposes already. */
export async function amend({ name, change, inputs }: Asked, ports: Ports): Promise<Outcome> {
  const repository = ports.repository()
  const base = await repository.base()
  const { entries } = parseRegistry(await repository.registryOf(base.branch))
  const there = entries.find((one) => keyOf(one.tenant) === name.key)?.tenant
  if (there === undefined) return refuse(unknown(name, entries))
  const open = await repository.findProposal(branchOf(name), base.branch)
  const before = open === undefined ? {} : readChange(await repository.bodyOf(open.number))
  if (before === undefined) return refuse(notAmending(name, open))
  const whole = merge(before, change, { keepNull: true })
  const tenant = merge(there, whole) as Tenant
  const problems = judgeNewcomer(tenant, entries)
  if (problems.length > 0) return refuse(...problems)
  const told = { tenant, sharedBy: sharedBy(tenant, tenantsOf(entries)) }
  const isSame = renderTenant(tenant) === renderTenant(there)
  if (open === undefined && isSame) return { kind: 'registered', ...told }
  const proposed = amendment({ there, tenant, change: whole }, { folder: inputs.folder, run: ports.run })
  if (inputs.dryRun) return { kind: 'planned', ...told, steps: describeSteps(proposed, base.branch) }
  return { kind: 'proposed', ...told, ...(await bring(proposed, { base, open, repository, ports })) }
}

const refuse = (...problems: readonly string[]): Outcome => ({ kind: 'refused', problems })

const notAmending = ({ key }: Name, open: Proposal | undefined): string =>
  `Pull request ${open?.number} proposes something else for ${key} than changed variables (${open?.url}). Merge or close it first.`

type Amended = Readonly<{ there: Tenant; tenant: Tenant; change: Change }>

function amendment(
  { there, tenant, change }: Amended,
  { folder, run }: Readonly<{ folder: string; run: string }>
): Proposed {
  const rows = Object.keys(change).map((name) =>
    tableRow([codeSpan(name), cell(there[name]), cell(tenant[name])])
  )
  const body = [
    writeChange(change),
    `Amends ${codeSpan(keyOf(tenant))}, as its stack was planned by ${run}.`,
    [tableHead(['Variable', 'Before', 'After']), ...rows].join('\n'),
    'Until this is merged, plans from the branch that it goes into would take the change back.'
  ].join('\n\n')
  const path = `${folder}/${fileOf(tenant)}`
  return { path, branch: branchOf(tenant), text: renderTenant(tenant), title: `Amend ${keyOf(tenant)}`, body }
}

const cell = (value: unknown): string =>
  value === undefined ? 'not set' : codeSpan(typeof value === 'string' ? value : JSON.stringify(value))
